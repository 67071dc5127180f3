package bound

import (
	"slices"

	"epr/plan/solve/model"
)

// forest is a model in which every task waits for one other at most, and which therefore can be solved exactly
// for any prices. Its nodes are the tasks that choose their days by price. All others go as early as the node
// lets them that they wait for; they are part of it.
type forest struct {
	ties  *ties
	nodes []node // each after the one it waits for
	fixed int64  // what nothing can change, in parts
}

// node is a task that chooses its start.
type node struct {
	task    int32
	parent  int32 // the node it waits for, model.None if none
	kids    []int32
	starts  []int32
	finish  []int32 // for each start
	own     []int64 // for each start what it and its part add to the level, in parts
	value   []int64 // for each start the same with its kids and all prices
	least   []int32 // for each start the best of it and those after it
	earlier []int32 // for each start of the parent: the first start that it allows
	chosen  int32
}

// impossible is the value of starts after which some work has no day left, and of all that are dearer: counting
// less than there is keeps the bound true.
const impossible = 1 << 54

// mostSum is the most that values add up to, for the same reason.
const mostSum = 1 << 60

// choose lets every tree choose the starts that are best for it, and returns the sum of their values.
func (f *forest) choose(tariffs []*tariff) int64 {
	for i := range slices.Backward(f.nodes) {
		f.weigh(&f.nodes[i], tariffs)
	}
	sum := int64(0)
	for i := range f.nodes {
		n := &f.nodes[i]
		first := int32(0)
		if n.parent != model.None {
			first = n.earlier[f.nodes[n.parent].chosen]
		}
		n.chosen = n.least[min(first, int32(len(n.starts))-1)]
		if n.parent == model.None {
			sum = min(sum+n.value[n.chosen], mostSum)
		}
	}
	return sum
}

// weigh works out the values of a node's starts. Those of its kids are known.
func (f *forest) weigh(n *node, tariffs []*tariff) {
	task := &f.ties.m.Tasks[n.task]
	copy(n.value, n.own)
	for _, d := range task.Demands {
		if t := tariffs[d.Resource]; t != nil && task.Days > 0 {
			sum, amount := t.posted[task.Calendar], int64(d.Amount)
			for s, x := range n.starts {
				n.value[s] += amount * (sum[n.finish[s]] - sum[x])
			}
		}
	}
	for _, k := range n.kids {
		kid := &f.nodes[k]
		for s, first := range kid.earlier {
			add := int64(impossible)
			if int(first) < len(kid.starts) {
				add = kid.value[kid.least[first]]
			}
			n.value[s] = min(n.value[s]+add, impossible)
		}
	}
	best := int32(len(n.starts)) - 1
	for s := best; s >= 0; s-- {
		if n.value[s] <= n.value[best] {
			best = s
		}
		n.least[s] = best
	}
}

// size is the number of starts that choose looks at.
func (f *forest) size() int64 {
	size := int64(0)
	for i := range f.nodes {
		size += int64(len(f.nodes[i].starts))
	}
	return size
}

// openDays marks the days on which some node can use a resource, and adds up what all nodes use of it.
func (f *forest) openDays(resource int32) (open []bool, work int64) {
	m := f.ties.m
	open = make([]bool, m.Horizon)
	for i := range f.nodes {
		n := &f.nodes[i]
		t := &m.Tasks[n.task]
		for _, d := range t.Demands {
			if d.Resource != resource {
				continue
			}
			work += int64(d.Amount) * int64(t.Days)
			calendar, opened := &m.Calendars[t.Calendar], int32(0)
			for s, x := range n.starts {
				opened = max(opened, calendar.W[x])
				for ; opened < calendar.W[n.finish[s]]; opened++ {
					open[calendar.D[opened]] = true
				}
			}
		}
	}
	return open, work
}

// newTariff is the tariff of a resource for the nodes.
func (f *forest) newTariff(resource int32) *tariff {
	open, work := f.openDays(resource)
	return newTariff(f.ties.m, resource, open, work)
}

// complete adds to the starts of the nodes those of all other tasks, each as early as what it waits for lets it.
func (f *forest) complete(ofNode func(node int) int32) []int32 {
	t := f.ties
	starts := make([]int32, len(t.m.Tasks))
	copy(starts, t.w.Earliest)
	for i := range f.nodes {
		starts[f.nodes[i].task] = max(starts[f.nodes[i].task], ofNode(i))
	}
	for _, task := range t.order {
		for _, i := range t.g.In(task) {
			if a := &t.m.Arcs[i]; !a.Back {
				starts[task] = max(starts[task], min(t.m.MinTo(a, starts[a.From]), t.m.Horizon))
			}
		}
	}
	return starts
}
