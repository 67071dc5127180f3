package flow

import (
	"epr/calendar"
	"epr/plan"
)

// addLinks makes arcs of the network's links. What has happened is not undone by a link that holds it.
func (f *Flow) addLinks() {
	for k := range f.Network.Links {
		l := &f.Network.Links[k]
		to := f.nodes[l.To].how
		if l.From == l.To || to == done || to == resumed && l.Type.ToStart() {
			continue
		}
		if l.Max {
			f.addFollow(k, l)
		} else {
			f.addLink(k, l)
		}
	}
}

func (f *Flow) addLink(k int, l *plan.Link) {
	f.arcs = append(f.arcs, arc{
		from: int32(l.From), to: int32(l.To), kind: link, ref: k, lag: l.Lag, ordered: l.Lag >= 0, cal: l.Calendar,
		start: l.Type.FromStart(), done: share(l), toFinish: !l.Type.ToStart(), toDone: plan.One,
	})
}

// addFollow makes an arc of a maximum lag: its earlier activity follows when the later one moves on. One
// that cannot follow is left out here; see setLatest.
func (f *Flow) addFollow(k int, l *plan.Link) {
	if f.canFollow(l) {
		f.arcs = append(f.arcs, arc{
			from: int32(l.To), to: int32(l.From), kind: follow, ref: k, lag: -l.Lag, cal: l.Calendar,
			start: l.Type.ToStart(), done: plan.One, toFinish: !l.Type.FromStart(), toDone: share(l),
		})
	}
}

// canFollow reports whether the earlier activity of a maximum lag can be put off: it is not what has
// happened, nor a milestone, which is a consequence.
func (f *Flow) canFollow(l *plan.Link) bool {
	nd := &f.nodes[l.From]
	switch nd.how {
	case done, milestone:
		return false
	case resumed:
		return !l.Type.FromStart() && shareOf(nd.before+nd.days, share(l)) > nd.before
	}
	return true
}

func share(l *plan.Link) plan.Hundredths {
	if l.Done == 0 || l.Type.FromStart() {
		return plan.One
	}
	return l.Done
}

// setLatest works out the last start that each activity's own hard rules allow: its latest finish, and
// maximum lags from what cannot follow any more. A milestone that cannot follow counts as on its date.
func (f *Flow) setLatest() {
	f.late = make([]calendar.Date, len(f.nodes))
	for i := range f.nodes {
		nd := &f.nodes[i]
		latest := f.Network.Activities[i].Latest + 1
		if nd.atStart {
			latest--
		}
		if f.late[i] = Never - 1; nd.how != done {
			f.late[i] = nd.prev(nd.startBefore(latest, nd.days), nd.days)
		}
	}
	for k := range f.Network.Links {
		l := &f.Network.Links[k]
		to := f.nodes[l.To].how
		if !l.Max || l.From == l.To || to == done || to == resumed && l.Type.ToStart() || f.canFollow(l) {
			continue
		}
		f.late[l.To] = min(f.late[l.To], f.lastAfter(l))
	}
}

// lastAfter is the last start of the later activity of a maximum lag whose earlier one stays where it is.
func (f *Flow) lastAfter(l *plan.Link) calendar.Date {
	a := arc{from: int32(l.From), to: int32(l.To), start: l.Type.FromStart(), done: share(l)}
	p := f.point(&a, &f.planned)
	y := final(l.Calendar, l.Calendar.Before(p)+l.Lag)
	to := &f.nodes[l.To]
	if l.Type.ToStart() {
		return to.prev(y, to.days)
	}
	return to.prev(to.startBefore(y, to.days), to.days)
}
