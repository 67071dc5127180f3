package model

// Floors are the first days on which the consequences of a model can be, whatever else they wait for. The
// values of other tasks mean nothing.
func Floors(m *Model, g *Graph) []int32 {
	floor := make([]int32, len(m.Tasks))
	for i := range m.Tasks {
		floor[i] = m.Tasks[i].Earliest
	}
	for _, i := range g.Origins {
		if a := &m.Arcs[i]; a.To != Origin && !a.Back {
			floor[a.To] = max(floor[a.To], m.MinTo(a, 0))
		}
	}
	return floor
}

// raiseCause raises what a consequence waits for as late as the consequence itself has to be, if it waits
// for one thing alone.
func (f *finder) raiseCause(task int32) {
	if !f.m.Tasks[task].Prompt || f.floor[task] >= f.w.Earliest[task] {
		return
	}
	cause := None
	for _, i := range f.g.In(task) {
		switch {
		case f.m.Arcs[i].Back:
		case cause != None:
			return
		default:
			cause = i
		}
	}
	if cause != None {
		a := &f.m.Arcs[cause]
		f.raise(a.From, f.m.MaxFrom(a, f.w.Earliest[task]-1)+1, cause)
	}
}

// lastPrompt is the last day on which a consequence can be: when the last of what it waits for is as late
// as it can be.
func (f *finder) lastPrompt(task int32) int32 {
	last := f.floor[task]
	for _, i := range f.g.In(task) {
		if a := &f.m.Arcs[i]; !a.Back {
			last = max(last, f.m.MinTo(a, f.w.Latest[a.From]))
		}
	}
	return last
}
