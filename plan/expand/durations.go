package expand

import (
	"epr/plan"
	"epr/plan/source"
)

// setDurations gives every activity its working days.
func (x *expander) setDurations() {
	for i := range x.net.Activities {
		a := x.activity(i)
		switch a.Kind {
		case plan.Milestone:
			a.Days = plan.Duration{}
		case plan.Gate:
			a.Days = plan.Duration{Low: 1, Likely: 1, High: 1}
		default:
			a.Days = x.duration(a)
		}
	}
}

func (x *expander) duration(a *plan.Activity) plan.Duration {
	days, from := a.Step.Days, a.Step.Origin
	for _, adjust := range a.Adjusts {
		if !adjust.Days.IsZero() {
			days, from = adjust.Days, adjust.Origin
		}
	}
	if days.Quantity == nil {
		return days
	}
	pieces := days.Quantity.Count
	if days.Quantity.AllStaff || len(days.Quantity.Staff) > 0 {
		if pieces = x.plan.Heads(a.Place, days.Quantity); pieces == 0 {
			x.problem(source.Error, "no-staff", from.Place("days.staff"),
				"the days of \""+a.ID+"\" follow from its staff, but it has none of those",
				"give the trust or the site \"staff\", or state the days")
		}
	}
	return days.Quantity.Days(pieces)
}
