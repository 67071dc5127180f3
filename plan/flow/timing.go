package flow

import (
	"slices"

	"epr/calendar"
)

// Timing times a flow again. The zero Timing changes nothing; its slices are aligned with the network's
// activities. A Timing is for one goroutine and one flow; it may be used again and again and then allocates
// nothing.
type Timing struct {
	// Durations are the working days still to do of each activity, at least 1 for work; those of gates,
	// milestones and what is done do not matter. Nil for those of the schedule.
	Durations []int
	// NotBefore are moments before which activities do not start, besides what the plan says; 0 for
	// none. Nil for none at all.
	NotBefore []calendar.Date
	// Shut and Rest are windows of this timing alone, merged and in order, as blackouts of the plan that
	// forbid and that pause. No day of an activity's span lies in one of its Shut windows. On the days of a
	// Rest window its work rests: the span bridges them, does not start on one, and they are not counted.
	// As with blackouts, nothing rests that meets, and neither touches milestones; work under way is not
	// shut. Nil for none at all.
	Shut, Rest [][]calendar.Span
	// Repeats is how many meetings the decision of a gate takes beyond the first. Each further one is the
	// first feasible meeting after RepeatGap working days have passed since the one that refused. The gate
	// has the date of the meeting at which it passes, and its place on the agenda from the first to that
	// one. Nothing for other work. Nil for no repeats, and for no gaps.
	Repeats, RepeatGap []int
	// Steady, if not nil, is the shortest time that each activity takes in any of the timings that are
	// compared, in working days still to do. Nothing then becomes earlier because other work takes longer,
	// not even what waits for the start of work that is tied by its finish; see the package comment.
	Steady []int
	// StandIn lets those who stay in a team take over work of those who leave it for good, if it is not
	// finished by then. Otherwise such work is never done.
	StandIn bool
	// Follow lets work that must not come too long before other work (a maximum lag) be put off with it.
	// Otherwise it goes ahead, and the maximum lag may break. Where putting it off puts off the other work as
	// much, so that the maximum lag cannot be kept at all, neither is ever done.
	Follow bool

	// Start are the moments at which the activities start once timed, Never for what does not fit into
	// the calendars any more.
	Start []calendar.Date

	isDispatched bool // hand-overs do not matter

	seen []calendar.Date // the starts as those see them who wait for a start
	fin  []calendar.Date // when each is finished, as those see it who wait for that
	trail
	again
}

// counts reports whether a timing heeds an arc.
func (t *Timing) counts(a *arc) bool {
	switch a.kind {
	case follow:
		return t.Follow
	case handOver, interleaved:
		return !t.isDispatched
	}
	return true
}

// days is how long an activity takes.
func (t *Timing) days(f *Flow, i int) int {
	if t.Durations == nil || f.nodes[i].how > resumed {
		return f.nodes[i].days
	}
	return t.Durations[i]
}

// Retime gives every activity the earliest start that all it waits for allows: links, hand-overs,
// calendars, closed windows, meetings. Nothing is moved before the day it has in the schedule unless it
// has that day because of what it waits for, and that comes earlier; what a maximum lag holds back is
// not moved before it at all. It takes time in proportion to the arcs. Only where activities wait for each
// other both ways are some looked at more than once.
func (f *Flow) Retime(t *Timing) {
	t.isDispatched = false
	t.reset(len(f.nodes))
	for _, i := range f.Order {
		t.put(i, f.earliest(i, t))
	}
	if !f.cyclic && !t.Follow {
		return
	}
	t.ready(len(f.nodes))
	for _, k := range f.backward {
		if a := &f.arcs[k]; t.counts(a) {
			t.look(f.place[a.to])
		}
	}
	f.settle(t, false)
}

// reset makes room for n activities, none of them timed yet.
func (t *Timing) reset(n int) {
	t.undo = t.undo[:0]
	t.Start = cleared(t.Start, n)
	t.fin = cleared(t.fin, n)
	if t.seen = t.Start; t.isSteady() {
		t.own = cleared(t.own, n)
		t.seen = t.own
	}
}

func (t *Timing) isSteady() bool { return t.Steady != nil && !t.isDispatched }

func cleared(list []calendar.Date, n int) []calendar.Date {
	list = slices.Grow(list[:0], n)[:n]
	clear(list)
	return list
}

// moments are when an activity starts, in truth and as others see it, and when it is finished.
type moments struct{ start, seen, fin calendar.Date }

func (t *Timing) put(i int, m moments) {
	t.Start[i], t.seen[i], t.fin[i] = m.start, m.seen, m.fin
}

// asPlanned is the schedule as a timing.
func (f *Flow) asPlanned() Timing {
	t := Timing{Start: f.starts, seen: f.starts, fin: make([]calendar.Date, len(f.nodes))}
	for i := range f.nodes {
		if t.fin[i] = f.delivered(i); f.nodes[i].how == done {
			t.fin[i] = f.nodes[i].happenedFinish()
		}
	}
	return t
}

// at is when an activity is in a timing.
func (t *Timing) at(i int) moments { return moments{t.Start[i], t.seen[i], t.fin[i]} }
