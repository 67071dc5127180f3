package optimise_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/plan/solve/bound"
	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
	"epr/plan/solve/optimise"
	"epr/plan/solve/sgs"
)

// problem is a model with a first schedule.
type problem struct {
	m      *model.Model
	g      *model.Graph
	w      *model.Window
	starts []int32
	bound  model.Value
}

// newProblem finds a first schedule with little effort; false if it finds none.
func newProblem(m *model.Model, steps int64) (*problem, bool) {
	p := &problem{m: m, g: model.NewGraph(m)}
	w, conflict := model.FindWindow(m, p.g)
	if conflict != nil {
		return nil, false
	}
	p.w, p.bound = w, bound.Find(m, p.g, w).Value
	p.starts = sgs.Begin(m, p.g, w, sgs.Options{Steps: steps, Seed: 1, Bound: p.bound}).Finish(nil).Starts
	return p, p.starts != nil
}

func (p *problem) improve(steps int64) optimise.Result {
	return optimise.Improve(p.m, p.g, p.w, p.starts, optimise.Options{Steps: steps, Bound: p.bound})
}

// tiny draws a model in which no work is under way: that goes on before all other work, which trying
// everything does not know.
func tiny(t *rapid.T) *model.Model {
	m := modeltest.Tiny(modeltest.Rapid(t))
	for i := range m.Tasks {
		m.Tasks[i].Begun = false
	}
	m.Kept = nil
	return m
}

// Every schedule keeps the rules, none is worse than the one before, and nothing is called best that is
// not: the bounds hold for the best schedule there is, and what is proved at all levels is the best.
func TestAgainstBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, ok := newProblem(tiny(t), rapid.Int64Range(1, 200).Draw(t, "first steps"))
		if !ok {
			return
		}
		r := p.improve(rapid.Int64Range(0, 300_000).Draw(t, "steps"))
		if broken := p.m.Check(r.Starts); len(broken) > 0 {
			t.Fatalf("%v breaks rules: %v", r.Starts, broken)
		}
		if r.Value != p.m.Evaluate(r.Starts) || p.m.Evaluate(p.starts).Less(r.Value) {
			t.Fatalf("from %v to %v", p.m.Evaluate(p.starts), r.Value)
		}
		_, best := modeltest.Best(p.m)
		for level := range best {
			if r.Bound[level] > best[level] {
				t.Fatalf("bound %v, best %v", r.Bound, best)
			}
			if r.Value[level] != best[level] {
				return // the bounds at later levels are for schedules as good as this one
			}
		}
	})
}

// With effort enough, the best schedule of a tiny model is found and proved. The engine does not know that consequences
// do not wait for maximum lags, so that it may go unproved where there are any.
func TestProvesBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := tiny(t)
		m.Arcs = slices.DeleteFunc(m.Arcs, func(a model.Arc) bool {
			return a.Back && a.To != model.Origin && m.Tasks[a.To].Prompt
		})
		p, ok := newProblem(m, 1)
		if !ok {
			return
		}
		r := p.improve(100_000_000)
		if _, best := modeltest.Best(m); r.Value != best || r.Bound != best {
			t.Fatalf("%v, at best %v, want %v", r.Value, r.Bound, best)
		}
	})
}

// The same arguments give the same result, and more effort no worse one.
func TestSteps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, ok := newProblem(tiny(t), 1)
		if !ok {
			return
		}
		steps := rapid.Int64Range(0, 100_000).Draw(t, "steps")
		first := p.improve(steps)
		if diff := cmp.Diff(first, p.improve(steps)); diff != "" {
			t.Fatal(diff)
		}
		if none := p.improve(0); none.Value != p.m.Evaluate(p.starts) {
			t.Fatalf("%v without effort, from %v", none.Value, p.m.Evaluate(p.starts))
		}
	})
}
