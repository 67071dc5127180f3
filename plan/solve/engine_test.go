package solve_test

import (
	"testing"

	"epr/examples"
	"epr/plan/expand"
	"epr/plan/planfile"
	"epr/plan/solve"
)

// TestEngine: the constraint engine proves the lateness and the finish of the Lincolnshire example best.
func TestEngine(t *testing.T) {
	m := planfile.Read(planfile.Folder{FS: examples.Files}, "lincolnshire.toml")
	n, problems := expand.Expand(m.Plan)
	if len(problems) > 0 {
		t.Fatal(problems[0].Text)
	}
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
