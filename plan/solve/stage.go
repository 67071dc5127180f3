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
	add := func(level model.Level, name, unit string, per int64) {
		stages = append(stages, Stage{
			Name: name, Unit: unit, Proved: value[level] == r.bounds.Value[level],
			Value: ceil(value[level], per), Bound: ceil(r.bounds.Value[level], per),
		})
	}
	if r.hasUnpriced() {
		add(model.Unpriced, "soft blackouts entered without a price in days", "entries", 1)
	}
	if r.hasAnnounced() {
		add(model.Announced, "weighted lateness beyond announced dates", "weighted days", 1)
	}
	add(model.Late, "weighted lateness beyond promised dates", "weighted days", model.LateUnit)
	if len(r.model.Kept) > 0 {
		add(model.Moves, "moves from the committed schedule", "weighted days", 1)
	}
	add(model.Finish, "weighted finish of phases and milestones", "weighted days", 1)
	add(model.Starts, "starts of all activities", "days", 1)
	return stages
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
