package flow

import (
	"slices"

	"epr/calendar"
)

// again is what a timing needs to be timed again in part, and to be put back.
type again struct {
	places
	undo  []change
	moved []int32
}

// change is what an activity was before it was timed again.
type change struct {
	i   int32
	was moments
}

// setFollowers lists for each activity the places in the order of all that look at when it is.
func (f *Flow) setFollowers() {
	f.followers = make([][]int32, len(f.nodes))
	f.pulled = make([][]int32, len(f.nodes))
	for k := range f.arcs {
		if a := &f.arcs[k]; a.kind != follow {
			f.followers[a.from] = append(f.followers[a.from], f.place[a.to])
		} else {
			f.pulled[a.from] = append(f.pulled[a.from], f.place[a.to])
		}
	}
	for i := range f.nodes {
		for _, from := range f.colleagues[i] {
			f.followers[from] = append(f.followers[from], f.place[i])
		}
	}
	for i := range f.followers {
		slices.Sort(f.followers[i])
		f.followers[i] = slices.Compact(f.followers[i])
	}
}

// Again times again what a change to some activities since the last timing has an effect on: to their
// durations, windows or repeats. The outcome is that of Retime, in time in proportion to what moves. It
// gives the activities that have moved; the list is good until the next call. Undo puts them back.
func (f *Flow) Again(t *Timing, changed []int) []int32 {
	if f.cyclic || t.Follow {
		return f.allAgain(t)
	}
	t.ready(len(f.nodes))
	for _, i := range changed {
		t.look(f.place[i])
	}
	t.moved = t.moved[:0]
	f.settle(t, true)
	return t.moved
}

// settle times again what is in the queue, in order, and then whoever looks at what has moved. It notes what
// has moved if that is to be undone.
func (f *Flow) settle(t *Timing, isAgain bool) {
	for {
		place, isAny := t.pop()
		if !isAny {
			return
		}
		i := f.Order[place]
		m, was := f.earliest(i, t), t.at(i)
		if m == was {
			continue
		}
		if isAgain {
			t.undo = append(t.undo, change{int32(i), was})
			t.moved = append(t.moved, int32(i))
		}
		t.put(i, m)
		for _, place := range f.followers[i] {
			t.look(place)
		}
		if t.Follow {
			for _, place := range f.pulled[i] {
				t.look(place)
			}
		}
	}
}

// allAgain times everything again, where activities wait for each other both ways.
func (f *Flow) allAgain(t *Timing) []int32 {
	was := make([]moments, len(f.nodes))
	for i := range was {
		was[i] = t.at(i)
	}
	f.Retime(t)
	t.moved = t.moved[:0]
	for i := range was {
		if was[i] != t.at(i) {
			t.undo = append(t.undo, change{int32(i), was[i]})
			t.moved = append(t.moved, int32(i))
		}
	}
	return t.moved
}

// Undo puts back all that Again has moved since the last Retime or Undo. What was changed to move it is for
// the caller to change back.
func (t *Timing) Undo() {
	for _, c := range slices.Backward(t.undo) {
		t.put(int(c.i), c.was)
	}
	t.undo = t.undo[:0]
}

// Finished is the moment at which an activity is finished in the timing.
func (t *Timing) Finished(i int) calendar.Date { return t.fin[i] }
