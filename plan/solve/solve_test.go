package solve_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/verify"
)

// solved is the result for a network, nil if there is no schedule.
func solved(t *rapid.T, n *plan.Network, o solve.Options) *solve.Result {
	t.Helper()
	o.Effort = solve.Quick
	r, err := solve.Solve(n, o)
	if none := (*solve.NoSchedule)(nil); err != nil && !errors.As(err, &none) {
		t.Fatal(err)
	}
	return r
}

// TestVerified: every schedule passes the independent check.
func TestVerified(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		r := solved(t, n, solve.Options{})
		if r == nil {
			return
		}
		for _, v := range verify.Check(n, r.Schedule).Violations {
			t.Errorf("%s: %s", v.Rule, v.Text)
		}
	})
}

func day(n int) calendar.Date { return calendar.Date(n) }
