package lcg

// nogoods are the clauses learned, and those that are rules of the model, each a disjunction of literals, at least one of
// which is true in every schedule that is wanted. All clauses lie in one block of memory.
type nogoods struct {
	literals []Literal
	headers  []header
	watchers []watchers    // for each bound the clauses to look at when it rises
	places   memory[int32] // memory of the watchers
	watches  memory[watched]
	ranked   []int32 // memory of rank
	limit    int     // number of clauses learned at which half of them are forgotten
	rules    int     // number of clauses that were given
	bumped   uint64  // activity that a clause gets when it is used
}

type header struct {
	start, length int32
	levels        int32 // different levels its literals came from when it was learned; 0 if it was given
	activity      uint64
}

// watchers ask to look at clauses when a bound reaches their thresholds, for then a literal of each is
// false. Most bounds rise by little, so that most thresholds are only read: they lie by themselves.
type watchers struct {
	thresholds []int32
	clauses    []watched
}

// watched is a clause and another literal of it. If that is true, there is no need to look.
type watched struct {
	other Literal
	id    int32
}

// clause returns the literals of a clause. The first two are watched: while neither is false, the clause
// has nothing to say.
func (n *nogoods) clause(id int32) []Literal {
	h := &n.headers[id]
	return n.literals[h.start : h.start+h.length]
}

// store keeps a clause of two literals or more.
func (n *nogoods) store(clause []Literal, levels int32) (id int32) {
	return n.storeAgain(clause, header{levels: levels, activity: n.bumped})
}

// storeAgain keeps a clause about which something is known already.
func (n *nogoods) storeAgain(clause []Literal, h header) (id int32) {
	id = int32(len(n.headers))
	h.start, h.length = int32(len(n.literals)), int32(len(clause))
	n.headers = append(n.headers, h)
	if h.levels == given {
		n.rules++
	}
	n.literals = append(n.literals, clause...)
	clause = n.clause(id) // the old place may have been overwritten
	n.watch(id, clause[0], clause[1])
	n.watch(id, clause[1], clause[0])
	return id
}

// take takes in a clause at level 0, without the literals that are false already, which it does in place.
func (s *Solver) take(clause []Literal, levels int32) {
	rest, open := s.shorten(clause)
	switch {
	case len(rest) > 1:
		s.nogoods.store(rest, levels)
	case open:
		s.Require(rest[0])
	case rest != nil:
		s.dead = true
	}
}

// watch asks to be told when a literal of a clause turns false.
func (n *nogoods) watch(id int32, l, other Literal) {
	not := l.Not()
	w := &n.watchers[not.bound]
	if len(w.thresholds) == cap(w.thresholds) {
		w.thresholds, w.clauses = n.places.enlarged(w.thresholds), n.watches.enlarged(w.clauses)
	}
	w.thresholds = append(w.thresholds, not.value)
	w.clauses = append(w.clauses, watched{other, id})
}

// remove takes out a watcher. The last one takes its place.
func (w *watchers) remove(i int) {
	last := len(w.thresholds) - 1
	w.thresholds[i], w.clauses[i] = w.thresholds[last], w.clauses[last]
	w.thresholds, w.clauses = w.thresholds[:last], w.clauses[:last]
}

// revisit looks at the clauses of which a literal has turned false because a bound rose. Each either finds
// another literal to watch, or its last literal becomes true. It reports false on a conflict.
func (s *Solver) revisit(b bound, before, now int32) bool {
	w := &s.nogoods.watchers[b]
	s.counts.Steps += int64(len(w.thresholds))/8 + 4
	before++
	risen := uint32(now - before)
	thresholds := w.thresholds
	for i := 0; i < len(thresholds); i++ {
		// Those from before+1 to now: one comparison does for both.
		if uint32(thresholds[i]-before) > risen || s.holds(w.clauses[i].other) {
			continue
		}
		stays, fine := s.rewatch(&w.clauses[i], Literal{b, thresholds[i]})
		if !fine {
			return false
		}
		if !stays {
			w.remove(i)
			thresholds = w.thresholds
			i--
		}
	}
	return true
}

// rewatch looks at one clause, of which a literal is false because another one has become true. It reports
// whether the watcher stays and whether all is well.
func (s *Solver) rewatch(w *watched, reached Literal) (stays, fine bool) {
	clause := s.nogoods.clause(w.id)
	if clause[0] == reached.Not() {
		clause[0], clause[1] = clause[1], clause[0]
	}
	if first := clause[0]; s.holds(first) {
		w.other = first
		return true, true
	}
	for i := 2; i < len(clause); i++ {
		if !s.fails(clause[i]) {
			clause[1], clause[i] = clause[i], clause[1]
			s.nogoods.watch(w.id, clause[1], clause[0])
			return false, true
		}
	}
	return true, s.raise(clause[0].bound, clause[0].value, byNogood, w.id)
}
