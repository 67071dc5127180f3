package flow

import "epr/calendar"

// Trial tries what happens if one activity of the schedule slips, in time in proportion to what moves. It is for
// one goroutine.
type Trial struct {
	flow *Flow
	time Timing
	// Moved are the activities that the last slip moved, the one that slipped included.
	Moved []int
}

// NewTrial is a trial of a flow.
func (f *Flow) NewTrial() *Trial {
	t := &Trial{flow: f}
	t.time = Timing{Follow: true, NotBefore: make([]calendar.Date, len(f.nodes))}
	t.time.reset(len(f.nodes))
	for i := range f.nodes {
		t.time.put(i, f.planned.at(i))
	}
	t.time.ready(len(f.nodes))
	return t
}

// Slip starts an activity on x or as soon after as it can, and moves what has to move. It gives up and
// reports false as soon as an activity starts after its moment in latest; nil for no such limits.
func (t *Trial) Slip(i int, x calendar.Date, latest []calendar.Date) bool {
	t.undo()
	f := t.flow
	t.time.NotBefore[i] = x
	defer func() { t.time.NotBefore[i] = 0 }()
	t.time.look(f.place[i])
	for {
		place, isAny := t.time.pop()
		if !isAny {
			return true
		}
		at := f.Order[place]
		m := f.earliest(at, &t.time)
		if m.start <= t.time.Start[at] {
			continue
		}
		if t.time.Start[at] == f.starts[at] {
			t.Moved = append(t.Moved, at)
		}
		t.time.put(at, m)
		if latest != nil && m.start > latest[at] {
			return false
		}
		for _, k := range f.out[at] {
			t.time.look(f.place[f.arcs[k].to])
		}
	}
}

// undo puts back what the last slip moved.
func (t *Trial) undo() {
	for _, i := range t.Moved {
		t.time.put(i, t.flow.planned.at(i))
	}
	t.Moved = t.Moved[:0]
	t.time.empty()
}

// Start is when an activity starts after the last slip.
func (t *Trial) Start(i int) calendar.Date { return t.time.Start[i] }

// Finish is the moment at which an activity is finished after the last slip.
func (t *Trial) Finish(i int) calendar.Date { return t.flow.Finish(i, &t.time) }

// Last is the last start of an activity, at most most, with which nothing starts after its moment in
// latest. Later starts are never better than earlier ones, so it searches by halves, after trying guess, a
// start that may well be the last.
func (t *Trial) Last(i int, guess, most calendar.Date, latest []calendar.Date) calendar.Date {
	nd := &t.flow.nodes[i]
	lo, hi := t.flow.starts[i], nd.prev(most, nd.days)
	if guess = min(nd.prev(guess, nd.days), hi); guess > lo && t.Slip(i, guess, latest) {
		lo = guess
	}
	if lo == guess && lo < hi {
		if next := nd.next(lo+1, nd.days); next <= hi && !t.Slip(i, next, latest) {
			return lo
		}
	}
	for lo < hi {
		mid := nd.prev(lo+(hi-lo+1)/2, nd.days)
		if mid <= lo {
			mid = nd.next(lo+1, nd.days)
		}
		if mid > hi {
			break
		}
		if t.Slip(i, mid, latest) {
			lo = mid
		} else {
			hi = nd.prev(mid-1, nd.days)
		}
	}
	return lo
}
