package reports_test

import (
	"testing"

	"epr/plan/forecast"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestPlayed has the forecast of the product in place of the made-up one, and sees that what the pack computes
// besides agrees with it.
func TestPlayed(t *testing.T) {
	in := reportstest.Input()
	fc, err := forecast.Run(in.Network, in.Schedule, forecast.Options{Runs: 200})
	if err != nil {
		t.Fatal(err)
	}
	in.Forecast = fc
	p := reports.Build(in)
	c := &p.Confidence
	byPromise := map[string]forecast.Promise{}
	for _, promise := range fc.Promises {
		byPromise[fc.Outcomes[promise.Outcome].ID+" "+promise.Date.String()] = promise
	}
	for _, got := range c.Promises {
		want := byPromise[got.ID+" "+got.Promise.Date.String()]
		if got.Chance != want.Kept || got.Short.Set && got.Short.Calendar != want.AtP80.Calendar {
			t.Errorf("%s: %d and %+v, the forecast says %d and %+v", got.ID, got.Chance, got.Short, want.Kept, want.AtP80)
		}
	}
	if len(c.Promises) != len(fc.Promises) || len(c.Landings) != len(fc.Landings) {
		t.Errorf("%d of %d promises, %d of %d landings", len(c.Promises), len(fc.Promises), len(c.Landings), len(fc.Landings))
	}
	for i, words := range c.Short {
		if len(words) < 30 {
			t.Errorf("sentence %d is %q", i, words)
		}
	}
	for _, r := range p.Risks.Rows {
		if r.Now.Set == (r.LeftOut != "") {
			t.Errorf("%s: played %v, left out because %q", r.ID, r.Now.Set, r.LeftOut)
		}
	}
}
