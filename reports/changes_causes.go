package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan/diff"
)

// month is a date as "October 2026".
func month(d calendar.Date) string {
	_, text, _ := strings.Cut(d.Long(), " ")
	return text
}

// names are the names of groups, as in a sentence.
func names(groups []diff.Group) string {
	var list []string
	for _, g := range groups {
		list = append(list, g.String())
	}
	return Join(list)
}

// attribution says for each date how many days each group of edits moved it.
func (c *changes) attribution() {
	a := c.Attribution
	if a == nil {
		return
	}
	s := ChangeSection{Title: "What moved them, in calendar days", Noun: "date", Columns: []ChangeColumn{{"Date", NameColumn}}}
	for i := range a.Steps {
		s.Columns = append(s.Columns, ChangeColumn{shortNames(a.Steps[i].Groups), ExactColumn})
	}
	s.Columns = append(s.Columns, ChangeColumn{"re-planned", ExactColumn}, ChangeColumn{"held", ExactColumn}, ChangeColumn{"all", ExactColumn})
	back := 0
	for _, k := range c.byWeight() {
		m := &a.Moves[k]
		if !c.isStirred(k) {
			continue
		}
		if m.Sum().IsZero() && !slices.ContainsFunc(m.Steps, func(d diff.Days) bool { return !d.IsZero() }) {
			back++
			continue
		}
		row := []string{c.Milestones[k].Name}
		for _, d := range m.Steps {
			row = append(row, signedOrNone(d.Calendar))
		}
		s.Rows = append(s.Rows, append(row, signedOrNone(m.Reoptimisation.Calendar), signedOrNone(m.Reproduction.Calendar), Signed(m.Sum().Calendar)))
	}
	if len(s.Rows) == 0 {
		return
	}
	s.Notes = c.attributionNotes()
	if back > 0 {
		s.Notes = append(s.Notes, Count(back, "other date")+", which no edit moved, stayed where the old schedule held "+Plural(back, "it", "them")+".")
	}
	c.add(s)
}

func (c *changes) attributionNotes() []string {
	a := c.Attribution
	about := "The edits were applied to the old plan group by group, from left to right, and the old order of work timed after each."
	if slices.ContainsFunc(a.Moves, func(m diff.Move) bool { return m.Reoptimisation.Calendar != 0 }) {
		about += " Re-planned is what planning the result did besides."
	}
	if slices.ContainsFunc(a.Moves, func(m diff.Move) bool { return m.Reproduction.Calendar != 0 }) {
		about += " Held is what the old schedule moves when it is made anew in its own order, as where dates were held later than they had to be."
	}
	notes := []string{about}
	for i := range a.Steps {
		if groups := a.Steps[i].Groups; len(groups) > 1 {
			notes = append(notes, "The edits of "+names(groups)+" make no plan one without the other, so they stand together.")
		}
	}
	if len(a.Left) > 0 {
		notes = append(notes, "With the edits of "+names(a.Left)+" the old order of work has no dates, so what they did is in re-planned.")
	}
	if !a.IsReproduced {
		notes = append(notes, "The old schedule cannot be made anew in its own order: what it held is in the first step.")
	}
	if a.Loosened {
		notes = append(notes, "In some steps maximum lags were left out, because the old order of work breaks them.")
	}
	return notes
}

// isStirred reports whether a milestone moved in any part, even if it is back in its place.
func (c *changes) isStirred(k int) bool {
	m := &c.Attribution.Moves[k]
	return !m.Reproduction.IsZero() || !m.Reoptimisation.IsZero() || slices.ContainsFunc(m.Steps, func(d diff.Days) bool { return !d.IsZero() })
}

func signedOrNone(n int) string {
	if n == 0 {
		return ""
	}
	return Signed(n)
}

// shortNames are the names of groups as titles of a narrow column.
func shortNames(groups []diff.Group) string {
	short := [...]string{diff.Progress: "progress", diff.Estimates: "estimates", diff.Scope: "scope", diff.Capacity: "capacity", diff.Targets: "targets"}
	var list []string
	for _, g := range groups {
		list = append(list, short[g])
	}
	return strings.Join(list, "+")
}

// byEdit lists what each edit moved.
func (c *changes) byEdit() {
	if c.Attribution == nil {
		return
	}
	s := ChangeSection{Title: "Edit by edit", Noun: "edit", Columns: []ChangeColumn{{"Edit", TextColumn}, {"Moves", TextColumn}}}
	still := 0
	for i := range c.Attribution.Steps {
		step := &c.Attribution.Steps[i]
		for k := range step.Shares {
			share := &step.Shares[k]
			if len(share.Moves) == 0 && share.Others == 0 {
				still += len(share.Edits)
				continue
			}
			var said []string
			for n, e := range share.Edits {
				if n == mostShifts {
					said = append(said, "and "+Count(len(share.Edits)-n, "more edit"))
					break
				}
				said = append(said, c.editPlaced(&step.Edits[e]))
			}
			s.Rows = append(s.Rows, []string{strings.Join(said, "; "), c.shifts(share)})
		}
	}
	if still > 0 && len(s.Rows) > 0 {
		s.Notes = append(s.Notes, "Besides, "+Count(still, "edit")+" moved nothing.")
	}
	c.add(s)
}

