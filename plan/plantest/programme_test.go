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
	"epr/plan/source"
	"epr/plan/verify"
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

func TestProgrammeCanBeScheduled(t *testing.T) {
	n := national(t, plantest.NationalTrusts, plantest.NationalSteps)
	result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
	if err != nil {
		t.Fatal(err)
	}
	if r := verify.Check(n, result.Schedule); !r.OK() {
		t.Errorf("%d rules are broken, first: %s", len(r.Violations), r.Violations[0].Text)
	}
}

// BenchmarkProgramme measures the stages from the text of a national programme to its checked schedule.
func BenchmarkProgramme(b *testing.B) {
	files := planfile.Folder{FS: plantest.Programme(plantest.NationalTrusts, plantest.NationalSteps)}
	m := planfile.Read(files, plantest.ProgrammeFile)
	n, _ := expand.Expand(m.Plan)
	result, err := solve.Solve(n, solve.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for _, stage := range []struct {
		name string
		run  func()
	}{
		{"read", func() { planfile.Read(files, plantest.ProgrammeFile) }},
		{"check", func() { plan.Check(m.Plan) }},
		{"expand", func() { expand.Expand(m.Plan) }},
		{"solve", func() { _, _ = solve.Solve(n, solve.Options{}) }},
		{"verify", func() { verify.Check(n, result.Schedule) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				stage.run()
			}
		})
	}
}
