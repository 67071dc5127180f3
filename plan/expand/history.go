package expand

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
	"epr/plan/words"
)

// checkHistory checks progress against what its activity is: that a gate or a milestone happened on one day,
// a gate at a meeting, work outside the blackouts that forbid it, and that work under way has something left.
// What has happened stands, so that only what cannot have happened is an error.
func (x *expander) checkHistory() {
	for i := range x.net.Activities {
		a := x.activity(i)
		switch {
		case a.Progress == nil:
			continue
		case a.Kind == plan.Gate || a.IsMilestone():
			x.checkOneDay(a)
		case a.Started() && !a.Done():
			x.checkLeft(a)
		}
		x.checkMeetingHeld(a)
		x.checkPastBlackouts(a)
	}
}

// checkOneDay reports a gate or a milestone that is said to have lasted, or to be under way.
func (x *expander) checkOneDay(a *plan.Activity) {
	p, what := a.Progress, fmt.Sprintf("%q is a %s, which happens on one day", a.ID, a.Kind)
	switch {
	case p.Started.IsZero(), p.Started == p.Finished, p.Finished != 0 && p.Finished < p.Started:
	case p.Finished.IsZero():
		x.problem(source.Warning, "not-one-day", p.Place("started"), what+": that it started says nothing, and it is still planned",
			`say on which day it "finished", or take its progress out`)
	default:
		x.problem(source.Error, "not-one-day", p.Place("started"),
			fmt.Sprintf("%s, but started on %s and finished on %s", what, p.Started, p.Finished),
			`say only on which day it "finished"`)
	}
}

// checkLeft warns of work under way that has nothing left: a day more is planned, which is rarely the truth.
func (x *expander) checkLeft(a *plan.Activity) {
	p := a.Progress
	if p.Remaining.Set {
		if p.Remaining.N == 0 {
			x.problem(source.Warning, "overrun", p.Place("remaining"),
				fmt.Sprintf("%q has nothing remaining but has not finished, so one more day is planned", a.ID),
				`say when it "finished", or how many days are "remaining"`)
		}
		return
	}
	worked := a.Terms.Work.Before(x.status()) - a.Terms.Work.Before(p.Started)
	if worked < a.Days.Likely || p.Started >= x.status() {
		return
	}
	x.problem(source.Warning, "overrun", p.Place("started"),
		fmt.Sprintf("%q was to take %s and has taken %d since %s without an end, so one more day is planned",
			a.ID, words.WorkingDays(a.Days.Likely), worked, p.Started),
		`say how many days are "remaining", or when it "finished"`)
}

// checkMeetingHeld warns of a gate that was decided on a day without a meeting.
func (x *expander) checkMeetingHeld(a *plan.Activity) {
	if a.Kind != plan.Gate || !a.Done() || a.Meeting == nil || a.Meeting.Meeting == nil {
		return
	}
	day := a.Progress.Finished
	if len(a.Meeting.Meeting.On(calendar.Span{From: day, To: day})) > 0 {
		return
	}
	x.problem(ofHistory(a), "no-such-meeting", a.Progress.Place("finished"),
		fmt.Sprintf("%q was decided on %s, on which %q does not meet%s", a.ID, day, a.Meeting.ID, x.nearestMeeting(a, day)),
		`correct the date, or add an extraordinary meeting to the "dates" of the calendar`,
		source.Note{At: a.Meeting.At, Text: "the calendar"})
}

// nearestMeeting names the meeting nearest to a day, the earlier of two.
func (x *expander) nearestMeeting(a *plan.Activity, day calendar.Date) string {
	const around = 400
	var nearest calendar.Date
	for _, m := range a.Meeting.Meeting.On(calendar.Span{From: day - around, To: day + around}) {
		if nearest.IsZero() || max(m-day, day-m) < max(nearest-day, day-nearest) {
			nearest = m
		}
	}
	if nearest.IsZero() {
		return ""
	}
	return fmt.Sprintf("; its nearest meeting was %s", nearest)
}

// checkPastBlackouts warns of work done in a blackout that forbids it and that nobody has waived.
func (x *expander) checkPastBlackouts(a *plan.Activity) {
	past := x.past(a)
	for _, b := range a.Terms.Forbids {
		inside := b.Windows.In(past)
		if past.IsZero() || len(inside) == 0 {
			continue
		}
		key := "started"
		if a.Progress.Started.IsZero() {
			key = "finished"
		}
		x.problem(ofHistory(a), "in-blackout", a.Progress.Place(key),
			fmt.Sprintf("%q was under way in blackout %q %s, which forbids it", a.ID, b.ID, during(inside[0])),
			"if that was agreed, say so with a waiver; else correct the progress",
			source.Note{At: b.At, Text: "the blackout"})
	}
}

func during(s calendar.Span) string {
	if s.From == s.To {
		return "on " + s.From.String()
	}
	return "from " + s.String()
}

// ofHistory is how grave it is that something happened which ought not to have. Nobody can undo it, so once its
// progress has a note that says why, it is only to be known.
func ofHistory(a *plan.Activity) source.Severity {
	if a.Progress.Note != "" {
		return source.Notice
	}
	return source.Warning
}

// past are the days before the status date, and that of its finish, on which an activity was under way.
func (x *expander) past(a *plan.Activity) calendar.Span {
	p := a.Progress
	switch {
	case p.Finished.IsZero() && (p.Started.IsZero() || p.Started >= x.status()):
		return calendar.Span{}
	case p.Finished.IsZero():
		return calendar.Span{From: p.Started, To: x.status() - 1}
	case p.Started.IsZero():
		return calendar.Span{From: p.Finished, To: p.Finished}
	}
	return calendar.Span{From: p.Started, To: p.Finished}
}

// status is the as-at date; without one, the programme's start.
func (x *expander) status() calendar.Date {
	return max(x.plan.Programme.Status, x.plan.Programme.Start)
}
