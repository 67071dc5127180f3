package flow

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Wait is one thing that an activity waits for in the schedule.
type Wait struct {
	From     int
	Link     *plan.Link // nil for a hand-over
	HandOver *HandOver  // nil for a link
	// Ready is the first moment at which it lets the activity start.
	Ready calendar.Date
	// Binds says that it alone keeps the activity from starting sooner than it does.
	Binds bool
	// Room is how many calendar days From can start later before the activity has to.
	Room int
}

// Waits lists what an activity waits for, that which lets it start last first; of several, links before
// hand-overs, then by who is waited for. Maximum lags are not among them.
func (f *Flow) Waits(i int) []Wait {
	if f.nodes[i].how == done {
		return nil
	}
	var waits []Wait
	for _, k := range f.in[i] {
		a := &f.arcs[k]
		w := Wait{From: int(a.from)}
		switch a.kind {
		case follow:
			continue
		case link:
			w.Link, w.Ready = &f.Network.Links[a.ref], f.forward(a, &f.planned)
		case handOver:
			w.HandOver, w.Ready = &f.HandOvers[a.ref], f.forward(a, &f.planned)
		case interleaved:
			w.HandOver, w.Ready = &f.HandOvers[a.ref], f.starts[a.from]
		}
		w.Binds = f.nodes[i].next(w.Ready, f.nodes[i].days) == f.starts[i]
		if a.kind != interleaved {
			w.Room = int(f.lead(a, f.starts[i]) - f.starts[a.from])
		}
		waits = append(waits, w)
	}
	slices.SortStableFunc(waits, func(a, b Wait) int {
		return cmp.Or(cmp.Compare(b.Ready, a.Ready), compareBool(a.Link == nil, b.Link == nil), cmp.Compare(a.From, b.From))
	})
	return waits
}
