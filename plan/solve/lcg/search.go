package lcg

import "epr/plan/solve/model"

// Status says how a search ended.
type Status int

// The ways a search can end.
const (
	Spent   Status = iota // the budget is used up and nothing is known
	Found                 // there is a schedule: see Values
	Refuted               // there is none under the assumptions: see Core
)

// Search looks for a value of every variable that keeps all rules and makes the assumed literals true.
// It decides the assumptions first, in order, and stops after a number of conflicts or of steps. What it
// learns holds whatever is assumed, and is kept for the next call. It leaves the solver at level 0.
func (s *Solver) Search(assumed []Literal, conflicts, steps int64) Status {
	s.core = s.core[:0]
	if s.dead {
		return Refuted
	}
	conflicts += s.counts.Conflicts
	steps += s.counts.Steps
	status := s.search(assumed, conflicts, steps)
	s.backtrack(0)
	return status
}

func (s *Solver) search(assumed []Literal, conflicts, steps int64) Status {
	for !s.dead {
		if !s.propagate() {
			s.learn()
			continue
		}
		if s.counts.Conflicts >= conflicts || s.counts.Steps >= steps {
			return Spent
		}
		if s.restarts.due(s.counts.Conflicts) {
			s.backtrack(0)
		}
		if s.level() == 0 {
			s.tidy()
		}
		switch s.decide(assumed) {
		case complete:
			s.values = s.values[:0]
			for x := range Var(len(s.holes)) {
				s.values = append(s.values, s.lower(x))
			}
			return Found
		case contradicted:
			return Refuted
		}
	}
	return Refuted
}

// Values are those of all variables in the schedule found, valid until the next search.
func (s *Solver) Values() []int32 { return s.values }

// tidy does what can be done at level 0 only.
func (s *Solver) tidy() {
	s.settle()
	s.next = int32(len(s.entries))
	s.timing.setEnd(&s.trail)
	if s.nogoods.full() {
		s.forget()
	}
}

// learn turns the conflict into a clause, goes back to the level at which one literal of it is left, and
// makes that literal true. A conflict that no decision is to blame for makes the solver dead.
func (s *Solver) learn() {
	s.counts.Conflicts++
	if s.inspector != nil {
		s.inspector.conflicted(s)
	}
	if !s.analyse() {
		s.dead = true
		return
	}
	nogood := s.analysis.nogood
	if s.inspector != nil {
		s.inspector.learned(s, nogood)
	}
	s.counts.Learned += int64(len(nogood))
	s.order.decay()
	s.nogoods.age()
	level, levels := s.secondLevel(nogood)
	s.backtrack(level)
	for i := range nogood {
		nogood[i] = nogood[i].Not()
	}
	if len(nogood) == 1 {
		s.dead = !s.raise(nogood[0].bound, nogood[0].value, byRoot, 0)
		return
	}
	s.lessons.note(nogood, levels)
	id := s.nogoods.store(nogood, levels)
	s.raise(nogood[0].bound, nogood[0].value, byNogood, id)
}

// secondLevel finds the highest level of a nogood's literals but the first, moves a literal of that level
// to the second place, and counts the different levels.
func (s *Solver) secondLevel(nogood []Literal) (level, levels int32) {
	a := &s.analysis
	a.stamp++
	for i, l := range nogood {
		at := s.levelOf(l)
		for int(at) >= len(a.stamps) {
			a.stamps = append(a.stamps, 0)
		}
		if a.stamps[at] != a.stamp {
			a.stamps[at] = a.stamp
			levels++
		}
		if i > 0 && at > level {
			level = at
			nogood[1], nogood[i] = nogood[i], nogood[1]
		}
	}
	return level, levels
}

// decision is the outcome of decide.
type decision int

const (
	decided      decision = iota
	complete              // nothing is left to decide
	contradicted          // an assumption is false
)

// decide begins a new level with the next assumption, the side of the most active question that the
// phase is on, or else the earliest start of the task that can start first.
func (s *Solver) decide(assumed []Literal) decision {
	for int(s.level()) < len(assumed) {
		l := assumed[s.level()]
		if s.fails(l) {
			s.findCore(l)
			return contradicted
		}
		s.begin()
		if !s.holds(l) {
			s.raise(l.bound, l.value, byDecision, 0)
			return decided
		}
	}
	l, ok := s.question()
	if !ok {
		return complete
	}
	s.counts.Decisions++
	s.begin()
	s.raise(l.bound, l.value, byDecision, 0)
	return decided
}

// question is the literal to decide next, false if every variable is fixed.
func (s *Solver) question() (Literal, bool) {
	if l, ok := s.order.best(&s.trail); ok {
		if !s.onSide(l) {
			l = l.Not()
		}
		return l, true
	}
	x, ok := s.first()
	if !ok {
		return Literal{}, false
	}
	return AtMost(x, s.lower(x)), true
}

func (s *Solver) begin() { s.marks = append(s.marks, int32(len(s.entries))) }

// onSide reports whether the phase of a variable makes a lower bound true. Without a phase it is false.
func (s *Solver) onSide(l Literal) bool {
	phase := s.phase[l.bound.variable()]
	return phase != model.None && phase >= l.value
}

// first is the variable not yet fixed with the smallest lower bound, of these the one with the smallest
// upper bound. Orders of pairs and tolls are not asked for: they follow from the starts.
func (s *Solver) first() (Var, bool) {
	best := Var(-1)
	for x := range Var(len(s.holes)) {
		if s.fixed(x) || s.follows[x] {
			continue
		}
		if best < 0 || s.lower(x) < s.lower(best) || s.lower(x) == s.lower(best) && s.upper(x) < s.upper(best) {
			best = x
		}
	}
	s.counts.Steps += int64(len(s.holes)) / 4
	return best, best >= 0
}
