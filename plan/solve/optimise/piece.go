package optimise

import (
	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
)

// piece is a part of a schedule that may change: some tasks that are free, and what all others, held where
// they are, leave them. It is a model of its own in the constraint engine. Moves are not looked at, and a
// consequence is only kept from being too early: what a piece proves holds, but what it finds has to be
// looked at again.
type piece struct {
	whole  *model.Model
	free   []int32 // tasks of the whole, one for each task of the part
	part   *model.Model
	solver *lcg.Solver
	levels [model.Levels]total
	vars   []lcg.Var // those that every piece of the same tasks has, in the order in which they were made
	goals  []part    // of the whole, as far as they depend on free tasks
	tolls  []toll    // of free tasks, for the levels that have been added
	closed bool      // soft windows are open to those tasks only that are in one already, and no tolls are looked at
	byRank *byRank   // nil unless starts are added up by rank
	local  []int32   // of each task of the whole its number in the part, None if it has none
	limits []int32   // latest starts that others allow
}

// part is the variable of a goal.
type part struct {
	goal int32
	x    lcg.Var
}

// newPiece frees some tasks of a schedule, with soft windows closed to those that are in none or open to all.
func newPiece(m *model.Model, g *model.Graph, starts []int32, free []int32, closed bool) *piece {
	p := cutOut(m, g, starts, free, closed)
	p.open(starts)
	return p
}

// cutOut is a piece whose part has not been taken in by the engine yet. What is to hold besides may be added to it.
func cutOut(m *model.Model, g *model.Graph, starts []int32, free []int32, closed bool) *piece {
	p := &piece{whole: m, free: free, closed: closed, local: make([]int32, len(m.Tasks))}
	for i := range p.local {
		p.local[i] = model.None
	}
	for i, task := range free {
		p.local[task] = int32(i)
	}
	p.build(starts)
	p.limits = p.addArcs(g, starts)
	return p
}

// open lets the engine take the part in.
func (p *piece) open(starts []int32) {
	p.solver = lcg.New(p.part)
	for i, limit := range p.limits {
		p.solver.Require(lcg.AtMost(lcg.Var(i), limit))
	}
	for i := range p.free {
		p.vars = append(p.vars, lcg.Var(i))
	}
	if p.byRank != nil {
		p.byRank.open(p.solver)
	}
	p.addGoals(starts)
}

// build makes the part's tasks, and its resources less what the others use.
func (p *piece) build(starts []int32) {
	m := p.whole
	p.part = &model.Model{Horizon: m.Horizon, Calendars: m.Calendars, Domains: m.Domains}
	resource := make([]int32, len(m.Resources))
	for _, task := range p.free {
		for _, d := range m.Tasks[task].Demands {
			if resource[d.Resource] == 0 {
				capacity := append([]int32(nil), m.Resources[d.Resource].Capacity...)
				p.part.Resources = append(p.part.Resources, model.Resource{Capacity: capacity})
				resource[d.Resource] = int32(len(p.part.Resources))
			}
		}
	}
	for i := range m.Tasks {
		t := &m.Tasks[i]
		if p.local[i] != model.None {
			continue
		}
		for _, d := range t.Demands {
			if r := resource[d.Resource]; r > 0 {
				take(p.part.Resources[r-1].Capacity, &m.Calendars[t.Calendar], t.Days, starts[i], d.Amount)
			}
		}
	}
	for _, task := range p.free {
		t := m.Tasks[task]
		if p.closed && m.Domains[t.Strict].Has(starts[task]) {
			t.Domain = t.Strict
		}
		demands := make([]model.Demand, len(t.Demands))
		for k, d := range t.Demands {
			demands[k] = model.Demand{Resource: resource[d.Resource] - 1, Amount: d.Amount}
		}
		t.Demands = demands
		p.part.Tasks = append(p.part.Tasks, t)
	}
}

// take removes from a capacity what a task uses that starts at x.
func take(capacity []int32, c *model.Calendar, days, x, amount int32) {
	if days == 0 {
		return
	}
	for _, day := range c.D[c.W[x] : c.W[x]+days] {
		capacity[day] -= amount
	}
}

// addArcs adds the arcs between free tasks, raises the earliest starts that others decide, and returns the
// latest starts that others allow.
func (p *piece) addArcs(g *model.Graph, starts []int32) (limits []int32) {
	m := p.whole
	limits = make([]int32, len(p.free))
	for i, task := range p.free {
		t := &p.part.Tasks[i]
		if limits[i] = m.Horizon; t.Begun {
			limits[i] = starts[task] // it goes on before other work
		}
		for _, k := range g.In(task) {
			a := m.Arcs[k]
			if from := p.local[a.From]; from != model.None {
				a.From, a.To = from, int32(i)
				p.part.Arcs = append(p.part.Arcs, a)
			} else {
				t.Earliest = max(t.Earliest, min(m.MinTo(&a, starts[a.From]), m.Horizon+1))
			}
		}
		for _, k := range g.Out(task) {
			if a := &m.Arcs[k]; p.local[a.To] == model.None {
				limits[i] = min(limits[i], m.MaxFrom(a, starts[a.To]))
			}
		}
	}
	for _, k := range g.Origins {
		a := m.Arcs[k]
		switch {
		case a.From == model.Origin && p.local[a.To] != model.None:
			a.To = p.local[a.To]
		case a.To == model.Origin && p.local[a.From] != model.None:
			a.From = p.local[a.From]
		default:
			continue
		}
		p.part.Arcs = append(p.part.Arcs, a)
	}
	return limits
}
