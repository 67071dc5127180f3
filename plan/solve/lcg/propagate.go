package lcg

// propagate raises bounds until no rule has more to say, and reports false on a conflict, which is then
// in s.conflict. Cheap rules come first: the timetable is asked when nothing else is
// left to do, and energy last.
func (s *Solver) propagate() bool {
	for {
		for int(s.next) < len(s.entries) {
			e := s.entries[s.next]
			s.next++
			if e.value == s.now[e.bound] && !(s.follow(e.bound) && s.choose(e.bound)) {
				return false
			}
			if !s.revisit(e.bound, e.before, e.value) || !s.addUp(e.bound) {
				return false
			}
			s.ranks.moved(e.bound)
		}
		if len(s.ranks.queue) > 0 {
			if !s.rank() {
				return false
			}
			continue
		}
		if !s.timing.pending() {
			if !s.balance() {
				return false
			}
			if s.inspector != nil {
				s.inspector.quiet(s)
			}
			return true
		}
		if !s.fit() {
			return false
		}
	}
}

// raise makes sure that a bound has at least a value, for a reason. It reports false, and leaves the
// conflict behind, if the variable's other bound says no.
func (s *Solver) raise(b bound, value int32, by cause, ref int32) bool {
	if value <= s.now[b] {
		return true
	}
	value = s.holes.round(b, value)
	if value > -s.now[b.opposite()] {
		s.conflict = claim{Literal{b, value}, by, ref}
		return false
	}
	s.counts.Propagations++
	s.push(b, value, by, ref)
	s.timing.moved(b.variable())
	if s.inspector != nil {
		s.inspector.raised(s, int32(len(s.entries))-1)
	}
	return true
}

// backtrack takes back all entries above a level. What is left had been propagated in full.
func (s *Solver) backtrack(level int32) {
	s.cut(level)
	s.next = int32(len(s.entries))
	s.timing.restore(&s.trail)
	s.ranks.forget()
}

// cut takes back the entries above a level, and nothing else.
func (s *Solver) cut(level int32) {
	if level >= s.level() {
		return
	}
	for length := s.marks[level]; len(s.entries) > int(length); {
		s.retract()
	}
	s.marks = s.marks[:level]
}

// retract takes back the last entry.
func (s *Solver) retract() {
	x := s.pop().variable()
	s.timing.returned(x)
	s.order.returned(x)
}
