package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestComparison puts the invented programme, planned a week earlier, beside three scenarios.
func TestComparison(t *testing.T) {
	pack := reports.Build(reportstest.WithScenarios(reportstest.Input()))
	c := pack.Scenarios
	type said struct {
		Name                  string
		Kept                  int
		Finish                string
		Later                 plan.Whole
		Impossible            bool
		Moved, Added, Removed int
		Binds                 int
	}
	var got []said
	for _, v := range c.Variants {
		got = append(got, said{v.Name, v.Promises.N, v.Finish.String(), v.Later, v.Impossible, v.Moved, v.Added, v.Removed, len(v.Binds)})
	}
	later := func(n int) plan.Whole { return plan.Whole{N: n, Set: true} }
	want := []said{
		{"The plan as committed", 4, "2028-05-28", later(7), false, 122, 0, 0, 2},
		{"The plan, planned afresh", 4, "2028-05-21", plan.Whole{}, false, 0, 0, 0, 2},
		{"Winter lasts until the end of March", 4, "2028-06-25", later(35), false, 122, 0, 0, 2},
		{"Phase 2 is promised for the end of 2027", 4, "2028-05-28", later(7), false, 122, 0, 0, 2},
		{"A date that nothing can keep", 0, calendar.Date(0).String(), plan.Whole{}, true, 0, 0, 0, 0},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if c.Base != 1 || c.Variants[0].Finish != pack.Confidence.Programme.Planned || c.Variants[0].P80 != pack.Confidence.Programme.P80 {
		t.Errorf("the plan is not as in its pack: %+v", c.Variants[0])
	}
}

// TestComparedPrices holds that the cost of delay is counted from one day in all variants: of the same forecast it is the
// same whatever is planned, and one that finishes later costs more.
func TestComparedPrices(t *testing.T) {
	c := reports.Build(reportstest.WithScenarios(reportstest.Input())).Scenarios
	committed, afresh, winter := c.Variants[0].Price, c.Variants[1].Price, c.Variants[2].Price
	if !afresh.Set || committed != afresh || winter.N <= afresh.N {
		t.Errorf("the mean costs of delay are %d, %d and %d", committed.N, afresh.N, winter.N)
	}
	in := reportstest.Input()
	alone := reports.Compare([]reports.Alternative{{Name: "The plan itself", Input: &in}}, 0).Variants[0]
	if own, ok := in.Forecast.CostAfter(in.Forecast.Programme.Planned, &in.Network.Plan.Programme); !ok || alone.Price.N != int64(reports.Rounded(own)) {
		t.Errorf("alone the plan costs %d, want %d", alone.Price.N, own)
	}
}

// TestComparedPromises checks one promise in all variants, and that what is promised is not listed twice.
func TestComparedPromises(t *testing.T) {
	c := reports.Build(reportstest.WithScenarios(reportstest.Input())).Scenarios
	seen := map[string]bool{}
	for i := range c.Promises {
		p := &c.Promises[i]
		seen[p.ID] = true
		if len(p.Cells) != len(c.Variants) || p.Cells[c.Base].Later.Set || !p.Cells[4].Finish.IsZero() {
			t.Errorf("%s: %+v", p.ID, p.Cells)
		}
		if p.ID == "two" && (p.Promise == p.Cells[3].Promise || p.Cells[3].Chance.Share <= p.Cells[1].Chance.Share) {
			t.Errorf("a later promise has a better chance: %+v", p.Cells)
		}
		for k, cell := range p.Cells {
			if !cell.Finish.IsZero() && cell.Slack.N != int(cell.Promise.Date-cell.Finish) {
				t.Errorf("%s in variant %d: slack %d", p.ID, k, cell.Slack.N)
			}
		}
	}
	for _, d := range c.Dates {
		if seen[d.ID] {
			t.Errorf("%s is a promise and another date", d.ID)
		}
		different := map[calendar.Date]bool{}
		for k, day := range d.Dates {
			if !c.Variants[k].Impossible {
				different[day] = true
			}
		}
		if len(different) < 2 {
			t.Errorf("%s is among the dates that differ, and is %v in all", d.ID, d.Dates)
		}
		for k, day := range d.Dates {
			if d.Later[k].Set && d.Later[k].N != int(day-d.Dates[c.Base]) {
				t.Errorf("%s in variant %d: %d days later", d.ID, k, d.Later[k].N)
			}
		}
	}
	if !seen["one"] || len(c.Dates) < 20 {
		t.Errorf("%d promises, %d dates: too few to show anything", len(c.Promises), len(c.Dates))
	}
}
