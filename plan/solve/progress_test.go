package solve_test

import (
	"slices"
	"testing"

	"epr/plan/solve"
)

// TestProgress: the stages are told in their order, none with a value below what is proved, and the work told of
// never goes back.
func TestProgress(t *testing.T) {
	var stages []string
	last := int64(0)
	mustSolve(t, national(t, 20), solve.Options{Effort: solve.Quick, Progress: func(p solve.Progress) {
		if p.Value < p.Bound || p.Steps < last || p.Steps > p.Of {
			t.Errorf("%+v after %d steps", p, last)
		}
		last = p.Steps
		if !slices.Contains(stages, p.Stage) {
			stages = append(stages, p.Stage)
		}
	}})
	if want := []string{"", "finish", "starts"}; !slices.Equal(stages, want) {
		t.Errorf("%q, want %q", stages, want)
	}
}
