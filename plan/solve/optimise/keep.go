package optimise

import (
	"cmp"
	"slices"

	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
)

// keepConflicts is how long a set of kept starts is tried.
const keepConflicts = 100

// Keep looks for a schedule that leaves more of the kept starts where they are than the one given and is no
// worse at the levels before: it holds as many of them as it can, the heaviest first, lets the engine place
// the rest, and pulls that back to where it was as far as it goes. Which can be held depends on which were held
// before, so it does that in several orders. It returns the best schedule. Models too large for the engine, and
// those without kept starts, come back as they are.
func Keep(m *model.Model, g *model.Graph, w *model.Window, starts []int32, o Options) Result {
	result := Result{Starts: starts, Value: m.Evaluate(starts)}
	if len(m.Kept) == 0 || len(m.Tasks) > wholeTasks || result.Value[model.Moves] <= o.Bound[model.Moves] {
		return result
	}
	op := newOptimiser(m, g, w, starts, o)
	op.level, op.until = model.Moves, o.Steps
	op.bound[model.Moves] = o.Bound[model.Moves]
	h := newHolder(op)
	for _, order := range []func(a, b int32) int{h.together, h.earliest, h.latest} {
		clear(h.held)
		h.holdMost(order)
		h.pull()
	}
	return Result{Starts: op.starts, Value: op.value, Steps: op.steps}
}

// holder holds kept starts.
type holder struct {
	*optimiser
	piece *piece
	held  []bool
}

func newHolder(o *optimiser) *holder {
	h := &holder{optimiser: o, piece: o.all(false), held: make([]bool, len(o.m.Tasks))}
	for level := range model.Moves {
		h.piece.addLevel(level, o.starts)
		h.piece.atMost(level, o.value[level])
	}
	wanted := slices.Clone(o.starts)
	for task, kept := range o.m.Kept {
		if kept.Start != model.None {
			wanted[task] = kept.Start
		}
	}
	h.piece.solver.Steer(wanted)
	return h
}

// holdMost holds all kept starts, or where that does not work half of them, and so on. Those that are where
// they were in a schedule found on the way are held as well: that much is possible.
func (h *holder) holdMost(order func(a, b int32) int) {
	var tasks []int32
	for task, kept := range h.m.Kept {
		if kept.Start != model.None && h.m.Domains[h.m.Tasks[task].Domain].Has(kept.Start) {
			tasks = append(tasks, int32(task))
		}
	}
	slices.SortFunc(tasks, func(a, b int32) int {
		return cmp.Or(cmp.Compare(h.m.Kept[b].Weight, h.m.Kept[a].Weight), order(a, b), cmp.Compare(a, b))
	})
	for queue := [][]int32{tasks}; len(queue) > 0 && !h.done(); queue = queue[1:] {
		part := slices.DeleteFunc(queue[0], func(task int32) bool { return h.held[task] })
		if len(part) == 0 || h.hold(part) {
			continue
		}
		if middle := len(part) / 2; middle > 0 {
			queue = append(queue, part[:middle], part[middle:])
		}
	}
}

// earliest, latest and together are orders in which to hold tasks of one weight.
func (h *holder) earliest(a, b int32) int { return cmp.Compare(h.m.Kept[a].Start, h.m.Kept[b].Start) }
func (h *holder) latest(a, b int32) int   { return h.earliest(b, a) }
func (h *holder) together(a, b int32) int {
	return cmp.Or(cmp.Compare(h.m.Tasks[a].Project, h.m.Tasks[b].Project), h.earliest(a, b))
}

// hold holds some more tasks if there is a schedule then.
func (h *holder) hold(part []int32) bool {
	var assumed []lcg.Literal
	add := func(task int32) {
		x, at := lcg.Var(task), h.m.Kept[task].Start
		assumed = append(assumed, lcg.AtLeast(x, at), lcg.AtMost(x, at))
	}
	for task, held := range h.held {
		if held {
			add(int32(task))
		}
	}
	for _, task := range part {
		add(task)
	}
	if h.search(h.piece, assumed, keepConflicts) != lcg.Found {
		return false
	}
	for task, kept := range h.m.Kept {
		if kept.Start != model.None && h.piece.solver.Values()[task] == kept.Start {
			h.held[task] = true
		}
	}
	h.take(h.piece)
	return true
}

// pull brings tasks that have moved back towards their kept starts, the dearest first, while no other moves
// further away than it is.
func (h *holder) pull() {
	for better := true; better && !h.done(); {
		better = false
		for _, task := range h.moved() {
			for !h.done() && (h.pullBy(task, h.distance(task)/2) || h.pullBy(task, min(1, h.distance(task)))) {
				better = true
			}
		}
	}
}

// moved lists the tasks that are not where they are kept, the dearest move first.
func (h *holder) moved() []int32 {
	var tasks []int32
	for task := range h.starts {
		if h.distance(int32(task)) > 0 {
			tasks = append(tasks, int32(task))
		}
	}
	cost := func(task int32) int64 { return h.m.Kept[task].Weight * int64(h.distance(task)+model.MoveCharge) }
	slices.SortStableFunc(tasks, func(a, b int32) int { return cmp.Compare(cost(b), cost(a)) })
	return tasks
}

// distance is how far a task is from its kept start, 0 if it has none.
func (h *holder) distance(task int32) int32 {
	kept := h.m.Kept[task].Start
	if kept == model.None {
		return 0
	}
	return max(h.starts[task]-kept, kept-h.starts[task])
}

// pullBy looks for a schedule in which a task is nearer to its kept start by some days at least.
func (h *holder) pullBy(pulled, days int32) bool {
	if days == 0 {
		return false
	}
	var assumed []lcg.Literal
	for task, kept := range h.m.Kept {
		if kept.Start == model.None {
			continue
		}
		low, high := min(kept.Start, h.starts[task]), max(kept.Start, h.starts[task])
		switch {
		case int32(task) != pulled:
		case h.starts[task] > kept.Start:
			high -= days
		default:
			low += days
		}
		assumed = append(assumed, lcg.AtLeast(lcg.Var(task), low), lcg.AtMost(lcg.Var(task), high))
	}
	return h.search(h.piece, assumed, keepConflicts) == lcg.Found && h.take(h.piece)
}