// placed is a place in the model in brackets.
func placed(place string) string {
	if place == "" {
		return ""
	}
	return " (" + place + ")"
}

// editPlaced is an edit in words with its place, and what the noun says unless its days have told it.
func (c *changes) editPlaced(e *diff.Edit) string {
	said := c.editSaid(e) + placed(e.Place)
	if c.daysSaid(e) == "" {
		said += saysSaid(e.Says)
	}
	return said
}

// editSaid is an edit in words, without what a noun that was added or removed says. What changed day by day is told by
// its days.
func (c *changes) editSaid(e *diff.Edit) string {
	name := e.Noun
	if e.Key != "" {
		name += " " + e.Key
	}
	switch days := c.daysSaid(e); {
	case days != "":
		return name + ": " + days
	case e.Change == diff.Added:
		return name + " is new"
	case e.Change == diff.Removed:
		return name + " is gone"
	case e.Was != "" && e.Is != "":
		return name + ": " + e.Was + " → " + e.Is
	case e.Is != "":
		return name + ": " + e.Is
	case e.Was != "" && e.Key != "":
		return name + ": " + e.Was + " → nothing"
	}
	return name + " changed"
}

// daysSaid are the days that an edit of a calendar, a blackout or a team changed; empty for any other.
func (c *changes) daysSaid(e *diff.Edit) string {
	if e.Change != diff.Changed || e.Key != "" && e.Key != "size" {
		return ""
	}
	for k := range c.Content {
		if x := &c.Content[k]; x.Table+"."+x.ID == e.Noun {
			return strings.Join(runsSaid(x), "; ")
		}
	}
	return ""
}

// mostShifts is how many dates are named that one edit moved, and how many edits that count as one.
const mostShifts = 3

// shifts are what an edit moved: go-lives and phases first, and the largest first.
func (c *changes) shifts(share *diff.Share) string {
	moves := slices.Clone(share.Moves)
	slices.SortStableFunc(moves, func(a, b diff.Shift) int {
		return cmp.Or(cmp.Compare(weight(&c.Milestones[a.Milestone]), weight(&c.Milestones[b.Milestone])),
			cmp.Compare(abs(b.Days.Calendar), abs(a.Days.Calendar)))
	})
	var said []string
	for k, m := range moves {
		if k == mostShifts {
			said = append(said, Count(len(moves)-k, "more date"))
			break
		}
		said = append(said, c.Milestones[m.Milestone].Name+" "+Signed(m.Days.Calendar))
	}
	if len(said) == 0 {
		return Count(share.Others, "activity") + ", no date that people follow"
	}
	return Join(said)
}

// byOrder lists what each group does in other orders, where that differs.
func (c *changes) byOrder() {
	if c.Attribution == nil || c.Attribution.Orders == 0 {
		return
	}
	s := ChangeSection{Title: "In other orders of the groups", Noun: "line", Columns: []ChangeColumn{
		{"Date", NameColumn}, {"Group", NameColumn}, {"Least", ExactColumn}, {"Most", ExactColumn}, {"Mean", ExactColumn}}}
	for _, k := range c.byWeight() {
		name := c.Milestones[k].Name
		for _, r := range c.Attribution.Moves[k].Ranges {
			if r.Low != r.High {
				s.Rows = append(s.Rows, []string{name, r.Group.String(), Signed(r.Low), Signed(r.High), mean(r.Shapley)})
				name = ""
			}
		}
	}
	if len(s.Rows) == 0 {
		return
	}
	s.Notes = []string{"Whichever group comes first to a closed window is charged with it. The means add up to what the groups did together (Shapley)."}
	if n := c.Attribution.Invalid; n > 0 {
		s.Notes = append(s.Notes, fmt.Sprintf("%s of %s make no plan; there a group joins the next.", Number(n), Count(c.Attribution.Orders, "set")+" of groups"))
	}
	c.add(s)
}

// mean is 120ths of a day as whole days, or with one place.
func mean(parts int) string {
	const whole = 120
	if parts%whole == 0 {
		return Signed(parts / whole)
	}
	sign := "+"
	if parts < 0 {
		sign = "−"
	}
	tenths := (abs(parts)*10 + whole/2) / whole
	return fmt.Sprintf("%s%s.%d", sign, Number(tenths/10), tenths%10)
}
