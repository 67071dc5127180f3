package lcg

import "math"

// analysis is the memory of analyse.
type analysis struct {
	need   []int32   // for each bound the value that the nogood needs of it; unneeded if none
	needed []bound   // the bounds it needs something of, and some it no longer does
	listed []bool    // for each bound whether it is in needed
	open   int       // literals of the nogood that the current level made true
	reason []Literal // the reason looked at
	nogood []Literal // the result; its first literal is the only one of the current level
	stamps []int64   // for each level the number of the last nogood with a literal of it
	stamp  int64
}

const unneeded = math.MinInt32

func (a *analysis) addVar() {
	a.need = append(a.need, unneeded, unneeded)
	a.listed = append(a.listed, false, false)
}

// analyse finds a nogood that explains the conflict: literals, all true, that allow no schedule. Exactly
// one, the first, was made true by the current level (the first unique implication point). It takes
// back the trail down to the entry of that literal.
//
// Before: s.conflict is a conflict. After: s.analysis.nogood is the nogood; or the answer is false, and
// no decision is to blame for the conflict.
func (s *Solver) analyse() bool {
	a := &s.analysis
	if s.conflict.cause == byNogood {
		s.nogoods.use(s.conflict.ref)
	}
	a.reason = s.whyConflict(a.reason[:0])
	s.dropToCause(a.reason)
	if s.level() == 0 {
		return false
	}
	a.open = 0
	s.needAll(a.reason)
	for {
		index := int32(len(s.entries)) - 1
		e := &s.entries[index]
		needed := Literal{e.bound, a.need[e.bound]}
		if needed.value <= e.before {
			s.retract()
			continue
		}
		if a.open == 1 {
			a.nogood = append(a.nogood[:0], needed)
			break
		}
		a.need[e.bound] = unneeded
		a.open--
		if e.cause == byNogood {
			s.nogoods.use(e.ref)
		}
		a.reason = s.explain(index, needed, a.reason[:0])
		s.retract()
		s.needAll(a.reason)
	}
	s.collect()
	return true
}

// dropToCause goes back to the highest level that any of the literals comes from.
func (s *Solver) dropToCause(literals []Literal) {
	level := int32(0)
	for _, l := range literals {
		level = max(level, s.levelOf(l))
	}
	s.cut(level)
}

func (s *Solver) levelOf(l Literal) int32 { return s.entries[s.entryOf(l)].level }

// needAll adds literals to the nogood. Of one bound it keeps the strongest.
func (s *Solver) needAll(literals []Literal) {
	a := &s.analysis
	for _, l := range literals {
		l = s.holes.relax(l)
		before := a.need[l.bound]
		if s.always(l) || l.value <= before {
			continue
		}
		wasOpen := before != unneeded && s.levelOf(Literal{l.bound, before}) == s.level()
		if !wasOpen && s.levelOf(l) == s.level() {
			a.open++
		}
		a.need[l.bound] = l.value
		if !a.listed[l.bound] {
			a.listed[l.bound] = true
			a.needed = append(a.needed, l.bound)
		}
		s.order.bump(l)
	}
}

// collect adds what is needed to the nogood but for what the rest implies, and forgets the needs.
func (s *Solver) collect() {
	a := &s.analysis
	a.need[a.nogood[0].bound] = unneeded
	for _, b := range a.needed {
		l := Literal{b, a.need[b]}
		if l.value != unneeded && !s.implied(l) {
			a.nogood = append(a.nogood, l)
		}
	}
	for _, b := range a.needed {
		a.need[b], a.listed[b] = unneeded, false
	}
	a.needed = a.needed[:0]
}

// implied reports whether a literal of the nogood follows from the others, so that it can be left out.
// Those that it follows from have to be older: two literals may each follow from the other, and one of
// them must stay.
func (s *Solver) implied(l Literal) bool {
	a := &s.analysis
	index := s.entryOf(l)
	if s.entries[index].cause == byDecision {
		return false
	}
	a.reason = s.explain(index, l, a.reason[:0])
	for _, r := range a.reason {
		r = s.holes.relax(r)
		if s.always(r) {
			continue
		}
		needed := Literal{r.bound, a.need[r.bound]}
		if needed.value < r.value || s.entryOf(needed) >= index {
			return false
		}
	}
	return true
}
