package lcg

import "epr/plan/solve/model"

// An arc is the rule x_b ≥ f(x_a), f never decreasing. It is two edges: when a's lower bound rises, so may
// b's, and when b's upper bound falls, so may a's. In terms of bounds both say that
//
//	bound to ≥ g(bound from), g never decreasing,
//
// and if every day is worked, g only adds a number.
type edge struct {
	from, to bound
	shift    int32 // g(v) = v + shift, unless there is a rule
	rule     int32 // position in rules; -1 if there is none
}

// rule is f of an arc: that of an arc of the model, or the finish of a task.
type rule struct {
	m    *model.Model
	arc  int32 // arc of the model; -1 for the finish
	task int32
}

// forth is f(x), at most one more than the horizon.
func (r *rule) forth(x int32) int32 {
	var y int32
	if r.arc < 0 {
		y = r.m.Finish(r.task, x)
	} else {
		y = r.m.MinTo(&r.m.Arcs[r.arc], x)
	}
	return min(y, r.m.Horizon+1)
}

// back is the largest x with f(x) ≤ y, -1 if there is none.
func (r *rule) back(y int32) int32 {
	if r.arc < 0 {
		t := &r.m.Tasks[r.task]
		return r.m.Calendars[t.Calendar].Until(y, t.Days)
	}
	return r.m.MaxFrom(&r.m.Arcs[r.arc], y)
}

// arcs is the network.
type arcs struct {
	edges []edge
	rules []rule
	out   [][]int32 // edges from each bound
}

// bothWays are the two edges of a rule x_to ≥ f(x_from).
func bothWays(from, to Var, shift, rule int32) [2]edge {
	return [2]edge{
		{from: from.lower(), to: to.lower(), shift: shift, rule: rule},
		{from: to.upper(), to: from.upper(), shift: shift, rule: rule},
	}
}

// add adds the two edges of an arc.
func (a *arcs) add(from, to Var, shift, rule int32) {
	for _, e := range bothWays(from, to, shift, rule) {
		a.out[e.from] = append(a.out[e.from], int32(len(a.edges)))
		a.edges = append(a.edges, e)
	}
}

// apply is g(v) of an edge.
func (a *arcs) apply(e *edge, v int32) int32 {
	switch {
	case e.rule < 0:
		return v + e.shift
	case e.from.isLower():
		return a.rules[e.rule].forth(v)
	}
	return -a.rules[e.rule].back(-v)
}

// weakest is the smallest v with g(v) ≥ value.
func (a *arcs) weakest(e *edge, value int32) int32 {
	switch {
	case e.rule < 0:
		return value - e.shift
	case e.from.isLower():
		return a.rules[e.rule].back(value-1) + 1
	}
	return 1 - a.rules[e.rule].forth(1-value)
}

// follow raises the bounds that the edges from a bound lead to.
func (s *Solver) follow(b bound) bool {
	v := s.now[b]
	for _, i := range s.arcs.out[b] {
		e := &s.arcs.edges[i]
		if !s.raise(e.to, s.arcs.apply(e, v), byArc, i) {
			return false
		}
	}
	return true
}
