package solve

import (
	"epr/plan/solve/model"
	"epr/plan/solve/optimise"
	"epr/plan/solve/sgs"
)

// improve makes a schedule better with the constraint engine, and raises the bounds to what it proves.
// Made anew in its own order, the schedule must not become better still: [sgs.Keep] would find that.
//
// What the engine proves of a level is true of schedules that are as good as its own at the levels before. Made anew, one
// may be better at one level and worse at a later one: then of the levels after that only what is true of all is left.
func (r *run) improve(found sgs.Result) sgs.Result {
	r.general = r.bounds.Value
	if found.Starts == nil || r.options.Effort == First {
		return found
	}
	better := optimise.Improve(r.model, r.graph, r.window, found.Starts, r.engine())
	found.Starts, found.Value = sgs.Settle(r.model, r.graph, r.window, better.Starts)
	r.bounds.Value = stillProved(better, found.Value, r.general)
	return found
}

// stillProved are the bounds of an improved schedule that hold for another value, given those that hold of all.
func stillProved(of optimise.Result, value, general model.Value) model.Value {
	bound := of.Bound
	for level := range value {
		if value[level] > of.Value[level] {
			copy(bound[level+1:], general[level+1:])
			break
		}
	}
	return bound
}

// keepSteps is the effort that keeping takes if the whole allows it; of more it takes a half.
const keepSteps = 12_000_000

// keepMore lets the constraint engine leave more of the committed starts where they are. The result must be
// one that [sgs.Keep] would keep.
func (r *run) keepMore(kept sgs.Result) sgs.Result {
	if kept.Starts == nil || r.options.Effort == First {
		return kept
	}
	o := r.engine()
	o.Steps = max(o.Steps/2, min(o.Steps, keepSteps))
	better := optimise.Keep(r.model, r.graph, r.window, kept.Starts, o)
	better.Starts, better.Value = sgs.Return(r.model, r.graph, r.window, better.Starts)
	if better.Value.Less(kept.Value) && sgs.IsSettled(r.model, r.graph, r.window, better.Starts) {
		kept.Starts, kept.Value = better.Starts, better.Value
	}
	return kept
}

// keepBounds works out the bounds of a schedule near a committed one. What was proved about the fresh
// schedule holds for a level if the one kept is as good at the levels before, and if work under way goes on
// no later in it.
func (r *run) keepBounds(fresh, kept sgs.Result) {
	proved := r.bounds.Value
	holds := fresh.Starts != nil && r.goesOn(kept.Starts, fresh.Starts)
	r.bounds = r.bound()
	for level := range proved {
		if model.Level(level) == model.Moves {
			continue
		}
		r.bounds.Value[level] = max(r.bounds.Value[level], r.general[level])
		if holds {
			r.bounds.Value[level] = max(r.bounds.Value[level], proved[level])
			holds = kept.Value[level] <= fresh.Value[level]
		}
	}
}

// goesOn reports whether work under way starts no later in a schedule than in another. The engine lets it start no
// later than it found it, and so do its proofs.
func (r *run) goesOn(starts, than []int32) bool {
	for task, x := range starts {
		if r.model.Tasks[task].Begun && x > than[task] {
			return false
		}
	}
	return true
}

// engine is the options of the constraint engine.
func (r *run) engine() optimise.Options {
	o, tasks := r.searchOptions(), len(r.model.Tasks)
	effort := r.options.Effort
	e := optimise.Options{Steps: effort.engineSteps(tasks), Encores: effort.encores(), Bound: r.bounds.Value, Stop: o.Stop}
	if r.options.Progress != nil {
		e.Told = func(s optimise.State) {
			r.tell(Progress{
				Steps: effort.steps(tasks) + s.Steps/stepsOfEngine,
				Late:  lateDays(s.Value), Stage: stageWords[s.Level],
				Value: ceil(s.Value[s.Level], perUnit(s.Level)), Bound: ceil(s.Bound[s.Level], perUnit(s.Level)),
			})
		}
	}
	return e
}
