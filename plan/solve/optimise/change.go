package optimise

import "slices"

// change is what made a schedule better: tasks with their new starts.
type change struct {
	tasks  []int32
	starts []int32
}

func difference(before, after []int32) change {
	var c change
	for task, x := range after {
		if x != before[task] {
			c.tasks, c.starts = append(c.tasks, int32(task)), append(c.starts, x)
		}
	}
	return c
}

// join makes the changes that another worker has found since both had the same schedule, those that still fit
// and still help. If it comes to no better schedule than the other's, that one is taken.
func (o *optimiser) join(other *optimiser) {
	for _, c := range other.changes {
		starts := slices.Clone(o.starts)
		for k, task := range c.tasks {
			starts[task] = c.starts[k]
		}
		if o.isValid(starts, c.tasks) && o.prompts.settle(starts) {
			if value := o.m.Evaluate(starts); o.betterButMoves(value) {
				o.starts, o.value = starts, value
			}
		}
	}
	if o.betterButMoves(other.value) {
		o.starts, o.value = other.starts, other.value
	}
	o.steer()
}

// adopt takes over the schedule of another worker.
func (o *optimiser) adopt(other *optimiser) {
	o.starts, o.value = other.starts, other.value
	o.steer()
}

// steer steers the engine to the schedule.
func (o *optimiser) steer() {
	if o.entire != nil {
		o.entire.solver.Steer(o.aim())
	}
}

// isValid reports whether a schedule keeps the rules between some tasks that have been moved and all others.
// Everything else is known to be right.
func (o *optimiser) isValid(starts []int32, moved []int32) bool {
	holds := func(i int32) bool {
		a := &o.m.Arcs[i]
		return o.m.MinTo(a, starts[a.From]) <= starts[a.To]
	}
	used := make([][]int32, len(o.m.Resources))
	for _, task := range moved {
		for _, i := range o.g.In(task) {
			if !holds(i) {
				return false
			}
		}
		for _, i := range o.g.Out(task) {
			if !holds(i) {
				return false
			}
		}
		for _, d := range o.m.Tasks[task].Demands {
			if used[d.Resource] == nil {
				used[d.Resource] = slices.Clone(o.m.Resources[d.Resource].Capacity)
			}
		}
	}
	return o.haveRoom(starts, used)
}

// haveRoom takes what all tasks use from some capacities, and reports whether there is enough where anything is
// used.
func (o *optimiser) haveRoom(starts []int32, capacity [][]int32) bool {
	for i := range o.m.Tasks {
		t := &o.m.Tasks[i]
		for _, d := range t.Demands {
			left := capacity[d.Resource]
			if left == nil || d.Amount == 0 || t.Days == 0 {
				continue
			}
			calendar := &o.m.Calendars[t.Calendar]
			from := calendar.W[starts[i]]
			for _, day := range calendar.D[from : from+t.Days] {
				if left[day] -= d.Amount; left[day] < 0 {
					return false
				}
			}
		}
	}
	return true
}
