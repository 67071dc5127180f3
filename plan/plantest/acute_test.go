package plantest_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/expand"
	"epr/plan/planfile"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/solve/model"
	"epr/plan/source"
	"epr/plan/verify"
)

// acute reads and expands an acute programme in which nothing is wrong.
func acute(t *testing.T, trusts, wards int) *plan.Network {
	t.Helper()
	m := planfile.Read(planfile.Folder{FS: plantest.Acute(trusts, wards)}, plantest.AcuteFile)
	n, problems := expand.Expand(m.Plan)
	for _, p := range append(append(m.Problems.Sorted(), plan.Check(m.Plan)...), problems...) {
		if p.Severity == source.Error {
			t.Fatalf("%s: %s", p.Code, p.Text)
		}
	}
	return n
}

func TestAcuteHasItsSize(t *testing.T) {
	for _, c := range []struct{ trusts, wards int }{{1, 1}, {5, 7}, {32, 17}} {
		t.Run(fmt.Sprintf("%d×%d", c.trusts, c.wards), func(t *testing.T) {
			want := c.trusts * (plantest.AcuteSteps + c.wards)
			if got := len(acute(t, c.trusts, c.wards).Activities); got != want {
				t.Errorf("%d activities, want %d", got, want)
			}
		})
	}
	if diff := cmp.Diff(plantest.Acute(9, 3), plantest.Acute(9, 3)); diff != "" {
		t.Errorf("two programmes of the same size differ:\n%s", diff)
	}
}

// An acute programme can be scheduled, but with little effort not so that all its promises are kept.
func TestAcuteIsTight(t *testing.T) {
	n := acute(t, 5, 7)
	r, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range verify.Check(n, r.Schedule).Violations {
		t.Error(v.Text)
	}
	translation := solve.Translate(n)
	if value := translation.Model.Evaluate(translation.Starts(r.Schedule)); value[model.Late] == 0 {
		t.Error("every promise is kept")
	}
}

// However many trusts and wards there are, the programme is long enough for the trainers to get through them.
func TestAcuteHasRoom(t *testing.T) {
	for _, c := range []struct{ trusts, wards int }{{60, 20}, {120, 14}} {
		t.Run(fmt.Sprintf("%d×%d", c.trusts, c.wards), func(t *testing.T) {
			n := acute(t, c.trusts, c.wards)
			r, err := solve.Solve(n, solve.Options{Effort: solve.First})
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range verify.Check(n, r.Schedule).Violations {
				t.Error(v.Text)
			}
		})
	}
}
