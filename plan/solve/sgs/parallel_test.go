package sgs

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/model"
)

// TestParallel: a schedule made day by day keeps all rules but maximum lags, and no task could have begun on
// an earlier day beside those that had begun by then.
func TestParallel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, _, w := tiny(t)
		m.Arcs = slices.DeleteFunc(m.Arcs, func(a model.Arc) bool { return a.Back })
		for i := range m.Tasks {
			m.Tasks[i].Prompt = false // consequences take no day but their own
		}
		g := model.NewGraph(m)
		keys := make([]int64, len(m.Tasks))
		for i := range keys {
			keys[i] = int64(rapid.IntRange(0, 5).Draw(t, "key"))
		}
		starts := newParallel(NewGenerator(m, g, w)).generate(keys)
		if slices.Contains(starts, m.Horizon) {
			return // some task found no day
		}
		if broken := m.Check(starts); len(broken) > 0 {
			t.Fatalf("%v breaks rules: %v", starts, broken)
		}
		for task := range m.Tasks {
			mayBeginSooner(t, m, g, w, starts, int32(task))
		}
	})
}

// mayBeginSooner fails if a task fits in on a day before its start, beside the tasks begun by that day.
func mayBeginSooner(t *rapid.T, m *model.Model, g *model.Graph, w *model.Window, starts []int32, task int32) {
	from := w.Earliest[task]
	for _, i := range g.In(task) {
		if a := &m.Arcs[i]; a.From != model.Origin {
			// A lag below zero may let it begin sooner than what it waits for, but it is not looked at then.
			from = max(from, m.MinTo(a, starts[a.From]), starts[a.From])
		}
	}
	for day := from; day < starts[task]; day++ {
		profile := model.NewProfile(m)
		for other, x := range starts {
			if other != int(task) && x <= day {
				profile.Take(&m.Tasks[other], x)
			}
		}
		if profile.Fit(&m.Tasks[task], &m.Domains[m.Tasks[task].Strict], day, day) == day {
			t.Fatalf("%v: task %d could begin on day %d", starts, task, day)
		}
	}
}
