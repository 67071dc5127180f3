package explain

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Boundaries are days before which something ends or on which something begins: work from Monday to
// Friday runs from the boundary Monday to the boundary Saturday.

// startOf is the boundary at which an activity begins.
func (x *explainer) startOf(i int) calendar.Date {
	if a := &x.net.Activities[i]; a.IsMilestone() && !a.StartOfDay {
		return x.rows[i].Start + 1
	}
	return x.rows[i].Start
}

// finishOf is the boundary at which an activity ends.
func (x *explainer) finishOf(i int) calendar.Date {
	if a := &x.net.Activities[i]; a.IsMilestone() {
		return x.startOf(i)
	}
	return x.rows[i].Finish + 1
}

// departure is the boundary from which a link counts: an end of the activity it comes from, or the
// moment at which a share of the work is done.
//
// An activity that was put off only so as not to come too long before l.To would have been ready sooner,
// and what counts is when: it is not what l.To waits for.
func (x *explainer) departure(l plan.Link) calendar.Date {
	start, finish := x.startOf(l.From), x.finishOf(l.From)
	from := &x.net.Activities[l.From]
	if ready := x.ready(l.From, l.To); ready < start && !from.IsMilestone() {
		start, finish = ready, finishOn(from, ready)+1
	}
	if l.Type.FromStart() {
		return start
	}
	if l.Done == plan.One || l.Done == 0 {
		return finish
	}
	share := (int64(from.Days.Likely)*int64(l.Done) + int64(plan.One) - 1) / int64(plan.One)
	work := from.Terms.Work
	return min(work.Nth(work.Before(start)+int(share)-1)+1, finish)
}

// ready is the day on which an activity would start if it did not have to stay near another; its start
// if nothing of that kind holds it.
func (x *explainer) ready(i, near int) calendar.Date {
	start := x.rows[i].Start
	if x.net.Activities[i].Started() || !slices.ContainsFunc(x.out[i], func(l plan.Link) bool { return l.To == near }) {
		return start
	}
	for day := x.base(i).To; day < start; {
		r := x.obstacle(i, day)
		if r.Cause == MaximumLag || r.Cause == Kept {
			return day
		}
		day = r.To
	}
	return start
}

// after is the earliest boundary that lies a lag after another.
func after(cal *calendar.Calendar, from calendar.Date, lag int) calendar.Date {
	if lag == 0 {
		return from
	}
	worked := cal.Before(from) + lag
	if worked <= 0 {
		return 0
	}
	day := cal.Nth(worked-1) + 1
	if lag > 0 {
		return max(day, from)
	}
	return day
}

// heldBy is the first day on which a link lets its later activity start. A link to its finish is
// counted back over its working days.
func (x *explainer) heldBy(l plan.Link) calendar.Date {
	to := &x.net.Activities[l.To]
	bound := after(l.Calendar, x.departure(l), l.Lag)
	if l.Type.ToStart() || to.IsMilestone() {
		return bound
	}
	work := to.Terms.Work
	return work.Nth(max(0, work.Before(bound-1)-to.Days.Likely+1)) // its last day is bound-1 or a later one
}

// notBeforeLag is the first day on which a maximum lag lets its earlier activity start: N working days
// before the later one. Only starts are held so; a maximum lag from a finish is counted back over the
// working days of the earlier activity.
func (x *explainer) notBeforeLag(l plan.Link) calendar.Date {
	arrival := x.startOf(l.To)
	if !l.Type.ToStart() {
		arrival = x.finishOf(l.To)
	}
	worked := l.Calendar.Before(arrival) - l.Lag
	if worked <= 0 {
		return 0
	}
	bound := l.Calendar.Nth(worked-1) + 1 // the last boundary at which too much lies between is a day earlier
	if l.Type.FromStart() {
		return bound
	}
	from := &x.net.Activities[l.From]
	work := from.Terms.Work
	return work.Nth(max(0, work.Before(bound)-from.Days.Likely))
}
