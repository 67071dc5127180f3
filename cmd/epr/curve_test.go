package main

import (
	"bytes"
	"fmt"
	"math"
	"runtime"
	"testing"

	"epr/plan"
	"epr/plan/expand"
	"epr/plan/forecast"
	"epr/plan/planfile"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/verify"
	"epr/reports"
	"epr/reports/html"
	"epr/reports/text"
	"epr/reports/xlsx"
)

// BenchmarkCurve shows how the cost of each stage of "epr plan --effort first" grows from 390 to 30,000 activities: the
// last column is the processor's time for an activity, divided by log₂ of their number, which stays level where cost
// grows as n·log n. A machine that is busy with other things slows the large ones more, whose data do not fit into what
// memory it has at hand; the allocations of an activity, two columns before, are the same on any.
//
//	go test -run - -bench Curve -benchtime 1x ./cmd/epr
func BenchmarkCurve(b *testing.B) {
	for _, trusts := range []int{13, 25, 50, 100, 200, 400, 1000} {
		b.Run(fmt.Sprint(trusts*plantest.NationalSteps), func(b *testing.B) { curve(b, trusts) })
	}
}

// curve times each stage on the outcome of those before it.
func curve(b *testing.B, trusts int) {
	in, name := folder(plantest.Programme(trusts, plantest.NationalSteps)), plantest.ProgrammeFile
	var (
		read   *planfile.Model
		n      *plan.Network
		result *solve.Result
		report verify.Report
		input  reports.Input
		pack   *reports.Pack
	)
	for _, stage := range []struct {
		name string
		run  func() error
	}{
		{"reading", func() error {
			read = planfile.Read(in, name)
			plan.Check(read.Plan)
			return nil
		}},
		{"expanding", func() error { n, _ = expand.Expand(read.Plan); return nil }},
		{"first schedule", func() (err error) {
			result, err = solve.Solve(n, solve.Options{Effort: solve.First})
			return err
		}},
		{"verifying", func() error { report = verify.Check(n, result.Schedule); return nil }},
		{"explaining", func() error {
			m := &model{path: name, plan: read.Plan, network: n, files: read.Files, problems: read.Problems}
			input = packInput(m, nil, result, report)
			return nil
		}},
		{"forecasting", func() (err error) {
			input.Forecast, err = forecast.Run(n, result.Schedule, forecast.Options{Runs: 1_000})
			return err
		}},
		{"reporting", func() error { pack = reports.Build(input); return nil }},
		{"schedule file", func() error { return planfile.EncodeSchedule(&bytes.Buffer{}, committedOf(n, result.Schedule)) }},
		{"terminal", func() error { return text.Summary(&bytes.Buffer{}, pack, text.Options{}) }},
		{"xlsx", func() error { return xlsx.Write(&bytes.Buffer{}, pack) }},
		{"html", func() error { return html.Write(&bytes.Buffer{}, pack) }},
	} {
		if err := stage.run(); err != nil { // the stages that follow need it, also where this one is left out
			b.Fatal(err)
		}
		b.Run(stage.name, func(b *testing.B) {
			runtime.GC() // of what earlier stages have left
			var begun, ended runtime.MemStats
			runtime.ReadMemStats(&begun)
			before := processorTime()
			for b.Loop() {
				if err := stage.run(); err != nil {
					b.Fatal(err)
				}
			}
			size := float64(trusts * plantest.NationalSteps)
			each := float64(processorTime()-before) / float64(b.N)
			runtime.ReadMemStats(&ended)
			b.ReportMetric(each/1e9, "cpu-s/op")
			b.ReportMetric(each/size/math.Log2(size), "ns/(n·log₂n)")
			b.ReportMetric(float64(ended.Mallocs-begun.Mallocs)/float64(b.N)/size, "allocs/n")
		})
	}
}
