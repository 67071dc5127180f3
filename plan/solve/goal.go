package solve

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/solve/model"
)

// addGoal makes a goal of a phase, an event, or other work with a target.
func (p *problem) addGoal(g *plan.Goal) {
	goal := model.Goal{
		Announced: p.due(g, g.InForce()), By: p.due(g, g.By),
		Weight: int64(g.Weight()), Finish: p.finishWeight(g),
	}
	for _, i := range g.Members {
		if task := p.task[i]; task != model.None {
			goal.Members = append(goal.Members, task)
		} else {
			goal.Reached = max(goal.Reached, p.day(ended(&p.network.Activities[i], &p.states[i], false)))
		}
	}
	p.model.Goals = append(p.model.Goals, goal)
}

// due is the boundary after which a goal is late. A milestone at the start of its day must be reached a
// boundary sooner to be in time.
func (p *problem) due(g *plan.Goal, d calendar.Date) int32 {
	switch {
	case d.IsZero():
		return model.Never
	case len(g.Members) == 1 && p.network.Activities[g.Members[0]].StartOfDay:
		return max(0, p.day(d))
	}
	return max(0, p.day(d)+1)
}

// finishWeight is what a day later costs apart from lateness: the priority of a phase, one for an event.
func (p *problem) finishWeight(g *plan.Goal) int64 {
	switch {
	case g.Phase:
		return int64(g.Weight())
	case len(g.Members) == 1 && p.network.Activities[g.Members[0]].Kind.IsEvent():
		return 1
	}
	return 0
}
