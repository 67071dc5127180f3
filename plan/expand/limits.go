package expand

import (
	"epr/calendar"
	"epr/plan"
)

// setLimits works out the first day each activity may start and the last on which it may finish.
func (x *expander) setLimits() {
	for i := range x.net.Activities {
		a := x.activity(i)
		a.Earliest, a.Latest = x.earliest(a), x.latest(a)
	}
	for _, goal := range x.net.Goals {
		if goal.MustBy.IsZero() {
			continue
		}
		for _, i := range goal.Members {
			a := x.activity(i)
			a.Latest = min(a.Latest, goal.MustBy)
		}
	}
}

func (x *expander) earliest(a *plan.Activity) calendar.Date {
	from := max(x.plan.Programme.Start, x.plan.Programme.Status, a.NotBefore())
	if phase := x.plan.Phases.Get(a.Place.Phase); phase != nil {
		from = max(from, phase.NotBefore)
	}
	for _, contract := range a.Contracts {
		from = max(from, contract.Starts)
	}
	return from
}

// latest is the end of the horizon or of a contract, with every extension that can be bought.
func (x *expander) latest(a *plan.Activity) calendar.Date {
	to := x.plan.Programme.End
	for _, contracts := range [][]*plan.Contract{a.Contracts, a.Outlast} {
		for _, contract := range contracts {
			if end := contract.LatestEnd(); !end.IsZero() {
				to = min(to, end)
			}
		}
	}
	return to
}
