package expand

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
	"epr/plan/words"
)

// checkSequence warns of work that happened although what it waits for had not, or too soon or too late after
// it. What has happened keeps its dates, and what is left of work under way goes on from the status date
// without waiting: the plan or the progress may be wrong.
func (x *expander) checkSequence() {
	for k := range x.net.Links {
		l := &x.net.Links[k]
		from, to := x.activity(l.From), x.activity(l.To)
		if arrived := pastEnd(to, !l.Type.ToStart()); !arrived.IsZero() {
			x.checkPastLink(l, from, to, arrived)
		}
	}
}

// checkPastLink checks a link whose later end has happened.
func (x *expander) checkPastLink(l *plan.Link, from, to *plan.Activity, arrived calendar.Date) {
	left := pastEnd(from, !l.Type.FromStart())
	switch {
	case left.IsZero():
		// Of a share of work under way nobody has said when it was done.
		if l.Max || l.Lag < 0 || l.Done != plan.One && from.Started() {
			return
		}
		missing := "finished"
		if l.Type.FromStart() || l.Done != plan.One {
			missing = "started"
		}
		x.outOfSequence(l, from, to, fmt.Sprintf("%s but waits for %s, which has not %s", happened(l, to, arrived), quoted(from.ID), missing))
	case l.Done == plan.One:
		x.checkPastLag(l, from, to, left, arrived)
	}
}

// checkPastLag checks how long after one end the other came.
func (x *expander) checkPastLag(l *plan.Link, from, to *plan.Activity, left, arrived calendar.Date) {
	a, b := moment(from, left, !l.Type.FromStart()), moment(to, arrived, !l.Type.ToStart())
	if isSameDay := left == arrived; isSameDay && from.IsMilestone() && l.Lag <= 0 {
		return // history does not say at which hour of the day a milestone was reached
	}
	lag := l.Calendar.Before(b) - l.Calendar.Before(a)
	after := fmt.Sprintf("%s, %s after %s", happened(l, to, arrived), words.WorkingDays(lag), happenedTo(from, left, !l.Type.FromStart()))
	switch {
	case l.Max && lag > l.Lag:
		x.outOfSequence(l, from, to, fmt.Sprintf("%s, but at most %d are allowed", after, l.Lag))
	case l.Max:
	case l.Lag >= 0 && b < a:
		x.outOfSequence(l, from, to, fmt.Sprintf("%s but waits for %s, which %s only on %s",
			happened(l, to, arrived), quoted(from.ID), endWord(!l.Type.FromStart()), left))
	case l.Lag > 0 && lag < l.Lag:
		x.outOfSequence(l, from, to, fmt.Sprintf("%s, but has to wait %d", after, l.Lag))
	}
}

func (x *expander) outOfSequence(l *plan.Link, from, to *plan.Activity, text string) {
	hint := "correct the progress, or the link if they may overlap"
	if l.Max || l.Lag > 0 {
		hint = "correct the progress, or the link"
	}
	key := endWord(!l.Type.ToStart())
	if to.Progress.Started.IsZero() {
		key = "finished"
	}
	x.problem(ofHistory(to), "out-of-sequence", to.Progress.Place(key), text, hint,
		source.Note{At: l.At, Text: "the link to " + quoted(from.ID)})
}

// pastEnd is the day on which an activity finished or started; zero if that has not happened. Of a gate or a
// milestone progress may say only when it was finished.
func pastEnd(a *plan.Activity, finish bool) calendar.Date {
	switch {
	case a.Progress == nil:
		return 0
	case finish || a.Progress.Started.IsZero():
		return a.Progress.Finished
	}
	return a.Progress.Started
}

// moment is an end as links count it: a start is its day, a finish the day after. A milestone that waits for
// something is reached when its day ends.
func moment(a *plan.Activity, day calendar.Date, finish bool) calendar.Date {
	if finish || a.IsMilestone() && !a.StartOfDay {
		return day + 1
	}
	return day
}

func happened(l *plan.Link, to *plan.Activity, day calendar.Date) string {
	return happenedTo(to, day, !l.Type.ToStart())
}

func happenedTo(a *plan.Activity, day calendar.Date, finish bool) string {
	return fmt.Sprintf("%s %s on %s", quoted(a.ID), endWord(finish || a.Progress.Started.IsZero()), day)
}

func endWord(finish bool) string {
	if finish {
		return "finished"
	}
	return "started"
}

func quoted(name string) string { return "\"" + name + "\"" }
