package flow

import (
	"sort"

	"epr/calendar"
	"epr/plan"
)

// how an activity comes to its dates.
type how uint8

const (
	work      how = iota
	resumed       // under way: no rule about its start holds any more
	gate          // one day, on a meeting date
	milestone     // a moment
	done          // it has happened
)

// node is an activity with all that decides on which days it can be, whatever the others do.
type node struct {
	how      how
	days     int // working days still to do
	before   int // working days done before, of work under way
	cal      *calendar.Calendar
	startsOn calendar.Weekdays // weekdays on which it may start; zero: any
	meets    []calendar.Date
	closed   []calendar.Span // no day of it may lie there; merged
	away     []calendar.Span // nor a worked day: its people are not there; merged
	absent   []calendar.Span // the same if colleagues stand in for who has left for good
	own      calendar.Date   // by its own dates, or because a maximum lag holds it, it does not start before that
	floor    calendar.Date   // nor is it moved before that
	row      plan.Row        // of what has happened; the start of what is under way
	moment   bool            // a milestone, done or not
	atStart  bool            // one at the start of its day
}

// addNodes reads the activities and where the schedule has put them.
func (f *Flow) addNodes(s *plan.Schedule) {
	f.nodes = make([]node, len(f.Network.Activities))
	for i := range f.nodes {
		a := &f.Network.Activities[i]
		row, ok := s.Find(a.ID)
		if !ok {
			panic("flow: the schedule has no row for " + a.ID)
		}
		f.nodes[i], f.starts[i] = f.newNode(a, row)
	}
}

func (f *Flow) newNode(a *plan.Activity, row plan.Row) (node, calendar.Date) {
	nd := node{days: a.Days.Likely, cal: a.Terms.Work, row: row, moment: a.IsMilestone(), atStart: a.StartOfDay}
	switch {
	case a.Done():
		nd.how = done
		return nd, row.Start
	case a.Kind == plan.Milestone:
		nd.how, nd.days = milestone, 0
		if a.StartOfDay {
			return nd, row.Start
		}
		return nd, row.Start + 1
	case a.Kind == plan.Gate:
		nd.how, nd.days, nd.meets = gate, 1, a.Terms.Meetings
	case a.Started():
		nd.how = resumed
		nd.before, nd.days = f.progress(a)
		return nd, until(nd.cal, row.Finish+1, nd.days)
	default:
		nd.startsOn = a.Terms.StartsOn
	}
	nd.closed = a.Terms.Closed
	if span := (calendar.Span{From: row.Start, To: row.Finish}); !overlaps(a.Terms.SoftClosed, span) {
		nd.closed = calendar.Merge(append(append([]calendar.Span{}, nd.closed...), a.Terms.SoftClosed...))
	}
	return nd, row.Start
}

// progress is how many working days of work under way are done by the status date, and how many are
// left.
func (f *Flow) progress(a *plan.Activity) (before, left int) {
	worked := a.Terms.Work.Before(f.status()) - a.Terms.Work.Before(a.Progress.Started)
	left = a.Days.Likely - worked
	if a.Progress.Remaining.Set {
		left = a.Progress.Remaining.N
	}
	left = max(1, left)
	return a.Days.Likely - left, left
}

func (f *Flow) status() calendar.Date {
	return max(f.Network.Plan.Programme.Status, f.Network.Horizon.From)
}

// finish is the moment at which an activity that starts on x and has some days to do is finished.
func (nd *node) finish(x calendar.Date, days int) calendar.Date {
	j := job{node: nd, days: days, away: nd.away}
	return j.finish(x)
}

// next is the first moment not before t at which an activity can start.
func (nd *node) next(t calendar.Date, days int) calendar.Date {
	j := job{node: nd, days: days, away: nd.away}
	start, _ := j.next(t)
	return start
}

// prev is the last moment not after t at which an activity can start; 0 if there is none. What is done
// starts when it did.
func (nd *node) prev(t calendar.Date, days int) calendar.Date {
	switch nd.how {
	case done:
		return nd.row.Start
	case milestone:
		return t
	}
	for t > 0 {
		s := nd.prevDay(t, days)
		if s <= 0 {
			return 0
		}
		fin := nd.finish(s, days)
		if t = nd.beforeClosed(s, fin, days); t < s {
			continue
		}
		if t = nd.beforeAway(s, fin, days); t >= s {
			return s
		}
	}
	return 0
}

// prevDay is the last day not after t on which an activity may start and fits into its calendar,
// blackouts apart.
func (nd *node) prevDay(t calendar.Date, days int) calendar.Date {
	if nd.how == gate {
		k := sort.Search(len(nd.meets), func(k int) bool { return nd.meets[k] > t })
		if k == 0 {
			return 0
		}
		return nd.meets[k-1]
	}
	t = min(t, nd.cal.Nth(nd.cal.Len()-days))
	for t > 0 {
		s := nd.cal.Prev(t)
		if s.IsZero() || nd.startsOn == 0 || nd.startsOn.Has(s.Weekday()) {
			return s
		}
		t = s - 1
	}
	return 0
}

// beforeClosed is the last moment to start so as to be finished before the window that a span runs
// into; s if it runs into none.
func (nd *node) beforeClosed(s, fin calendar.Date, days int) calendar.Date {
	if k := firstEnding(nd.closed, s); k < len(nd.closed) && nd.closed[k].From < fin {
		return nd.startBefore(nd.closed[k].From, days)
	}
	return s
}

// beforeAway is the last moment to start so as to be finished before the first worked day of a span on
// which its people are not there; s if they always are.
func (nd *node) beforeAway(s, fin calendar.Date, days int) calendar.Date {
	for k := firstEnding(nd.away, s); k < len(nd.away) && nd.away[k].From < fin; k++ {
		span := nd.away[k].Intersect(calendar.Span{From: s, To: fin - 1})
		first := span.From
		if nd.how != gate {
			first = nd.cal.Next(span.From)
		}
		if !first.IsZero() && first <= span.To {
			return nd.startBefore(first, days)
		}
	}
	return s
}

// startBefore is the last moment at which to start so as to be finished by y.
func (nd *node) startBefore(y calendar.Date, days int) calendar.Date {
	switch nd.how {
	case milestone:
		return y
	case gate:
		return y - 1
	}
	return until(nd.cal, y, days)
}

// firstEnding is the first of some merged spans that ends on a day or later.
func firstEnding(spans []calendar.Span, day calendar.Date) int {
	lo, hi := 0, len(spans)
	for lo < hi {
		if mid := (lo + hi) / 2; spans[mid].To < day {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func overlaps(spans []calendar.Span, span calendar.Span) bool {
	k := firstEnding(spans, span.From)
	return k < len(spans) && spans[k].From <= span.To
}
