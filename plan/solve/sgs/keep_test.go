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

// kept runs a search without regard to what is kept, then one that keeps.
func kept(m *model.Model, steps int64) (fresh, near sgs.Result) {
	free := *m
	free.Kept = nil
	if fresh = search(&free, steps); fresh.Starts == nil {
		return fresh, fresh
	}
	g := model.NewGraph(m)
	w, _ := model.FindWindow(m, g)
	return fresh, sgs.Keep(m, g, w, fresh.Starts, sgs.Options{Steps: steps})
}

// anchored keeps some starts with a weight of one each.
func anchored(m *model.Model, starts []int32) *model.Model {
	a := *m
	a.Kept = nil
	for _, x := range starts {
		a.Kept = append(a.Kept, model.Anchor{Start: x, Weight: 1})
	}
	return &a
}

// TestKeepIsStable: what a search or a keeping has returned is kept unchanged, however the kept starts
// lay before.
func TestKeepIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		fresh, near := kept(m, 300)
		if fresh.Starts == nil {
			return
		}
		for _, result := range []sgs.Result{fresh, near} {
			if _, again := kept(anchored(m, result.Starts), 300); !slices.Equal(again.Starts, result.Starts) {
				t.Fatalf("%v became %v", result.Starts, again.Starts)
			}
		}
	})
}

// TestKeepPasses: keeping returns a schedule, of the value it says, no more late than the fresh one.
func TestKeepPasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		fresh, near := kept(m, 300)
		if fresh.Starts == nil || len(m.Kept) == 0 {
			return
		}
		if found := m.Check(near.Starts); len(found) > 0 {
			t.Fatalf("%v: %v", near.Starts, found)
		}
		if diff := cmp.Diff(m.Evaluate(near.Starts), near.Value); diff != "" {
			t.Fatal(diff)
		}
		if m.Evaluate(fresh.Starts).LessUpTo(model.Moves, near.Value) {
			t.Fatalf("fresh %v is better than %v", fresh.Starts, near.Starts)
		}
	})
}
