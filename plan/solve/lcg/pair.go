package lcg

// A pair is two tasks that can never be at work on the same day, because some resource has not enough for
// both. One has to finish before the other begins, and a variable says which: 1 if the first comes first,
// else 0. Nogoods about such variables say in one literal what takes many about days.
//
// Each of the two orders is two edges, as an arc is, that hold on a condition.
type pairs struct {
	list    []pair
	edges   []edge
	on      []Literal  // for each edge its condition
	out     [][]choice // edges from each bound
	waiting [][]int32  // for each bound the edges whose condition is about it
}

// choice is a hop on a condition.
type choice struct {
	hop
	on Literal
}

type pair struct{ first, second, order Var }

// pairedTasks is the most tasks that are looked at for pairs: time grows with their third power.
const pairedTasks = 400

// AddPairs adds a variable for every pair of tasks that exclude each other and that the arcs do not order.
// It reports false, and adds none, if there are more than a limit, or more than 400 tasks. It must be called
// at most once, when all other variables have been added. On hard instances of up to a hundred tasks it
// shortens proofs by far; on projects whose activities are small against their teams it changes nothing.
func (s *Solver) AddPairs(limit int) bool {
	if len(s.model.Tasks) > pairedTasks {
		return false
	}
	apart := s.apart()
	found := s.findPairs(apart)
	if len(found) > limit {
		return false
	}
	for _, p := range found {
		p.order = s.addVar(0, 1, nil)
		s.follows[p.order] = true
		s.pairs.list = append(s.pairs.list, p)
	}
	s.pairs.out = make([][]choice, len(s.newest))
	s.pairs.waiting = make([][]int32, len(s.newest))
	for _, p := range s.pairs.list {
		s.addOrder(AtLeast(p.order, 1), p.first, p.second)
		s.addOrder(AtMost(p.order, 0), p.second, p.first)
		s.decideOrder(p, apart)
	}
	return true
}

// decideOrder requires an order if the other would have a task start too early: if it starts later after
// the other than it would have to start before it.
func (s *Solver) decideOrder(p pair, apart [][]int32) {
	tasks := s.model.Tasks
	if apart[p.first][p.second] > -tasks[p.second].Days {
		s.Require(AtLeast(p.order, 1))
	}
	if apart[p.second][p.first] > -tasks[p.first].Days {
		s.Require(AtMost(p.order, 0))
	}
}

// addOrder adds the edges that let one task begin after another on a condition.
func (s *Solver) addOrder(on Literal, from, to Var) {
	p, task := &s.pairs, &s.model.Tasks[from]
	shift, number := task.Days, int32(-1)
	if !s.everyDay(task.Calendar) {
		shift, number = 0, int32(len(s.arcs.rules))
		s.arcs.rules = append(s.arcs.rules, rule{m: s.model, arc: -1, task: int32(from)})
	}
	for _, e := range bothWays(from, to, shift, number) {
		e.edge = int32(len(p.edges))
		p.edges, p.on = append(p.edges, e), append(p.on, on)
		p.out[e.from] = append(p.out[e.from], choice{e.hop, on})
		p.waiting[on.bound] = append(p.waiting[on.bound], e.edge)
	}
}

// choose looks at the orders that a bound matters to. It reports false on a conflict.
func (s *Solver) choose(b bound) bool {
	if int(b) >= len(s.pairs.out) {
		return true
	}
	v := s.now[b]
	choices := s.pairs.out[b]
	s.counts.Steps += int64(len(choices)) / 2
	for i := range choices {
		c := &choices[i]
		value := s.arcs.apply(&c.hop, v)
		if value > s.now[c.to] && !s.fails(c.on) && !s.sequence(c, value) {
			return false
		}
	}
	for _, i := range s.pairs.waiting[b] {
		e, on := &s.pairs.edges[i], s.pairs.on[i]
		if !s.holds(on) {
			continue
		}
		if value := s.arcs.apply(&e.hop, s.now[e.from]); !s.raise(e.to, value, byPair, i) {
			return false
		}
	}
	return true
}

// sequence raises the bound that an edge leads to if its condition is true. If that is open, and the bound
// could not be raised so far, the condition is false.
func (s *Solver) sequence(c *choice, value int32) bool {
	if s.holds(c.on) {
		return s.raise(c.to, value, byPair, c.edge)
	}
	if s.holes.round(c.to, value) <= -s.now[c.to.opposite()] {
		return true
	}
	not := c.on.Not()
	return s.raise(not.bound, not.value, byPair, c.edge)
}

// whyPair appends the reason why an edge raises a bound, or why its condition is false: then the two
// bounds are too far apart for it, and as little as possible is asked of the one it starts from.
func (s *Solver) whyPair(c claim, index int32, reason []Literal) []Literal {
	e := &s.pairs.edges[c.ref]
	if c.literal.bound == e.to {
		return append(reason, s.pairs.on[c.ref], Literal{e.from, s.arcs.weakest(e, c.literal.value)})
	}
	limit := Literal{e.to.opposite(), s.at(e.to.opposite(), index)}
	tooLate := s.holes.relax(limit.Not())
	return append(reason, limit, Literal{e.from, s.arcs.weakest(e, tooLate.value)})
}
