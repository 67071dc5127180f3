package flow

import (
	"sort"

	"epr/calendar"
)

// job is an activity as one timing has it: how long it takes, and the windows that only this timing has.
type job struct {
	*node
	days       int
	away       []calendar.Span // of the node, unless people are given out afresh
	shut, rest []calendar.Span
}

// job is an activity in a timing.
func (f *Flow) job(i int, t *Timing) job {
	nd := &f.nodes[i]
	j := job{node: nd, days: t.days(f, i), away: nd.away}
	if t.isDispatched {
		j.away = nil
	} else if t.StandIn {
		j.away = nd.absent
	}
	if t.Shut != nil && j.how != resumed {
		j.shut = t.Shut[i]
	}
	if t.Rest != nil && j.how != gate {
		j.rest = t.Rest[i]
	}
	return j
}

func (j *job) work() worked { return worked{j.cal, j.rest} }

// finish is the moment at which a job that starts on x is finished.
func (j *job) finish(x calendar.Date) calendar.Date {
	switch {
	case j.how == done:
		return j.row.Finish + 1
	case x >= Never:
		return Never
	case j.how == milestone:
		return x
	case j.how == gate:
		return x + 1
	}
	return j.work().after(x, j.days)
}

// next is the first moment not before t at which a job can start, whatever the others do, and when it is
// then finished.
func (j *job) next(t calendar.Date) (start, finish calendar.Date) {
	switch j.how {
	case done:
		return j.row.Start, j.row.Finish + 1
	case milestone:
		return t, t
	}
	for t < Never {
		s, fin := j.nextDays(t)
		if fin >= Never {
			break
		}
		t = max(s, past(j.closed, s, fin), past(j.shut, s, fin))
		if t > s {
			continue
		}
		if t = j.pastAway(s, fin); t <= s {
			return s, fin
		}
	}
	return Never, Never
}

// nextDays is the first day not before t on which a job may start, windows that close it apart, and when it
// is then finished.
func (j *job) nextDays(t calendar.Date) (start, finish calendar.Date) {
	switch {
	case j.how == gate:
		s := j.nextMeeting(t)
		return s, j.finish(s)
	case len(j.rest) > 0:
		s := j.nextStart(t)
		return s, j.finish(s)
	}
	for {
		k := j.cal.Before(t)
		s, last := j.cal.Nth(k), j.cal.Nth(k+j.days-1)
		switch {
		case last.IsZero():
			return Never, Never
		case j.startsOn == 0 || j.startsOn.Has(s.Weekday()):
			return s, last + 1
		}
		t = s + 1
	}
}

func (j *job) nextMeeting(t calendar.Date) calendar.Date {
	if k := sort.Search(len(j.meets), func(k int) bool { return j.meets[k] >= t }); k < len(j.meets) {
		return j.meets[k]
	}
	return Never
}

// nextStart is the first day not before t on which work may start that rests in some windows.
func (j *job) nextStart(t calendar.Date) calendar.Date {
	for {
		s := j.work().next(t)
		if s >= Never || j.startsOn == 0 || j.startsOn.Has(s.Weekday()) {
			return s
		}
		t = s + 1
	}
}

// past is the day after the window that a span runs into; 0 if it runs into none.
func past(closed []calendar.Span, s, fin calendar.Date) calendar.Date {
	if k := firstEnding(closed, s); k < len(closed) && closed[k].From < fin {
		return closed[k].To + 1
	}
	return 0
}

// pastAway is the day after the last worked day of a span on which the job's people are not there; 0 if
// they always are. A day on which the work rests in this timing alone counts as worked here: otherwise a
// job could start sooner because it rests more.
func (j *job) pastAway(s, fin calendar.Date) calendar.Date {
	var past calendar.Date
	for k := firstEnding(j.away, s); k < len(j.away) && j.away[k].From < fin; k++ {
		span := j.away[k].Intersect(calendar.Span{From: s, To: fin - 1})
		if j.how == gate {
			past = span.To + 1
		} else if last := j.cal.Prev(span.To); last >= span.From {
			past = last + 1
		}
	}
	return past
}
