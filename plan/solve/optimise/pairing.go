package optimise

import (
	"slices"

	"epr/plan/solve/model"
)

// pairing matches two strands task for task. It begins with one task of each and goes on to what they are tied to by
// rules and goals, as far as that is not the same for both.
type pairing struct {
	*twinFinder
	first, second strand
	with          map[int32]int32 // the task of the second for each of the first
	goalWith      map[int32]int32 // the same of goals
	goalTaken     map[int32]bool  // goals of the second that have been matched
}

func newPairing(f *twinFinder) pairing {
	return pairing{twinFinder: f, with: map[int32]int32{}, goalWith: map[int32]int32{}, goalTaken: map[int32]bool{}}
}

// grow matches all that hangs on two tasks, and reports whether the strands are alike.
func (p *pairing) grow(a, b int32) bool {
	if !p.pair(a, b) {
		return false
	}
	for k := 0; k < len(p.first); k++ {
		if k >= longestStrand || !p.pairRules(p.first[k], p.second[k]) || !p.pairGoals(p.first[k], p.second[k]) {
			return false
		}
	}
	return true
}

// pair matches two tasks, and reports whether that can be.
func (p *pairing) pair(a, b int32) bool {
	if with, known := p.with[a]; known {
		return with == b
	}
	if a == b || !p.areAlike(a, b) || p.isSecond(a) || p.isSecond(b) || p.isFirst(b) {
		return false
	}
	p.with[a] = b
	p.first, p.second = append(p.first, a), append(p.second, b)
	return true
}

func (p *pairing) isFirst(task int32) bool {
	_, is := p.with[task]
	return is
}

func (p *pairing) isSecond(task int32) bool {
	return slices.Contains(p.second, task)
}

// image is what a task becomes when the strands change places, as far as that is known.
func (p *pairing) image(task int32) int32 {
	if with, known := p.with[task]; known {
		return with
	}
	return task
}

// moved is a rule of the first strand as it reads for the second.
func (p *pairing) moved(i int32) model.Arc {
	a := p.m.Arcs[i]
	a.From, a.To, a.Link = p.image(a.From), p.image(a.To), 0
	return a
}

// pairRules matches the rules of two tasks: first those that say the same of both, then the others, which tie them to
// tasks to be matched. The first that fits is taken.
func (p *pairing) pairRules(a, b int32) bool {
	used := make([]bool, len(p.rules[b]))
	var open []int32
	for _, i := range p.rules[a] {
		if !p.find(b, used, func(other model.Arc) bool { return other == p.moved(i) }) {
			open = append(open, i)
		}
	}
	for _, i := range open {
		if !p.find(b, used, func(other model.Arc) bool { return p.pairEnds(p.moved(i), other, b) }) {
			return false
		}
	}
	return true
}

// find takes the first unused rule of a task for which a test is true.
func (p *pairing) find(task int32, used []bool, test func(model.Arc) bool) bool {
	for k, j := range p.rules[task] {
		other := p.m.Arcs[j]
		other.Link = 0
		if !used[k] && test(other) {
			used[k] = true
			return true
		}
	}
	return false
}

// pairEnds matches the far ends of two rules of task b, if they are alike but for that.
func (p *pairing) pairEnds(x, y model.Arc, b int32) bool {
	far, other := x.From+x.To-b, y.From+y.To-b
	same := x
	if same.From == b {
		same.To = other
	} else {
		same.From = other
	}
	return same == y && far != model.Origin && other != model.Origin && (far == other || p.pair(far, other))
}

// pairGoals matches the goals of two tasks: they are goals of both, or goals alike with members to be matched.
func (p *pairing) pairGoals(a, b int32) bool {
	for _, i := range p.goals[a] {
		found := false
		for _, j := range p.goals[b] {
			if found = i == j || p.pairGoal(i, j); found {
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

func (p *pairing) pairGoal(i, j int32) bool {
	if with, known := p.goalWith[i]; known {
		return with == j
	}
	x, y := &p.m.Goals[i], &p.m.Goals[j]
	if x.Reached != y.Reached || x.Announced != y.Announced || x.By != y.By || x.Weight != y.Weight ||
		x.Finish != y.Finish || len(x.Members) != len(y.Members) {
		return false
	}
	if p.goalTaken[j] {
		return false
	}
	for k, member := range x.Members {
		if other := y.Members[k]; p.image(member) != other && !p.pair(member, other) {
			return false
		}
	}
	p.goalWith[i], p.goalTaken[j] = j, true
	return true
}
