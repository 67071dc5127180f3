package model

import "slices"

// Graph finds the arcs of a task. Arcs from or to the origin are in neither list of a task; they are in
// Origins.
type Graph struct {
	Origins []int32 // arcs with an end at the origin
	in, out lists
}

// lists is one list of arcs for each task, one after the other.
type lists struct {
	start []int32
	arcs  []int32
}

func (l *lists) of(task int32) []int32 { return l.arcs[l.start[task]:l.start[task+1]] }

// NewGraph indexes the arcs of a model.
func NewGraph(m *Model) *Graph {
	g := &Graph{}
	for i := range m.Arcs {
		if m.Arcs[i].From == Origin || m.Arcs[i].To == Origin {
			g.Origins = append(g.Origins, int32(i))
		}
	}
	g.in = newLists(m, func(a *Arc) int32 { return a.To })
	g.out = newLists(m, func(a *Arc) int32 { return a.From })
	return g
}

func newLists(m *Model, end func(*Arc) int32) lists {
	l := lists{start: make([]int32, len(m.Tasks)+1)}
	between := func(a *Arc) bool { return a.From != Origin && a.To != Origin }
	for i := range m.Arcs {
		if a := &m.Arcs[i]; between(a) {
			l.start[end(a)+1]++
		}
	}
	for i := range m.Tasks {
		l.start[i+1] += l.start[i]
	}
	l.arcs = make([]int32, l.start[len(m.Tasks)])
	next := slices.Clone(l.start)
	for i := range m.Arcs {
		if a := &m.Arcs[i]; between(a) {
			l.arcs[next[end(a)]] = int32(i)
			next[end(a)]++
		}
	}
	return l
}

// In lists the arcs to a task, in the order of the model.
func (g *Graph) In(task int32) []int32 { return g.in.of(task) }

// Out lists the arcs from a task.
func (g *Graph) Out(task int32) []int32 { return g.out.of(task) }

// Topological lists the tasks so that each comes after those its arcs come from, arcs of maximum lags
// left out. Where tasks wait for each other in a ring, the smallest of them comes first.
func (g *Graph) Topological(m *Model) []int32 {
	waits := make([]int32, len(m.Tasks))
	for i := range m.Tasks {
		for _, arc := range g.In(int32(i)) {
			if !m.Arcs[arc].Back {
				waits[i]++
			}
		}
	}
	order := make([]int32, 0, len(m.Tasks))
	listed := make([]bool, len(m.Tasks))
	list := func(task int32) {
		listed[task] = true
		order = append(order, task)
	}
	for i, done := int32(0), 0; int(i) < len(m.Tasks); i++ {
		if waits[i] <= 0 && !listed[i] {
			list(i)
		}
		for ; done < len(order); done++ {
			for _, arc := range g.Out(order[done]) {
				if a := &m.Arcs[arc]; !a.Back {
					if waits[a.To]--; waits[a.To] == 0 && !listed[a.To] {
						list(a.To)
					}
				}
			}
		}
	}
	for i := range m.Tasks {
		if !listed[i] {
			list(int32(i))
		}
	}
	return order
}
