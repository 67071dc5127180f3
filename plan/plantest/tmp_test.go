package plantest_test

import (
	"testing"
	"time"
	"fmt"

	"epr/plan"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/verify"
)

func TestTmpNational(t *testing.T) {
	t0 := time.Now()
	n := national(t, plantest.NationalTrusts, plantest.NationalSteps)
	t1 := time.Now()
	r, err := solve.Solve(n, solve.Options{})
	t2 := time.Now()
	if err != nil {
		t.Fatalf("%+v", err)
	}
	rep := verify.Check(n, r.Schedule)
	t3 := time.Now()
	fmt.Println(t1.Sub(t0), t2.Sub(t1), t3.Sub(t2), len(rep.Violations), rep.Rules)
	for _, st := range r.Stages { fmt.Printf("%+v\n", st) }
	for i := range n.Goals {
		g := &n.Goals[i]
		if g.Phase {
			fmt.Println(g.ID, "by", g.By, "finish", r.Schedule.Finish(n, g), int(r.Schedule.Finish(n, g)-g.By))
		}
	}
	// utilisation
	for _, s := range n.Teams {
		use := make([]plan.Hundredths, len(s.Size))
		for i := range n.Activities {
			a := &n.Activities[i]
			for _, need := range a.Needs {
				if need.Team == s.Team.ID {
					for d := r.Schedule.Rows[i].Start; d <= r.Schedule.Rows[i].Finish; d++ {
						if a.Terms.Work.Works(d) { use[d-s.From] += need.Amount }
					}
				}
			}
		}
		full, any, sum := 0, 0, plan.Hundredths(0)
		for d := range use {
			if use[d] > 0 { any++ }
			if use[d]*10 >= s.Size[d]*9 { full++ }
			sum += use[d]
		}
		fmt.Println(s.Team.ID, "days used", any, "days >=90% full", full, "person days", sum)
	}
}
