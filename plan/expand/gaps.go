package expand

import (
	"fmt"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
	"epr/plan/words"
)

// checkGaps reports activities that could start on no day at all, even if nothing else stood in their
// way: every gap between their blackouts is too short, their dates leave no room, or every meeting of
// their gate has passed. One problem a step and cause is enough.
func (x *expander) checkGaps() {
	if x.net.Horizon.Days() <= 0 {
		return // the check of the plan has reported it
	}
	tried := map[gapKey]bool{}
	for i := range x.net.Activities {
		a := x.activity(i)
		if a.Started() || a.IsMilestone() {
			continue
		}
		key := gapKey{a.Terms, a.Days.Likely, a.Earliest, a.Latest}
		if tried[key] {
			continue
		}
		tried[key] = true
		if !x.fits(a, a.Terms.Closed) {
			x.reportGap(a)
		}
	}
}

type gapKey struct {
	terms            *plan.Terms
	days             int
	earliest, latest calendar.Date
}

// fits reports whether there is a day on which the activity can start and finish in time without
// touching the closed spans.
func (x *expander) fits(a *plan.Activity, closed []calendar.Span) bool {
	if a.Kind == plan.Gate {
		return slices.ContainsFunc(a.Terms.Meetings, func(d calendar.Date) bool {
			return d >= a.Earliest && d <= a.Latest && !touches(closed, calendar.Span{From: d, To: d})
		})
	}
	work := a.Terms.Work
	for start := work.Next(a.Earliest); !start.IsZero() && start <= a.Latest; start = work.Next(start + 1) {
		finish := work.Nth(work.Before(start) + a.Days.Likely - 1)
		if finish.IsZero() || finish > a.Latest {
			return false
		}
		weekday := a.Terms.StartsOn == 0 || a.Terms.StartsOn.Has(start.Weekday())
		if weekday && !touches(closed, calendar.Span{From: start, To: finish}) {
			return true
		}
	}
	return false
}

func touches(closed []calendar.Span, span calendar.Span) bool {
	return slices.ContainsFunc(closed, span.Overlaps)
}

func (x *expander) reportGap(a *plan.Activity) {
	switch {
	case a.Kind == plan.Gate:
		x.reportNoMeeting(a)
	case len(a.Terms.Closed) > 0 && x.fits(a, nil):
		x.reportBlackouts(a)
	default:
		x.problem(source.Error, "no-room", placeOfDays(a), fmt.Sprintf(
			"\"%s\" takes %s, which do not fit between %s and %s", a.ID, words.WorkingDays(a.Days.Likely),
			a.Earliest, a.Latest),
			"its programme, phase, contracts, not_before and must_by leave that room: widen one of them or shorten the work")
	}
}

func (x *expander) reportNoMeeting(a *plan.Activity) {
	if a.Meeting == nil || a.Meeting.Meeting == nil || !a.Meeting.Meeting.IsStated() {
		return // whoever read or checked the plan has reported it
	}
	text := fmt.Sprintf("gate \"%s\" has no meeting of \"%s\" between %s and %s", a.ID, a.Meeting.ID, a.Earliest, a.Latest)
	hint := "add later dates to the calendar"
	if n := len(a.Terms.Meetings); n == 0 {
		hint = "the calendar has no meeting within the programme: add dates or a rule"
	} else if last := a.Terms.Meetings[n-1]; last < a.Earliest {
		hint = "its last meeting is on " + last.String() + ": " + hint
	}
	x.problem(source.Error, "no-meeting", a.Step.Place("meets"), text, hint,
		source.Note{At: a.Meeting.At, Text: "the calendar"})
}

func (x *expander) reportBlackouts(a *plan.Activity) {
	var notes []source.Note
	for _, b := range a.Terms.Forbids {
		notes = append(notes, source.Note{At: b.At, Text: "blackout \"" + b.ID + "\" forbids it"})
	}
	text := fmt.Sprintf("\"%s\" takes %s and fits into no gap between its blackouts from %s to %s",
		a.ID, words.WorkingDays(a.Days.Likely), a.Earliest, a.Latest)
	if gap := x.longestGap(a); gap > 0 {
		text += fmt.Sprintf(": the longest has %s", words.WorkingDays(gap))
	}
	x.problem(source.Error, "no-gap", placeOfDays(a), text,
		"shorten or split the step, let the blackout pause it (effect = \"pause\"), or waive it", notes...)
}

// longestGap is the most working days an activity has between two closed spans.
func (x *expander) longestGap(a *plan.Activity) int {
	longest, from := 0, a.Earliest
	for _, span := range append(slices.Clone(a.Terms.Closed), calendar.Span{From: a.Latest + 1, To: a.Latest + 1}) {
		if to := min(span.From, a.Latest+1); to > from {
			longest = max(longest, a.Terms.Work.Before(to)-a.Terms.Work.Before(from))
		}
		from = max(from, span.To+1)
	}
	return longest
}

// placeOfDays is where the days of an activity were stated.
func placeOfDays(a *plan.Activity) source.Span {
	for _, adjust := range slices.Backward(a.Adjusts) {
		if !adjust.Days.IsZero() {
			return adjust.Place("days")
		}
	}
	return a.Step.Place("days")
}
