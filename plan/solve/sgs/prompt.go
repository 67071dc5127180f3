package sgs

import "epr/plan/solve/model"

// fitPrompt is the day of a consequence: the first that what it waits for allows. Maximum lags that want
// it later raise its release, which [Generator.raise] then sees.
func (g *Generator) fitPrompt(task int32) int32 {
	x := g.floor[task]
	for _, i := range g.g.In(task) {
		a := &g.m.Arcs[i]
		switch from := g.starts[a.From]; {
		case from == model.Never:
		case a.Back:
			g.release[task] = max(g.release[task], g.m.MinTo(a, from))
		default:
			x = max(x, g.m.MinTo(a, from))
		}
	}
	if x > g.window.Latest[task] {
		return model.Never
	}
	return x
}

// raiseCause puts off what decides the day of a consequence that a maximum lag wants later, and returns
// its position; model.None if nothing decides it but the calendar.
func (g *Generator) raiseCause(task int32) int32 {
	var cause *model.Arc
	for _, i := range g.g.In(task) {
		a := &g.m.Arcs[i]
		if !a.Back && g.starts[a.From] != model.Never && g.m.MinTo(a, g.starts[a.From]) == g.starts[task] {
			cause = a
		}
	}
	if cause == nil {
		return model.None
	}
	// The first start of the cause that is late enough follows the last that is not.
	later := g.m.MaxFrom(cause, g.release[task]-1) + 1
	g.release[cause.From] = max(g.release[cause.From], later)
	return g.at[cause.From]
}
