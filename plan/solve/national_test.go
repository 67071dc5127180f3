package solve_test

import (
	"testing"

	"epr/plan"
	"epr/plan/expand"
	"epr/plan/planfile"
	"epr/plan/plantest"
)

// national is the generated programme of that many trusts, with thirty activities each.
func national(t testing.TB, trusts int) *plan.Network {
	t.Helper()
	files := plantest.Programme(trusts, plantest.NationalSteps)
	m := planfile.Read(planfile.Folder{FS: files}, plantest.ProgrammeFile)
	if m.Problems.Len() > 0 {
		t.Fatal("the national programme has problems")
	}
	n, problems := expand.Expand(m.Plan)
	if len(problems) > 0 {
		t.Fatal(problems[0].Text)
	}
	return n
}
