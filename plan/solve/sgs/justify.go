package sgs

import "epr/plan/solve/model"

// justifier shifts a schedule to the right: every task as late as it can be without delaying a goal or
// the end of the schedule. Taking the tasks in the order of the starts that result often gives a shorter
// schedule (forward-backward improvement). Under calendars it may as well give a longer one.
type justifier struct {
	m        *model.Model
	g        *model.Graph
	window   *model.Window
	profile  *model.Profile
	backward *sequencer
	keys     []int64
	order    []int32
	limit    []int32
	starts   []int32
}

func newJustifier(m *model.Model, g *model.Graph, w *model.Window) *justifier {
	n := len(m.Tasks)
	return &justifier{
		m: m, g: g, window: w, profile: model.NewProfile(m), backward: newSequencer(m, g, true),
		keys: make([]int64, n), order: make([]int32, 0, n), limit: make([]int32, n), starts: make([]int32, n),
	}
}

// right returns the starts of the schedule shifted to the right, valid until the next call; false if a
// task found no place, as maximum lags and teams that shrink can bring about.
func (j *justifier) right(starts []int32, enter []bool) ([]int32, bool) {
	j.setLimits(starts)
	for task, x := range starts {
		j.keys[task] = -int64(j.m.Finish(int32(task), x))
		j.starts[task] = model.Never
	}
	j.profile.Reset()
	j.order = j.backward.order(j.keys, j.order)
	for _, task := range j.order {
		if !j.place(task, enter[task]) {
			return nil, false
		}
	}
	return j.starts, true
}

// setLimits allows each task to finish when its goals do, or with the schedule if it has none.
func (j *justifier) setLimits(starts []int32) {
	end := int32(0)
	for task, x := range starts {
		end = max(end, j.m.Finish(int32(task), x))
	}
	for task := range j.limit {
		j.limit[task] = end
	}
	for i := range j.m.Goals {
		goal := &j.m.Goals[i]
		reached := goal.Reached
		for _, task := range goal.Members {
			reached = max(reached, j.m.Finish(task, starts[task]))
		}
		for _, task := range goal.Members {
			j.limit[task] = min(j.limit[task], reached)
		}
	}
}

func (j *justifier) place(task int32, enter bool) bool {
	t := &j.m.Tasks[task]
	x := min(j.window.Latest[task], j.m.Calendars[t.Calendar].Until(j.limit[task], t.Days))
	for _, i := range j.g.Out(task) {
		a := &j.m.Arcs[i]
		if to := j.starts[a.To]; to != model.Never {
			x = min(x, j.m.MaxFrom(a, to))
		}
	}
	domain := t.Strict
	if enter {
		domain = t.Domain
	}
	x = j.profile.FitLast(t, &j.m.Domains[domain], x)
	if x < j.earliest(task) {
		return false
	}
	j.starts[task] = x
	j.profile.Take(t, x)
	return true
}

// earliest is the first start that the tasks placed before leave, all of them later in the order of work.
func (j *justifier) earliest(task int32) int32 {
	x := j.window.Earliest[task]
	for _, i := range j.g.In(task) {
		a := &j.m.Arcs[i]
		if from := j.starts[a.From]; from != model.Never {
			x = max(x, j.m.MinTo(a, from))
		}
	}
	return x
}
