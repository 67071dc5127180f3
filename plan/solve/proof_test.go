package solve_test

import (
	"testing"

	"epr/examples"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/planfile"
	"epr/plan/plantest"
	"epr/plan/solve"
)

// TestProofsHold: no effort finds a schedule that goes below what another has proved. On the example, terms of the
// sum of starts that rose during the search for a core were once taken for part of what the core had proved.
func TestProofsHold(t *testing.T) {
	networks := map[string]*plan.Network{
		"national":   national(t, 9),
		"acute":      read(t, planfile.Folder{FS: plantest.Acute(5, 7)}, plantest.AcuteFile),
		"lancashire": read(t, planfile.Folder{FS: examples.Files}, "lancashire-south-cumbria.toml"),
	}
	for name, n := range networks {
		t.Run(name, func(t *testing.T) {
			var results []*solve.Result
			for _, effort := range []solve.Effort{solve.First, solve.Quick, solve.Normal} {
				results = append(results, mustSolve(t, n, solve.Options{Effort: effort}))
			}
			for _, proving := range results {
				for _, other := range results {
					holds(t, proving.Stages, other.Stages)
				}
			}
		})
	}
}

// holds checks the bounds of a schedule against another one, up to the first stage at which they differ.
func holds(t *testing.T, proving, other []solve.Stage) {
	t.Helper()
	for i, s := range proving {
		if other[i].Value < s.Bound {
			t.Errorf("%s: %d is reached, and %d was proved the least there can be", s.Name, other[i].Value, s.Bound)
		}
		if other[i].Value != s.Value {
			return
		}
	}
}

func read(t *testing.T, in planfile.Folder, name string) *plan.Network {
	t.Helper()
	n, problems := expand.Expand(planfile.Read(in, name).Plan)
	for _, p := range problems {
		if p.Code != "holidays-projected" {
			t.Fatal(p.Text)
		}
	}
	return n
}

// TestProvesTheExamples: two examples of some hundred activities are proved best at every stage, at normal effort. Another
// method agrees on the first of them: a solver of mixed-integer programs, given the finish held and the days on which
// each activity may start, proves that its starts add up to no less.
func TestProvesTheExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long where every access to memory is watched")
	}
	for name, want := range map[string][]int64{
		"lincolnshire.toml":             {0, 74, 18_744, 105_375},
		"lancashire-south-cumbria.toml": {0, 0, 153_983, 625_650},
	} {
		t.Run(name, func(t *testing.T) {
			r := mustSolve(t, read(t, planfile.Folder{FS: examples.Files}, name), solve.Options{})
			for i, s := range r.Stages {
				if !s.Proved || s.Value != want[i] {
					t.Errorf("%s: %d, at best %d, want %d and proved", s.Name, s.Value, s.Bound, want[i])
				}
			}
			if len(r.Stages) != len(want) {
				t.Errorf("%d stages, want %d", len(r.Stages), len(want))
			}
		})
	}
}
