package expand

import (
	"slices"

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
		if pieces = x.heads(a.Place, days.Quantity); pieces == 0 {
			x.problem(source.Error, "no-staff", from.Place("days.staff"),
				"the days of \""+a.ID+"\" follow from its staff, but it has none of those",
				"give the trust or the site \"staff\", or state the days")
		}
	}
	return days.Quantity.Days(pieces)
}

// heads counts the staff of a place: of the site for work per site, else of the trust, or failing its
// own numbers of all its sites together.
func (x *expander) heads(place plan.Place, q *plan.Quantity) int {
	trust := x.plan.Trusts.Get(place.Trust)
	if trust == nil {
		return 0
	}
	if site := trust.Sites.Get(place.Site); site != nil {
		return count(site.Staff, q)
	}
	if len(trust.Staff) > 0 {
		return count(trust.Staff, q)
	}
	sum := 0
	for _, site := range trust.Sites.All() {
		sum += count(site.Staff, q)
	}
	return sum
}

func count(staff plan.Staff, q *plan.Quantity) int {
	sum := 0
	for _, heads := range staff {
		if q.AllStaff || slices.Contains(q.Staff, heads.Group) {
			sum += heads.Count
		}
	}
	return sum
}
