package solve_test

import (
	"testing"

	"pgregory.net/rapid"

	"epr/plan"
	"epr/plan/expand"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/verify"
)

// TestSoonestDelaysNothing holds for generated programmes: the schedule keeps every rule, nothing finishes
// later, and the target no later than it did.
func TestSoonestDelaysNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
		if err != nil {
			t.Skip("no schedule")
		}
		target := rapid.IntRange(0, len(n.Activities)-1).Draw(t, "target")
		checkSoonest(t, n, result.Schedule, solve.Soonest(n, result.Schedule, []int{target}))
	})
}

// TestSoonestTakesUpSlack puts a whole schedule of generated programmes late and brings it back: the work
// of a team that shrank meanwhile must not go wrong.
func TestSoonestTakesUpSlack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plantest.Plan(t)
		n, problems := expand.Expand(p)
		if len(problems) > 0 {
			t.Skip("not sound")
		}
		late := *p
		late.Programme.Status += 20
		slow, problems := expand.Expand(&late)
		if len(problems) > 0 {
			t.Skip("not sound")
		}
		result, err := solve.Solve(slow, solve.Options{Effort: solve.Quick})
		if err != nil || !verify.Check(n, result.Schedule).OK() {
			t.Skip("no schedule of both")
		}
		checkSoonest(t, n, result.Schedule, solve.Soonest(n, result.Schedule, []int{len(n.Activities) - 1}))
	})
}

func checkSoonest(t *rapid.T, n *plan.Network, from, to *plan.Schedule) {
	t.Helper()
	for _, v := range verify.Check(n, to).Violations {
		t.Errorf("%s [%s]", v.Text, v.Rule)
	}
	for _, row := range to.Rows {
		if was, _ := from.Find(row.ID); row.Finish > was.Finish {
			t.Errorf("%s finishes on %s, later than on %s", row.ID, row.Finish, was.Finish)
		}
	}
}

// BenchmarkSoonest measures a call on the example.
func BenchmarkSoonest(b *testing.B) {
	n, s := plantest.Example(b, "lincolnshire")
	target := []int{n.Index("three/all-live")}
	for b.Loop() {
		solve.Soonest(n, s, target)
	}
}
