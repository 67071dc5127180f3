package solve_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/plan/plantest"
	"epr/plan/solve"
)

// A schedule goes into integers and back unchanged, and keeps the rules there too.
func TestTranslate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		r, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
		if err != nil {
			return
		}
		translation := solve.Translate(n)
		starts := translation.Starts(r.Schedule)
		if broken := translation.Model.Check(starts); len(broken) > 0 {
			t.Fatalf("%v breaks rules: %v", starts, broken)
		}
		if diff := cmp.Diff(r.Schedule, translation.Schedule(starts)); diff != "" {
			t.Fatal(diff)
		}
	})
}
