package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestReadiness looks at one trust's gates of phase one in the invented programme, of which the figures were worked
// out by hand from its schedule: staff are trained per site, and nobody counts heads.
func TestReadiness(t *testing.T) {
	in := reportstest.Input()
	r := reports.Build(in).Readiness
	for k, g := range r.Gates {
		if k > 0 && g.First < r.Gates[k-1].First {
			t.Errorf("%s of %s comes before %s", g.Name, g.Phase, r.Gates[k-1].Name)
		}
		if want := g.Name == "Go or no-go"; g.Final != want {
			t.Errorf("%s of %s is the last of its phase: %v", g.Name, g.Phase, g.Final)
		}
	}
	waiting, previous := 0, calendar.Date(0)
	for i := range in.Network.Activities {
		if a := &in.Network.Activities[i]; a.Kind == plan.Gate && !a.Done() {
			waiting++
		}
	}
	for _, g := range r.Waiting {
		row, _ := in.Schedule.Find(g.ID)
		if g.Date != row.Finish || g.Date < previous {
			t.Errorf("%s on %s, planned for %s", g.ID, g.Date, row.Finish)
		}
		if previous = g.Date; g.AtGate.Set && g.AtGoLive.Set && g.AtGate.Share > g.AtGoLive.Share {
			t.Errorf("%s: %d trained at the gate, %d at the go-live after it", g.ID, g.AtGate.Share, g.AtGoLive.Share)
		}
	}
	if len(r.Waiting) != waiting {
		t.Errorf("%d gates to come, want %d", len(r.Waiting), waiting)
	}
}

// TestReadinessOfSites counts the gates of a trust's sites in one cell, and shows what its trainings give.
func TestReadinessOfSites(t *testing.T) {
	in := reportstest.Input()
	r := reports.Build(in).Readiness
	cell := r.Rows[0].Cells[columnOf(t, &r, "Phase 1: core record", "Go or no-go")]
	first, last := calendar.Date(1<<30), calendar.Date(0)
	for _, site := range []string{"royal", "westgate", "dale-view"} {
		row, _ := in.Schedule.Find("one/nhft/" + site + "/go-no-go")
		first, last = min(first, row.Finish), max(last, row.Finish)
	}
	// A site's staff are trained before its rehearsal, and that is before its gate.
	want := reports.GateCell{Passed: reports.Share{N: 0, Of: 3}, Next: first, Last: last, Trained: plan.Chance{Share: 10_000, Set: true}}
	if diff := cmp.Diff(want, cell); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if c := r.Rows[1].Cells[columnOf(t, &r, "Phase 1: core record", "Go or no-go")]; c.Passed.Of != 0 {
		t.Errorf("a trust that is not in the phase has %d gates of it", c.Passed.Of)
	}
}

func columnOf(t *testing.T, r *reports.Readiness, phase, name string) int {
	t.Helper()
	for k := range r.Gates {
		if r.Gates[k].Phase == phase && r.Gates[k].Name == name {
			return k
		}
	}
	t.Fatalf("no column for %s of %s", name, phase)
	return -1
}

// TestFinalGates holds that the last gate before a go-live is one, whatever comes after it, and that a phase without
// go-lives has none: there too few cannot be trained for it.
func TestFinalGates(t *testing.T) {
	in := reportstest.Input()
	for i := range in.Network.Activities {
		if a := &in.Network.Activities[i]; a.Place.Phase == "two" && a.Kind == plan.GoLive {
			a.Kind = plan.Cutover
		}
	}
	finals := map[string]string{}
	for _, g := range reports.Build(in).Readiness.Gates {
		if g.Final {
			finals[g.Phase] = g.Name
		}
	}
	want := map[string]string{}
	for id, phase := range in.Network.Plan.Phases.All() {
		if id != "two" {
			want[phase.Name] = "Go or no-go"
		}
	}
	if diff := cmp.Diff(want, finals); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
