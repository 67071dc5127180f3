package solve

import (
	"epr/calendar"
	"epr/plan"
)

// state is how far an activity has come by the status date.
type state struct {
	done    bool
	started bool // and not done; a gate or a milestone happens on one day and is never under way

	row  plan.Row // of what is done; the start of what has started
	days int      // working days in all
	left int      // working days still to do
	// resume is the first day on which work under way can go on.
	resume calendar.Date
}

func (p *problem) stateOf(a *plan.Activity) state {
	s := state{days: a.Days.Likely, left: a.Days.Likely, row: plan.Row{ID: a.ID}}
	switch {
	case a.Kind == plan.Milestone:
		s.days, s.left = 0, 0
	case a.Kind == plan.Gate:
		s.days, s.left = 1, 1
	}
	takesTime := a.Kind != plan.Milestone && a.Kind != plan.Gate
	switch {
	case a.Done():
		s.done = true
		s.row.Start, s.row.Finish = a.Progress.Started, a.Progress.Finished
		if s.row.Start.IsZero() {
			s.row.Start = s.row.Finish
		}
	case a.Started() && takesTime:
		s.started = true
		s.row.Start = a.Progress.Started
		s.resume = max(p.status, a.Progress.Started)
		s.left = max(1, p.remaining(a))
	}
	return s
}

// remaining is what is left of work under way: as stated, or its days less those worked before the status
// date.
func (p *problem) remaining(a *plan.Activity) int {
	if a.Progress.Remaining.Set {
		return a.Progress.Remaining.N
	}
	work := a.Terms.Work
	return a.Days.Likely - (work.Before(p.status) - work.Before(a.Progress.Started))
}
