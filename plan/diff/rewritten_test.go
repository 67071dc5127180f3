package diff_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"epr/plan"
	"epr/plan/diff"
	"epr/plan/plantest"
)

// A baseline that is no longer what was approved is said: dropped, given another date, or changed inside. A new one
// is none of that.
func TestRewrittenBaselines(t *testing.T) {
	baseline := func(date_, approver string, rows ...plan.Row) *plan.Baseline {
		return &plan.Baseline{Date: plantest.Date(date_), Approver: approver, Schedule: &plan.Schedule{Rows: rows}}
	}
	row := plan.Row{ID: "rollout", Start: plantest.Date("2026-09-07"), Finish: plantest.Date("2026-09-10")}
	later := plan.Row{ID: "rollout", Start: plantest.Date("2026-09-08"), Finish: plantest.Date("2026-09-11")}
	old, new := version(t, small, nil), version(t, small, nil)
	for id, b := range map[string]*plan.Baseline{
		"kept": baseline("2026-09-01", "Board", row), "gone": baseline("2026-09-02", "Board", row),
		"moved": baseline("2026-09-03", "Board", row), "changed": baseline("2026-09-04", "Board", row),
	} {
		old.Plan.Baselines.Add(id, b)
	}
	for id, b := range map[string]*plan.Baseline{
		"kept": baseline("2026-09-01", "Board", row), "moved": baseline("2026-09-13", "Board", row),
		"changed": baseline("2026-09-04", "Board", later), "new": baseline("2026-09-20", "Board", later),
	} {
		new.Plan.Baselines.Add(id, b)
	}
	want := []diff.Rewritten{
		{ID: "gone", What: "dropped", Was: plantest.Date("2026-09-02")},
		{ID: "moved", What: "approved", Was: plantest.Date("2026-09-03"), Is: plantest.Date("2026-09-13")},
		{ID: "changed", What: "baseline", Was: plantest.Date("2026-09-04"), Is: plantest.Date("2026-09-04")},
	}
	got := compare(t, old, new, diff.Options{}).Rewritten
	byID := cmpopts.SortSlices(func(a, b diff.Rewritten) bool { return a.ID < b.ID })
	if d := cmp.Diff(want, got, byID, cmpopts.IgnoreFields(diff.Rewritten{}, "At", "Place")); d != "" {
		t.Error(d)
	}
}
