package forecast

import (
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/flow"
)

// exceeds reports whether a maximum lag is exceeded. What never comes exceeds it.
func (r *replay) exceeds(l *limit) bool {
	from := r.moment(l.link.From, l.link.Type.FromStart(), l.link.Done)
	to := r.moment(l.link.To, l.link.Type.ToStart(), plan.One)
	if to >= flow.Never {
		return from < flow.Never
	}
	return l.lags.Before(to)-l.lags.Before(from) > l.link.Lag
}

// moment is when an activity starts, finishes or is done to a share.
func (r *replay) moment(i int, isStart bool, share plan.Hundredths) calendar.Date {
	a, start := &r.net.Activities[i], r.timing.Start[i]
	switch {
	case a.IsMilestone() && a.Done() && !a.StartOfDay:
		return start + 1
	case a.IsMilestone():
		return start
	case isStart && a.Started():
		return a.Progress.Started
	case isStart || start >= flow.Never:
		return start
	case share == 0 || share >= plan.One || a.Kind == plan.Gate || a.Done():
		return r.flow.Finish(i, &r.timing)
	}
	return r.partDone(i, share)
}

// partDone is the moment at which a share of an activity is done. The days are walked: it is seldom asked for.
func (r *replay) partDone(i int, share plan.Hundredths) calendar.Date {
	a, left := &r.flow.Network.Activities[i], r.timing.Durations[i]
	before := 0
	if a.Started() {
		before = a.Days.Likely - r.flow.Days(i)
	}
	n := ((before+left)*int(share)+int(plan.One)-1)/int(plan.One) - before
	day := r.timing.Start[i]
	for ; n > 0 && day <= a.Terms.Work.Horizon().To; day++ {
		if a.Terms.Work.Works(day) && !r.rests(i, day) {
			n--
		}
	}
	return day
}

// rests reports whether a risk has closed a day to an activity.
func (r *replay) rests(i int, day calendar.Date) bool {
	return r.timing.Rest != nil && slices.ContainsFunc(r.timing.Rest[i], func(s calendar.Span) bool { return s.Contains(day) })
}
