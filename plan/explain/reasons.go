package explain

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
)

// Reason is one step of the way to an activity's start: but for it, the activity could have started on
// From; because of it, not before To.
type Reason struct {
	Cause    Cause
	From, To calendar.Date
	Other    int            // Link, MaximumLag: the other activity; else -1
	Blackout *plan.Blackout // Blackout
	Contract *plan.Contract // Contract
	Team     *plan.Team     // Team
	Busy     []int          // Team: who has the people on the first day that there are too few
	At       source.Span    // where the plan says so, if it does
}

// Days is how many calendar days the reason costs.
func (r Reason) Days() int { return int(r.To - r.From) }

// Reasons explains every activity of a schedule; the result is aligned with the network's activities.
// The reasons of one activity follow each other in time and the last ends on its start. The schedule
// must have a row for every activity. Why one activity is not sooner is better asked of [Chains]: of what
// holds the same days, Reasons names what comes first on the way.
func Reasons(n *plan.Network, s *plan.Schedule) [][]Reason {
	x := newExplainer(n, s)
	all := make([][]Reason, len(n.Activities))
	for i := range n.Activities {
		all[i] = x.reasons(i)
	}
	return all
}

// Main is the reason that weighs most: the one that cost most days; between equals the later one.
func Main(reasons []Reason) Reason {
	main := reasons[0]
	for _, r := range reasons[1:] {
		if r.Days() >= main.Days() {
			main = r
		}
	}
	return main
}

// reasons walks from the first day an activity could start, if only what it waits for and its own
// dates counted, to the day it does start, and notes what stands in the way on each stretch.
func (x *explainer) reasons(i int) []Reason {
	a := &x.net.Activities[i]
	start := x.rows[i].Start
	if a.Started() {
		return []Reason{{Cause: Progress, From: start, To: start, Other: -1, At: a.Progress.At}}
	}
	walk := []Reason{x.base(i)}
	if a.IsMilestone() {
		return walk
	}
	for day := walk[0].To; day < start; {
		r := x.obstacle(i, day)
		r.To = min(r.To, start)
		walk = appendReason(walk, r)
		day = r.To
	}
	return walk
}

// appendReason joins a reason to the one before if they are the same fact.
func appendReason(walk []Reason, r Reason) []Reason {
	if last := &walk[len(walk)-1]; last.Cause == r.Cause && last.Blackout == r.Blackout && last.Team == r.Team &&
		last.Contract == r.Contract && last.Other == r.Other {
		last.To = r.To
		return walk
	}
	return append(walk, r)
}

// base is what sets the first day: the latest of what it waits for and of its own dates.
func (x *explainer) base(i int) Reason {
	r := x.ownDates(i)
	for _, l := range x.in[i] {
		if day := x.heldBy(l); day > r.To || day == r.To && r.Cause <= Status {
			r = Reason{Cause: Link, From: day, To: day, Other: l.From, At: l.At}
		}
	}
	start := x.rows[i].Start
	if r.To = min(r.To, start); x.net.Activities[i].IsMilestone() {
		r.To = start
	}
	r.From = r.To
	return r
}

// maximumLag is the maximum lag that holds an activity longest; none if it ends on no day.
func (x *explainer) maximumLag(i int) Reason {
	var r Reason
	for _, l := range x.out[i] {
		if day := x.notBeforeLag(l); day > r.To {
			r = Reason{Cause: MaximumLag, To: day, Other: l.To, At: l.At}
		}
	}
	return r
}

// ownDates is the latest of the dates that bind an activity whatever the others do.
func (x *explainer) ownDates(i int) Reason {
	a, p := &x.net.Activities[i], &x.net.Plan.Programme
	best := Reason{Cause: Programme, To: p.Start, Other: -1, At: p.Place("start")}
	consider := func(cause Cause, day calendar.Date, r Reason) {
		if day > best.To {
			best = r
			best.Cause, best.To, best.Other = cause, day, -1
		}
	}
	consider(Status, p.Status, Reason{At: p.Place("status")})
	consider(NotBefore, a.NotBefore(), Reason{At: a.NotBeforeAt()})
	if phase := x.net.Plan.Phases.Get(a.Place.Phase); phase != nil {
		consider(NotBefore, phase.NotBefore, Reason{At: phase.Place("not_before")})
	}
	for _, contract := range a.Contracts {
		consider(Contract, contract.Starts, Reason{At: contract.Place("starts"), Contract: contract})
	}
	best.From = best.To
	return best
}

// obstacle says why an activity cannot start on a day, and the next day worth a try. What closes or
// fills days is charged with the unworked ones after them, too.
func (x *explainer) obstacle(i int, day calendar.Date) Reason {
	a := &x.net.Activities[i]
	r := Reason{From: day, Other: -1}
	if a.Kind == plan.Gate {
		if next := nextMeeting(a, day); next != day {
			r.Cause, r.To, r.At = Meeting, next, a.Step.Place("meets")
			return r
		}
	} else if next := nextStart(a, day); next != day {
		r.Cause, r.To = Calendar, next
		return r
	}
	span := calendar.Span{From: day, To: finishOn(a, day)}
	if b, window := plan.LastClosing(a.Terms.Forbids, span, x.net.Horizon); b != nil {
		r.Cause, r.To, r.Blackout, r.At = Blackout, nextStart(a, window.To+1), b, b.At
		return r
	}
	if b, window := plan.LastClosing(a.Terms.Soft, span, x.net.Horizon); b != nil {
		r.Cause, r.To, r.Blackout, r.At = Blackout, nextStart(a, window.To+1), b, b.At
		return r
	}
	if u, full, ok := x.overload(i, span); ok {
		r.Cause, r.To, r.Team = Team, nextStart(a, day+1), u.supply.Team
		r.At, r.Busy = u.supply.Team.At, x.busy(u, full, i)
		return r
	}
	if x.agendaFull(i, day) {
		r.Cause, r.To, r.At = Meeting, nextMeeting(a, day+1), a.Meeting.Place("slots")
		return r
	}
	if lag := x.maximumLag(i); lag.To > day {
		lag.From = day
		return lag
	}
	r.Cause, r.To = Kept, x.rows[i].Start
	return r
}

// nextStart is the first day not before another on which the activity's calendar, weekdays or meetings
// let it start; far away if there is none.
func nextStart(a *plan.Activity, day calendar.Date) calendar.Date {
	if a.Kind == plan.Gate {
		return nextMeeting(a, day)
	}
	for next := a.Terms.Work.Next(day); !next.IsZero(); next = a.Terms.Work.Next(next + 1) {
		if a.Terms.StartsOn == 0 || a.Terms.StartsOn.Has(next.Weekday()) {
			return next
		}
	}
	return never
}

func nextMeeting(a *plan.Activity, day calendar.Date) calendar.Date {
	for _, meeting := range a.Terms.Meetings {
		if meeting >= day {
			return meeting
		}
	}
	return never
}

// never is later than any date of a plan.
const never = calendar.Date(1 << 30)

// finishOn is the last day of an activity that starts on a day.
func finishOn(a *plan.Activity, day calendar.Date) calendar.Date {
	if a.Kind == plan.Gate {
		return day
	}
	finish := a.Terms.Work.Nth(a.Terms.Work.Before(day) + a.Days.Likely - 1)
	if finish.IsZero() {
		return day
	}
	return finish
}
