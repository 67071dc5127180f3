package lcg

// Span is the starts of a task from one day to another, both included.
type Span struct{ From, To int32 }

// toll is a variable that is 1 when a task starts in one of some spans.
type toll struct {
	task  Var
	spans []Span
	due   Var
}

// AddToll adds a variable that is 1 if a task starts in one of some spans, and may be 0 if not: a term of a sum for
// what it costs to enter a soft window. Each span is one clause: the task starts before it, or after it, or the toll is
// due.
func (s *Solver) AddToll(task Var, spans []Span) Var {
	t := toll{task, spans, s.addVar(0, 1, nil)}
	s.follows[t.due] = true
	s.tolls = append(s.tolls, t)
	for _, span := range spans {
		s.take([]Literal{AtMost(task, span.From-1), AtLeast(task, span.To+1), AtLeast(t.due, 1)}, given)
	}
	return t.due
}

// at is the value of a toll when the task starts on a day.
func (t *toll) at(start int32) int32 {
	for _, span := range t.spans {
		if span.From <= start && start <= span.To {
			return 1
		}
	}
	return 0
}
