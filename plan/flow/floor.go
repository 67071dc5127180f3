package flow

import "epr/calendar"

// setFloors works out before when each activity is not moved: its own earliest date if what it waits for
// explains its start, else its start. A milestone is a consequence: nothing but what it waits for holds it.
func (f *Flow) setFloors() {
	held := make([]bool, len(f.nodes))
	for k := range f.Network.Links {
		if l := &f.Network.Links[k]; l.Max {
			held[l.From] = true
		}
	}
	for _, i := range f.Order {
		nd := &f.nodes[i]
		nd.own = f.ownEarliest(i)
		if nd.how != milestone && held[i] {
			nd.own = f.starts[i]
		}
		nd.floor = nd.own
		if f.earliest(i, &f.planned).start < f.starts[i] {
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
