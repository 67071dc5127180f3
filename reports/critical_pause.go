package reports

import (
	"fmt"
	"slices"

	"epr/calendar"
)

// WorkPause is a stretch inside an activity on which a blackout lets its work rest.
type WorkPause struct {
	Blackout string // name
	Span     calendar.Span
}

// workingDays counts the days from the start of an activity to its finish on which it is worked on: those of its
// calendar outside the blackouts that pause it.
func (f *facts) workingDays(i int) int {
	row := f.rows[i]
	if work := f.activity(i).Terms.Work; work != nil {
		return work.Before(row.Finish+1) - work.Before(row.Start)
	}
	return 0
}

// pauses are the stretches on which a blackout lets the work of an activity rest, in order; of blackouts that overlap,
// the later one has only the days that the other leaves.
func (f *facts) pauses(i int) []WorkPause {
	a, span := f.activity(i), calendar.Span{From: f.rows[i].Start, To: f.rows[i].Finish}
	var list []WorkPause
	if a.IsMilestone() {
		return nil
	}
	for _, b := range a.Terms.Pauses {
		for _, window := range b.Windows.In(span) {
			list = append(list, WorkPause{orID(b.Name, b.ID), window})
		}
	}
	slices.SortStableFunc(list, func(a, b WorkPause) int { return int(a.Span.From - b.Span.From) })
	last := span.From - 1
	for k := range list {
		list[k].Span.From = max(list[k].Span.From, last+1)
		last = max(last, list[k].Span.To)
	}
	return slices.DeleteFunc(list, func(p WorkPause) bool { return p.Span.Days() <= 0 })
}

// pausedDays counts the calendar days of a span on which work rests.
func pausedDays(pauses []WorkPause, in calendar.Span) int {
	days := 0
	for _, p := range pauses {
		days += max(0, p.Span.Intersect(in).Days())
	}
	return days
}

// pausesSaid says how long a step is worked on, and when it rests: "takes 150 working days, with a pause from 1 Nov
// 2026 to 30 Mar 2027 (Winter)".
func pausesSaid(s *CriticalStep) string {
	var said []string
	for _, p := range s.Pauses {
		said = append(said, fmt.Sprintf("from %s to %s (%s)", p.Span.From.Short(), p.Span.To.Short(), p.Blackout))
	}
	return fmt.Sprintf("takes %s, with %s %s", Count(s.WorkingDays, "working day"), Plural(len(said), "a pause", "pauses"), Join(said))
}
