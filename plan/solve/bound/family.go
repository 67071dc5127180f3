package bound

import (
	"fmt"
	"slices"

	"epr/plan/solve/model"
)

// family is a set of tasks that have the same place in projects of the same shape: the training of every
// trust, the board's decision about every trust.
type family struct {
	tasks []int32
	// from are the families it waits for, one task for one.
	from []tie
	// rank[k] is a day before which no k+1 of the tasks have all started, in any schedule.
	rank []int32
}

// tie says that each task of a family waits for another task of a family.
type tie struct {
	family int32
	arcs   []int32 // one of each different kind
}

// shape is what projects must agree on to be compared: for each of their tasks in turn, what it is.
type shape string

// findFamilies finds the families of a model. With apart, projects that can begin on different days are
// no family.
func findFamilies(m *model.Model, g *model.Graph, w *model.Window, apart bool) ([]family, []int32) {
	var projects [][]int32
	for i := range m.Tasks {
		for int(m.Tasks[i].Project) >= len(projects) {
			projects = append(projects, nil)
		}
		projects[m.Tasks[i].Project] = append(projects[m.Tasks[i].Project], int32(i))
	}
	families, of := group(m, projects, func(tasks []int32) shape {
		if apart {
			return shapeOf(m, tasks) + shape(fmt.Sprint(w.Earliest[tasks[0]]))
		}
		return shapeOf(m, tasks)
	})
	for c := range families {
		families[c].tieUp(m, g, of, int32(c), len(families))
		for _, task := range families[c].tasks {
			families[c].rank = append(families[c].rank, w.Earliest[task])
		}
		slices.Sort(families[c].rank)
	}
	return families, of
}

// group makes a family of each place in the projects of each shape.
func group(m *model.Model, projects [][]int32, shapeOf func(tasks []int32) shape) (families []family, of []int32) {
	of = make([]int32, len(m.Tasks))
	first := map[shape]int32{}
	for _, tasks := range projects {
		if len(tasks) == 0 {
			continue
		}
		s := shapeOf(tasks)
		at, known := first[s]
		if !known {
			at = int32(len(families))
			first[s] = at
			families = append(families, make([]family, len(tasks))...)
		}
		for k, task := range tasks {
			c := at + int32(k)
			families[c].tasks = append(families[c].tasks, task)
			of[task] = c
		}
	}
	return families, of
}

// shapeOf is the shape of a project's tasks. How long they take, and when they may start, may differ.
func shapeOf(m *model.Model, tasks []int32) shape {
	var b []byte
	add := func(v int32) { b = append(b, byte(v), byte(v>>8), byte(v>>16), byte(v>>24)) }
	for _, task := range tasks {
		t := &m.Tasks[task]
		add(t.Calendar)
		add(int32(len(t.Demands)))
		for _, d := range t.Demands {
			add(d.Resource)
			add(d.Amount)
		}
		add(min(t.Days, 1))
	}
	return shape(b)
}

// tieUp finds the families that a family waits for: those of which every task of it has one to itself.
func (c *family) tieUp(m *model.Model, g *model.Graph, of []int32, self int32, n int) {
	count, arcs := make([]int32, n), make([][]int32, n)
	var seen []int32
	used := map[int32]bool{}
	for _, task := range c.tasks {
		seen = seen[:0]
		for _, i := range g.In(task) {
			a := &m.Arcs[i]
			from := of[a.From]
			if a.Back || from == self || slices.Contains(seen, from) || used[a.From] {
				continue
			}
			seen = append(seen, from)
			used[a.From] = true
			count[from]++
			arcs[from] = append(arcs[from], i)
		}
	}
	for from := range count {
		if int(count[from]) == len(c.tasks) {
			c.from = append(c.from, tie{int32(from), different(m, arcs[from])})
		}
	}
}

// kind is what an arc's effect on a start depends on.
type kind struct {
	arc                                            model.Arc
	fromDays, fromCalendar, days, calendar, domain int32
}

// different leaves out arcs that do what another does.
func different(m *model.Model, arcs []int32) []int32 {
	known := map[kind]bool{}
	return slices.DeleteFunc(arcs, func(i int32) bool {
		k := kind{arc: m.Arcs[i]}
		from, to := &m.Tasks[k.arc.From], &m.Tasks[k.arc.To]
		k.arc.From, k.arc.To, k.arc.Link = 0, 0, 0
		k.fromDays, k.fromCalendar = from.Days, from.Calendar
		k.days, k.calendar, k.domain = to.Days, to.Calendar, to.Domain
		defer func() { known[k] = true }()
		return known[k]
	})
}
