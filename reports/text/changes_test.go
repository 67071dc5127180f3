package text_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"epr/reports"
	"epr/reports/text"
)

// hostileChanges are changes whose every text is hostile, with lists of any length.
var hostileChanges = rapid.Custom(func(t *rapid.T) *reports.Changes {
	name := func() string { return names.Draw(t, "name") }
	n := func() int { return rapid.IntRange(0, 16).Draw(t, "n") }
	c := &reports.Changes{Old: name(), New: name(), InShort: []string{name()}, Skipped: []string{name()}}
	for range rapid.IntRange(0, 3).Draw(t, "sections") {
		s := reports.ChangeSection{Title: "Changes", Noun: "change", Columns: []reports.ChangeColumn{
			{Title: "What", Kind: reports.NameColumn}, {Title: "Days", Kind: reports.ExactColumn}, {Title: "Change", Kind: reports.TextColumn}}}
		for range n() {
			s.Rows = append(s.Rows, []string{name(), "+12", name()})
		}
		for range n() {
			s.Notes = append(s.Notes, name())
		}
		c.Sections = append(c.Sections, s)
	}
	return c
})

func TestNoChangeBreaksThePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := options.Draw(t, "options")
		var b strings.Builder
		if err := text.Changes(&b, hostileChanges.Draw(t, "changes"), o); err != nil {
			t.Fatal(err)
		}
		checkLines(t, b.String(), o)
	})
}
