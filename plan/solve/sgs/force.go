package sgs

import (
	"cmp"
	"slices"
)

// forcings is how often an order is forced before another rule is tried.
const forcings = 24

// force looks for a first schedule: by each rule in turn, beginning with the one that leaves the fewest
// tasks without a day, it moves what failed, and all it waits for, forward, again and again.
func (s *search) force(share int64) {
	for rules := s.byFailures(); s.best == nil && !s.spent(share); rules = append(rules[1:], rules[0]) {
		s.keysFromRule(rules[0])
		for range forcings {
			s.order = s.forward.order(s.keys, s.order)
			failed := s.generator.generateAll(s.order)
			if len(failed) == 0 {
				s.consider(s.generator.starts)
				return
			}
			s.moveForward(failed)
		}
	}
}

// byFailures sorts the rules by the number of tasks that they leave without a day.
func (s *search) byFailures() []rule {
	failures := map[string]int{}
	for _, rule := range s.rules {
		s.order = s.forward.order(rule.keys, s.order)
		failures[rule.name] = len(s.generator.generateAll(s.order))
	}
	sorted := slices.Clone(s.rules)
	slices.SortStableFunc(sorted, func(a, b rule) int { return cmp.Compare(failures[a.name], failures[b.name]) })
	return sorted
}

// keysFromRule sets the keys to the order that a rule gives.
func (s *search) keysFromRule(rule rule) {
	s.order = s.forward.order(rule.keys, s.order)
	for k, task := range s.order {
		s.keys[task] = int64(k) * gap
	}
}

// moveForward moves tasks and all they wait for forward by the same random distance.
func (s *search) moveForward(failed []int32) {
	by := int64(len(s.keys)) * gap / int64(2+s.random.below(14))
	s.closure.begin()
	for _, task := range failed {
		s.blame[task]++
		s.closure.each(task, func(task int32) { s.keys[task] -= by })
	}
}
