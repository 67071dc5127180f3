package solve_test

import (
	"testing"

	"pgregory.net/rapid"

	"epr/plan"
	"epr/plan/plantest"
	"epr/plan/solve"
)

// Every schedule lies in the windows, and where a chain cannot be in time there is no schedule.
func TestWindowsHoldEverySchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		answer, schedule := solve.Possible(n, solve.PossibleSteps)
		chain, windows := solve.Chain(n), solve.Windows(n)
		if (len(chain) > 0) != (windows == nil) || (len(chain) > 0) != (solve.Impassable(n) != nil) {
			t.Fatalf("a chain of %d, %d windows", len(chain), len(windows))
		}
		if len(chain) > 0 && answer != solve.Impossible {
			t.Fatalf("answer %d in spite of a chain", answer)
		}
		if schedule != nil {
			checkInside(t, n, schedule)
		}
	})
}

func checkInside(t *rapid.T, n *plan.Network, s *plan.Schedule) {
	for i, window := range solve.Windows(n) {
		a := &n.Activities[i]
		row, _ := s.Find(a.ID)
		if a.Done() {
			continue
		}
		if row.Finish > window.To || !a.Started() && row.Start < window.From {
			t.Fatalf("%s from %s to %s, outside %s", a.ID, row.Start, row.Finish, window)
		}
	}
}
