package flow

import (
	"cmp"
	"container/heap"
	"slices"

	"epr/plan"
)

// mergeHandOvers puts the hand-overs in order, those of one pair and team together, and makes arcs.
func (f *Flow) mergeHandOvers() {
	slices.SortStableFunc(f.HandOvers, func(a, b HandOver) int {
		return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(a.From, b.From), cmp.Compare(supplierID(a), supplierID(b)))
	})
	merged := f.HandOvers[:0]
	for _, h := range f.HandOvers {
		if last := len(merged) - 1; last >= 0 && merged[last].From == h.From && merged[last].To == h.To &&
			merged[last].Team == h.Team && merged[last].Body == h.Body {
			merged[last].Amount += h.Amount
			continue
		}
		merged = append(merged, h)
	}
	f.HandOvers = merged
	for k := range f.HandOvers {
		h := &f.HandOvers[k]
		h.Implied = !h.Interleaved && f.ancestors(h.To)[h.From]
		kind := handOver
		if h.Interleaved {
			kind = interleaved
		}
		f.arcs = append(f.arcs, arc{from: int32(h.From), to: int32(h.To), kind: kind, ref: k, ordered: true,
			start: h.Interleaved, done: plan.One, toDone: plan.One})
	}
}

// supplierID names a team or a body.
func supplierID(h HandOver) string {
	if h.Team != nil {
		return "team " + h.Team.ID
	}
	return "body " + h.Body.ID
}

// index lists the arcs of each activity.
func (f *Flow) index() {
	f.in, f.out = make([][]int32, len(f.nodes)), make([][]int32, len(f.nodes))
	for k := range f.arcs {
		a := &f.arcs[k]
		f.in[a.to] = append(f.in[a.to], int32(k))
		f.out[a.from] = append(f.out[a.from], int32(k))
	}
}

// sort puts the activities in order: of those that wait for nothing more, always the one that starts
// first in the schedule, by index where several do. Where activities wait for each other both ways, as
// with negative lags, the schedule decides, and the order is called cyclic. Only some arcs count.
func (f *Flow) sort(counts func(arcKind) bool) (order []int, cyclic bool) {
	waits, placed := make([]int, len(f.nodes)), make([]bool, len(f.nodes))
	for k := range f.arcs {
		if counts(f.arcs[k].kind) {
			waits[f.arcs[k].to]++
		}
	}
	ready, all := &queue{f: f}, &queue{f: f}
	for i := range f.nodes {
		all.list = append(all.list, i)
		if waits[i] == 0 {
			ready.list = append(ready.list, i)
		}
	}
	heap.Init(ready)
	heap.Init(all)
	for len(order) < len(f.nodes) {
		from := ready
		if ready.Len() == 0 {
			from, cyclic = all, true
		}
		i := heap.Pop(from).(int)
		if placed[i] {
			continue
		}
		placed[i] = true
		order = append(order, i)
		for _, k := range f.out[i] {
			if a := &f.arcs[k]; counts(a.kind) {
				if waits[a.to]--; waits[a.to] == 0 && !placed[a.to] {
					heap.Push(ready, int(a.to))
				}
			}
		}
	}
	return order, cyclic
}

// queue gives activities by their start in the schedule.
type queue struct {
	f    *Flow
	list []int
}

func (q *queue) Len() int      { return len(q.list) }
func (q *queue) Swap(a, b int) { q.list[a], q.list[b] = q.list[b], q.list[a] }
func (q *queue) Push(i any)    { q.list = append(q.list, i.(int)) }
func (q *queue) Less(a, b int) bool {
	i, j := q.list[a], q.list[b]
	return cmp.Or(cmp.Compare(q.f.starts[i], q.f.starts[j]), cmp.Compare(i, j)) < 0
}

// Pop takes the last of the list, where package heap has put the least.
func (q *queue) Pop() any {
	last := q.list[len(q.list)-1]
	q.list = q.list[:len(q.list)-1]
	return last
}
