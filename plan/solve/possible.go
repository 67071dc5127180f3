package solve

import (
	"slices"

	"epr/plan"
	"epr/plan/solve/bound"
	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
	"epr/plan/solve/sgs"
)

// Possibility says whether a network has any schedule at all.
type Possibility int

// The answers of [Possible].
const (
	Unknown    Possibility = iota // not found out with the effort allowed
	Feasible                      // there is one
	Impossible                    // it is proved that there is none
)

// PossibleSteps is an effort for [Possible] that settles most questions about a few hundred activities. A step
// of it is one of the constraint engine, about ten nanoseconds.
const PossibleSteps = 20_000_000

// Possible finds out whether a network has a schedule, and which: any schedule that keeps every rule, however
// late it is. The schedule is nil unless the answer is Feasible. It asks what costs least first: the window of
// each activity with every team free, the simple rules of package sgs, the work that
// lies between two days and that each goal leaves its teams, and last the constraint engine for a number of steps. The answer depends on nothing but the
// arguments.
func Possible(n *plan.Network, steps int64) (Possibility, *plan.Schedule) {
	answer, schedule, _ := PossibleWithin(n, steps)
	return answer, schedule
}

// PossibleWithin is Possible, and how many of the steps are left: for those who ask many questions.
func PossibleWithin(n *plan.Network, steps int64) (answer Possibility, schedule *plan.Schedule, left int64) {
	p := translate(n)
	q := &question{problem: p, graph: model.NewGraph(p.model), steps: steps}
	answer, starts := q.answer()
	if answer == Feasible {
		schedule = p.schedule(starts)
	}
	return answer, schedule, q.steps
}

// question is whether a model has a schedule.
type question struct {
	*problem
	graph  *model.Graph
	window *model.Window
	steps  int64
}

func (q *question) answer() (Possibility, []int32) {
	window, conflict := model.FindWindow(q.model, q.graph)
	if conflict != nil {
		return Impossible, nil
	}
	q.window = window
	first := sgs.Begin(q.model, q.graph, window, sgs.Options{Steps: Quick.steps(len(q.model.Tasks)), Seed: seed}).First()
	if first.Starts != nil {
		return Feasible, first.Starts
	}
	if bound.IsCrowded(q.model, window) || bound.IsBeyond(q.model, q.graph, window) {
		return Impossible, nil
	}
	return q.ask(first.Blamed)
}

// ask lets the constraint engine look at ever more tasks, in the order of their latest starts, beginning with
// those that must be over by the time the heuristic search got stuck. None for some of them is none for all.
func (q *question) ask(blamed int32) (Possibility, []int32) {
	order := make([]int32, len(q.model.Tasks))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return int(q.window.Latest[a] - q.window.Latest[b]) })
	most := min(len(order), mostAsked)
	count := min(most, max(slices.Index(order, blamed)+1, leastAsked))
	for {
		status, values := q.askAbout(order[:count])
		switch {
		case status == lcg.Refuted:
			return Impossible, nil
		case status == lcg.Found && count == len(order):
			return q.settled(values)
		case status == lcg.Spent || count == most:
			return Unknown, nil
		}
		count = min(most, 2*count)
	}
}

// The engine begins with no fewer tasks than leastAsked and takes in no more than mostAsked.
const (
	leastAsked = 50
	mostAsked  = 3000
	mostPairs  = 5000 // of tasks that exclude each other, each of which the engine can order
)

// askAbout lets the engine look for starts of some tasks; the values are those of all tasks, for what the
// others are is not asked.
func (q *question) askAbout(tasks []int32) (lcg.Status, []int32) {
	part, local := q.part(tasks)
	solver := lcg.New(part)
	solver.AddPairs(mostPairs)
	for i, task := range tasks {
		solver.Require(lcg.AtLeast(lcg.Var(i), q.window.Earliest[task]))
		solver.Require(lcg.AtMost(lcg.Var(i), q.window.Latest[task]))
	}
	status := solver.Search(nil, 1<<40, q.steps)
	q.steps = max(0, q.steps-solver.Counts().Steps)
	if status != lcg.Found {
		return status, nil
	}
	starts := make([]int32, len(local))
	for i, task := range tasks {
		starts[task] = solver.Values()[i]
	}
	return status, starts
}

// part is the model of some tasks alone, with the number of each task in it.
func (q *question) part(tasks []int32) (*model.Model, []int32) {
	m := q.model
	part := &model.Model{Horizon: m.Horizon, Calendars: m.Calendars, Domains: m.Domains, Resources: m.Resources}
	local := make([]int32, len(m.Tasks))
	for i := range local {
		local[i] = model.None
	}
	for i, task := range tasks {
		local[task] = int32(i)
		part.Tasks = append(part.Tasks, m.Tasks[task])
	}
	there := func(task int32) bool { return task == model.Origin || local[task] != model.None }
	for i := range m.Arcs {
		a := m.Arcs[i]
		if !there(a.From) || !there(a.To) {
			continue
		}
		if a.From != model.Origin {
			a.From = local[a.From]
		}
		if a.To != model.Origin {
			a.To = local[a.To]
		}
		part.Arcs = append(part.Arcs, a)
	}
	return part, local
}

// settled puts consequences, which the engine only keeps from being too early, on their days.
func (q *question) settled(starts []int32) (Possibility, []int32) {
	floor := model.Floors(q.model, q.graph)
	for _, task := range q.graph.Topological(q.model) {
		if !q.model.Tasks[task].Prompt {
			continue
		}
		x := floor[task]
		for _, i := range q.graph.In(task) {
			if a := &q.model.Arcs[i]; !a.Back {
				x = max(x, q.model.MinTo(a, starts[a.From]))
			}
		}
		starts[task] = x
	}
	if len(q.model.Check(starts)) > 0 {
		return Unknown, nil
	}
	return Feasible, starts
}
