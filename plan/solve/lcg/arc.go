package lcg

import "epr/plan/solve/model"

// An arc is the rule x_b ≥ f(x_a), f never decreasing. It is two edges: when a's lower bound rises, so may
// b's, and when b's upper bound falls, so may a's. In terms of bounds both say that
//
//	bound to ≥ g(bound from), g never decreasing,
//
// and if every day is worked, g only adds a number.
type edge struct {
	from bound
	hop
}

// hop is an edge without the bound that it starts from. Those from a bound lie side by side.
type hop struct {
	to    bound
	shift int32 // g(v) = v + shift, unless there is a rule
	rule  int32 // position in rules; -1 if there is none
	edge  int32 // number of the edge
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
	out   [][]hop // edges from each bound
}

// bothWays are the two edges of a rule x_to ≥ f(x_from).
func bothWays(from, to Var, shift, rule int32) [2]edge {
	return [2]edge{
		{from.lower(), hop{to: to.lower(), shift: shift, rule: rule}},
		{to.upper(), hop{to: from.upper(), shift: shift, rule: rule}},
	}
}

// add adds the two edges of an arc.
func (a *arcs) add(from, to Var, shift, rule int32) {
	for _, e := range bothWays(from, to, shift, rule) {
		e.edge = int32(len(a.edges))
		a.out[e.from] = append(a.out[e.from], e.hop)
		a.edges = append(a.edges, e)
	}
}

// apply is g(v) of an edge.
func (a *arcs) apply(h *hop, v int32) int32 {
	if h.rule < 0 {
		return v + h.shift
	}
	return a.rules[h.rule].apply(h.to, v)
}

// apply is g(v) of the edge of a rule that leads to a bound.
func (r *rule) apply(to bound, v int32) int32 {
	if to.isLower() {
		return r.forth(v)
	}
	return -r.back(-v)
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
	hops := s.arcs.out[b]
	for i := range hops {
		h := &hops[i]
		if value := s.arcs.apply(h, v); value > s.now[h.to] && !s.raise(h.to, value, byArc, h.edge) {
			return false
		}
	}
	return true
}
