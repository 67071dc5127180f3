package sgs

import "epr/plan/solve/model"

// findBlocks gives each task its block: the smallest task among those that it bounds and that bound it,
// maximum lags included. Blocks are the strongly connected components of the arcs (Tarjan 1972, with the
// recursion unrolled). A task tied to nothing is a block of its own.
func findBlocks(m *model.Model, g *model.Graph) []int32 {
	n := len(m.Tasks)
	t := tarjan{m: m, g: g, index: make([]int32, n), low: make([]int32, n), block: make([]int32, n)}
	for i := range t.block {
		t.block[i] = model.None
	}
	for i := range n {
		if t.index[i] == 0 {
			t.visit(int32(i))
		}
	}
	return t.block
}

type tarjan struct {
	m          *model.Model
	g          *model.Graph
	index, low []int32
	block      []int32
	stack      []int32
	count      int32
}

// frame is a task being visited and how many of its arcs have been followed.
type frame struct {
	task int32
	next int
}

func (t *tarjan) visit(root int32) {
	frames := []frame{t.enter(root)}
	for len(frames) > 0 {
		f := &frames[len(frames)-1]
		out := t.g.Out(f.task)
		if f.next < len(out) {
			to := t.m.Arcs[out[f.next]].To
			f.next++
			if t.index[to] == 0 {
				frames = append(frames, t.enter(to))
			} else if t.block[to] == model.None {
				t.low[f.task] = min(t.low[f.task], t.index[to])
			}
			continue
		}
		done := f.task
		frames = frames[:len(frames)-1]
		if len(frames) > 0 {
			above := frames[len(frames)-1].task
			t.low[above] = min(t.low[above], t.low[done])
		}
		if t.low[done] == t.index[done] {
			t.leave(done)
		}
	}
}

func (t *tarjan) enter(task int32) frame {
	t.count++
	t.index[task], t.low[task] = t.count, t.count
	t.stack = append(t.stack, task)
	return frame{task: task}
}

// leave takes a finished block off the stack and names it after its smallest task.
func (t *tarjan) leave(root int32) {
	from := len(t.stack) - 1
	for t.stack[from] != root {
		from--
	}
	name := root
	for _, task := range t.stack[from:] {
		name = min(name, task)
	}
	for _, task := range t.stack[from:] {
		t.block[task] = name
	}
	t.stack = t.stack[:from]
}
