package examples_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/plantest"
)

// TestNewYearIsFrozen holds that no release, and no day on which one is watched, lies in the freeze, and what the
// freeze and a longer one cost the first wave.
func TestNewYearIsFrozen(t *testing.T) {
	got := map[string]string{}
	for _, scenario := range []string{"", "no-freeze", "longer-freeze"} {
		n, result := afresh(t, "london-ambulance.toml", scenario)
		s := result.Schedule
		got[scenario] = finish(t, n, s, "first").String() + " " + finish(t, n, s, "third").String()
		for i := range n.Activities {
			a := &n.Activities[i]
			row, _ := s.Find(a.ID)
			frozen := row.Start <= plantest.Date("2027-01-05") && row.Finish >= plantest.Date("2026-12-15")
			if scenario == "" && frozen && (a.Kind == plan.GoLive || a.Kind == plan.Hypercare) {
				t.Errorf("%s is from %s to %s, in the freeze", a.ID, row.Start, row.Finish)
			}
		}
	}
	want := map[string]string{
		"":              "2027-01-11 2027-05-11",
		"no-freeze":     "2026-12-08 2027-05-11",
		"longer-freeze": "2027-02-02 2027-05-11",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the first and the last wave (-want +got):\n%s", diff)
	}
}
