package plantest_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/expand"
	"epr/plan/planfile"
	"epr/plan/plantest"
	"epr/plan/source"
)

// national reads and expands a programme in which nothing is wrong.
func national(t testing.TB, trusts, stepsPerTrust int) *plan.Network {
	t.Helper()
	m := planfile.Read(planfile.Folder{FS: plantest.Programme(trusts, stepsPerTrust)}, plantest.ProgrammeFile)
	n, problems := expand.Expand(m.Plan)
	for _, p := range append(append(m.Problems.Sorted(), plan.Check(m.Plan)...), problems...) {
		if p.Severity == source.Error {
			t.Fatalf("%s: %s", p.Code, p.Text)
		}
	}
	return n
}

func TestProgrammeHasItsSize(t *testing.T) {
	for _, c := range []struct{ trusts, steps int }{{1, 7}, {27, 12}, {3, 29}, {2, 45}, {plantest.NationalTrusts, plantest.NationalSteps}} {
		t.Run(fmt.Sprintf("%d×%d", c.trusts, c.steps), func(t *testing.T) {
			if got := len(national(t, c.trusts, c.steps).Activities); got != c.trusts*c.steps {
				t.Errorf("%d activities, want %d", got, c.trusts*c.steps)
			}
		})
	}
}

func TestProgrammeIsTheSameEachTime(t *testing.T) {
	if diff := cmp.Diff(plantest.Programme(40, 30), plantest.Programme(40, 30)); diff != "" {
		t.Errorf("two programmes of the same size differ:\n%s", diff)
	}
}
