package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/plan/forecast"
	"epr/reports"
	"epr/reports/reportstest"
)

func chance(share int) plan.Chance { return plan.Chance{Share: share, Set: true} }

func on(year, month, dayOfMonth int) reports.Percentile {
	return reports.Percentile{Date: day(year, month, dayOfMonth)}
}

func both(calendarDays, working int) reports.DaysBoth {
	return reports.DaysBoth{Calendar: calendarDays, Working: working, Set: true}
}

// TestProspect follows the made-up forecast by hand for the organisational development plan, which no window
// stops: planned for 27 January 2027, replication k finishes k²/7,000 − 10 days later. The replications are
// counted from 0, so that the P10 is that of k = 99, one day and a bit, less ten: 18 January.
func TestProspect(t *testing.T) {
	var got reports.Prospect
	for _, p := range reportstest.Pack().Confidence.Dated {
		if p.ID == "od-plan" {
			got = p
		}
	}
	want := reports.Prospect{
		ID: "od-plan", Name: "Organisational development plan approved", Kind: "milestone",
		Planned: day(2027, 1, 27),
		Promise: reports.Promise{Date: day(2027, 2, 26), Kind: reports.PromisedBy},
		// 26 February is 30 days after the plan: k²/7,000 < 41 up to k = 535, 536 replications of 1,000.
		Chance: chance(5_360),
		P10:    on(2027, 1, 18),
		P50:    on(2027, 2, 21), // 499²/7,000 = 35 days, less 10
		P80:    on(2027, 4, 18), // 799²/7,000 = 91
		P90:    on(2027, 5, 12), // 899²/7,000 = 115
		// 1.96·√(1,000·0.8·0.2) = 24.8: the ranks 775 and 826, k = 774 and 825, 85 and 97 days.
		SureFrom: on(2027, 4, 12), SureTo: on(2027, 4, 24),
		// Monday to Friday, less Good Friday (26 March) and Easter Monday.
		Reserve: both(81, 55),
		Short:   both(51, 33),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("prospect (-want +got):\n%s", diff)
	}
}

// TestConfidence sees what the forecast as a whole says of the invented programme.
func TestConfidence(t *testing.T) {
	c := reportstest.Pack().Confidence
	if c.AllKept != chance(0) || c.PlanKeeps != (reports.Share{N: 4, Of: 5}) {
		t.Errorf("all kept %+v, the plan keeps %+v", c.AllKept, c.PlanKeeps)
	}
	var ids []string
	for _, p := range c.Promises {
		ids = append(ids, p.ID+" "+string(p.Promise.Kind))
	}
	if diff := cmp.Diff([]string{"one by", "od-plan by", "three by", "two by", "two announced", "all-live must by"}, ids); diff != "" {
		t.Errorf("promises, the weakest first (-want +got):\n%s", diff)
	}
	if p := c.Programme; p.Planned != day(2028, 5, 28) || p.Promise.Date != day(2028, 7, 31) || p.Kind != reports.WholeProgramme {
		t.Errorf("programme: %+v", p)
	}
	if len(c.Phases) != 3 || len(c.Dated) != 2 || len(c.GoLives) != 0 && c.GoLives[0].Kind != "go-live" {
		t.Errorf("%d phases, %d dated, %d go-lives", len(c.Phases), len(c.Dated), len(c.GoLives))
	}
}

func TestLanding(t *testing.T) {
	c := reportstest.Pack().Confidence
	winter := "Winter pressures"
	want := reports.Landing{
		ID: "two/community/st-cuthberts/go-live", Name: "Go live, St Cuthbert's Community Hospital (Phase 2)", Planned: day(2027, 8, 8),
		// 30 November is 114 days after the plan: k²/7,000 < 125 up to k = 935, 936 replications of 1,000.
		Missed: 640, Price: reports.Pounds{N: 1_701_613, Set: true},
		Windows: []reports.Window{
			{Open: calendar.Span{From: day(2027, 3, 1), To: day(2027, 11, 30)}, Closed: winter, Planned: true, Chance: 9_360,
				Median: day(2027, 8, 29), Weeks: 3, Price: reports.Pounds{N: 169_355, Set: true}},
			{Open: calendar.Span{From: day(2028, 3, 1), To: day(2028, 11, 30)}, Closed: winter, Chance: 640,
				Median: day(2028, 3, 2), Weeks: 29, Price: reports.Pounds{N: 1_701_613, Set: true}},
		},
	}
	got := c.Landings[0]
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("landing (-want +got):\n%s", diff)
	}
	if next := got.Next(); next == nil || next.Weeks != 29 || got.Shut() != winter {
		t.Errorf("next %+v, shut by %q", next, got.Shut())
	}
}

