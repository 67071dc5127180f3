package lcg

// explain appends the reason of an entry for a literal that it made true, maybe not to the full value of
// the entry: literals that were all true before the entry, and from which its cause concludes l.
func (s *Solver) explain(index int32, l Literal, reason []Literal) []Literal {
	e := &s.entries[index]
	return s.why(claim{l, e.cause, e.ref}, index, reason)
}

// why appends the literals true before an entry that make a cause demand a literal.
func (s *Solver) why(c claim, index int32, reason []Literal) []Literal {
	switch c.cause {
	case byArc:
		e := &s.arcs.edges[c.ref]
		return append(reason, Literal{e.from, s.arcs.weakest(e, c.literal.value)})
	case byNogood:
		for _, l := range s.nogoods.clause(c.ref) {
			if l.bound != c.literal.bound {
				reason = append(reason, l.Not())
			}
		}
		return reason
	case byTimetable, byOverload:
		return s.whyNoRoom(c, index, reason)
	case byEnergy:
		return s.whyEnergy(c.ref, reason)
	case bySum:
		return s.whySum(c, index, reason)
	case byPair:
		return s.whyPair(c, index, reason)
	case byRanking:
		return s.whyRank(c, index, reason)
	}
	return reason
}

// whyConflict appends literals that are all true and cannot be.
func (s *Solver) whyConflict(reason []Literal) []Literal {
	c := s.conflict
	if !c.cause.isOverload() {
		c.literal = s.holes.relax(c.literal)
		reason = append(reason, c.literal.Not())
	}
	return s.why(c, int32(len(s.entries)), reason)
}
