package flow

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Timing times a flow again. The zero Timing changes nothing; its slices are aligned with the network's
// activities. A Timing may be used again and again and then allocates nothing.
type Timing struct {
	// Durations are the working days still to do of each activity, at least 1 for work; those of gates,
	// milestones and what is done do not matter. Nil for those of the schedule.
	Durations []int
	// NotBefore are moments before which activities do not start, besides what the plan says; 0 for
	// none. Nil for none at all.
	NotBefore []calendar.Date
	// Follow lets work that must not come too long before other work (a maximum lag) be put off with it.
	// Otherwise it goes ahead, and the maximum lag may break.
	Follow bool

	// Start are the moments at which the activities start once timed, Never for what does not fit into
	// the calendars any more.
	Start []calendar.Date
}

// days is how long an activity takes.
func (t *Timing) days(f *Flow, i int) int {
	if t == nil || t.Durations == nil || f.nodes[i].how > resumed {
		return f.nodes[i].days
	}
	return t.Durations[i]
}

// Retime gives every activity the earliest start that all it waits for allows: links, hand-overs,
// calendars, closed windows, meetings. Nothing is moved before the day it has in the schedule unless it
// has that day because of what it waits for, and that comes earlier; what a maximum lag holds back is
// not moved before it at all. It takes time in proportion to the arcs, and more rounds only where
// activities wait for each other both ways.
func (f *Flow) Retime(t *Timing) {
	t.Start = slices.Grow(t.Start[:0], len(f.nodes))[:len(f.nodes)]
	clear(t.Start)
	for again := true; again; {
		again = false
		for _, i := range f.Order {
			x := f.earliest(i, t)
			again = again || x != t.Start[i]
			t.Start[i] = x
		}
		again = again && (f.cyclic || t.Follow)
	}
}

// earliest is the first start of an activity that all it waits for allows, as that is timed now.
func (f *Flow) earliest(i int, t *Timing) calendar.Date {
	nd := &f.nodes[i]
	if nd.how == done {
		return nd.row.Start
	}
	x := nd.floor
	if t.NotBefore != nil {
		x = max(x, t.NotBefore[i])
	}
	hasShared := false
	for _, k := range f.in[i] {
		switch a := &f.arcs[k]; {
		case a.kind == interleaved:
			hasShared = true
			x = max(x, t.Start[a.from])
		case a.kind == follow && !t.Follow || t.Start[a.from] == 0:
		default:
			x = max(x, f.forward(a, t.Start[a.from], t))
		}
	}
	if x = nd.next(x, t.days(f, i)); hasShared {
		return f.avoidAll(i, x, t)
	}
	return x
}

// avoidAll is the first start from x on that keeps clear of all with whom an activity shares people.
func (f *Flow) avoidAll(i int, x calendar.Date, t *Timing) calendar.Date {
	for k := 0; k < len(f.in[i]) && x < Never; k++ {
		a := &f.arcs[f.in[i][k]]
		if a.kind != interleaved || t.Start[a.from] == 0 {
			continue
		}
		if past := f.avoid(a, t.Start[a.from], x, t); past > x {
			x = f.nodes[i].next(past, t.days(f, i))
			k = -1 // the others are looked at again
		}
	}
	return x
}

// Finish is the moment at which an activity is finished in a timing.
func (f *Flow) Finish(i int, t *Timing) calendar.Date {
	return f.nodes[i].finish(t.Start[i], t.days(f, i))
}

// Schedule is a timing as a schedule; false if something does not fit into the calendars any more.
func (f *Flow) Schedule(t *Timing) (*plan.Schedule, bool) {
	s := &plan.Schedule{Rows: make([]plan.Row, len(f.nodes))}
	for i := range f.nodes {
		fin := f.Finish(i, t)
		if fin >= Never {
			return nil, false
		}
		s.Rows[i] = f.row(i, t.Start[i], fin)
	}
	return s, true
}

func (f *Flow) row(i int, start, finish calendar.Date) plan.Row {
	nd := &f.nodes[i]
	row := plan.Row{ID: f.Network.Activities[i].ID, Start: start, Finish: finish - 1}
	switch {
	case nd.how == done:
		row.Start, row.Finish = nd.row.Start, nd.row.Finish
	case nd.how == resumed:
		row.Start = nd.row.Start
	case nd.moment && nd.atStart:
		row.Finish = start
	case nd.moment:
		row.Start = finish - 1
	}
	return row
}

// setFloors works out before when each activity is not moved: its own earliest date if what it waits for
// explains its start, else its start. A milestone is a consequence: nothing but what it waits for holds it.
func (f *Flow) setFloors() {
	held := make([]bool, len(f.nodes))
	for k := range f.Network.Links {
		if l := &f.Network.Links[k]; l.Max {
			held[l.From] = true
		}
	}
	t := &Timing{Start: f.starts}
	for _, i := range f.Order {
		nd := &f.nodes[i]
		nd.floor = f.ownEarliest(i)
		if nd.how != milestone && held[i] || f.earliest(i, t) < f.starts[i] {
			nd.floor = f.starts[i]
		}
	}
}

// ownEarliest is the first moment at which an activity may start whatever the others do.
func (f *Flow) ownEarliest(i int) calendar.Date {
	nd, a := &f.nodes[i], &f.Network.Activities[i]
	switch {
	case nd.how == resumed:
		return max(f.status(), nd.row.Start)
	case nd.how == milestone && !nd.atStart:
		return max(a.Earliest, f.Network.Horizon.From) + 1
	}
	return max(a.Earliest, f.Network.Horizon.From)
}
