package expand

import (
	"slices"
	"strings"

	"epr/plan"
	"epr/plan/source"
)

// findCycles reports work that waits for itself, printing one shortest way round for each knot of
// activities. Maximum lags run backwards by nature and are left out.
func (x *expander) findCycles() {
	graph := newWaiting(x.net)
	for _, knot := range graph.knots() {
		x.reportCycle(graph.shortestCycle(knot))
	}
}

func (x *expander) reportCycle(cycle []int) {
	links := make([]plan.Link, len(cycle))
	names := make([]string, 0, len(cycle)+1)
	for k, i := range cycle {
		links[k] = x.linkBetween(cycle[(k+1)%len(cycle)], i)
		names = append(names, x.activity(i).ID)
	}
	names = append(names, names[0])
	var notes []source.Note
	for k, l := range links[1:] {
		notes = append(notes, source.Note{At: l.At, Text: "\"" + names[k+1] + "\" waits for \"" + names[k+2] + "\" here"})
	}
	x.problem(source.Error, "cycle", links[0].At,
		"this work waits for itself: "+strings.Join(names, " waits for "), "take one of these out of \"after\"", notes...)
}

// linkBetween finds the link by which one activity waits for another.
func (x *expander) linkBetween(from, to int) plan.Link {
	k := slices.IndexFunc(x.net.Links, func(l plan.Link) bool { return !l.Max && l.From == from && l.To == to })
	return x.net.Links[k]
}

// waiting is the graph of who waits for whom.
type waiting struct {
	preds [][]int
}

func newWaiting(n *plan.Network) waiting {
	w := waiting{preds: make([][]int, len(n.Activities))}
	for _, l := range n.Links {
		if !l.Max {
			w.preds[l.To] = append(w.preds[l.To], l.From)
		}
	}
	return w
}

// knots are the strongly connected components of more than one activity, each in ascending order and
// ordered by their first activity (Tarjan 1972, with the recursion unrolled).
func (w waiting) knots() [][]int {
	t := tarjan{waiting: w, index: make([]int, len(w.preds)), low: make([]int, len(w.preds)), on: make([]bool, len(w.preds))}
	for i := range w.preds {
		if t.index[i] == 0 {
			t.visit(i)
		}
	}
	slices.SortFunc(t.found, func(a, b []int) int { return a[0] - b[0] })
	return t.found
}

type tarjan struct {
	waiting
	index, low []int
	on         []bool
	stack      []int
	count      int
	found      [][]int
}

// visit goes through everything that root waits for. A frame is an activity and how many of its
// predecessors have been looked at.
func (t *tarjan) visit(root int) {
	type frame struct{ at, next int }
	t.enter(root)
	for frames := []frame{{at: root}}; len(frames) > 0; {
		f := &frames[len(frames)-1]
		if f.next < len(t.preds[f.at]) {
			pred := t.preds[f.at][f.next]
			f.next++
			if t.index[pred] == 0 {
				t.enter(pred)
				frames = append(frames, frame{at: pred})
			} else if t.on[pred] {
				t.low[f.at] = min(t.low[f.at], t.index[pred])
			}
			continue
		}
		done := f.at
		frames = frames[:len(frames)-1]
		if len(frames) > 0 {
			above := frames[len(frames)-1].at
			t.low[above] = min(t.low[above], t.low[done])
		}
		if t.low[done] == t.index[done] {
			t.leave(done)
		}
	}
}

func (t *tarjan) enter(i int) {
	t.count++
	t.index[i], t.low[i], t.on[i] = t.count, t.count, true
	t.stack = append(t.stack, i)
}

// leave takes a finished component off the stack and keeps it if it is a knot.
func (t *tarjan) leave(root int) {
	k := slices.Index(t.stack, root)
	knot := slices.Clone(t.stack[k:])
	t.stack = t.stack[:k]
	for _, i := range knot {
		t.on[i] = false
	}
	if len(knot) > 1 {
		slices.Sort(knot)
		t.found = append(t.found, knot)
	}
}

// shortestCycle finds a shortest way round a knot, starting and ending at its first activity.
func (w waiting) shortestCycle(knot []int) []int {
	start := knot[0]
	in := map[int]bool{}
	for _, i := range knot {
		in[i] = true
	}
	came := map[int]int{}
	for queue := []int{start}; len(queue) > 0; queue = queue[1:] {
		for _, pred := range w.preds[queue[0]] {
			if pred == start {
				return wayTo(came, start, queue[0])
			}
			if _, seen := came[pred]; in[pred] && !seen {
				came[pred] = queue[0]
				queue = append(queue, pred)
			}
		}
	}
	return knot
}

func wayTo(came map[int]int, start, last int) []int {
	way := []int{last}
	for last != start {
		last = came[last]
		way = append(way, last)
	}
	slices.Reverse(way)
	return way
}
