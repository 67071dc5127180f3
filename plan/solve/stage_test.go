package solve_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/plantest"
	"epr/plan/solve"
)

// TestStages: two pieces of work of a week each want one crew by the first Friday. The phase that has both
// is a week late, and the work of the crew proves that it must be.
func TestStages(t *testing.T) {
	n := plantest.ExpandText(t, head+`
team.crew.size = 1
[phase.one]
by = 2026-09-11
priority = 3
[activity.a]
phase = "one"
kind = "build"
days = 5
needs = { crew = 1 }
[activity.b]
phase = "one"
kind = "go-live"
days = 5
needs = { crew = 1 }
announced = 2026-09-11
`)
	first := mustSolve(t, n, solve.Options{})
	if diff := cmp.Diff("a 2026-09-14 2026-09-18\nb 2026-09-07 2026-09-11\n", rows(first.Schedule)); diff != "" {
		t.Error(diff)
	}
	// The phase is reached 12 days after the start, 7 late, and the go-live after 5: 3 × 12 + 5.
	want := `weighted lateness beyond announced dates: 0 of 0 weighted days, proved true
weighted lateness beyond promised dates: 21 of 21 weighted days, proved true
weighted finish of phases and milestones: 41 of 41 weighted days, proved true
starts of all activities: 7 of 7 days, proved true
`
	if diff := cmp.Diff(want, stages(first)); diff != "" {
		t.Error(diff)
	}
	kept := mustSolve(t, n, solve.Options{Committed: first.Schedule})
	if s := kept.Stages[2]; s.Name != "moves from the committed schedule" || s.Value != 0 || !s.Proved {
		t.Errorf("%+v, want no moves, proved", s)
	}
}
