package bound

import (
	"slices"

	"epr/plan/solve/model"
)

// maker makes a forest.
type maker struct {
	*forest
	level  model.Level
	isNode []bool
	number []int32 // of each task that is a node
	leader []int32 // of each task the node that it waits for last; None if none
	worth  []goals // of each task
	reach  reach
}

// goals are those that a task counts for.
type goals []goalAt

// goalAt is a goal and the boundary before which it cannot be reached.
type goalAt struct {
	goal    *model.Goal
	reached int32
}

// newForest makes the forest with some nodes; nil if one of them has no start left.
func newForest(t *ties, isNode []bool, b Bounds, level model.Level) *forest {
	n := len(t.m.Tasks)
	k := &maker{
		forest: &forest{ties: t}, level: level, isNode: isNode, number: make([]int32, n), leader: make([]int32, n),
		worth: make([]goals, n), reach: newReach(t),
	}
	k.setWorth(b)
	k.addNodes()
	if slices.ContainsFunc(k.nodes, func(n node) bool { return len(n.starts) == 0 }) {
		return nil
	}
	k.setLeaders()
	parts := make([][]int32, n)
	for _, task := range t.order {
		if leader := k.leader[task]; leader != model.None {
			parts[leader] = append(parts[leader], task)
		} else if !isNode[task] {
			k.fixed += k.cost(task, t.w.Earliest[task])
		}
	}
	for i := range k.nodes {
		k.fill(int32(i), parts[k.nodes[i].task])
	}
	return k.forest
}

// setWorth gives each goal to the member that takes longest by itself.
func (k *maker) setWorth(b Bounds) {
	m := k.ties.m
	for i := range m.Goals {
		g := &m.Goals[i]
		at := goalAt{g, b.Goals[i].Reached}
		if c := chain(m, k.ties.w, g); c.Task != model.None {
			k.worth[c.Task] = append(k.worth[c.Task], at)
		} else {
			k.fixed += costOf(k.level, at, g.Reached)
		}
	}
}

// costOf is what a goal adds to the level, in parts, if it is reached at a boundary.
func costOf(level model.Level, g goalAt, reached int32) int64 {
	late := func(due int32) int64 { return g.goal.Weight * int64(max(0, max(reached, g.reached)-due)) }
	switch level {
	case model.Announced:
		return late(g.goal.Announced) * unit
	case model.Late:
		return late(g.goal.By) * model.LateUnit * unit
	case model.Finish:
		return g.goal.Finish * int64(max(reached, g.reached)) * unit
	}
	return 0
}

// cost is what a task adds to the level if it starts at x, in parts.
func (k *maker) cost(task, x int32) int64 {
	m := k.ties.m
	if k.level == model.Starts {
		return int64(x) * unit
	}
	cost, finish := int64(0), min(m.Finish(task, x), m.Horizon)
	for _, g := range k.worth[task] {
		cost += costOf(k.level, g, finish)
	}
	if k.level == model.Late {
		cost += softPrice(m, task, x) * unit
	}
	return cost
}

// softPrice is what a task pays for entering soft windows, in hundredths of a day.
func softPrice(m *model.Model, task, x int32) int64 {
	sum, finish := int64(0), m.Finish(task, x)
	for _, soft := range m.Tasks[task].Softs {
		for _, w := range m.Softs[soft].Windows {
			if x < w.To && w.From < finish {
				sum += max(0, w.Price)
				break // the first one entered counts
			}
		}
	}
	return sum
}

// addNodes makes the nodes with their starts.
func (k *maker) addNodes() {
	m := k.ties.m
	for _, task := range k.ties.order {
		if !k.isNode[task] {
			continue
		}
		n := node{task: task, parent: model.None}
		k.ties.eachStart(task, func(x int32) {
			n.starts = append(n.starts, x)
			n.finish = append(n.finish, m.Finish(task, x))
		})
		n.own, n.value = make([]int64, len(n.starts)), make([]int64, len(n.starts))
		n.least = make([]int32, len(n.starts))
		k.number[task] = int32(len(k.nodes))
		k.nodes = append(k.nodes, n)
	}
}

// setLeaders finds out for every task which node it waits for last if all start as early as they can.
func (k *maker) setLeaders() {
	m := k.ties.m
	for _, task := range k.ties.order {
		k.leader[task] = model.None
		last := int32(-1)
		for _, i := range k.ties.g.In(task) {
			a := &m.Arcs[i]
			if a.Back || k.ties.place[a.From] > k.ties.place[task] {
				continue
			}
			leader := k.leader[a.From]
			if k.isNode[a.From] {
				leader = a.From
			}
			if x := m.MinTo(a, k.ties.w.Earliest[a.From]); leader != model.None && x > last {
				last, k.leader[task] = x, leader
			}
		}
	}
}

// fill works out what the part of a node adds at each of its starts, and when its kids can start.
func (k *maker) fill(i int32, part []int32) {
	n := &k.nodes[i]
	for _, task := range part {
		if k.isNode[task] {
			kid := &k.nodes[k.number[task]]
			kid.parent, kid.earlier = i, make([]int32, len(n.starts))
			n.kids = append(n.kids, k.number[task])
		}
	}
	var between []int32
	if len(part) > 0 {
		between = k.reach.behind(n.task, k.ties.place[part[len(part)-1]])
	}
	for s, x := range n.starts {
		k.reach.pass(n.task, x, between)
		n.own[s] = k.cost(n.task, x)
		for _, task := range part {
			if !k.isNode[task] {
				n.own[s] += k.cost(task, k.reach.at[task])
				continue
			}
			kid := &k.nodes[k.number[task]]
			first, _ := slices.BinarySearch(kid.starts, k.reach.at[task])
			kid.earlier[s] = int32(first)
		}
	}
}
