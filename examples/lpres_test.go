package examples_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/forecast"
	"epr/plan/plantest"
	"epr/plan/solve"
)

const lpres = "lpres.toml"

// withinPercent holds every stage of a search that is not proved best within so many per cent of its bound, as shares
// of what it reaches.
func withinPercent(t *testing.T, result *solve.Result, percent int64) {
	t.Helper()
	for _, stage := range result.Stages {
		if !stage.Proved && 100*(stage.Value-stage.Bound) > percent*stage.Value {
			t.Errorf("%q reaches %d, and nothing better than %d is excluded", stage.Name, stage.Value, stage.Bound)
		}
	}
}

// TestLpresHasItsNumbers counts who takes part.
func TestLpresHasItsNumbers(t *testing.T) {
	n := networkOf(t, lpres, "")
	got := map[string]int{}
	for _, trust := range n.Plan.Trusts.All() {
		for _, group := range trust.Groups {
			got[group]++
		}
	}
	want := map[string]int{
		"hospitals": 4, "community": 1, "councils": 3, "private": 6, "practices": 306,
		"wave-1": 51, "wave-2": 51, "wave-3": 51, "wave-4": 51, "wave-5": 51, "wave-6": 51,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("who takes part (-want +got):\n%s", diff)
	}
}

// TestLpresKeepsToItsCrews holds that no practice is connected before its wave has started, that the two crews are
// never at five practices on one day, and that they are at four on most days of a wave: they are what it waits for.
func TestLpresKeepsToItsCrews(t *testing.T) {
	n, s := networkOf(t, lpres, ""), committed(t, lpres)
	at := map[string]int{} // practices at which crews are, by day
	for i := range n.Activities {
		a := &n.Activities[i]
		if a.Step == nil || a.Step.ID != "connect" || !slices.Contains(n.Plan.Trusts.Get(a.Place.Trust).Groups, "practices") {
			continue
		}
		row, _ := s.Find(a.ID)
		if starts, _ := s.Find(a.Place.Phase + "/starts"); row.Start <= starts.Finish {
			t.Errorf("%s is from %s, and its wave is started on %s", a.ID, row.Start, starts.Finish)
		}
		for day := row.Start; day <= row.Finish; day++ {
			if a.Terms.Work.Works(day) {
				at[day.String()]++
			}
		}
	}
	full := 0
	for day, practices := range at {
		if practices > 4 {
			t.Errorf("crews are at %d practices on %s", practices, day)
		}
		if practices == 4 {
			full++
		}
	}
	if 10*full < 8*len(at) {
		t.Errorf("both crews are busy on %d of %d days: they no longer decide how long a wave takes", full, len(at))
	}
}

// TestLpresKeepsClear holds that no practice is switched on, or taught, on days on which practices release nobody.
func TestLpresKeepsClear(t *testing.T) {
	n, s := networkOf(t, lpres, ""), committed(t, lpres)
	closed := [][2]string{
		{"2018-12-20", "2019-01-02"}, {"2019-03-18", "2019-04-08"}, {"2019-09-24", "2019-10-19"},
		{"2019-12-20", "2020-01-02"}, {"2020-03-18", "2020-04-08"},
	}
	looked := 0
	for i := range n.Activities {
		a := &n.Activities[i]
		if a.Kind != plan.GoLive && a.Kind != plan.Training || !slices.Contains(n.Plan.Trusts.Get(a.Place.Trust).Groups, "practices") {
			continue
		}
		looked++
		row, _ := s.Find(a.ID)
		for _, window := range closed {
			if row.Start <= plantest.Date(window[1]) && row.Finish >= plantest.Date(window[0]) {
				t.Errorf("%s is from %s to %s, between %s and %s", a.ID, row.Start, row.Finish, window[0], window[1])
			}
		}
	}
	if looked != 612 {
		t.Errorf("%d activities were looked at, want 612", looked)
	}
}

// TestLpresCrewsDecide holds when the waves are finished with two crews and with three, and that the plan is good.
func TestLpresCrewsDecide(t *testing.T) {
	if testing.Short() {
		t.Skip("plans 320 bodies twice")
	}
	got := map[string][]string{}
	for _, scenario := range []string{"", "third-crew"} {
		n, result := afresh(t, lpres, scenario)
		for _, wave := range []string{"wave-1", "wave-2", "wave-3", "wave-4", "wave-5", "wave-6"} {
			got[scenario] = append(got[scenario], finish(t, n, result.Schedule, wave).String())
		}
		if scenario == "" {
			withinPercent(t, result, 2)
		}
	}
	want := map[string][]string{
		"":           {"2019-02-07", "2019-05-09", "2019-08-08", "2019-11-06", "2020-02-06", "2020-05-06"},
		"third-crew": {"2019-02-07", "2019-05-07", "2019-07-18", "2019-11-06", "2020-01-21", "2020-04-28"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the waves (-want +got):\n%s", diff)
	}
}

// TestLpresChances holds, of the plan and its scenarios, the day by which the last wave is planned, the day by which
// four in five replications have it, and the chance, in per cent, that every promise is kept.
func TestLpresChances(t *testing.T) {
	if testing.Short() {
		t.Skip("plans and forecasts 320 bodies three times")
	}
	got := map[string]string{}
	for _, scenario := range []string{"", "third-crew", "fewer-signatures"} {
		n, result := afresh(t, lpres, scenario)
		f, err := forecast.Run(n, result.Schedule, forecast.Options{DatesOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		likely, _ := f.Programme.Dates.At(80)
		got[scenario] = fmt.Sprintf("%s, %s, %d%%", f.Programme.Planned, likely, (f.AllKept+50)/100)
	}
	want := map[string]string{
		"":                 "2020-05-06, 2020-10-22, 63%",
		"third-crew":       "2020-04-28, 2020-06-23, 60%",
		"fewer-signatures": "2020-05-06, 2021-06-24, 5%",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("planned, P80 and chance (-want +got):\n%s", diff)
	}
}
