package solve

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/solve/model"
)

// Reach is an activity with the dates it can have at the earliest, every team free.
type Reach struct {
	Activity      int
	Start, Finish calendar.Date
}

// Chain are the activities that cannot all be in time even with every team free, each held back by the one
// before it, or nothing if there are none such: the reason of the quickest of the proofs of [Possible]. The
// last of them has no start at which it keeps its own rules; its dates are those that the others leave it.
func Chain(n *plan.Network) []Reach {
	p := translate(n)
	_, conflict := model.FindWindow(p.model, model.NewGraph(p.model))
	if conflict == nil {
		return nil
	}
	var chain []Reach
	for k, task := range conflict.Chain {
		chain = append(chain, p.reach(task, conflict.Earliest[k]))
	}
	return chain
}

// Impassable proves quickly, with every team free, that a network has no schedule; nil if that does not show.
func Impassable(n *plan.Network) *NoSchedule {
	p := translate(n)
	_, conflict := model.FindWindow(p.model, model.NewGraph(p.model))
	if conflict == nil {
		return nil
	}
	return p.explainConflict(conflict)
}

// reach is the dates of a task that starts on a day, as far as the horizon holds them.
func (p *problem) reach(task, start int32) Reach {
	start = min(start, p.model.Horizon)
	r := Reach{Activity: p.activity[task], Start: p.date(start)}
	if finish := p.model.Finish(task, start); finish != model.Never {
		row := p.row(r.Activity, task, start)
		r.Start, r.Finish = row.Start, row.Finish
	}
	return r
}

// Windows is for each activity the first day on which it can start and the last on which it can finish, every
// team free, and the zero span for what is done. It is nil if there is no such window for all of them.
func Windows(n *plan.Network) []calendar.Span {
	p := translate(n)
	w, conflict := model.FindWindow(p.model, model.NewGraph(p.model))
	if conflict != nil {
		return nil
	}
	windows := make([]calendar.Span, len(n.Activities))
	for task, i := range p.activity {
		first, last := p.reach(int32(task), w.Earliest[task]), p.reach(int32(task), w.Latest[task])
		windows[i] = calendar.Span{From: first.Start, To: last.Finish}
	}
	return windows
}
