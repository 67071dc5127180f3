package bound

import (
	"cmp"
	"slices"
	"sort"

	"epr/plan/solve/model"
)

// teams holds what a resource can give, day by day, and finds the day on which it has given enough.
type teams struct {
	m       *model.Model
	g       *model.Graph
	w       *model.Window
	classes []class
	of      [][]int32 // the classes of each task
	seen    []int32
	round   int32
	tasks   []int32
	work    []int64 // of each class, for the goal at hand
	visits  int
}

// class is the work of one resource in one calendar, or in all calendars together. The work of a class
// can be done only on days that it works.
type class struct {
	resource int32
	calendar int32   // model.None for all
	given    []int64 // given[t]: what the resource has given before boundary t on days that are worked
}

// mostVisits limits the effort on very large models: tasks looked at for all goals together. Goals beyond
// it keep their chain bound.
const mostVisits = 4_000_000

func newTeams(m *model.Model, g *model.Graph, w *model.Window) *teams {
	t := &teams{m: m, g: g, w: w, of: make([][]int32, len(m.Tasks)), seen: make([]int32, len(m.Tasks))}
	index := map[[2]int32]int32{}
	works := [][]bool{}
	for i := range m.Tasks {
		task := &m.Tasks[i]
		for _, demand := range task.Demands {
			for _, calendar := range []int32{task.Calendar, model.None} {
				key := [2]int32{demand.Resource, calendar}
				k, known := index[key]
				if !known {
					k = int32(len(t.classes))
					index[key] = k
					t.classes = append(t.classes, class{resource: demand.Resource, calendar: calendar})
					works = append(works, make([]bool, m.Horizon))
				}
				t.of[i] = append(t.of[i], k)
				mark(works[k], &m.Calendars[task.Calendar])
			}
		}
	}
	for k := range t.classes {
		t.classes[k].give(m, works[k])
	}
	t.work = make([]int64, len(t.classes))
	return t
}

func mark(works []bool, calendar *model.Calendar) {
	for _, day := range calendar.D {
		works[day] = true
	}
}

func (c *class) give(m *model.Model, works []bool) {
	c.given = make([]int64, m.Horizon+1)
	for day, capacity := range m.Resources[c.resource].Capacity {
		c.given[day+1] = c.given[day]
		if works[day] {
			c.given[day+1] += int64(capacity)
		}
	}
}

// enough is the first boundary at which the resource has given an amount since a day.
func (c *class) enough(from int32, work int64) int32 {
	want := c.given[from] + work
	t := sort.Search(len(c.given), func(t int) bool { return c.given[t] >= want })
	if t == len(c.given) {
		return model.Never
	}
	return int32(t)
}

// improve raises the bound of a goal if some resource needs longer for what must be done before it. It
// goes from the tasks that start last to those that start first: all work that cannot start before a day
// has to find its capacity from that day on.
func (t *teams) improve(b *Goal, goal *model.Goal) {
	if t.visits > mostVisits || len(t.classes) == 0 {
		return
	}
	t.collect(goal)
	clear(t.work)
	for _, task := range t.tasks {
		head := t.w.Earliest[task]
		for d, demand := range t.m.Tasks[task].Demands {
			for _, k := range t.of[task][2*d : 2*d+2] {
				t.work[k] += int64(demand.Amount) * int64(t.m.Tasks[task].Days)
				if reached := t.classes[k].enough(head, t.work[k]); reached > b.Reached {
					*b = Goal{Reached: reached, Reason: Team, Task: model.None,
						Resource: demand.Resource, From: head, Work: t.work[k]}
				}
			}
		}
	}
}

// collect lists what must have finished when a goal is reached, latest start first: its members, and what
// has to finish before a point of any of them.
func (t *teams) collect(goal *model.Goal) {
	t.round++
	t.tasks = t.tasks[:0]
	add := func(task int32) {
		if t.seen[task] != t.round {
			t.seen[task] = t.round
			t.tasks = append(t.tasks, task)
		}
	}
	for _, task := range goal.Members {
		add(task)
	}
	for k := 0; k < len(t.tasks); k++ {
		for _, i := range t.g.In(t.tasks[k]) {
			a := &t.m.Arcs[i]
			if a.Ordered && a.FromDays == t.m.Tasks[a.From].Days {
				add(a.From)
			}
		}
	}
	t.visits += len(t.tasks)
	slices.SortFunc(t.tasks, func(a, b int32) int {
		return cmp.Or(cmp.Compare(t.w.Earliest[b], t.w.Earliest[a]), cmp.Compare(a, b))
	})
}
