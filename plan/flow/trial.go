package flow

import "epr/calendar"

// Trial tries what happens if one activity of the schedule slips. It is for one goroutine.
type Trial struct {
	flow *Flow
	time Timing
	// Moved are the activities that the last slip moved, the one that slipped included.
	Moved []int
	isIn  []bool
	todo  places
}

// NewTrial is a trial of a flow.
func (f *Flow) NewTrial() *Trial {
	t := &Trial{flow: f, isIn: make([]bool, len(f.nodes)), todo: places{f: f}}
	t.time = Timing{Follow: true, NotBefore: make([]calendar.Date, len(f.nodes))}
	t.time.reset(len(f.nodes))
	for i := range f.nodes {
		t.time.put(i, f.planned.at(i))
	}
	return t
}

// Slip starts an activity on x or as soon after as it can, and moves what has to move. It gives up and
// reports false as soon as an activity starts after its moment in latest; nil for no such limits.
func (t *Trial) Slip(i int, x calendar.Date, latest []calendar.Date) bool {
	t.undo()
	t.time.NotBefore[i] = x
	defer func() { t.time.NotBefore[i] = 0 }()
	t.add(int32(i))
	for len(t.todo.list) > 0 {
		at := t.todo.pop()
		t.isIn[at] = false
		m := t.flow.earliest(int(at), &t.time)
		if m.start <= t.time.Start[at] {
			continue
		}
		if t.time.Start[at] == t.flow.starts[at] {
			t.Moved = append(t.Moved, int(at))
		}
		t.time.put(int(at), m)
		if latest != nil && m.start > latest[at] {
			return false
		}
		for _, k := range t.flow.out[at] {
			t.add(t.flow.arcs[k].to)
		}
	}
	return true
}

func (t *Trial) add(i int32) {
	if !t.isIn[i] {
		t.isIn[i] = true
		t.todo.push(i)
	}
}

// undo puts back what the last slip moved.
func (t *Trial) undo() {
	for _, i := range t.Moved {
		t.time.put(i, t.flow.planned.at(i))
	}
	t.Moved = t.Moved[:0]
	for _, i := range t.todo.list {
		t.isIn[i] = false
	}
	t.todo.list = t.todo.list[:0]
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

// places is a heap that gives activities in the order of a flow. It is written out here because trials spend
// their time in it.
type places struct {
	f    *Flow
	list []int32
}

func (p *places) isBefore(a, b int) bool { return p.f.place[p.list[a]] < p.f.place[p.list[b]] }
func (p *places) swap(a, b int)          { p.list[a], p.list[b] = p.list[b], p.list[a] }

func (p *places) push(i int32) {
	p.list = append(p.list, i)
	for k := len(p.list) - 1; k > 0 && p.isBefore(k, (k-1)/2); k = (k - 1) / 2 {
		p.swap(k, (k-1)/2)
	}
}

func (p *places) pop() int32 {
	top, last := p.list[0], len(p.list)-1
	p.list[0] = p.list[last]
	p.list = p.list[:last]
	for k := 0; 2*k+1 < last; {
		child := 2*k + 1
		if child+1 < last && p.isBefore(child+1, child) {
			child++
		}
		if !p.isBefore(child, k) {
			break
		}
		p.swap(k, child)
		k = child
	}
	return top
}
