package solve_test

import (
	"testing"

	"epr/examples"
	"epr/plan/plantest"
	"epr/plan/solve"
)

// TestEngine: the constraint engine proves the lateness and the finish of the Lincolnshire example best.
func TestEngine(t *testing.T) {
	n := plantest.Expand(t, examples.Files, "lincolnshire.toml")
	r := mustSolve(t, n, solve.Options{})
	for _, s := range r.Stages[:len(r.Stages)-1] {
		if !s.Proved || s.Bound != s.Value {
			t.Errorf("%s: %d, at best %d", s.Name, s.Value, s.Bound)
		}
	}
	// The last stage adds up the starts of hundreds of activities: within three days each.
	if last := r.Stages[len(r.Stages)-1]; last.Value-last.Bound > 3*int64(len(n.Activities)) {
		t.Errorf("%s: %d, at best %d", last.Name, last.Value, last.Bound)
	}
}
