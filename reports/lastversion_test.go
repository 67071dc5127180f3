package reports_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestLastVersion changes four rows of an otherwise equal last version: one finished earlier then, one started later,
// one was not there, and one is not there any more.
func TestLastVersion(t *testing.T) {
	in := reportstest.Input()
	last := &plan.Schedule{}
	for _, row := range in.Schedule.Rows {
		switch row.ID {
		case "one/nhft/royal/go-live":
			row.Start, row.Finish = row.Start-28, row.Finish-28
		case "devices":
			row.Start += 3
		case "od-work":
			continue
		}
		last.Rows = append(last.Rows, row)
	}
	first := in.Schedule.Rows[0]
	last.Rows = append(last.Rows, plan.Row{ID: "zz-gone", Start: first.Start, Finish: first.Finish})
	in.Previous = last

	got := reports.Build(in).LastVersion
	names := func(list []reports.Moved) []string {
		var ids []string
		for _, m := range list {
			ids = append(ids, m.ID)
		}
		return ids
	}
	if diff := cmp.Diff([]string{"one/nhft/royal/go-live", "devices"}, names(got.Moved)); diff != "" {
		t.Errorf("moved (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"one/nhft/royal/go-live"}, names(got.GoLives)); diff != "" {
		t.Errorf("go-lives (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"od-work"}, names(got.Added)); diff != "" {
		t.Errorf("added (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]reports.RemovedRow{{ID: "zz-gone", Start: first.Start, Finish: first.Finish}}, got.Removed); diff != "" {
		t.Errorf("removed (-want +got):\n%s", diff)
	}
	if got.Moved[0].FinishDays != 28 || got.Moved[1].StartDays != -3 || got.Moved[1].FinishDays != 0 || got.Later != 1 || got.Earlier != 0 {
		t.Errorf("%d later, %d earlier: %+v", got.Later, got.Earlier, got.Moved)
	}
	one := slices.IndexFunc(got.Phases, func(p reports.PhaseSince) bool { return p.Name == "Phase 1: core record" })
	if p := got.Phases[one]; p.Later != 1 || p.MostLater != 28 || p.Earlier != 0 || p.Added != 0 {
		t.Errorf("phase one: %+v", p)
	}
}

// TestLastVersionOfItself finds nothing to tell.
func TestLastVersionOfItself(t *testing.T) {
	in := reportstest.Input()
	in.Previous = in.Schedule
	got := reports.Build(in).LastVersion
	if !got.Given || got.Activities != len(in.Schedule.Rows) || len(got.Moved)+len(got.Added)+len(got.Removed) != 0 {
		t.Errorf("%d activities in both, %d moved, %d added, %d removed", got.Activities, len(got.Moved), len(got.Added), len(got.Removed))
	}
}
