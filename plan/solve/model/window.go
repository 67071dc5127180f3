package model

import "slices"

// Window is when each task can start at the earliest and at the latest, as far as calendars, domains,
// arcs and the full size of its teams decide: every schedule lies inside, whatever else happens.
type Window struct {
	Earliest []int32
	Latest   []int32
	// Because is the arc that decides the earliest start of each task, None where its own dates do.
	Because []int32
}

// Conflict is a task that cannot be done in time even if every team were free for it alone. It proves
// that there is no schedule.
type Conflict struct {
	Task int32
	// Chain are the tasks that hold it back, the first one first and Task last.
	Chain []int32
	// Earliest are the earliest starts of the tasks of the chain.
	Earliest []int32
	// Start is the earliest start that the chain allows the task, before its own domain and teams are
	// looked at, and Latest the last on which it could start in time.
	Start, Latest int32
}

// FindWindow works out the window, or finds a conflict.
func FindWindow(m *Model, g *Graph) (*Window, *Conflict) {
	n := len(m.Tasks)
	w := &Window{Earliest: make([]int32, n), Latest: make([]int32, n), Because: make([]int32, n)}
	f := finder{m: m, g: g, w: w, profile: NewProfile(m), order: g.Topological(m), floor: Floors(m, g), settled: make([]bool, n)}
	f.begin()
	if conflict := f.forward(); conflict != nil {
		return nil, conflict
	}
	if conflict := f.backward(); conflict != nil {
		return nil, conflict
	}
	return w, nil
}

type finder struct {
	m       *Model
	g       *Graph
	w       *Window
	profile *Profile // everything free
	order   []int32
	floor   []int32
	settled []bool // tasks whose own domain and teams have been looked at since they were last raised
}

// begin sets the bounds that do not depend on other tasks.
func (f *finder) begin() {
	for i := range f.m.Tasks {
		f.w.Because[i] = None
		f.w.Earliest[i] = f.m.Tasks[i].Earliest
		f.w.Latest[i] = f.m.LatestStart(int32(i))
	}
	for _, i := range f.g.Origins {
		if a := &f.m.Arcs[i]; a.From == Origin {
			f.raise(a.To, f.m.MinTo(a, 0), i)
		} else {
			f.w.Latest[a.From] = min(f.w.Latest[a.From], f.m.MaxFrom(a, 0))
		}
	}
}

// forward raises earliest starts until every arc holds. Each pass goes along the order of work, so that
// one is enough but for maximum lags.
func (f *finder) forward() *Conflict {
	for changed := true; changed; {
		changed = false
		for _, task := range f.order {
			f.follow(task)
			if f.settled[task] {
				continue
			}
			if !f.settle(task) {
				return f.conflict(task)
			}
			f.raiseCause(task)
			f.settled[task], changed = true, true
		}
	}
	return nil
}

// follow raises a task as its arcs demand.
func (f *finder) follow(task int32) {
	for _, i := range f.g.In(task) {
		a := &f.m.Arcs[i]
		f.raise(task, f.m.MinTo(a, f.w.Earliest[a.From]), i)
	}
}

func (f *finder) raise(task, to, because int32) {
	if to > f.w.Earliest[task] {
		f.w.Earliest[task], f.w.Because[task] = to, because
		f.settled[task] = false
	}
}

// settle moves a task on to the first start its domain and its teams allow, false if there is none.
func (f *finder) settle(task int32) bool {
	t := &f.m.Tasks[task]
	x := f.profile.Fit(t, &f.m.Domains[t.Domain], f.w.Earliest[task], f.w.Latest[task])
	if x != Never {
		f.w.Earliest[task] = x
	}
	return x != Never
}

// conflict follows the arcs that decided back to a task whose own dates did. A ring of maximum lags ends
// where it closes.
func (f *finder) conflict(task int32) *Conflict {
	c := &Conflict{Task: task, Start: f.w.Earliest[task], Latest: f.w.Latest[task]}
	seen := make([]bool, len(f.m.Tasks))
	for at := task; at != Origin && !seen[at]; {
		seen[at] = true
		c.Chain, c.Earliest = append(c.Chain, at), append(c.Earliest, f.w.Earliest[at])
		because := f.w.Because[at]
		if because == None {
			break
		}
		at = f.m.Arcs[because].From
	}
	slices.Reverse(c.Chain)
	slices.Reverse(c.Earliest)
	return c
}

// backward lowers latest starts until every arc holds. It fails only where a consequence cannot be put
// off as long as a maximum lag wants: the earliest starts satisfy all other rules.
func (f *finder) backward() *Conflict {
	for changed := true; changed; {
		changed = false
		for _, task := range slices.Backward(f.order) {
			if f.lower(task) {
				changed = true
			}
			if f.w.Latest[task] < f.w.Earliest[task] {
				return f.conflict(task)
			}
		}
	}
	return nil
}

// lower pulls the latest start of a task back as its arcs, its domain and its teams demand, and reports
// whether it moved.
func (f *finder) lower(task int32) bool {
	latest := f.w.Latest[task]
	for _, i := range f.g.Out(task) {
		a := &f.m.Arcs[i]
		latest = min(latest, f.m.MaxFrom(a, f.w.Latest[a.To]))
	}
	t := &f.m.Tasks[task]
	if t.Prompt {
		latest = min(latest, f.lastPrompt(task))
	}
	latest = f.profile.FitLast(t, &f.m.Domains[t.Domain], latest)
	moved := latest != f.w.Latest[task]
	f.w.Latest[task] = latest
	return moved
}
