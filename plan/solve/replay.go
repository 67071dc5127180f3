package solve

import (
	"epr/plan"
	"epr/plan/solve/model"
	"epr/plan/solve/sgs"
)

// Replay places the work of a network in the order in which a schedule has it, as far as links allow: each
// activity on the first day that is left for it, those that the schedule does not have as early as they could
// be. It searches for nothing, so that what it gives differs from the schedule only by what differs between
// the network and the one that the schedule was made for. It fails if some activity is left without a day.
func Replay(n *plan.Network, order *plan.Schedule) (*plan.Schedule, bool) {
	p := translate(n)
	graph := model.NewGraph(p.model)
	window, conflict := model.FindWindow(p.model, graph)
	if conflict != nil {
		return nil, false
	}
	starts := make([]int32, len(p.model.Tasks))
	for task, i := range p.activity {
		starts[task] = model.None
		if row, found := order.Find(n.Activities[i].ID); found {
			starts[task] = max(0, p.start(i, int32(task), row))
		}
	}
	made, ok := sgs.Reorder(p.model, graph, window, starts)
	if !ok {
		return nil, false
	}
	return p.schedule(made), true
}
