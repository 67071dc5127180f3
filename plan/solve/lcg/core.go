package lcg

// findCore finds out which assumptions contradict each other, l being the one found to be false. Every
// decision made so far is an assumption.
func (s *Solver) findCore(l Literal) {
	a := &s.analysis
	s.core = append(s.core[:0], l)
	a.reason = append(a.reason[:0], l.Not())
	s.needAll(a.reason)
	for index := int32(len(s.entries)) - 1; int(index) >= len(s.newest); index-- {
		e := &s.entries[index]
		needed := Literal{e.bound, a.need[e.bound]}
		if needed.value <= e.before {
			continue
		}
		a.need[e.bound] = unneeded
		if e.cause == byDecision {
			s.core = append(s.core, Literal{e.bound, needed.value})
			continue
		}
		a.reason = s.explain(index, needed, a.reason[:0])
		s.needAll(a.reason)
	}
	for _, b := range a.needed {
		a.need[b], a.listed[b] = unneeded, false
	}
	a.needed = a.needed[:0]
}

// Core are literals of the last search that no schedule makes true together: the assumptions to blame,
// maybe weaker than assumed. It is empty if there is no schedule at all. It is not the smallest such set.
func (s *Solver) Core() []Literal { return s.core }
