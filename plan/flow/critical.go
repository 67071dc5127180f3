package flow

import "epr/calendar"

// trail is what a timing needs to follow the critical work back, kept so that it can be used again.
type trail struct {
	own     []calendar.Date // starts as others see them, of a steady timing
	visited []int32         // round in which each activity was last reached
	round   int32
	todo    []int32
}

// Critical gives mark every activity that decides when activity end finishes in a timing, end itself among
// them, each once: those reached by going back through every arc that alone keeps an activity from
// starting sooner than it does, past windows and meetings, as [Wait.Binds] says of the schedule. Only they
// are looked at. Where maximum lags are followed, work can be kept late by work that waits for it: then they
// are the circle, and not what once pushed it. In a dispatched timing only links are followed back, not teams
// and agendas.
func (f *Flow) Critical(t *Timing, end int, mark func(i int)) {
	if t.round++; len(t.visited) != len(f.nodes) {
		t.visited, t.round = make([]int32, len(f.nodes)), 1
	}
	t.todo = t.todo[:0]
	t.reach(int32(end))
	for len(t.todo) > 0 {
		i := int(t.todo[len(t.todo)-1])
		t.todo = t.todo[:len(t.todo)-1]
		mark(i)
		f.goBack(i, t)
	}
}

// goBack adds to what is still to do those who alone keep an activity from starting sooner. Where those
// with whom it shares people do so only together with others, it adds them all.
func (f *Flow) goBack(i int, t *Timing) {
	j := f.job(i, t)
	if j.how == done {
		return
	}
	b := binding{f: f, t: t, i: i, j: &j, late: Never}
	isBound := b.isFrom(j.notBefore(i, t))
	arcs := f.in[i]
	if !t.isDispatched {
		arcs = f.other[i]
		for _, from := range f.plain[i] {
			if b.isFrom(t.fin[from]) {
				isBound = true
				t.reach(from)
			}
		}
	}
	for _, k := range arcs {
		if a := &f.arcs[k]; t.counts(a) && b.isBy(a) {
			isBound = true
			t.reach(a.from)
		}
	}
	if t.standsIn() {
		for _, o := range f.takeovers[i] {
			if b.isFrom(o.wait(t, 0, t.fin[i])) {
				isBound = true
				t.reach(o.from)
			}
		}
	}
	if !isBound {
		f.together(i, &j, t)
	}
}

// together adds all with whom an activity shares people, and those who let it start last of all.
func (f *Flow) together(i int, j *job, t *Timing) {
	if t.standsIn() {
		for _, from := range f.colleagues[i] {
			t.reach(from)
		}
	}
	var last calendar.Date
	for _, k := range f.in[i] {
		a := &f.arcs[k]
		switch {
		case !t.counts(a):
		case a.kind == interleaved:
			t.reach(a.from)
		default:
			last = max(last, f.forward(a, t))
		}
	}
	for _, k := range f.in[i] {
		if a := &f.arcs[k]; a.kind != interleaved && t.counts(a) && f.forward(a, t) == last && last > j.notBefore(i, t) {
			t.reach(a.from)
		}
	}
}

// reach adds an activity to what is still to do, once.
func (t *Timing) reach(i int32) {
	if t.visited[i] != t.round {
		t.visited[i] = t.round
		t.todo = append(t.todo, i)
	}
}

// binding tells what alone keeps an activity from starting sooner. The later something lets it start, the
// more it binds, so that few starts have to be worked out.
type binding struct {
	f           *Flow
	t           *Timing
	i           int
	j           *job
	early, late calendar.Date // what lets it start by then does not bind, or does
}

// isFrom reports whether the activity would start when it does if it could start on x, all else apart.
func (b *binding) isFrom(x calendar.Date) bool {
	switch {
	case x <= b.early:
		return false
	case x >= b.late:
		return true
	case b.f.alone(nil, b.j, b.i, x, b.t) == b.t.Start[b.i]:
		b.late = x
		return true
	}
	b.early = x
	return false
}

// isBy reports whether an arc alone keeps the activity from starting sooner: in truth or, in a steady timing,
// as others see it.
func (b *binding) isBy(a *arc) bool {
	f, j, t := b.f, b.j, b.t
	if a.kind == interleaved {
		return f.alone(a, j, b.i, t.seen[a.from], t) == t.Start[b.i]
	}
	y := f.holds(a, t)
	if !a.toFinish {
		return b.isFrom(y)
	}
	if b.isFrom(j.startAt(a, y)) {
		return true
	}
	return t.isSteady() && j.how <= resumed && f.alone(nil, j, b.i, j.steady(t.Steady[b.i]).startAt(a, y), t) == t.seen[b.i]
}

// alone is when an activity would start if nothing kept it from starting on x but, if it is interleaved,
// an arc.
func (f *Flow) alone(a *arc, j *job, i int, x calendar.Date, t *Timing) calendar.Date {
	start, fin := f.keepClearOf(a, j, x, t)
	for n := t.repeats(i, j); n > 0 && start < Never; n-- {
		start, fin = f.keepClearOf(a, j, f.askedAgain(i, fin, t), t)
	}
	return start
}

func (f *Flow) keepClearOf(a *arc, j *job, x calendar.Date, t *Timing) (start, fin calendar.Date) {
	start, fin = j.next(x)
	for a != nil && start < Never {
		if x = f.avoid(a, t.fin[a.from], start, fin); x <= start {
			break
		}
		start, fin = j.next(x)
	}
	return start, fin
}
