package bound

import (
	"slices"

	"epr/plan/solve/model"
)

// reach finds out what waits for a task, and until when.
type reach struct {
	*ties
	at    []int32 // start of each task that was passed last
	seen  []int32 // the round in which it was
	round int32
}

func newReach(t *ties) reach {
	n := len(t.m.Tasks)
	return reach{ties: t, at: make([]int32, n), seen: make([]int32, n)}
}

// isFinishFirst reports whether a task never finishes before the one it waits for by an arc.
func isFinishFirst(m *model.Model, a *model.Arc) bool {
	return a.Ordered && !a.Back && a.FromDays == m.Tasks[a.From].Days
}

// back adds to a list some tasks and all that must have finished when these finish.
func (r *reach) back(list, tasks []int32) []int32 {
	r.round++
	add := func(task int32) {
		if r.seen[task] != r.round {
			r.seen[task] = r.round
			list = append(list, task)
		}
	}
	for _, task := range tasks {
		add(task)
	}
	for k := 0; k < len(list); k++ {
		for _, i := range r.g.In(list[k]) {
			if isFinishFirst(r.m, &r.m.Arcs[i]) {
				add(r.m.Arcs[i].From)
			}
		}
	}
	return list
}

// last lists those of some tasks that no other of them has to wait for: one of these finishes last.
func (r *reach) last(tasks []int32) []int32 {
	var before []int32
	for _, task := range tasks {
		for _, i := range r.g.In(task) {
			if isFinishFirst(r.m, &r.m.Arcs[i]) {
				before = append(before, r.m.Arcs[i].From)
			}
		}
	}
	r.back(nil, before)
	return slices.DeleteFunc(slices.Clone(tasks), func(task int32) bool { return r.seen[task] == r.round })
}

// behind lists what follows a task up to a place in the order.
func (r *reach) behind(task, last int32) []int32 {
	r.round++
	r.seen[task] = r.round
	list := []int32{task}
	for k := 0; k < len(list); k++ {
		for _, i := range r.g.Out(list[k]) {
			a := &r.m.Arcs[i]
			if !a.Back && r.seen[a.To] != r.round && r.place[a.To] <= last && r.place[a.To] > r.place[list[k]] {
				r.seen[a.To] = r.round
				list = append(list, a.To)
			}
		}
	}
	list = list[1:]
	slices.SortFunc(list, func(a, b int32) int { return int(r.place[a] - r.place[b]) })
	return list
}

// lastOf is the place in the order of the last member of some goals.
func (r *reach) lastOf(goals []goalAt) int32 {
	last := int32(-1)
	for _, g := range goals {
		for _, member := range g.goal.Members {
			last = max(last, r.place[member])
		}
	}
	return last
}

// pass passes on the start of a task to what lies behind it, along all arcs.
func (r *reach) pass(task, x int32, behind []int32) {
	r.round++
	r.at[task], r.seen[task] = x, r.round
	for _, to := range behind {
		y := r.w.Earliest[to]
		for _, i := range r.g.In(to) {
			if a := &r.m.Arcs[i]; !a.Back && r.seen[a.From] == r.round {
				y = max(y, r.m.MinTo(a, r.at[a.From]))
			}
		}
		r.at[to] = min(r.domains[to].AtOrAfter(y), r.m.Horizon)
		r.seen[to] = r.round
	}
}

// reached is the boundary before which a goal cannot be reached, by what was passed last.
func (r *reach) reached(goal *model.Goal) int32 {
	reached := goal.Reached
	for _, task := range goal.Members {
		if r.seen[task] == r.round {
			reached = max(reached, min(r.m.Finish(task, r.at[task]), r.m.Horizon))
		}
	}
	return reached
}
