package solve_test

import (
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/plantest"
	"epr/plan/solve"
)

// TestNational: large programmes are solved, their schedules verified, and kept unchanged when committed.
func TestNational(t *testing.T) {
	for _, trusts := range []int{10, plantest.NationalTrusts} {
		if testing.Short() && trusts > 10 {
			continue
		}
		n := national(t, trusts)
		first := mustSolve(t, n, solve.Options{Effort: solve.Quick})
		finish := first.Stages[len(first.Stages)-2]
		if 100*(finish.Value-finish.Bound) > 3*finish.Bound {
			t.Errorf("%d trusts: %s %d, at best %d: more than 3 %% apart", trusts, finish.Name, finish.Value, finish.Bound)
		}
		again := mustSolve(t, n, solve.Options{Effort: solve.Quick, Committed: first.Schedule})
		if diff := cmp.Diff(first.Schedule, again.Schedule); diff != "" {
			t.Errorf("%d trusts: %s", trusts, diff)
		}
	}
}

// TestSameOnManyCores: the number of cores makes no difference, and runs side by side do not disturb each other.
func TestSameOnManyCores(t *testing.T) {
	n := national(t, 9)
	n.Index("") // the index is made on first use
	want := mustSolve(t, n, solve.Options{})
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, cores := range []int{1, 2, 16} {
		runtime.GOMAXPROCS(cores)
		if diff := cmp.Diff(want, mustSolve(t, n, solve.Options{})); diff != "" {
			t.Errorf("%d cores: %s", cores, diff)
		}
	}
	results := make(chan *solve.Result)
	for range 4 {
		go func() {
			r, _ := solve.Solve(n, solve.Options{})
			results <- r
		}()
	}
	for range 4 {
		if diff := cmp.Diff(want, <-results); diff != "" {
			t.Error(diff)
		}
	}
}

// national is the generated programme of that many trusts, with thirty activities each.
func national(t testing.TB, trusts int) *plan.Network {
	t.Helper()
	files := plantest.Programme(trusts, plantest.NationalSteps)
	return plantest.Expand(t, files, plantest.ProgrammeFile)
}
