package text_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"pgregory.net/rapid"

	"epr/plan/plantest"
	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/reportstest"
	"epr/reports/text"
)

// TestCompare compares whole pages: narrow, usual and wide, for a screen reader, and of many scenarios.
func TestCompare(t *testing.T) {
	few := reports.Build(reportstest.WithScenarios(reportstest.Input())).Scenarios
	for name, page := range map[string]struct {
		c *reports.Comparison
		o text.Options
	}{
		"80":      {few, text.Options{Width: 80}},
		"120":     {few, text.Options{Width: 120}},
		"200-all": {few, text.Options{Width: 200, All: true}},
		"plain":   {few, text.Options{Width: 80, Plain: true}},
		"many":    {manyScenarios(), text.Options{Width: 80}},
	} {
		var b bytes.Buffer
		if err := text.Compare(&b, page.c, page.o); err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, "compare-"+name+".txt", b.Bytes())
		for line := range strings.Lines(b.String()) {
			if w := displaywidth.String(strings.TrimSuffix(line, "\n")); w > page.o.Width {
				t.Errorf("%s: %d columns: %q", name, w, line)
			}
		}
	}
}

// manyScenarios are eleven.
func manyScenarios() *reports.Comparison {
	in := reportstest.WithScenarios(reportstest.Input())
	one := in.Alternatives[1]
	for n := range 8 {
		one.ID, one.Name = fmt.Sprintf("scenario-%d", n+4), fmt.Sprintf("The same winter for the %dth time", n+2)
		in.Alternatives = append(in.Alternatives, one)
	}
	return reports.Build(in).Scenarios
}

// hostileComparison is a comparison whose every text is hostile, with lists of any length.
var hostileComparison = rapid.Custom(func(t *rapid.T) *reports.Comparison {
	name := func() string { return names.Draw(t, "name") }
	n := rapid.IntRange(1, 12).Draw(t, "variants")
	c := &reports.Comparison{Programme: name(), Base: rapid.IntRange(0, min(1, n-1)).Draw(t, "base"), Same: n}
	for range n {
		c.Variants = append(c.Variants, reports.Variant{ID: name(), Name: name(), Edits: []string{name(), name()},
			Impossible: rapid.Bool().Draw(t, "impossible"), Later: days.Draw(t, "later"), Last: name(), HeldBy: name(),
			Binds: []string{name()}[:rapid.IntRange(0, 1).Draw(t, "binds")]})
	}
	for range rapid.IntRange(0, 30).Draw(t, "dates") {
		d := reports.ComparedDate{ID: name(), Name: name()}
		p := reports.ComparedPromise{ID: name(), Name: name()}
		for range n {
			d.Dates, d.Later = append(d.Dates, plantest.Date("2027-03-07")), append(d.Later, days.Draw(t, "later"))
			p.Cells = append(p.Cells, reports.PromiseIn{Finish: plantest.Date("2027-03-07"), Slack: days.Draw(t, "slack"), Later: days.Draw(t, "later")})
		}
		c.Dates, c.Promises = append(c.Dates, d), append(c.Promises, p)
	}
	return c
})

func TestNoComparisonBreaksThePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := options.Draw(t, "options")
		var b bytes.Buffer
		if err := text.Compare(&b, hostileComparison.Draw(t, "comparison"), o); err != nil {
			t.Fatal(err)
		}
		checkLines(t, b.String(), o)
	})
}
