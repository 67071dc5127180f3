package solve

import "epr/plan/solve/model"

// Stage is one aim of the objective with what was reached. An earlier stage comes before any gain at a
// later one.
type Stage struct {
	Name  string
	Value int64 // reached
	Bound int64 // no schedule reaches less that is as good at the stages before
	Unit  string
	// Proved says that Value is the best there is, given the stages before. Value and Bound are rounded up;
	// being equal does not prove it.
	Proved bool
}

// stages lists the aims that the network has.
func (r *run) stages(value model.Value) []Stage {
	var stages []Stage
	add := func(level model.Level, unit string) {
		per := perUnit(level)
		stages = append(stages, Stage{
			Name: stageNames[level], Unit: unit, Proved: value[level] == r.bounds.Value[level],
			Value: ceil(value[level], per), Bound: ceil(r.bounds.Value[level], per),
		})
	}
	if r.hasUnpriced() {
		add(model.Unpriced, "entries")
	}
	if r.hasAnnounced() {
		add(model.Announced, "weighted days")
	}
	add(model.Late, "weighted days")
	if len(r.model.Kept) > 0 {
		add(model.Moves, "weighted days")
	}
	add(model.Finish, "weighted days")
	add(model.Starts, "days")
	return stages
}

var stageNames = [model.Levels]string{
	model.Unpriced:  "soft blackouts entered without a price in days",
	model.Announced: "weighted lateness beyond announced dates",
	model.Late:      "weighted lateness beyond promised dates",
	model.Moves:     "moves from the committed schedule",
	model.Finish:    "weighted finish of phases and milestones",
	model.Starts:    "starts of all activities",
}

// stageWords are short names of the aims.
var stageWords = [model.Levels]string{
	model.Unpriced:  "soft blackouts without a price",
	model.Announced: "lateness beyond announced dates",
	model.Late:      "lateness",
	model.Moves:     "moves",
	model.Finish:    "finish",
	model.Starts:    "starts",
}

// perUnit is how many parts a level counts in for each unit of its stage.
func perUnit(level model.Level) int64 {
	if level == model.Late {
		return model.LateUnit
	}
	return 1
}

func ceil(a, b int64) int64 { return (a + b - 1) / b }

func (r *run) hasUnpriced() bool {
	for i := range r.model.Softs {
		for _, w := range r.model.Softs[i].Windows {
			if w.Price < 0 {
				return true
			}
		}
	}
	return false
}

func (r *run) hasAnnounced() bool {
	for i := range r.model.Goals {
		if r.model.Goals[i].Announced != model.Never {
			return true
		}
	}
	return false
}
