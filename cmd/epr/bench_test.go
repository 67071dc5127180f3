package main

import (
	"bytes"
	"testing"
	"testing/fstest"

	"epr/plan"
	"epr/plan/expand"
	"epr/plan/explain"
	"epr/plan/forecast"
	"epr/plan/planfile"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/verify"
	"epr/reports"
	"epr/reports/xlsx"

	"epr/examples"
)

// BenchmarkStages times each stage of "epr plan" on the Lincolnshire example and on a generated
// programme of 206 trusts and 6,180 activities:
//
//	go test -bench Stages -benchmem ./cmd/epr
func BenchmarkStages(b *testing.B) {
	b.Run("lincolnshire", func(b *testing.B) {
		stages(b, planfile.Folder{FS: examples.Files}, "lincolnshire.toml")
	})
	b.Run("national", func(b *testing.B) {
		stages(b, folder(plantest.Programme(plantest.NationalTrusts, plantest.NationalSteps)), plantest.ProgrammeFile)
	})
}

func folder(files fstest.MapFS) planfile.Folder { return planfile.Folder{FS: files} }

func stages(b *testing.B, in planfile.Folder, name string) {
	read := planfile.Read(in, name)
	n, _ := expand.Expand(read.Plan)
	result, err := solve.Solve(n, solve.Options{})
	if err != nil {
		b.Fatal(err)
	}
	m := &model{path: name, plan: read.Plan, network: n, files: read.Files, problems: read.Problems}
	input := packInput(m, nil, result, verify.Check(n, result.Schedule))
	if input.Forecast, err = forecast.Run(n, result.Schedule, forecast.Options{}); err != nil {
		b.Fatal(err)
	}
	pack := reports.Build(input)
	for _, stage := range []struct {
		name string
		run  func()
	}{
		{"read", func() { planfile.Read(in, name) }},
		{"check", func() { plan.Check(read.Plan) }},
		{"expand", func() { expand.Expand(read.Plan) }},
		{"solve", func() { _, err = solve.Solve(n, solve.Options{}) }},
		{"verify", func() { verify.Check(n, result.Schedule) }},
		{"explain", func() { explain.Reasons(n, result.Schedule) }},
		{"forecast", func() { _, err = forecast.Run(n, result.Schedule, forecast.Options{}) }},
		{"reports", func() { reports.Build(input) }},
		{"xlsx", func() { err = xlsx.Write(&bytes.Buffer{}, pack) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				stage.run()
			}
			if err != nil {
				b.Fatal(err)
			}
		})
	}
}
