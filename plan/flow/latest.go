package flow

import (
	"slices"

	"epr/calendar"
)

// Limits are how late each activity may start so as to finish by its moment in by (Never for no limit)
// and, if hard, to keep its own hard rules: the end of the programme and of contracts, dates that cannot be
// broken, maximum lags from what cannot follow. What is late already may be as late as it is.
func (f *Flow) Limits(by []calendar.Date, hard bool) []calendar.Date {
	limits := make([]calendar.Date, len(f.nodes))
	for i := range limits {
		limits[i] = f.Limit(i, by[i], hard)
	}
	return limits
}

// Limit is the limit of one activity; see Limits.
func (f *Flow) Limit(i int, by calendar.Date, hard bool) calendar.Date {
	nd, limit := &f.nodes[i], Never-1
	if hard {
		limit = f.late[i]
	}
	if by < Never && nd.how != done {
		limit = min(limit, nd.prev(nd.startBefore(by, nd.days), nd.days))
	}
	return max(limit, f.starts[i])
}

// Latest is how late each activity may start, alone, so that no activity starts after its limit, if
// everything else is timed again ([Timing.Follow]). It is exact: one start later, and something is late. See
// Rough for the backward pass; the limits of what moves interleaved work are then found by trial, by halves.
//
// An activity that is fixed has its own start.
func (f *Flow) Latest(limits []calendar.Date) []calendar.Date {
	late := f.Rough(limits)
	quiet := f.quiet()
	var trial *Trial
	for i := range f.nodes {
		if late[i] <= max(quiet[i], f.starts[i]) {
			continue
		}
		if trial == nil {
			trial = f.NewTrial()
		}
		late[i] = trial.Last(i, late[i], late[i], limits)
	}
	return late
}

// Rough is Latest by the backward pass alone, which turns every arc round, in time in proportion to the
// arcs. It is too late only for what moves interleaved work, where who is in whose way depends on two starts
// at once: of such arcs it sees only the order of the starts.
func (f *Flow) Rough(limits []calendar.Date) []calendar.Date {
	late := slices.Clone(limits)
	for i := range late {
		late[i] = max(f.nodes[i].prev(late[i], f.nodes[i].days), f.starts[i])
	}
	for again := true; again; {
		again = false
		for _, i := range slices.Backward(f.Order) {
			if x := f.latest(i, late); x < late[i] {
				late[i], again = x, true
			}
		}
	}
	return late
}

// latest is the last start of an activity with which all that waits for it can be in time.
func (f *Flow) latest(i int, late []calendar.Date) calendar.Date {
	nd, x := &f.nodes[i], late[i]
	if nd.how == done {
		return x
	}
	for _, k := range f.out[i] {
		a := &f.arcs[k]
		if a.kind == interleaved {
			x = min(x, late[a.to])
		} else {
			x = min(x, f.lead(a, late[a.to]))
		}
	}
	return max(nd.prev(x, nd.days), f.starts[i])
}

// quiet is how late each activity may start so that for certain no two that share people come into each
// other's way: the second stays where it is, and the first does not work on its days.
func (f *Flow) quiet() []calendar.Date {
	limits := make([]calendar.Date, len(f.nodes))
	for i := range limits {
		limits[i] = Never - 1
	}
	for k := range f.arcs {
		a := &f.arcs[k]
		if a.kind != interleaved || !f.canClash(a) {
			continue
		}
		start, x, from := f.starts[a.to], f.starts[a.to], &f.nodes[a.from]
		for x > f.starts[a.from] && f.avoid(a, from.finish(x, from.days), start, f.delivered(int(a.to))) > start {
			x--
		}
		limits[a.to], limits[a.from] = start, min(limits[a.from], x)
	}
	return f.Rough(limits)
}

// canClash reports whether there is a day on which two that share people would both work if the second
// started late enough. Where there is none, as between weekdays and weekends, only the order of their starts
// matters.
func (f *Flow) canClash(a *arc) bool {
	from, to := &f.nodes[a.from], &f.nodes[a.to]
	for s := f.starts[a.to]; s < Never; s = to.next(s+1, to.days) {
		for day, fin := s, to.finish(s, to.days); day < fin; day++ {
			if from.works(day) && to.works(day) {
				return true
			}
		}
	}
	return false
}

// LatestBut is how late an activity may start so that no other starts after its limit; its own limit is
// own. Late is the outcome of Latest for the same limits.
func (f *Flow) LatestBut(i int, own calendar.Date, limits, late []calendar.Date, t *Trial) calendar.Date {
	was, wasLate := limits[i], late[i]
	limits[i], late[i] = own, own
	guess := f.latest(i, late)
	last := t.Last(i, guess, own, limits)
	limits[i], late[i] = was, wasLate
	return last
}
