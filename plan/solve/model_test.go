package solve_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"epr/plan"
	"epr/plan/solve"
	"epr/plan/verify"
)

// mustSolve solves a network and has the schedule checked.
func mustSolve(t testing.TB, n *plan.Network, o solve.Options) *solve.Result {
	t.Helper()
	r, err := solve.Solve(n, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range verify.Check(n, r.Schedule).Violations {
		t.Errorf("%s: %s", v.Rule, v.Text)
	}
	return r
}

// noSchedule solves a network that has no schedule.
func noSchedule(t testing.TB, n *plan.Network) *solve.NoSchedule {
	t.Helper()
	_, err := solve.Solve(n, solve.Options{})
	var none *solve.NoSchedule
	if !errors.As(err, &none) {
		t.Fatalf("got %v, want no schedule", err)
	}
	return none
}

// rows writes a schedule as text, one activity a line.
func rows(s *plan.Schedule) string {
	var b strings.Builder
	for _, row := range s.Rows {
		fmt.Fprintf(&b, "%s %s %s\n", row.ID, row.Start, row.Finish)
	}
	return b.String()
}

// stages writes what was reached and bounded, one stage a line.
func stages(r *solve.Result) string {
	var b strings.Builder
	for _, s := range r.Stages {
		fmt.Fprintf(&b, "%s: %d of %d %s, proved %v\n", s.Name, s.Value, s.Bound, s.Unit, s.Proved)
	}
	return b.String()
}
