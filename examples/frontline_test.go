package examples_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/plan/forecast"
	"epr/plan/plantest"
)

const frontline = "frontline-digitisation.toml"

// bodiesLive is the day on which each body is live in a schedule.
func bodiesLive(n *plan.Network, s *plan.Schedule) map[string]calendar.Date {
	live := map[string]calendar.Date{}
	for i := range n.Activities {
		if a := &n.Activities[i]; a.Kind == plan.GoLive {
			row, _ := s.Find(a.ID)
			live[a.Place.Trust] = row.Finish
		}
	}
	return live
}

// missing are the bodies that are not live by a day, as written in the list of bodies.
func missing(n *plan.Network, live map[string]calendar.Date, by calendar.Date) string {
	var late []string
	for _, id := range n.Plan.Trusts.IDs() {
		if day, ok := live[id]; !ok || day > by {
			late = append(late, id)
		}
	}
	return strings.Join(late, " ")
}

// TestFrontlineHasItsNumbers holds the published numbers, and those of the work.
func TestFrontlineHasItsNumbers(t *testing.T) {
	n := networkOf(t, frontline, "")
	if got := len(n.Activities); got < 6_000 {
		t.Errorf("%d activities, want at least 6,000", got)
	}
	if got := n.Plan.Trusts.Len(); got != 206 {
		t.Errorf("%d bodies, want 206", got)
	}
	live := bodiesLive(n, committed(t, frontline))
	told := n.Plan.Programme.Status
	if got := strings.Fields(missing(n, live, told)); len(got) != 19 {
		t.Errorf("without a record on %s: %d %v, want 19", told, len(got), got)
	}
	for _, id := range n.Plan.Trusts.IDs() {
		if want := "Body " + strings.TrimPrefix(id, "b"); n.Plan.Trusts.Get(id).Name != want || n.Plan.Trusts.Get(id).ODS != "" {
			t.Errorf("%s is called %q, with code %q; nobody real may be meant", id, n.Plan.Trusts.Get(id).Name, n.Plan.Trusts.Get(id).ODS)
		}
	}
}

// TestFrontlineTellsWhoMisses holds who misses which deadline, as the README tells.
func TestFrontlineTellsWhoMisses(t *testing.T) {
	n := networkOf(t, frontline, "")
	live := bodiesLive(n, committed(t, frontline))
	if got := strings.Fields(missing(n, live, plantest.Date("2025-03-31"))); len(got) != 19 {
		t.Errorf("March 2025 is missed by %d, want 19", len(got))
	}
	want := "b027 b060 b081 b092 b114 b146 b179 b201"
	if diff := cmp.Diff(want, missing(n, live, plantest.Date("2026-03-31"))); diff != "" {
		t.Errorf("who misses March 2026 (-want +got):\n%s", diff)
	}
}

// TestFrontlineMeasuresOverTime holds the three measures, and that what a milestone of coverage is called is so.
func TestFrontlineMeasuresOverTime(t *testing.T) {
	n, s := networkOf(t, frontline, ""), committed(t, frontline)
	live, got := bodiesLive(n, s), map[string]string{}
	for i := range n.Activities {
		a := &n.Activities[i]
		if a.Kind != plan.Milestone || a.Place.Trust != "" {
			continue
		}
		row, _ := s.Find(a.ID)
		got[a.ID] = row.Finish.String()
		if strings.HasPrefix(a.ID, "coverage-") {
			count := 206 - len(strings.Fields(missing(n, live, row.Finish)))
			if want := fmt.Sprintf("Coverage %d%%: %d of 206", (200*count+206)/412, count); a.Name != want {
				t.Errorf("%s is called %q, want %q", a.ID, a.Name, want)
			}
		}
	}
	want := map[string]string{
		"coverage-96": "2025-11-02", "coverage-98": "2026-05-03", "coverage-99": "2026-11-01", "coverage-100": "2027-07-04",
		"capability-2025/assessed": "2025-05-27", "capability-2026/assessed": "2026-05-27", "capability-2027/assessed": "2027-05-24",
		"convergence-1/converged": "2026-03-16", "convergence-2/converged": "2026-05-14", "convergence-3/converged": "2026-08-11",
		"convergence-4/converged": "2026-11-11", "convergence-5/converged": "2027-03-05", "convergence-6/converged": "2027-05-13",
		"convergence-7/converged": "2027-07-13",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the measures (-want +got):\n%s", diff)
	}
}

// TestFrontlineNeedsItsSupport holds how many bodies miss March 2026 with half of the support, and with half of the
// panel, and that the plan is good.
func TestFrontlineNeedsItsSupport(t *testing.T) {
	if testing.Short() {
		t.Skip("plans 206 bodies three times")
	}
	got := map[string]int{}
	for _, scenario := range []string{"", "half-the-squads", "small-panel"} {
		n, result := afresh(t, frontline, scenario)
		got[scenario] = len(strings.Fields(missing(n, bodiesLive(n, result.Schedule), plantest.Date("2026-03-31"))))
		if scenario == "" {
			withinPercent(t, result, 3)
		}
	}
	if diff := cmp.Diff(map[string]int{"": 8, "half-the-squads": 9, "small-panel": 12}, got); diff != "" {
		t.Errorf("bodies that miss March 2026 (-want +got):\n%s", diff)
	}
}

// TestFrontlineChances holds how likely, in per cent, all eleven bodies in test are live by March 2026: if nobody
// changes the order of work, and if people always go to whoever is ready.
func TestFrontlineChances(t *testing.T) {
	if testing.Short() {
		t.Skip("plans 206 bodies and forecasts them twice")
	}
	n, result := afresh(t, frontline, "")
	got := map[forecast.Policy]int{}
	for _, policy := range []forecast.Policy{forecast.KeepOrder, forecast.Redispatch} {
		f, err := forecast.Run(n, result.Schedule, forecast.Options{Policy: policy, DatesOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, promise := range f.Promises {
			if f.Outcomes[promise.Outcome].ID == "in-test" {
				got[policy] = (promise.Kept + 50) / 100
			}
		}
	}
	if diff := cmp.Diff(map[forecast.Policy]int{forecast.KeepOrder: 6, forecast.Redispatch: 39}, got); diff != "" {
		t.Errorf("the chance of March 2026 (-want +got):\n%s", diff)
	}
}
