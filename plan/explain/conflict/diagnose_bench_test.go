package conflict_test

import (
	"strings"
	"testing"

	"epr/plan"
	"epr/plan/explain/conflict"
	"epr/plan/planfile"
	"epr/plan/plantest"
)

// impossibleProgramme is a generated programme of so many activities for each of so many trusts, made
// impossible: "dates" by a date too early for the chain of work before it, "team" by a team too small for it.
func impossibleProgramme(t testing.TB, trusts, steps int, how string) *plan.Plan {
	t.Helper()
	change := map[string][]string{
		"dates": {"by = 2027-11-01", "must_by = 2027-04-01"},
		"team":  {"by = 2029-01-01", "must_by = 2028-08-01", "is = 32 }, { from = 2028-01-04, is = 56 }", "is = 4 }, { from = 2028-01-04, is = 5 }"},
	}[how]
	files := plantest.Programme(trusts, steps)
	text := string(files[plantest.ProgrammeFile].Data)
	for k := 0; k < len(change); k += 2 {
		if !strings.Contains(text, change[k]) {
			t.Fatalf("%q is not in the programme", change[k])
		}
		text = strings.Replace(text, change[k], change[k+1], 1)
	}
	files[plantest.ProgrammeFile].Data = []byte(text)
	m := planfile.Read(planfile.Folder{FS: files}, plantest.ProgrammeFile)
	if m.Problems.HasErrors() {
		t.Fatal(m.Problems.Sorted())
	}
	return m.Plan
}

// BenchmarkDiagnose finds the conflict and its repairs in programmes of 300 and of 6,180 activities.
func BenchmarkDiagnose(b *testing.B) {
	for _, size := range []struct {
		name   string
		trusts int
	}{{"300", 10}, {"6180", plantest.NationalTrusts}} {
		for _, how := range []string{"dates", "team"} {
			p := impossibleProgramme(b, size.trusts, plantest.NationalSteps, how)
			b.Run(size.name+"/"+how, func(b *testing.B) {
				for b.Loop() {
					d := conflict.Diagnose(p, conflict.DiagnosisOptions{})
					if len(d.Conflicts) == 0 || len(d.Together) == 0 || !d.Conflicts[0].Minimal {
						b.Fatalf("%d conflicts, %d repairs", len(d.Conflicts), len(d.Together))
					}
					b.ReportMetric(float64(d.Asked), "questions/op")
				}
			})
		}
	}
}
