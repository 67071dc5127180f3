package flow

import (
	"epr/calendar"
	"epr/plan"
)

// arc says how early an activity can start given when another does. Seen as a function of that start it
// never falls, and lead turns it round. An arc between two activities is one of
//
//   - a link: the point of From, a lag of worked days, then the end of To that it holds;
//   - a maximum lag, read backwards (follow): To must not come too long before From;
//   - a hand-over: To starts when From has finished;
//   - an interleaved hand-over: To starts after From does and works only when From does not.
type arc struct {
	from, to int32
	kind     arcKind
	start    bool            // it leaves the start of from rather than its finish
	toFinish bool            // it holds the finish of to, or the moment at which a share of it is done
	done     plan.Hundredths // share of from that must be done; One unless stated
	toDone   plan.Hundredths // share of to whose end is held; One unless stated
	lag      int
	ordered  bool // and never earlier than the point it leaves
	cal      *calendar.Calendar
	ref      int // position among the network's links or the hand-overs
}

type arcKind uint8

const (
	link arcKind = iota
	follow
	handOver
	interleaved
)

// point is the moment from which an arc counts.
func (f *Flow) point(a *arc, t *Timing) calendar.Date {
	nd := &f.nodes[a.from]
	switch {
	case nd.how == done:
		return nd.happened(a)
	case a.start && nd.how == resumed:
		return nd.row.Start
	case a.start:
		return t.seen[a.from]
	case a.done >= plan.One || nd.how != work && nd.how != resumed:
		return t.fin[a.from]
	}
	j := f.job(int(a.from), t)
	if share := shareOf(j.before+j.days, a.done) - j.before; share > 0 {
		return j.work().after(t.seen[a.from], share)
	}
	return f.status()
}

// happened is the moment at which finished work started, finished, or was done to a share.
func (nd *node) happened(a *arc) calendar.Date {
	switch {
	case a.start && !nd.moment:
		return nd.row.Start
	case a.done >= plan.One || a.start || nd.atStart:
		return nd.happenedFinish()
	}
	part := after(nd.cal, nd.row.Start, shareOf(nd.days, a.done))
	return min(part, nd.row.Finish+1)
}

// happenedFinish is the moment at which finished work finished.
func (nd *node) happenedFinish() calendar.Date {
	if nd.atStart {
		return nd.row.Start
	}
	return nd.row.Finish + 1
}

// shareOf is a share of some days, rounded up to whole days.
func shareOf(days int, share plan.Hundredths) int {
	return (days*int(share) + int(plan.One) - 1) / int(plan.One)
}

// forward is the first moment at which an arc lets its later activity start.
func (f *Flow) forward(a *arc, t *Timing) calendar.Date {
	y := f.holds(a, t)
	if !a.toFinish {
		return y
	}
	j := f.job(int(a.to), t)
	return j.startAt(a, y)
}

// holds is the first moment that an arc allows to the end of its later activity that it holds.
func (f *Flow) holds(a *arc, t *Timing) calendar.Date {
	p := f.point(a, t)
	if p >= Never || a.ordered && a.lag == 0 {
		return p
	}
	y := first(a.cal, a.cal.Before(p)+a.lag)
	if a.ordered {
		y = max(y, p)
	}
	return y
}

// startAt is the first start of a job with which the end that an arc holds does not come before y.
func (j *job) startAt(a *arc, y calendar.Date) calendar.Date {
	switch {
	case j.how == milestone || j.how == done || y >= Never:
		return y
	case j.how == gate:
		return y - 1
	}
	if held := j.held(a, j.days); held > 0 {
		return j.work().soonest(y, held)
	}
	return 0
}

// held is the working days of an activity at whose end an arc to it takes hold.
func (nd *node) held(a *arc, days int) int {
	if a.toDone >= plan.One {
		return days
	}
	return shareOf(nd.before+days, a.toDone) - nd.before
}

// lead is the last start of an arc's earlier activity with which the later one can still start on x: the
// largest argument for which forward gives at most x. It is 0 if there is none. A point that cannot move
// any more holds or does not: lead is Never-1 or 0.
func (f *Flow) lead(a *arc, x calendar.Date) calendar.Date {
	if x <= 0 {
		return 0
	}
	to, from := &f.nodes[a.to], &f.nodes[a.from]
	y := x
	if a.toFinish && to.how == gate {
		y = x + 1
	} else if a.toFinish && to.how != milestone {
		if y = after(to.cal, x, to.held(a, to.days)); y >= Never {
			return Never - 1
		}
	}
	p := y
	if !(a.ordered && a.lag == 0) {
		p = final(a.cal, a.cal.Before(y)-a.lag)
		if a.ordered {
			p = min(p, y)
		}
	}
	share := shareOf(from.before+from.days, a.done) - from.before
	switch {
	case from.how == done, a.start && from.how == resumed, !a.start && from.how == resumed && share <= 0:
		if f.point(a, &f.planned) <= p {
			return Never - 1
		}
		return 0
	case a.start:
		return p
	case a.done >= plan.One || from.how != work && from.how != resumed:
		return from.startBefore(p, from.days)
	}
	return until(from.cal, p, share)
}

// avoid is the first moment not before s at which an activity that would then run from s to fin can start
// so that none of its worked days is one of an interleaved other's, which is finished at end; s if it can.
func (f *Flow) avoid(a *arc, end, s, fin calendar.Date) calendar.Date {
	if end >= Never {
		return Never
	}
	from, to := &f.nodes[a.from], &f.nodes[a.to]
	past := s
	for day := s; day < min(end, fin); day++ {
		if from.works(day) && to.works(day) {
			past = day + 1
		}
	}
	return past
}

// works reports whether an activity is worked on a day of its span.
func (nd *node) works(day calendar.Date) bool { return nd.how == gate || nd.cal.Works(day) }
