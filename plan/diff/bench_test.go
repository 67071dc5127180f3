package diff_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"epr/plan/diff"
	"epr/plan/plantest"
)

// national are two versions of a national programme of 6,180 activities with edits in every group.
func national(b *testing.B) (old, new *diff.Version) {
	b.Helper()
	files := plantest.Programme(plantest.NationalTrusts, plantest.NationalSteps)
	old = read(b, files, plantest.ProgrammeFile)
	model := string(files[plantest.ProgrammeFile].Data)
	for _, edit := range [][2]string{
		{"start = 2026-09-01\n", "start = 2026-09-01\nstatus = 2026-10-05\n"},
		{"low = 45, likely = 60", "low = 45, likely = 63"},
		{"is = 56", "is = 52"},
		{`days = 120`, `days = 110`},
		{"priority = 1", "priority = 2"},
		{"{ from = \"07-20\", to = \"08-31\" }", "{ from = \"07-18\", to = \"08-31\" }"},
	} {
		if strings.Count(model, edit[0]) == 0 {
			b.Fatalf("%q is not in the model", edit[0])
		}
		model = strings.Replace(model, edit[0], edit[1], 1)
	}
	model += `
[progress."mobilise-1/t001/mobilise"]
started = 2026-09-01
finished = 2026-09-25
[progress."mobilise-1/t002/mobilise"]
started = 2026-09-02
remaining = 8
`
	changed := fstest.MapFS{plantest.ProgrammeFile: {Data: []byte(model)}, "trusts.csv": files["trusts.csv"]}
	new = read(b, changed, plantest.ProgrammeFile)
	schedule(b, old, nil)
	schedule(b, new, old.Schedule)
	return old, new
}

func BenchmarkNational(b *testing.B) {
	old, new := national(b)
	for _, bench := range []struct {
		name    string
		options diff.Options
	}{
		{"Quick", diff.Options{}},
		{"Attributed", diff.Options{Attribute: true}},
		{"ByEdit", diff.Options{Attribute: true, ByEdit: true}},
		{"ByOrder", diff.Options{Attribute: true, ByEdit: true, ByOrder: true}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			for b.Loop() {
				d, err := diff.Compare(old, new, bench.options)
				if err != nil {
					b.Fatal(err)
				}
				if a := d.Attribution; a != nil {
					b.ReportMetric(float64(a.Replays), "replays")
				}
			}
		})
	}
}
