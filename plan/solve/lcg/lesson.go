package lcg

// lessons are clauses learned that another solver may take over. Memory for all of them is there from the
// beginning.
type lessons struct {
	literals []Literal // of the clauses, one after the other
	clauses  []header
}

const (
	lessonLevels = 8   // clauses of more levels are no lessons
	lessonLength = 40  // nor are longer ones
	mostLessons  = 500 // noted until they are dropped
)

// Teach makes the solver note from now on what others can learn from it.
func (s *Solver) Teach() {
	s.lessons.literals = make([]Literal, 0, mostLessons*lessonLength)
	s.lessons.clauses = make([]header, 0, mostLessons)
}

// note keeps a clause just learned as a lesson, if it is a good one and there is room.
func (n *lessons) note(clause []Literal, levels int32) {
	if levels > lessonLevels || len(clause) > lessonLength || len(n.clauses) == cap(n.clauses) {
		return
	}
	h := header{start: int32(len(n.literals)), length: int32(len(clause)), levels: levels}
	n.literals, n.clauses = append(n.literals, clause...), append(n.clauses, h)
}

// DropLessons forgets what was noted for others, but nothing that the solver itself knows.
func (s *Solver) DropLessons() {
	s.lessons.literals, s.lessons.clauses = s.lessons.literals[:0], s.lessons.clauses[:0]
}

// LearnFrom takes over the lessons of another solver and the bounds that hold there without any decision.
// Neither may be searching. The other must have been given the same model and the same variables, and have been
// required nothing that this one has not been: what follows from a requirement is true only under it.
func (s *Solver) LearnFrom(other *Solver) {
	for b, value := range other.now {
		s.Require(Literal{bound(b), value})
	}
	for _, h := range other.lessons.clauses {
		s.adopt(other.lessons.literals[h.start:h.start+h.length], h.levels)
	}
}

// adopt takes in a clause learned elsewhere, at level 0.
func (s *Solver) adopt(clause []Literal, levels int32) {
	if s.inspector != nil {
		s.inspector.adopted(s, clause)
	}
	a := &s.analysis
	a.nogood = append(a.nogood[:0], clause...)
	s.take(a.nogood, levels)
}
