package examples_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/plantest"
	"epr/reports"
)

const lancashire = "lancashire-south-cumbria.toml"

// bill is what the extensions of old contracts cost that a schedule needs, in pounds.
func bill(t *testing.T, scenario string) map[string]int {
	t.Helper()
	n, result := afresh(t, lancashire, scenario)
	prices := map[string]int{}
	for _, c := range reports.Build(reports.Input{Network: n, Schedule: result.Schedule}).Contracts {
		if c.Price > 0 {
			prices[c.ID] = int(c.Price / plan.One)
		}
	}
	return prices
}

// TestFailedProcurementIsPaidInExtensions holds which old contracts have to be extended, and for how much, if the
// shared procurement succeeds and if it fails.
func TestFailedProcurementIsPaidInExtensions(t *testing.T) {
	if testing.Short() {
		t.Skip("plans fifteen years twice")
	}
	if diff := cmp.Diff(map[string]int{"old-core-lancashire-teaching": 2_100_000}, bill(t, "")); diff != "" {
		t.Errorf("the plan itself (-want +got):\n%s", diff)
	}
	n, result := afresh(t, lancashire, "procurement-fails")
	if got := finish(t, n, result.Schedule, "core"); got != plantest.Date("2029-07-15") {
		t.Errorf("the core is then live on %s, want 15 July 2029", got)
	}
	want := map[string]int{
		"old-core-blackpool": 3_500_000, "old-core-east-lancashire": 3_900_000, "old-core-lancashire-teaching": 8_000_000,
		"old-core-lscft": 2_500_000, "old-core-morecambe-bay": 10_870_998, // £6,470,998.50 and the option after it
		"old-maternity": 500_000, "old-ophthalmology": 130_000, "old-pathology": 1_500_000,
	}
	if diff := cmp.Diff(want, bill(t, "procurement-fails")); diff != "" {
		t.Errorf("if the procurement fails (-want +got):\n%s", diff)
	}
}

// TestFifteenYearsAreNearlyBest holds every stage of both schedules within one per cent of its bound.
func TestFifteenYearsAreNearlyBest(t *testing.T) {
	if testing.Short() {
		t.Skip("plans fifteen years twice")
	}
	for _, scenario := range []string{"", "procurement-fails"} {
		_, result := afresh(t, lancashire, scenario)
		for _, stage := range result.Stages {
			if !stage.Proved && 100*(stage.Value-stage.Bound) > stage.Value {
				t.Errorf("%q: %q reaches %d, and nothing better than %d is excluded", scenario, stage.Name, stage.Value, stage.Bound)
			}
		}
	}
}

// TestFifteenYearsKeepTheirOrder holds that no trust decides to go before the core of the one ahead has settled,
// and that no department goes live in a trust before its core has.
func TestFifteenYearsKeepTheirOrder(t *testing.T) {
	n, result := afresh(t, lancashire, "")
	settled := map[string]plan.Row{} // the last day of hypercare of each trust's core
	for i := range n.Activities {
		a := &n.Activities[i]
		if row, _ := result.Schedule.Find(a.ID); a.Place.Phase == "core" && a.Kind == plan.Hypercare && row.Finish > settled[a.Place.Trust].Finish {
			settled[a.Place.Trust] = row
		}
	}
	ahead := map[string]string{"blackpool": "east-lancashire", "lancashire-teaching": "blackpool",
		"morecambe-bay": "lancashire-teaching", "lscft": "morecambe-bay"}
	decisions, departments := 0, 0
	for i := range n.Activities {
		a := &n.Activities[i]
		row, _ := result.Schedule.Find(a.ID)
		switch {
		case a.Place.Phase == "core" && a.Kind == plan.Gate && ahead[a.Place.Trust] != "":
			if decisions++; row.Start <= settled[ahead[a.Place.Trust]].Finish {
				t.Errorf("%s is decided on %s, before %s has settled", a.ID, row.Start, ahead[a.Place.Trust])
			}
		case a.Place.Phase == "departmentals" && a.Kind == plan.GoLive:
			if departments++; row.Start <= settled[a.Place.Trust].Finish {
				t.Errorf("%s is on %s, before the core of its trust has settled", a.ID, row.Start)
			}
		}
	}
	if decisions != 4 || departments != 32 {
		t.Errorf("%d decisions and %d departments were looked at, want 4 and 32", decisions, departments)
	}
}
