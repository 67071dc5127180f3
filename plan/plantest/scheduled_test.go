package plantest_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"epr/plan"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/verify"
)

// bySolve is false if the solver finds no schedule.
func bySolve(n *plan.Network) (*plan.Schedule, bool) {
	result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
	if err != nil {
		return nil, false
	}
	return result.Schedule, true
}

// scheduled draws networks until one has a schedule, by the solver or by first fit.
func scheduled(t *rapid.T) (*plan.Network, *plan.Schedule) {
	by := rapid.SampledFrom([]func(*plan.Network) (*plan.Schedule, bool){byFirstFit, bySolve}).Draw(t, "scheduled by")
	for range 10 {
		n := plantest.Network(t)
		if s, ok := by(n); ok {
			return n, s
		}
	}
	t.Skip("no network drawn has a schedule")
	return nil, nil
}

// The schedules of two schedulers that share nothing with the check, nor with each other but for the
// network, keep every rule.
func TestSchedulesAreAccepted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		for _, by := range []func(*plan.Network) (*plan.Schedule, bool){byFirstFit, bySolve} {
			s, ok := by(n)
			if !ok {
				continue
			}
			if r := verify.Check(n, s); !r.OK() {
				t.Fatalf("a rule is broken: %v", r.Violations)
			}
		}
	})
}

// What the solver proves impossible, first fit does not do.
func TestImpossibleIsImpossible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		none := (*solve.NoSchedule)(nil)
		if _, err := solve.Solve(n, solve.Options{Effort: solve.Quick}); !errors.As(err, &none) || !none.Proved {
			return
		}
		if _, ok := byFirstFit(n); ok {
			t.Fatalf("first fit has a schedule, but the solver says: %s", none.Reason)
		}
	})
}
