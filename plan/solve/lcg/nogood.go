package lcg

// nogoods are the clauses learned, each a disjunction of literals, at least one of which is true in every
// schedule that is wanted. All clauses lie in one block of memory.
type nogoods struct {
	literals []Literal
	headers  []header
	watchers [][]watcher // for each bound the clauses to look at when it rises
	ranked   []int32     // memory of rank
	limit    int         // number of clauses at which half of them are forgotten
	bumped   uint64      // activity that a clause gets when it is used
}

type header struct {
	start, length int32
	levels        int32 // different levels its literals came from when it was learned
	activity      uint64
}

// watcher asks to look at a clause when a bound reaches a threshold, for then one of its literals is
// false. If another of its literals is true, there is no need to.
type watcher struct {
	threshold int32
	id        int32
	other     Literal
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
	n.literals = append(n.literals, clause...)
	clause = n.clause(id) // the old place may have been overwritten
	n.watch(id, clause[0], clause[1])
	n.watch(id, clause[1], clause[0])
	return id
}

// watch asks to be told when a literal of a clause turns false.
func (n *nogoods) watch(id int32, l, other Literal) {
	not := l.Not()
	n.watchers[not.bound] = append(n.watchers[not.bound], watcher{not.value, id, other})
}

// revisit looks at the clauses of which a literal has turned false because a bound rose. Each either finds
// another literal to watch, or its last literal becomes true. It reports false on a conflict.
func (s *Solver) revisit(b bound, before, now int32) bool {
	list := s.nogoods.watchers[b]
	s.counts.Steps += int64(len(list))/4 + 4
	fine := true
	for i := 0; i < len(list) && fine; i++ {
		w := &list[i]
		if w.threshold > now || w.threshold <= before || s.holds(w.other) {
			continue
		}
		var stays bool
		if stays, fine = s.rewatch(w, b); !stays {
			list[i] = list[len(list)-1]
			list = list[:len(list)-1]
			i--
		}
	}
	s.nogoods.watchers[b] = list
	return fine
}

// rewatch looks at one clause. It reports whether the watcher stays and whether all is well.
func (s *Solver) rewatch(w *watcher, b bound) (stays, fine bool) {
	clause := s.nogoods.clause(w.id)
	if clause[0] == (Literal{b, w.threshold}).Not() {
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
