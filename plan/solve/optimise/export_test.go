package optimise

import "epr/plan/solve/model"

// KeepParts is Keep as if the model were too large to be taken in as a whole.
func KeepParts(m *model.Model, g *model.Graph, w *model.Window, starts []int32, o Options) Result {
	op := newOptimiser(m, g, w, starts, o)
	op.level, op.until, op.entire = model.Moves, o.Steps, nil
	op.bound[model.Moves] = o.Bound[model.Moves]
	op.keepParts()
	return Result{Starts: op.starts, Value: op.value, Steps: op.steps}
}