// TestCurve sees that curves have few points, rise, end where all but a few have finished, and mark the right
// steps.
func TestCurve(t *testing.T) {
	c := reportstest.Pack().Confidence
	if len(c.Curves) != 2 || c.Curves[1].Of.ID != "one" {
		t.Fatalf("%d curves", len(c.Curves))
	}
	for _, curve := range c.Curves {
		sum, before := 0, 0
		for k, point := range curve.Points {
			if sum += point.Share; point.Chance < before || point.Chance != sum {
				t.Errorf("%s: step %d has %d in all and a chance of %d after %d", curve.Of.Name, k, sum, point.Chance, before)
			}
			before = point.Chance
		}
		if len(curve.Points) > reports.CurvePoints || sum < reports.CurveEnd || curve.Points[0].Chance != 0 {
			t.Errorf("%s: %d points from %d to %d", curve.Of.Name, len(curve.Points), curve.Points[0].Chance, sum)
		}
		for _, mark := range []struct {
			at  int
			day calendar.Date
		}{{curve.P50, curve.Of.P50.Date}, {curve.P80, curve.Of.P80.Date}, {curve.Promise, curve.Of.Promise.Date}} {
			if end := curve.Points[mark.at].Day; end < mark.day || end-calendar.Date(curve.Step) >= mark.day {
				t.Errorf("%s: %s is marked in the step to %s", curve.Of.Name, mark.day, end)
			}
		}
	}
}

// TestBeyond has a forecast in which three replications of ten do not fit before the horizon ends.
func TestBeyond(t *testing.T) {
	in := reportstest.InputOf(reportstest.Many(2))
	in.Forecast = &forecast.Forecast{Runs: 10, Seed: 7, Beyond: 3_000, Horizon: in.Network.Horizon,
		Programme: forecast.Outcome{Goal: -1, Activity: -1, Planned: day(2027, 3, 7), Dates: forecast.NewDates(day(2027, 3, 7), []int32{5, 0, 2}, 3)}}
	p := reports.Build(in).Confidence.Programme
	if p.P50 != on(2027, 3, 7) || !p.P80.Beyond || p.P80.Date != in.Network.Horizon.To || p.Never != 3_000 || p.Reserve.Set {
		t.Errorf("%+v", p)
	}
	if got := p.P80.Short(); got != "after 31 Dec 2030" {
		t.Errorf("P80 is %s", got)
	}
}

func TestMethod(t *testing.T) {
	want := "1,000 replications of the whole schedule, with calendars, blackouts, teams and meetings, on random numbers of seed 1: 85 durations drawn from their ranges, triangular with low as P10 and high as P90, 9 of 12 risks played. Each keeps the plan's order of work and people; what has happened is certain."
	if diff := cmp.Diff(want, reportstest.Pack().Confidence.Method.Sentence); diff != "" {
		t.Error(diff)
	}
	in := reportstest.Input()
	in.Forecast.Policy, in.Forecast.Ranges = forecast.Redispatch, plan.Limits
	in.Network.Plan.Forecast.OptimismBias = plan.Range{Low: 100, Likely: 110, High: 130}
	want = "1,000 replications of the whole schedule, with calendars, blackouts, teams and meetings, on random numbers of seed 1: 85 durations drawn from their ranges, triangular with low and high as limits, 9 of 12 risks played. All work still to do is stretched by an optimism bias of 1 to 1.3 (likely 1.1). People go to whoever is ready first, which nobody does every day: this is an optimistic envelope, not the forecast."
	if diff := cmp.Diff(want, reports.Build(in).Confidence.Method.Sentence); diff != "" {
		t.Error(diff)
	}
}

// TestFarPromise sees that a promise farther off than the curve is long leaves the curve its room.
func TestFarPromise(t *testing.T) {
	p := reportstest.Many(2)
	p.Phases.Get("one").By = day(2026, 12, 31)
	in := reportstest.InputOf(p)
	in.Forecast = &forecast.Forecast{Runs: 10, Horizon: in.Network.Horizon,
		Programme: forecast.Outcome{Goal: -1, Activity: -1, Planned: day(2027, 3, 7), Dates: forecast.NewDates(day(2027, 3, 7), []int32{5, 0, 5}, 0)}}
	c := reports.Build(in).Confidence.Curves[0]
	if c.Promise != -1 || c.Points[0].Day != day(2027, 3, 6) || len(c.Points) != 4 || c.Of.Promise.Date != day(2026, 12, 31) {
		t.Errorf("the curve begins on %s and has %d points, the promise of %s is marked in step %d", c.Points[0].Day, len(c.Points), c.Of.Promise.Date, c.Promise)
	}
}
