package solve

import "epr/plan/solve/model"

// PossibleModel is Possible of a model that was made from no network.
func PossibleModel(m *model.Model, steps int64) (Possibility, []int32) {
	q := &question{problem: &problem{model: m}, graph: model.NewGraph(m), steps: steps}
	return q.answer()
}
