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
// before, so it does that in several orders. Of models too large for the engine it looks at parts, one after the
// other. It returns the best schedule; without kept starts the one given.
func Keep(m *model.Model, g *model.Graph, w *model.Window, starts []int32, o Options) Result {
	result := Result{Starts: starts, Value: m.Evaluate(starts)}
	if len(m.Kept) == 0 || result.Value[model.Moves] <= o.Bound[model.Moves] {
		return result
	}
	op := newOptimiser(m, g, w, starts, o)
	op.level, op.until = model.Moves, o.Steps
	op.bound[model.Moves] = o.Bound[model.Moves]
	if op.entire == nil {
		op.keepParts()
	} else {
		op.keepAll()
	}
	return Result{Starts: op.starts, Value: op.value, Steps: op.steps}
}

// keepAll holds what it can in the model as a whole.
func (o *optimiser) keepAll() {
	h := newHolder(o, o.all(true))
	for _, order := range []func(a, b int32) int{h.together, h.earliest, h.latest} {
		clear(h.held)
		h.holdMost(order)
		h.pull()
	}
}

// holder holds kept starts in a piece.
type holder struct {
	*optimiser
	piece *piece
	held  []bool // of the free tasks
}

func newHolder(o *optimiser, p *piece) *holder {
	h := &holder{optimiser: o, piece: p, held: make([]bool, len(p.free))}
	for level := range model.Moves {
		h.piece.addLevel(level, o.starts)
		h.piece.atMost(level, o.value[level])
	}
	wanted := make([]int32, len(p.free))
	for i, task := range p.free {
		wanted[i] = o.starts[task]
		if kept := o.m.Kept[task].Start; kept != model.None {
			wanted[i] = kept
		}
	}
	h.piece.solver.Steer(wanted)
	return h
}

// holdMost holds all kept starts, or where that does not work half of them, and so on. Those that are where
// they were in a schedule found on the way are held as well: that much is possible.
func (h *holder) holdMost(order func(a, b int32) int) {
	var free []int32 // by their place in the piece
	for i, task := range h.piece.free {
		if kept := h.m.Kept[task].Start; kept != model.None && h.m.Domains[h.m.Tasks[task].Domain].Has(kept) {
			free = append(free, int32(i))
		}
	}
	slices.SortFunc(free, func(i, j int32) int {
		a, b := h.piece.free[i], h.piece.free[j]
		return cmp.Or(cmp.Compare(h.m.Kept[b].Weight, h.m.Kept[a].Weight), order(a, b), cmp.Compare(a, b))
	})
	for queue := [][]int32{free}; len(queue) > 0 && !h.done(); queue = queue[1:] {
		part := slices.DeleteFunc(queue[0], func(i int32) bool { return h.held[i] })
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
	add := func(i int32) {
		x, at := lcg.Var(i), h.m.Kept[h.piece.free[i]].Start
		assumed = append(assumed, lcg.AtLeast(x, at), lcg.AtMost(x, at))
	}
	for i, held := range h.held {
		if held {
			add(int32(i))
		}
	}
	for _, i := range part {
		add(i)
	}
	if h.search(h.piece, assumed, keepConflicts) != lcg.Found {
		return false
	}
	for i, task := range h.piece.free {
		if kept := h.m.Kept[task].Start; kept != model.None && h.piece.solver.Values()[i] == kept {
			h.held[i] = true
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

// moved lists the free tasks that are not where they are kept, the dearest move first.
func (h *holder) moved() []int32 { return h.movedOf(h.piece.free) }

// movedOf lists those of some tasks that are not where they are kept, the dearest move first.
func (o *optimiser) movedOf(tasks []int32) []int32 {
	moved := slices.DeleteFunc(slices.Clone(tasks), func(task int32) bool { return o.distance(task) == 0 })
	cost := func(task int32) int64 { return o.m.Kept[task].Weight * int64(o.distance(task)+model.MoveCharge) }
	slices.SortStableFunc(moved, func(a, b int32) int { return cmp.Compare(cost(b), cost(a)) })
	return moved
}

// distance is how far a task is from its kept start, 0 if it has none.
func (o *optimiser) distance(task int32) int32 {
	kept := o.m.Kept[task].Start
	if kept == model.None {
		return 0
	}
	return max(o.starts[task]-kept, kept-o.starts[task])
}

// pullBy looks for a schedule in which a task is nearer to its kept start by some days at least.
func (h *holder) pullBy(pulled, days int32) bool {
	if days == 0 {
		return false
	}
	var assumed []lcg.Literal
	for i, task := range h.piece.free {
		kept := h.m.Kept[task].Start
		if kept == model.None {
			continue
		}
		low, high := min(kept, h.starts[task]), max(kept, h.starts[task])
		switch {
		case task != pulled:
		case h.starts[task] > kept:
			high -= days
		default:
			low += days
		}
		assumed = append(assumed, lcg.AtLeast(lcg.Var(i), low), lcg.AtMost(lcg.Var(i), high))
	}
	return h.search(h.piece, assumed, keepConflicts) == lcg.Found && h.take(h.piece)
}
