package solve

import (
	"epr/plan"
	"epr/plan/solve/model"
)

// addActivity makes a task of an activity unless it is done.
func (p *problem) addActivity(i int) {
	a := &p.network.Activities[i]
	s := p.stateOf(a)
	p.states = append(p.states, s)
	if s.done {
		p.task = append(p.task, model.None)
		return
	}
	t := p.newTask(a, s)
	t.Project, t.Step = p.projectOf(a), p.stepOf(a)
	t.Demands = p.demands(a)
	p.task = append(p.task, int32(len(p.model.Tasks)))
	p.activity = append(p.activity, i)
	p.model.Tasks = append(p.model.Tasks, t)
}

func (p *problem) newTask(a *plan.Activity, s state) model.Task {
	switch {
	case s.started:
		return p.underWay(a, s)
	case a.Kind == plan.Milestone:
		return p.milestone(a)
	case a.Kind == plan.Gate:
		return p.gate(a)
	}
	t := model.Task{
		Days: int32(s.days), Calendar: p.calendarOf(a.Terms.Work),
		Earliest: max(0, p.day(a.Earliest)), Latest: p.day(a.Latest) + 1,
		Softs: p.softsOf(a.Terms),
	}
	p.setDomains(&t, domainKey{a.Terms, t.Days, planned})
	return t
}

// underWay is the rest of work that has started: it is resumed when its teams can be had, whatever
// blackouts would have forbidden its start.
func (p *problem) underWay(a *plan.Activity, s state) model.Task {
	t := model.Task{
		Days: int32(s.left), Calendar: p.calendarOf(a.Terms.Work), Begun: true,
		Earliest: p.day(s.resume), Latest: p.day(a.Latest) + 1,
	}
	p.setDomains(&t, domainKey{a.Terms, t.Days, resumed})
	return t
}

// milestone is a boundary: the end of its day, or the start if it waits for nothing.
func (p *problem) milestone(a *plan.Activity) model.Task {
	end := int32(1)
	if a.StartOfDay {
		end = 0
	}
	return model.Task{
		Calendar: everyDay, Domain: anyDay, Strict: anyDay, Prompt: true,
		Earliest: max(0, p.day(a.Earliest)) + end, Latest: p.day(a.Latest) + end,
	}
}

// gate lasts one day, worked or not, on which its body meets.
func (p *problem) gate(a *plan.Activity) model.Task {
	t := model.Task{
		Days: 1, Calendar: everyDay,
		Earliest: max(0, p.day(a.Earliest)), Latest: p.day(a.Latest) + 1,
		Softs: p.softsOf(a.Terms),
	}
	p.setDomains(&t, domainKey{a.Terms, 1, meeting})
	return t
}

// demands are the teams an activity needs and, for a gate, its place on the agenda.
func (p *problem) demands(a *plan.Activity) []model.Demand {
	if a.Kind == plan.Milestone {
		return nil
	}
	var demands []model.Demand
	for _, need := range a.Needs {
		if r, ok := p.resources[need.Team]; ok && need.Amount > 0 {
			demands = append(demands, model.Demand{Resource: r, Amount: int32(need.Amount)})
		}
	}
	if a.Kind == plan.Gate && a.Meeting != nil && a.Meeting.Meeting != nil && a.Meeting.Meeting.Slots > 0 {
		demands = append(demands, model.Demand{Resource: p.slotsOf(a.Meeting), Amount: 1})
	}
	return demands
}

// slotsOf makes a resource of the decisions that meetings of a body can take.
func (p *problem) slotsOf(body *plan.Calendar) int32 {
	if known, ok := p.slots[body]; ok {
		return known
	}
	capacity := make([]int32, p.model.Horizon)
	for _, date := range body.Meeting.On(p.network.Horizon) {
		capacity[p.day(date)] = int32(body.Meeting.Slots)
	}
	p.slots[body] = p.addResource(capacity)
	p.bodies = append(p.bodies, body)
	return p.slots[body]
}

// stepOf numbers the steps.
func (p *problem) stepOf(a *plan.Activity) int32 {
	known, ok := p.steps[a.Step]
	if !ok {
		known = int32(len(p.steps))
		p.steps[a.Step] = known
	}
	return known
}

// projectOf numbers the trusts of each phase.
func (p *problem) projectOf(a *plan.Activity) int32 {
	place := plan.Place{Phase: a.Place.Phase, Trust: a.Place.Trust}
	if known, ok := p.projects[place]; ok {
		return known
	}
	made := int32(len(p.projects))
	p.projects[place] = made
	return made
}
