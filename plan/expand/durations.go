package expand

import (
	"fmt"

	"epr/plan"
	"epr/plan/source"
	"epr/plan/words"
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
	x.reportUnstaffed()
}

// unstaffed are activities whose days follow from a staff that they do not have, and the key that says so.
type unstaffed struct {
	at         source.Span
	activities []*plan.Activity
}

// reportUnstaffed reports them key by key: a list without a column misses it at each of two hundred trusts.
func (x *expander) reportUnstaffed() {
	for _, u := range x.unstaffed {
		first := u.activities[0]
		text := fmt.Sprintf("the days of %q follow from its staff, but it has none of those", first.ID)
		if n := len(u.activities) - 1; n > 0 {
			text = fmt.Sprintf("the days of %q and %s follow from their staff, but they have none of those", first.ID, words.Count(n, "other"))
		}
		hint := "give the trust or the site \"staff\", or state the days"
		if trust := x.plan.Trusts.Get(first.Place.Trust); first.Place.Site != "" && trust != nil && len(trust.Staff) > 0 {
			hint = "give each site \"staff\" of its own, because that of a trust is not divided among its sites, or state the days"
		}
		x.problem(source.Error, "no-staff", u.at, text, hint)
	}
}

// noStaff notes an activity for [expander.reportUnstaffed].
func (x *expander) noStaff(a *plan.Activity, at source.Span) {
	for k := range x.unstaffed {
		if u := &x.unstaffed[k]; u.at == at {
			u.activities = append(u.activities, a)
			return
		}
	}
	x.unstaffed = append(x.unstaffed, unstaffed{at, []*plan.Activity{a}})
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
			x.noStaff(a, from.Place("days.staff"))
		}
	}
	return days.Quantity.Days(pieces)
}
