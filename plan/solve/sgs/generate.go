package sgs

import "epr/plan/solve/model"

// Generator makes schedules of one model, using the same memory for all of them.
type Generator struct {
	m       *model.Model
	g       *model.Graph
	window  *model.Window
	profile *model.Profile

	starts  []int32 // of the tasks placed so far; model.Never if not placed
	release []int32
	floor   []int32 // of consequences: the first day they can be on, whatever they wait for
	at      []int32 // position in the order
	// Enter marks the tasks that may enter their soft windows.
	Enter  []bool
	placed int64 // tasks placed, one by one, and schedules begun
}

// NewGenerator prepares the schedules of a model within its window.
func NewGenerator(m *model.Model, g *model.Graph, w *model.Window) *Generator {
	n := len(m.Tasks)
	return &Generator{
		m: m, g: g, window: w, profile: model.NewProfile(m), floor: model.Floors(m, g),
		starts: make([]int32, n), release: make([]int32, n), at: make([]int32, n), Enter: make([]bool, n),
	}
}

// Steps is the effort so far, without a clock: schedules begun, tasks placed, and days looked at in
// blocks of 16.
func (g *Generator) Steps() int64 { return g.placed + g.profile.Looked/16 }

// replacements is how often a task may be placed in one schedule, on average, before it is given up.
const replacements = 5

// Generate places the tasks in an order, none before its release; nil stands for no releases. It returns
// the starts, valid until the next call, and model.None, or the task for which no day was left.
func (g *Generator) Generate(order []int32, release []int32) (starts []int32, failed int32) {
	last := g.begin(order, release)
	for k := 0; k < len(order); {
		next := g.advance(order, k)
		if next < 0 || g.placed > last {
			return nil, order[k]
		}
		k = next
	}
	return g.starts, model.None
}

// generateAll places as many of the tasks as it can, and lists those for which no day was left. What waits
// for them is placed as if it did not.
func (g *Generator) generateAll(order []int32) (failed []int32) {
	last := g.begin(order, nil)
	for k := 0; k < len(order) && g.placed <= last; {
		next := g.advance(order, k)
		if next < 0 {
			next = k + 1
		}
		k = next
	}
	for _, task := range order {
		if g.starts[task] == model.Never {
			failed = append(failed, task)
		}
	}
	return failed
}

// begin takes everything out and returns how far placed may rise. Consequences are never held back: their
// release says where maximum lags want them.
func (g *Generator) begin(order, release []int32) (last int64) {
	g.placed++
	g.profile.Reset()
	copy(g.release, g.window.Earliest)
	for task, x := range release {
		if !g.m.Tasks[task].Prompt {
			g.release[task] = max(g.release[task], x)
		}
	}
	for k, task := range order {
		g.at[task] = int32(k)
		g.starts[task] = model.Never
	}
	return g.placed + int64(replacements*len(order)) + 1000
}

// advance places the task at a position and returns the position from which to go on: the next, or an
// earlier one that has to be placed anew. It is negative if no day is left for the task.
func (g *Generator) advance(order []int32, k int) int {
	task := order[k]
	x := g.fit(task)
	if x == model.Never {
		return -1
	}
	g.place(task, x)
	next := int(g.raise(task, int32(k)+1))
	switch {
	case next < 0:
		g.takeOut(order[k : k+1])
	case next <= k:
		g.takeOut(order[next : k+1])
	}
	return next
}

// raise raises the releases of the tasks that lie too early now that a task is placed, and returns the
// position from which to go on; model.None if a consequence would have to be put off that waits for
// nothing.
func (g *Generator) raise(task, next int32) int32 {
	if g.m.Tasks[task].Prompt && g.starts[task] < g.release[task] {
		return g.raiseCause(task)
	}
	return g.raiseLate(task, next)
}

// fit is the first day for a task among those placed.
func (g *Generator) fit(task int32) int32 {
	x := g.release[task]
	if g.m.Tasks[task].Prompt {
		return g.fitPrompt(task)
	}
	for _, i := range g.g.In(task) {
		a := &g.m.Arcs[i]
		if from := g.starts[a.From]; from != model.Never {
			x = max(x, g.m.MinTo(a, from))
		}
	}
	t := &g.m.Tasks[task]
	domain := t.Strict
	if g.Enter[task] {
		domain = t.Domain
	}
	return g.profile.Fit(t, &g.m.Domains[domain], x, g.window.Latest[task])
}

func (g *Generator) place(task, x int32) {
	g.starts[task] = x
	g.profile.Take(&g.m.Tasks[task], x)
	g.placed++
}

// raiseLate raises the releases of the placed tasks that lie too early for the task just placed, and
// returns the position of the first of them, or next if all is well.
func (g *Generator) raiseLate(task, next int32) int32 {
	for _, i := range g.g.Out(task) {
		a := &g.m.Arcs[i]
		placed := g.starts[a.To]
		if placed == model.Never {
			continue
		}
		if x := g.m.MinTo(a, g.starts[task]); x > placed {
			g.release[a.To] = max(g.release[a.To], x)
			next = min(next, g.at[a.To])
		}
	}
	return next
}

func (g *Generator) takeOut(tasks []int32) {
	for _, task := range tasks {
		if g.starts[task] != model.Never {
			g.profile.Give(&g.m.Tasks[task], g.starts[task])
			g.starts[task] = model.Never
		}
	}
}
