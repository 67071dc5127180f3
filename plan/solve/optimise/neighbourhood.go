package optimise

import (
	"cmp"
	"slices"

	"epr/plan/solve/model"
)

// neighbourhood picks the tasks to free, each time in another way.
func (o *optimiser) neighbourhood() []int32 {
	d := &o.mending
	d.turn++
	clear(d.isFree)
	var free []int32
	switch d.turn % 5 {
	case 0:
		free = o.stretch(o.byStart(nil))
	case 1:
		free = o.causes()
	case 2:
		free = o.users()
	case 3:
		free = o.chains()
	case 4:
		free = o.projects()
	}
	return o.prompts.free(d.isFree, free)
}

// add frees a task unless it is free already or there are enough.
func (o *optimiser) add(free []int32, task int32) []int32 {
	if o.mending.isFree[task] || len(free) >= o.mending.size {
		return free
	}
	o.mending.isFree[task] = true
	return append(free, task)
}

// byStart lists the tasks for which a test is true, nil for all, by their start.
func (o *optimiser) byStart(test func(task int32) bool) []int32 {
	list := o.mending.byStart[:0]
	for i := range o.m.Tasks {
		if test == nil || test(int32(i)) {
			list = append(list, int32(i))
		}
	}
	slices.SortFunc(list, func(a, b int32) int {
		return cmp.Or(cmp.Compare(o.starts[a], o.starts[b]), cmp.Compare(a, b))
	})
	o.mending.byStart = list
	return list
}

// stretch frees tasks that follow each other in a list.
func (o *optimiser) stretch(list []int32) []int32 {
	if len(list) == 0 {
		return nil
	}
	var free []int32
	from := o.random.below(max(1, len(list)-o.mending.size/2))
	for _, task := range list[from:] {
		free = o.add(free, task)
	}
	return free
}

// users frees the users of a resource over some time, and what waits for them.
func (o *optimiser) users() []int32 {
	if len(o.m.Resources) == 0 {
		return nil
	}
	list := o.usersOf(int32(o.random.below(len(o.m.Resources))))
	if len(list) == 0 {
		return nil
	}
	var free []int32
	from := o.random.below(max(1, len(list)-o.mending.size/4))
	for _, task := range list[from:] {
		free = o.add(free, task)
		for _, i := range o.g.Out(task) {
			free = o.add(free, o.m.Arcs[i].To)
		}
		for _, i := range o.g.In(task) {
			free = o.add(free, o.m.Arcs[i].From)
		}
	}
	return free
}

// usersOf lists the users of a resource by their start.
func (o *optimiser) usersOf(r int32) []int32 {
	return o.byStart(func(task int32) bool {
		return slices.ContainsFunc(o.m.Tasks[task].Demands, func(d model.Demand) bool { return d.Resource == r })
	})
}

// chains frees users of a resource that follow each other, each with what it waits for and what waits for
// it: they may change places all the way.
func (o *optimiser) chains() []int32 {
	if len(o.m.Resources) == 0 {
		return o.stretch(o.byStart(nil))
	}
	list := o.usersOf(int32(o.random.below(len(o.m.Resources))))
	if len(list) == 0 {
		return nil
	}
	var free []int32
	from := o.random.below(max(1, len(list)-3))
	for _, task := range list[from:] {
		k := len(free)
		free = o.add(free, task)
		for most := k + longestChain; k < min(len(free), most); k++ {
			for _, i := range o.g.Out(free[k]) {
				free = o.add(free, o.m.Arcs[i].To)
			}
			for _, i := range o.g.In(free[k]) {
				free = o.add(free, o.m.Arcs[i].From)
			}
		}
	}
	return free
}

// longestChain is the number of tasks from which chains goes on to the next ones.
const longestChain = 40

// projects frees whole projects, drawn at random.
func (o *optimiser) projects() []int32 {
	most := int32(0)
	for i := range o.m.Tasks {
		most = max(most, o.m.Tasks[i].Project+1)
	}
	var free []int32
	for range 4 {
		project := int32(o.random.below(int(most)))
		for i := range o.m.Tasks {
			if o.m.Tasks[i].Project == project {
				free = o.add(free, int32(i))
			}
		}
	}
	return free
}

// causes frees what a goal waits for, the last first, and those that use the same resources at the time.
func (o *optimiser) causes() []int32 {
	goal, ok := o.pickGoal()
	if !ok {
		return nil
	}
	var free []int32
	half := o.mending.size / 2
	for _, task := range goal.Members {
		free = o.add(free, task)
	}
	for k := 0; k < len(free) && len(free) < half; k++ {
		for _, i := range o.g.In(free[k]) {
			free = o.add(free, o.m.Arcs[i].From)
		}
	}
	if len(free) == 0 {
		return nil
	}
	return o.rivals(free)
}

// rivals frees the users of the same resources whose starts are nearest to those of the free tasks.
func (o *optimiser) rivals(free []int32) []int32 {
	uses := make([]bool, len(o.m.Resources))
	from, to := model.Never, int32(0)
	for _, task := range free {
		for _, d := range o.m.Tasks[task].Demands {
			uses[d.Resource] = true
			from, to = min(from, o.starts[task]), max(to, o.starts[task])
		}
	}
	list := o.byStart(func(task int32) bool {
		return o.starts[task] >= from-20 && o.starts[task] <= to &&
			slices.ContainsFunc(o.m.Tasks[task].Demands, func(d model.Demand) bool { return uses[d.Resource] })
	})
	for _, k := range o.random.shuffled(len(list)) {
		free = o.add(free, list[k])
	}
	return free
}

// pickGoal draws a goal that could be better at the level.
func (o *optimiser) pickGoal() (*model.Goal, bool) {
	for range 20 {
		if len(o.m.Goals) == 0 {
			break
		}
		g := &o.m.Goals[o.random.below(len(o.m.Goals))]
		due, weight := g.By, g.Weight
		switch o.level {
		case model.Announced:
			due = g.Announced
		case model.Finish:
			due, weight = g.Reached, g.Finish
		case model.Starts:
			due, weight = 0, 1
		}
		reached := g.Reached
		for _, task := range g.Members {
			reached = max(reached, o.m.Finish(task, o.starts[task]))
		}
		if weight > 0 && reached > due && len(g.Members) > 0 {
			return g, true
		}
	}
	return nil, false
}
