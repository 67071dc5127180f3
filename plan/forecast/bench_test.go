package forecast_test

import (
	"fmt"
	"testing"

	"epr/examples"
	"epr/plan/forecast"
	"epr/plan/plantest"
	"epr/plan/plantest/scheduled"
)

// BenchmarkRun forecasts the example, with what each risk costs, and a national programme without risks.
func BenchmarkRun(b *testing.B) {
	for _, c := range []struct {
		name string
		runs int
	}{{"lincolnshire", 10_000}, {"national", 1_000}} {
		b.Run(fmt.Sprint(c.name, "/", c.runs), func(b *testing.B) {
			n := plantest.Expand(b, examples.Files, "lincolnshire.toml")
			if c.name == "national" {
				n = plantest.Expand(b, plantest.Programme(plantest.NationalTrusts, plantest.NationalSteps), plantest.ProgrammeFile)
			}
			s := scheduled.Quick(b, n)
			for b.Loop() {
				if _, err := forecast.Run(n, s, forecast.Options{Runs: c.runs}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
