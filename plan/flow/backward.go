package flow

import "epr/calendar"

// Backward is a backward pass to one goal after another. Each begins where nothing but the calendars limits a start
// and looks only at what its goal brings forward from there, so that goals that have little to do with each other are
// not each looked for in the whole plan.
type Backward struct {
	flow    *Flow
	late    []calendar.Date
	todo    places // counted from the end of the order
	lowered []lowered
}

// lowered is how late an activity could start before a pass brought that forward.
type lowered struct {
	i   int
	was calendar.Date
}

// NewBackward is a pass that has no goal yet.
func (f *Flow) NewBackward() *Backward {
	by := make([]calendar.Date, len(f.nodes))
	for i := range by {
		by[i] = Never
	}
	b := &Backward{flow: f, late: f.Rough(f.Limits(by, false))}
	b.todo.ready(len(f.nodes))
	return b
}

// To is how late each activity may start so that all of some are finished on a day: [Flow.Rough] of [Flow.Limits]
// of these alone, hard rules left out. What it gives is good until the next call.
func (b *Backward) To(members []int, day calendar.Date) []calendar.Date {
	f := b.flow
	b.undo()
	for _, m := range members {
		nd := &f.nodes[m]
		b.lower(m, max(nd.prev(f.Limit(m, f.DueAt(m, day), false), nd.days), f.starts[m]))
	}
	for {
		place, isAny := b.todo.pop()
		if !isAny {
			return b.late
		}
		i := f.Order[len(f.Order)-1-place]
		b.lower(i, f.latest(i, b.late))
	}
}

// lower brings the last start of an activity forward, if it does, and has all looked at that it waits for.
func (b *Backward) lower(i int, x calendar.Date) {
	if x >= b.late[i] {
		return
	}
	b.lowered = append(b.lowered, lowered{i, b.late[i]})
	b.late[i] = x
	for _, k := range b.flow.in[i] {
		b.todo.look(int32(len(b.flow.Order)) - 1 - b.flow.place[b.flow.arcs[k].from])
	}
}

// undo puts back what the last pass has brought forward.
func (b *Backward) undo() {
	for k := len(b.lowered) - 1; k >= 0; k-- {
		b.late[b.lowered[k].i] = b.lowered[k].was
	}
	b.lowered = b.lowered[:0]
}
