package reports

import (
	"fmt"
	"slices"
)

// SheetText is a sheet of a pack as lines of text, one a row.
type SheetText struct {
	Name  string
	Lines []string
}

// PackChanges is what two packs say differently, sheet by sheet in the order of the new one.
type PackChanges struct {
	Old, New string
	Sheets   []SheetChange // those with changes
	Same     int           // sheets without
}

// SheetChange is what one sheet says differently.
type SheetChange struct {
	Name string
	// Lines are those that one of the two packs has only, in their order.
	Lines []LineChange
}

// LineChange is a line that was taken out or put in.
type LineChange struct {
	IsNew bool
	Text  string
}

// ComparePacks compares two packs by their lines.
func ComparePacks(oldName, newName string, old, new []SheetText) *PackChanges {
	c := &PackChanges{Old: oldName, New: newName}
	compare := func(name string, was, is []string) {
		if lines := changedLines(was, is); len(lines) > 0 {
			c.Sheets = append(c.Sheets, SheetChange{name, lines})
		} else {
			c.Same++
		}
	}
	for _, is := range new {
		compare(is.Name, linesOf(old, is.Name), is.Lines)
	}
	for _, was := range old {
		if !slices.ContainsFunc(new, func(s SheetText) bool { return s.Name == was.Name }) {
			compare(was.Name, was.Lines, nil)
		}
	}
	return c
}

// AsChanges lays the comparison out for reading: a section for each sheet.
func (c *PackChanges) AsChanges() *Changes {
	out := &Changes{Old: c.Old, New: c.New}
	if len(c.Sheets) == 0 {
		out.InShort = []string{"The packs say the same."}
		return out
	}
	out.InShort = []string{fmt.Sprintf("%s of %s changed.", Number(len(c.Sheets)), Count(len(c.Sheets)+c.Same, "sheet"))}
	for k := range c.Sheets {
		sheet := &c.Sheets[k]
		s := ChangeSection{Title: sheet.Name, Noun: "row", Columns: []ChangeColumn{{"Change", NameColumn}, {"Row", TextColumn}}}
		for _, l := range sheet.Lines {
			change := "was"
			if l.IsNew {
				change = "is"
			}
			s.Rows = append(s.Rows, []string{change, l.Text})
		}
		out.Sections = append(out.Sections, s)
	}
	return out
}

func linesOf(sheets []SheetText, name string) []string {
	for _, s := range sheets {
		if s.Name == name {
			return s.Lines
		}
	}
	return nil
}

// changedLines are the lines that only one of two lists has. Lines that are in each list once, in the same order in
// both, hold them together (the patience method); between two of those, what begins and ends alike is the same.
func changedLines(was, is []string) []LineChange {
	var lines []LineChange
	i, j := 0, 0
	for _, a := range append(anchors(was, is), [2]int{len(was), len(is)}) {
		lines = append(lines, changedBetween(was[i:a[0]], is[j:a[1]])...)
		i, j = a[0]+1, a[1]+1
	}
	return lines
}

func changedBetween(was, is []string) []LineChange {
	for len(was) > 0 && len(is) > 0 && was[0] == is[0] {
		was, is = was[1:], is[1:]
	}
	for len(was) > 0 && len(is) > 0 && was[len(was)-1] == is[len(is)-1] {
		was, is = was[:len(was)-1], is[:len(is)-1]
	}
	var lines []LineChange
	for _, text := range was {
		lines = append(lines, LineChange{Text: text})
	}
	for _, text := range is {
		lines = append(lines, LineChange{Text: text, IsNew: true})
	}
	return lines
}

// anchors are the most lines that are in both lists once, in the same order, as their places in both.
func anchors(was, is []string) [][2]int {
	at, pairs := onlyPlaces(is), [][2]int(nil)
	mine := onlyPlaces(was)
	for i, text := range was {
		if j, ok := at[text]; ok && j >= 0 && mine[text] == i {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	return longestRising(pairs)
}

// onlyPlaces is where each line stands; -1 for one that stands there twice.
func onlyPlaces(lines []string) map[string]int {
	at := make(map[string]int, len(lines))
	for k, text := range lines {
		if _, twice := at[text]; twice {
			k = -1
		}
		at[text] = k
	}
	return at
}

// longestRising is a longest part of some pairs whose second numbers rise.
func longestRising(pairs [][2]int) [][2]int {
	var ends []int // of the best run of each length, as an index of pairs
	before := make([]int, len(pairs))
	for k, p := range pairs {
		n, _ := slices.BinarySearchFunc(ends, p[1], func(end, second int) int { return pairs[end][1] - second })
		if before[k] = -1; n > 0 {
			before[k] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, k)
		} else {
			ends[n] = k
		}
	}
	if len(ends) == 0 {
		return nil
	}
	var run [][2]int
	for k := ends[len(ends)-1]; k >= 0; k = before[k] {
		run = append(run, pairs[k])
	}
	slices.Reverse(run)
	return run
}
