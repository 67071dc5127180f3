package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestBefore holds that the figures of the version before are those that its own pack had.
func TestBefore(t *testing.T) {
	in := reportstest.Input()
	was := reports.Build(in).Tiles
	forecast := *in.Forecast
	forecast.AllKept = 4_200
	in.Before = &reports.Before{Name: "1a2b3c4d5e of 21 Nov 2026", On: day(2026, 11, 21), Network: in.Network, Schedule: in.Schedule, Forecast: &forecast}
	want := &reports.TilesBefore{Name: "1a2b3c4d5e of 21 Nov 2026", On: day(2026, 11, 21), SitesLive: was.SitesLive, Avoided: was.Avoided, AllKept: chance(4_200)}
	if diff := cmp.Diff(want, reports.Build(in).Tiles.Before); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	in.Before.Forecast, want.AllKept = nil, plan.Chance{}
	if diff := cmp.Diff(want, reports.Build(in).Tiles.Before); diff != "" {
		t.Errorf("without a forecast (-want +got):\n%s", diff)
	}
}

// TestPricedPromise holds that the price of lateness counts a late activity whose phase is on time, and an earlier
// schedule by the same promises.
func TestPricedPromise(t *testing.T) {
	p := reportstest.Programme()
	for id := range p.Phases.All() {
		p.Phases.Get(id).Target = plan.Target{}
	}
	in := reportstest.InputOf(p)
	goal := &in.Network.Goals[0]
	for i := range in.Network.Goals {
		in.Network.Goals[i].Target = plan.Target{}
		if !in.Network.Goals[i].Phase {
			goal = &in.Network.Goals[i]
		}
	}
	if goal.Phase {
		t.Fatal("the programme has no dated activity")
	}
	goal.By = in.Schedule.Finish(in.Network, goal) - 30
	last := *in.Schedule
	last.Rows = append([]plan.Row(nil), last.Rows...)
	for i := range last.Rows {
		last.Rows[i].Start, last.Rows[i].Finish = last.Rows[i].Start-60, last.Rows[i].Finish-60
	}
	in.Previous = &last
	tiles := reports.Build(in).Tiles
	if tiles.LateCost.N < 240_000 || tiles.LateCost.N > 275_000 || tiles.LateMost != goal.Name {
		t.Errorf("30 days late at £250,000 a month cost %+v, of %q", tiles.LateCost, tiles.LateMost)
	}
	if v := tiles.Versions[0]; v.LateCost != (reports.Pounds{Set: true}) {
		t.Errorf("60 days earlier it cost %+v", v.LateCost)
	}
}
