package peers

import "epr/plan/solve/model"

// Answer is what a peer says.
type Answer struct {
	// Positions are the values of the tasks' variables; empty if no schedule was found.
	Positions []int32 `json:"positions"`
	Stages    []Stage `json:"stages"`
	Seconds   float64 `json:"seconds"`  // of solving
	Building  float64 `json:"building"` // seconds before, in which the peer's model was made
}

// Stage is what a peer says about a level of the objective.
type Stage struct {
	Level  model.Level `json:"level"`
	Status string      `json:"status"`
	Value  float64     `json:"value"`
	Bound  float64     `json:"bound"`
}

// Positions are the positions of tasks that start on some days.
func Positions(m *model.Model, starts []int32) []int32 {
	e := exporter{m: m}
	positions := make([]int32, len(starts))
	for task, x := range starts {
		positions[task] = e.position(int32(task), x)
	}
	return positions
}

// Starts are the days on which tasks start that are at some positions, with consequences drawn up to the
// first day that what they wait for allows.
func Starts(m *model.Model, positions []int32) []int32 {
	e := exporter{m: m, g: model.NewGraph(m)}
	starts := make([]int32, len(m.Tasks))
	for task := range starts {
		starts[task] = e.day(int32(task), positions[task])
	}
	floors := model.Floors(m, e.g)
	for _, task := range e.g.Topological(m) {
		if !m.Tasks[task].Prompt {
			continue
		}
		starts[task] = floors[task]
		for _, i := range e.g.In(task) {
			if a := &m.Arcs[i]; !a.Back {
				starts[task] = max(starts[task], m.MinTo(a, starts[a.From]))
			}
		}
	}
	return starts
}
