package sgs

import (
	"cmp"
	"slices"

	"epr/plan/solve/model"
)

// returnSteps limits the work of [Return], in tasks looked at.
const returnSteps = 20_000_000

// Return puts tasks that have moved back to their kept starts wherever that breaks no rule and makes nothing worse
// that comes before moves: each alone, or with those that moved before it, after it, or both, along the arcs. What
// is left has moved because something else is in its way.
func Return(m *model.Model, g *model.Graph, w *model.Window, starts []int32) ([]int32, model.Value) {
	r := &returner{m: m, g: g, w: w, starts: slices.Clone(starts), value: m.Evaluate(starts), profile: model.NewProfile(m),
		floor: model.Floors(m, g), order: g.Topological(m), in: make([]bool, len(m.Tasks))}
	for task, x := range r.starts {
		r.profile.Take(&m.Tasks[task], x)
	}
	for better := len(m.Kept) > 0; better; {
		better = false
		for _, task := range r.moved() {
			for _, group := range [][]int32{{task}, r.along(task, false, true), r.along(task, true, false), r.along(task, true, true)} {
				if r.isMoved(task) && r.looked < returnSteps && r.try(group) {
					better = true
				}
			}
		}
	}
	return r.starts, r.value
}

// returner is a return under way.
type returner struct {
	m       *model.Model
	g       *model.Graph
	w       *model.Window
	profile *model.Profile // with every task taken in
	starts  []int32
	value   model.Value
	floor   []int32
	order   []int32
	in      []bool // tasks of the group being gathered
	looked  int
}

// isMoved reports whether a task can go back. A consequence follows by itself, and work under way never waits
// for other work.
func (r *returner) isMoved(task int32) bool {
	kept := r.m.Kept[task].Start
	t := &r.m.Tasks[task]
	return kept != model.None && kept != r.starts[task] && !t.Prompt && !(t.Begun && kept > r.starts[task])
}

// moved lists the tasks that can go back, the dearest first.
func (r *returner) moved() []int32 {
	var tasks []int32
	for _, task := range r.order {
		if r.isMoved(task) {
			tasks = append(tasks, task)
		}
	}
	cost := func(task int32) int64 {
		kept := r.m.Kept[task]
		return kept.Weight * int64(model.MoveCharge+max(kept.Start-r.starts[task], r.starts[task]-kept.Start))
	}
	slices.SortStableFunc(tasks, func(a, b int32) int { return cmp.Compare(cost(b), cost(a)) })
	return tasks
}

// along lists a moved task with the moved ones that arcs lead to, before it, after it or both. Consequences are
// passed through.
func (r *returner) along(task int32, before, after bool) []int32 {
	group := []int32{task}
	r.in[task] = true
	for k := 0; k < len(group); k++ {
		if before {
			for _, i := range r.g.In(group[k]) {
				group = r.gather(group, r.m.Arcs[i].From)
			}
		}
		if after {
			for _, i := range r.g.Out(group[k]) {
				group = r.gather(group, r.m.Arcs[i].To)
			}
		}
	}
	r.looked += len(group)
	for _, member := range group {
		r.in[member] = false
	}
	return slices.DeleteFunc(group, func(member int32) bool { return !r.isMoved(member) })
}

func (r *returner) gather(group []int32, task int32) []int32 {
	if r.in[task] || !r.isMoved(task) && !r.m.Tasks[task].Prompt {
		return group
	}
	r.in[task] = true
	return append(group, task)
}

// try puts a group back, and reports whether that was better; if not, everything is as before.
func (r *returner) try(group []int32) bool {
	before := slices.Clone(r.starts)
	for _, task := range group {
		r.profile.Give(&r.m.Tasks[task], r.starts[task])
		r.starts[task] = r.m.Kept[task].Start
	}
	r.looked += len(r.starts) + len(group)
	taken := 0
	for taken < len(group) && r.fits(group[taken]) {
		r.profile.Take(&r.m.Tasks[group[taken]], r.starts[group[taken]])
		taken++
	}
	if taken == len(group) && r.settle() && r.arcsHold(group) {
		if value := r.m.Evaluate(r.starts); value.Less(r.value) {
			r.value = value
			return true
		}
	}
	for k, task := range group {
		if k < taken {
			r.profile.Give(&r.m.Tasks[task], r.starts[task])
		}
		r.profile.Take(&r.m.Tasks[task], before[task])
	}
	r.starts = before
	return false
}

// fits reports whether a task can be at its start, as far as that does not depend on arcs.
func (r *returner) fits(task int32) bool {
	t, x := &r.m.Tasks[task], r.starts[task]
	return x >= r.w.Earliest[task] && x <= r.w.Latest[task] && r.profile.Fit(t, &r.m.Domains[t.Domain], x, x) == x
}

// settle puts every consequence on its day. It reports false if that is too late for one.
func (r *returner) settle() bool {
	for _, task := range r.order {
		if !r.m.Tasks[task].Prompt {
			continue
		}
		x := r.floor[task]
		for _, i := range r.g.In(task) {
			if a := &r.m.Arcs[i]; !a.Back {
				x = max(x, r.m.MinTo(a, r.starts[a.From]))
			}
		}
		if x > r.w.Latest[task] {
			return false
		}
		r.starts[task] = x
	}
	return true
}

// arcsHold looks at the arcs of the tasks that went back, and of all consequences.
func (r *returner) arcsHold(group []int32) bool {
	hold := func(task int32) bool { return r.holds(r.g.In(task)) && r.holds(r.g.Out(task)) }
	for _, task := range group {
		if !hold(task) {
			return false
		}
	}
	for _, task := range r.order {
		if r.m.Tasks[task].Prompt && !hold(task) {
			return false
		}
	}
	return true
}

func (r *returner) holds(arcs []int32) bool {
	for _, i := range arcs {
		if a := &r.m.Arcs[i]; r.starts[a.To] < r.m.MinTo(a, r.starts[a.From]) {
			return false
		}
	}
	return true
}
