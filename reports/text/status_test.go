package text_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"epr/calendar"
	"epr/reports"
	"epr/reports/reportstest"
	"epr/reports/text"
)

// late is a status in which half of the invented programme is late.
func late() *reports.Status {
	in := reportstest.WithBaselines(reportstest.InputOf(reportstest.Programme()))
	in.Network.Plan.Programme.Status = calendar.MustOf(2027, 3, 1)
	return reports.StatusOf(in.Network, in.Schedule)
}

func compared() *reports.Comparison {
	in, again, other := reportstest.Input(), reportstest.Input(), reportstest.InputOf(reportstest.Many(3))
	return reports.Compare([]reports.Alternative{{Name: "The plan itself", Input: &in}, {ID: "same-again", Name: "Same again", Input: &again},
		{ID: "other", Name: "Another programme altogether", Input: &other}, {ID: "never", Name: "Never"}}, 0)
}

// TestStatusAndComparisonFit holds that no line is wider than its page and that a screen reader gets no signs, and
// that every late activity is named when nothing is to be left out.
func TestStatusAndComparisonFit(t *testing.T) {
	status, comparison := late(), compared()
	for _, o := range []text.Options{{Width: 20}, {Width: 40}, {Width: 80}, {Width: 120, All: true}, {Width: 200, All: true}, {Width: 80, Plain: true, All: true}} {
		t.Run(fmt.Sprintf("%d-%v", o.Width, o.Plain), func(t *testing.T) {
			var b, c bytes.Buffer
			if err := text.Status(&b, status, o); err != nil {
				t.Fatal(err)
			}
			if err := text.Compare(&c, comparison, o); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(b.String() + c.String()) {
				if w := displaywidth.String(strings.TrimSuffix(line, "\n")); w > o.Width {
					t.Errorf("%d columns: %q", w, line)
				}
				if o.Plain && strings.ContainsAny(line, "─✓✗") {
					t.Errorf("a sign: %q", line)
				}
			}
			if o.All && o.Width == 200 {
				for _, m := range status.NotFinished {
					if !strings.Contains(b.String(), m.ID) {
						t.Errorf("%s is not named", m.ID)
					}
				}
			}
		})
	}
	if len(status.NotFinished) < 10 {
		t.Errorf("only %d activities are late, so the test shows little", len(status.NotFinished))
	}
}

// TestComparison checks what a comparison counts: a pack against itself, another, and none.
func TestComparison(t *testing.T) {
	c := compared()
	same, other, never := c.Variants[1], c.Variants[2], c.Variants[3]
	if !same.Later.Set || same.Later.N != 0 || same.Moved+same.Added+same.Removed != 0 {
		t.Errorf("the same pack again: %+v", same)
	}
	if other.Removed != len(reportstest.Pack().Schedule) || other.Added != len(reports.Build(reportstest.InputOf(reportstest.Many(3))).Schedule) || other.Moved != 0 {
		t.Errorf("another programme: %d added, %d removed, %d moved", other.Added, other.Removed, other.Moved)
	}
	if !never.Impossible || never.Later.Set || c.Variants[0].Later.Set {
		t.Errorf("no schedule: %+v", never)
	}
	for _, d := range c.Dates {
		if len(d.Dates) != 4 || !d.Dates[3].IsZero() || d.Dates[0] != d.Dates[1] {
			t.Errorf("%s: %v", d.ID, d.Dates)
		}
	}
}
