package solve

import (
	"flag"
	"slices"
	"testing"

	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
	"epr/plan/solve/optimise"
	"epr/plan/solve/sgs"
)

var witnessDraws = flag.Int("witnesses", 300, "models that TestWitnesses draws")

// TestWitnesses holds what is said in the stages of a tiny model against all its schedules: of those that are as good
// as the one found at the stages before, none goes below a bound. First of a schedule found without regard to a
// committed one, then of one near another schedule, and of one in which some starts are held besides.
func TestWitnesses(t *testing.T) {
	draws := *witnessDraws
	if testing.Short() {
		draws /= 4
	}
	models, moved := 0, 0
	for seed := range uint64(draws) {
		draw := modeltest.Seeded(seed)
		m := modeltest.Busy(draw)
		switch draw("kind", 0, 3) {
		case 0:
			m = modeltest.Tiny(draw)
		case 1:
			m = modeltest.Twins(draw)
		}
		m.Kept = nil
		all, ok := modeltest.All(m, 10_000)
		if !ok || len(all) == 0 {
			continue
		}
		models++
		near := all[draw("kept", 0, len(all)-1)]
		w := witnesses{t, seed, draw, Options{Effort: []Effort{First, Quick, Normal}[draw("effort", 0, 2)]}}
		if w.solve(*m, all, near) {
			moved++
		}
		w.solve(w.holdSome(*m, all, near))
	}
	t.Logf("of %d draws %d models, moves in %d", draws, models, moved)
	if models < draws/4 || moved < models/10 {
		t.Error("the models are too easy or too hard to test anything")
	}
}

// witnesses hold what is said of one model against all its schedules.
type witnesses struct {
	t       *testing.T
	seed    uint64
	draw    modeltest.Draw
	options Options
}

// solve solves a model afresh and near a schedule, and checks what is said of both. It reports whether the second had to
// move anything.
func (w *witnesses) solve(given model.Model, all [][]int32, near []int32) (moved bool) {
	w.t.Helper()
	r := newRun(&problem{model: &given}, w.options)
	first, none := r.freshly()
	if none != nil {
		w.t.Fatalf("seed %d: %v, although %v is a schedule", w.seed, none, all[0])
	}
	if first.Starts == nil {
		return false
	}
	w.stand(r, "fresh", first, all)
	r.model.Kept = w.anchors(near, given.Horizon)
	kept := r.keepMore(sgs.Keep(r.model, r.graph, r.window, first.Starts, r.nearby()))
	if kept.Starts == nil {
		return false
	}
	r.keepBounds(first, kept)
	w.stand(r, "kept", kept, all)
	return kept.Value[model.Moves] > 0
}

// anchors are the starts of a schedule as those to keep, now and then off by some days.
func (w *witnesses) anchors(near []int32, horizon int32) []model.Anchor {
	kept := make([]model.Anchor, len(near))
	for task, x := range near {
		if w.draw("off", 0, 2) == 0 {
			x = min(max(0, x+int32(w.draw("by", -2, 3))), horizon)
		}
		kept[task] = model.Anchor{Start: x, Weight: int64(w.draw("weight", 1, 3))}
	}
	return kept
}

// holdSome leaves some tasks of a model no other start than in a schedule, and returns it with the schedules left.
func (w *witnesses) holdSome(m model.Model, all [][]int32, near []int32) (model.Model, [][]int32, []int32) {
	m.Tasks = slices.Clone(m.Tasks)
	for task, x := range near {
		if t := &m.Tasks[task]; !t.Prompt && w.draw("held", 0, 2) == 0 {
			t.Earliest, t.Latest = x, m.Finish(int32(task), x)
			all = slices.DeleteFunc(slices.Clone(all), func(starts []int32) bool { return starts[task] != x })
		}
	}
	return m, all, near
}

// stand holds the bounds of a schedule against all others: of those as good at the levels before, none is better.
func (w *witnesses) stand(r *run, what string, found sgs.Result, all [][]int32) {
	w.t.Helper()
	if broken := r.model.Check(found.Starts); len(broken) > 0 || found.Value != r.model.Evaluate(found.Starts) {
		w.t.Fatalf("seed %d, %s: %v of %v breaks rules: %v", w.seed, what, found.Value, found.Starts, broken)
	}
	for _, starts := range all {
		if !r.goesOn(starts, found.Starts) {
			continue
		}
		value := r.model.Evaluate(starts)
		for level := range value {
			if value[level] < r.bounds.Value[level] {
				w.t.Fatalf("seed %d, %s: bound %v of %v, but %v has %v", w.seed, what, r.bounds.Value, found.Value, starts, value)
			}
			if value[level] > found.Value[level] {
				break
			}
		}
	}
}

// Bounds are kept as far as the value they are for is no worse: that of starts is for schedules with this finish.
func TestStillProved(t *testing.T) {
	of := optimise.Result{
		Value: model.Value{model.Late: 5, model.Finish: 7, model.Starts: 9},
		Bound: model.Value{model.Late: 4, model.Finish: 6, model.Starts: 8},
	}
	general := model.Value{model.Late: 1, model.Finish: 2, model.Starts: 3}
	for _, tt := range []struct {
		value model.Value
		want  int64 // bound of the starts
	}{
		{of.Value, 8},
		{model.Value{model.Late: 4, model.Finish: 7, model.Starts: 12}, 8},
		{model.Value{model.Late: 4, model.Finish: 8, model.Starts: 9}, 3},
	} {
		want := of.Bound
		want[model.Starts] = tt.want
		if got := stillProved(of, tt.value, general); got != want {
			t.Errorf("%v: %v, want %v", tt.value, got, want)
		}
	}
}
