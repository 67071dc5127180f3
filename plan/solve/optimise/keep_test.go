package optimise_test

import (
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
	"epr/plan/solve/optimise"
)

// anchored draws a tiny model in which most starts are to be kept.
func anchored(t *rapid.T) *model.Model {
	m := tiny(t)
	for range m.Tasks {
		start := rapid.Int32Range(-1, m.Horizon).Draw(t, "kept")
		m.Kept = append(m.Kept, model.Anchor{Start: start, Weight: rapid.Int64Range(1, 3).Draw(t, "weight")})
	}
	return m
}

// What is kept becomes no worse, keeps the rules, and never beats the best schedule there is. Where the best
// schedule is the one to be kept, it is left alone.
func TestKeep(t *testing.T) { keeps(t, optimise.Keep) }

// The same part by part, as in models too large for the engine.
func TestKeepParts(t *testing.T) { keeps(t, optimise.KeepParts) }

type keeper func(*model.Model, *model.Graph, *model.Window, []int32, optimise.Options) optimise.Result

func keeps(t *testing.T, keep keeper) {
	better := 0
	rapid.Check(t, func(t *rapid.T) {
		p, ok := newProblem(anchored(t), 1)
		if !ok {
			return
		}
		o := optimise.Options{Steps: 300_000, Bound: p.bound}
		r := keep(p.m, p.g, p.w, p.starts, o)
		if broken := p.m.Check(r.Starts); len(broken) > 0 {
			t.Fatalf("%v breaks rules: %v", r.Starts, broken)
		}
		before := p.m.Evaluate(p.starts)
		if before.Less(r.Value) || r.Value != p.m.Evaluate(r.Starts) {
			t.Fatalf("from %v to %v", before, r.Value)
		}
		if r.Value.Less(before) {
			better++
		}
		best, value := modeltest.Best(p.m)
		if r.Value.Less(value) {
			t.Fatalf("%v, better than the best %v", r.Value, value)
		}
		for task := range p.m.Kept {
			p.m.Kept[task].Start = best[task]
		}
		again := keep(p.m, p.g, p.w, best, o)
		for task, start := range again.Starts {
			if start != best[task] {
				t.Fatalf("%v kept as %v", best, again.Starts)
			}
		}
	})
	if better == 0 {
		t.Error("nothing was ever kept better")
	}
}
