package solve_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/verify"
)

// TestFirst: the first schedule keeps every rule, stays when it is committed, and has bounds that hold for
// whatever more effort finds.
func TestFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		more := solved(t, n, solve.Options{})
		first, err := solve.Solve(n, solve.Options{Effort: solve.First})
		if (err == nil) != (more != nil) {
			t.Fatalf("the first schedule: %v; quick effort finds one: %v", err, more != nil)
		}
		if err != nil {
			return
		}
		for _, v := range verify.Check(n, first.Schedule).Violations {
			t.Errorf("%s: %s", v.Rule, v.Text)
		}
		again, err := solve.Solve(n, solve.Options{Effort: solve.First, Committed: first.Schedule})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first.Schedule, again.Schedule); diff != "" {
			t.Error(diff)
		}
		for i, s := range more.Stages {
			f := first.Stages[i]
			if s.Value < f.Bound {
				t.Errorf("%s: %d is reached, below the bound %d of the first schedule", s.Name, s.Value, f.Bound)
			}
			if s.Value != f.Value {
				break
			}
		}
	})
}
