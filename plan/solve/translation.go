package solve

import (
	"epr/plan"
	"epr/plan/solve/model"
)

// Translation is a network as the integer model that [Solve] works on, with the way there and back. It is
// for those who measure the scheduler or compare it with others; nobody needs it to make a schedule.
type Translation struct {
	Model   *model.Model // without kept starts
	problem *problem
}

// Translate makes the integer model of a network.
func Translate(n *plan.Network) *Translation {
	p := translate(n)
	return &Translation{Model: p.model, problem: p}
}

// Starts are the starts of the tasks in a schedule of the network, which must have a row for every
// activity.
func (t *Translation) Starts(s *plan.Schedule) []int32 {
	starts := make([]int32, len(t.Model.Tasks))
	for task, i := range t.problem.activity {
		if row, found := s.Find(t.problem.network.Activities[i].ID); found {
			starts[task] = t.problem.start(i, int32(task), row)
		}
	}
	return starts
}

// Schedule is the schedule of the network in which the tasks have these starts.
func (t *Translation) Schedule(starts []int32) *plan.Schedule { return t.problem.schedule(starts) }
