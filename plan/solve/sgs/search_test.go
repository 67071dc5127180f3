package sgs_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
	"epr/plan/solve/sgs"
)

// search runs a search on a model; the result has no starts if the window proves that there are none.
func search(m *model.Model, steps int64) sgs.Result {
	g := model.NewGraph(m)
	w, conflict := model.FindWindow(m, g)
	if conflict != nil {
		return sgs.Result{Blamed: conflict.Task}
	}
	return sgs.Search(m, g, w, sgs.Options{Steps: steps, Seed: 1})
}

// TestEverySchedulePasses: whatever the search returns is a schedule, of the value it says.
func TestEverySchedulePasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		got := search(m, 500)
		if got.Starts == nil {
			return
		}
		if found := m.Check(got.Starts); len(found) > 0 {
			t.Fatalf("%v: %v", got.Starts, found)
		}
		if diff := cmp.Diff(m.Evaluate(got.Starts), got.Value); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestAgainstTrials compares with the best schedules of many small problems. The search is a heuristic:
// it may miss schedules where maximum lags, holes and teams meet. Of the first 3,000 problems 892 have a
// schedule; it finds one for all but one of them (277) and the best for all but two more. The test holds
// that at a third of the problems, one in two hundred missed and one in a hundred not best at most.
func TestAgainstTrials(t *testing.T) {
	var solvable, found, best int
	for seed := range uint64(1000) {
		m := modeltest.Tiny(modeltest.Seeded(seed))
		m.Kept = nil
		want, value := modeltest.Best(m)
		got := search(m, 1000)
		switch {
		case want == nil && got.Starts != nil:
			t.Fatalf("seed %d: found %v where trials find nothing", seed, got.Starts)
		case want == nil:
			continue
		case got.Starts != nil && got.Value.Less(value):
			t.Fatalf("seed %d: value %v is better than the best %v", seed, got.Value, value)
		case got.Starts != nil:
			found++
		}
		solvable++
		if got.Starts != nil && got.Value == value {
			best++
		}
	}
	if missed := solvable - found; missed*200 > solvable {
		t.Errorf("missed %d of %d problems that have a schedule", missed, solvable)
	}
	if worse := solvable - best; worse*100 > solvable {
		t.Errorf("not the best schedule of %d of %d problems", worse, solvable)
	}
}

// TestSameAgain: the same search gives the same schedule.
func TestSameAgain(t *testing.T) {
	for seed := range uint64(50) {
		m := modeltest.Tiny(modeltest.Seeded(seed))
		if a, b := search(m, 300), search(m, 300); !slices.Equal(a.Starts, b.Starts) || a.Steps != b.Steps {
			t.Fatalf("seed %d: %v after %d steps, then %v after %d", seed, a.Starts, a.Steps, b.Starts, b.Steps)
		}
	}
}
