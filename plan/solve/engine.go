package solve

import (
	"epr/plan/solve/bound"
	"epr/plan/solve/model"
	"epr/plan/solve/optimise"
	"epr/plan/solve/sgs"
)

// improve makes a schedule better with the constraint engine, and raises the bounds to what it proves.
// Made anew in its own order, the schedule must not become better still: [sgs.Keep] would find that.
func (r *run) improve(found sgs.Result) sgs.Result {
	if found.Starts == nil {
		return found
	}
	better := optimise.Improve(r.model, r.graph, r.window, found.Starts, r.engine())
	r.bounds.Value = better.Bound
	found.Starts, found.Value = sgs.Settle(r.model, r.graph, r.window, better.Starts)
	return found
}

// keepSteps is the effort that keeping takes if the whole allows it; of more it takes a half.
const keepSteps = 12_000_000

// keepMore lets the constraint engine leave more of the committed starts where they are. The result must be
// one that [sgs.Keep] would keep.
func (r *run) keepMore(kept sgs.Result) sgs.Result {
	if kept.Starts == nil {
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
// schedule holds for a level if the one kept is as good at the levels before.
func (r *run) keepBounds(fresh, kept model.Value) {
	proved := r.bounds.Value
	r.bounds = bound.Find(r.model, r.graph, r.window)
	for level := range proved {
		if model.Level(level) != model.Moves {
			r.bounds.Value[level] = max(r.bounds.Value[level], proved[level])
			if kept[level] > fresh[level] {
				return
			}
		}
	}
}

// engine is the options of the constraint engine.
func (r *run) engine() optimise.Options {
	o, tasks := r.searchOptions(), len(r.model.Tasks)
	e := optimise.Options{Steps: r.options.Effort.engineSteps(tasks), Bound: r.bounds.Value, Stop: o.Stop}
	if r.options.Progress != nil {
		e.Told = func(s optimise.State) {
			r.tell(Progress{
				Steps: r.options.Effort.steps(tasks) + s.Steps/stepsOfEngine,
				Late:  lateDays(s.Value), Stage: stageWords[s.Level],
				Value: ceil(s.Value[s.Level], perUnit(s.Level)), Bound: ceil(s.Bound[s.Level], perUnit(s.Level)),
			})
		}
	}
	return e
}
