package examples_test

import (
	"testing"

	"epr/examples"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/planfile"
)

// TestLincolnshireScenarios holds what the README promises of the scenarios.
func TestLincolnshireScenarios(t *testing.T) {
	if testing.Short() {
		t.Skip("plans the programme once for each scenario")
	}
	read := func(scenario string) *plan.Network {
		m := planfile.ReadScenario(planfile.Folder{FS: examples.Files}, "lincolnshire.what-if.toml", scenario)
		m.Problems.Add(plan.Check(m.Plan)...)
		n, problems := expand.Expand(m.Plan)
		if m.Problems.Add(problems...); !m.Problems.IsClean() || scenario != "" && m.Plan.Scenario == nil {
			t.Fatalf("scenario %q: %v", scenario, m.Problems.Sorted())
		}
		return n
	}
	n := read("")
	before := scheduled(t, n)
	for _, tt := range []struct {
		scenario, goal string
		from, to       int // days later
	}{
		{"early-winter", "three", 180, 240},
		{"third-crew", "two", -21, -7},
	} {
		edited := read(tt.scenario)
		later := int(finish(t, edited, scheduled(t, edited), tt.goal) - finish(t, n, before, tt.goal))
		if later < tt.from || later > tt.to {
			t.Errorf("%s moves phase %s by %d days, want %d to %d", tt.scenario, tt.goal, later, tt.from, tt.to)
		}
	}
}
