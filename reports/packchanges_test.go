package reports_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/reports"
)

// sheet is a pack of one sheet, a letter a line.
func sheet(letters string) []reports.SheetText {
	s := reports.SheetText{Name: "S"}
	for _, r := range letters {
		s.Lines = append(s.Lines, string(r))
	}
	return []reports.SheetText{s}
}

func TestComparePacks(t *testing.T) {
	for _, c := range []struct{ name, was, is, want string }{
		{"nothing", "abc", "abc", ""},
		{"one put in", "abd", "abcd", "+c"},
		{"one taken out", "abcd", "acd", "-b"},
		{"one changed", "abc", "axc", "-b+x"},
		{"one moved", "abcd", "bcda", "-a+a"},
		{"two apart", "abcdef", "axcdyf", "-b+x-e+y"},
		{"lines that are there twice", "xaxbx", "xaxxbx", "+x"},
		{"all", "abc", "xyz", "-a-b-c+x+y+z"},
		{"a sheet that came", "", "ab", "+a+b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, s := range reports.ComparePacks("", "", sheet(c.was), sheet(c.is)).Sheets {
				for _, l := range s.Lines {
					got += map[bool]string{false: "-", true: "+"}[l.IsNew] + l.Text
				}
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// What is told as taken out and put in are the lines that make the one list the other: without them both are the same.
func TestComparePacksIsWhole(t *testing.T) {
	letters := rapid.SliceOfN(rapid.SampledFrom([]rune("abcdefghij")), 0, 30)
	rapid.Check(t, func(t *rapid.T) {
		was, is := string(letters.Draw(t, "was")), string(letters.Draw(t, "is"))
		before, after := sheet(was)[0].Lines, sheet(is)[0].Lines
		for _, s := range reports.ComparePacks("", "", sheet(was), sheet(is)).Sheets {
			for _, l := range s.Lines {
				list := &before
				if l.IsNew {
					list = &after
				}
				at := slices.Index(*list, l.Text)
				if at < 0 {
					t.Fatalf("%q → %q tells of a line %q that is not there", was, is, l.Text)
				}
				*list = slices.Delete(slices.Clone(*list), at, at+1)
			}
		}
		slices.Sort(before)
		slices.Sort(after)
		if !slices.Equal(before, after) {
			t.Fatalf("%q → %q leaves %v and %v", was, is, before, after)
		}
	})
}

// A sheet of one pack only is told whole.
func TestComparePacksOfOtherSheets(t *testing.T) {
	c := reports.ComparePacks("old", "new", []reports.SheetText{{Name: "Gone", Lines: []string{"x"}}, {Name: "Same", Lines: []string{"y"}}},
		[]reports.SheetText{{Name: "Same", Lines: []string{"y"}}, {Name: "Came", Lines: []string{"z"}}})
	want := &reports.PackChanges{Old: "old", New: "new", Same: 1, Sheets: []reports.SheetChange{
		{Name: "Came", Lines: []reports.LineChange{{IsNew: true, Text: "z"}}}, {Name: "Gone", Lines: []reports.LineChange{{Text: "x"}}}}}
	if d := cmp.Diff(want, c); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
