package assurance

import (
	"epr/plan"
	"epr/plan/flow"
)

// pressure is how much earlier work would have to be for the late goals to be kept: for each activity that any of
// them waits for, its least float to one of them.
type pressure struct {
	*assessment
	least []int
	of    []*plan.Goal // the goal that least is to; nil if no float is negative

	before   [][]int        // those that each activity waits for, by links or for their people
	backward *flow.Backward // nil before the first goal
	seen     []int          // number of the goal for which each activity was last looked at
	goals    int            // looked at so far
	todo     []int
}

func (a *assessment) newPressure() *pressure {
	n := len(a.rows)
	p := &pressure{assessment: a, least: make([]int, n), of: make([]*plan.Goal, n), before: make([][]int, n), seen: make([]int, n)}
	for k := range a.net.Links {
		if l := &a.net.Links[k]; !l.Max {
			p.before[l.To] = append(p.before[l.To], l.From)
		}
	}
	for _, h := range a.Flow.HandOvers {
		p.before[h.To] = append(p.before[h.To], h.From)
	}
	return p
}

// to takes down, for each activity that a late goal waits for, its float to that goal if that is the least so far:
// how far it can slip before the goal is later still, less how late it is.
func (p *pressure) to(g *plan.Goal) {
	if p.backward == nil {
		p.backward = p.Flow.NewBackward()
	}
	reached := p.reached(g)
	last := p.backward.To(g.Members, reached)
	late := max(1, p.between(promiseOf(g), reached))
	p.goals++
	p.look(g.Members)
	for len(p.todo) > 0 {
		i := p.todo[len(p.todo)-1]
		p.todo = p.todo[:len(p.todo)-1]
		p.look(p.before[i])
		if !p.isOpen[i] {
			continue
		}
		if float := p.openDays(i, p.Flow.Start(i), last[i]) - late; float < 0 && (p.of[i] == nil || float < p.least[i]) {
			p.least[i], p.of[i] = float, g
		}
	}
}

// look has activities looked at that were not yet for this goal.
func (p *pressure) look(activities []int) {
	for _, i := range activities {
		if p.seen[i] != p.goals {
			p.seen[i] = p.goals
			p.todo = append(p.todo, i)
		}
	}
}
