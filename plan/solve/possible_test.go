package solve_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
	"epr/plan/verify"
)

// On models small enough to try everything, the answer is the true one. The engine does not know that
// consequences cannot be put off: where only that stands in the way, it may not find out.
func TestPossibleIsTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		best, _ := modeltest.Best(m)
		switch answer, starts := solve.PossibleModel(m, solve.PossibleSteps); answer {
		case solve.Feasible:
			if broken := m.Check(starts); len(broken) > 0 {
				t.Fatalf("%v breaks rules: %v", starts, broken)
			}
		case solve.Impossible:
			if best != nil {
				t.Fatalf("said to be impossible, but %v is a schedule", best)
			}
		case solve.Unknown:
			if !hasPrompt(m) {
				t.Fatal("not found out")
			}
		}
	})
}

// A schedule that is given passes the independent check, and none is denied to a network that has one.
func TestPossibleNetwork(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		answer, schedule := solve.Possible(n, solve.PossibleSteps)
		if answer == solve.Feasible {
			if report := verify.Check(n, schedule); !report.OK() {
				t.Fatalf("breaks rules: %v", report.Violations)
			}
		}
		if _, err := solve.Solve(n, solve.Options{Effort: solve.Quick}); err == nil && answer != solve.Feasible {
			t.Fatalf("answer %d to a network with a schedule", answer)
		}
	})
}

func hasPrompt(m *model.Model) bool {
	return slices.ContainsFunc(m.Tasks, func(t model.Task) bool { return t.Prompt })
}
