package edit

import "epr/plan"

// Tie is the working days of a maximum lag: an element of "within", or the maximum lag of a link.
func (s Statement) Tie(p *plan.Plan) int {
	if s.Key == linkWithin {
		return s.After(p).Within.N
	}
	return s.Noun.StepOf(p).Within[s.Index].Days
}

// After is the link that the statement is, or has its maximum lag from.
func (s Statement) After(p *plan.Plan) plan.After {
	switch s.Noun.Table {
	case Phase:
		return p.Phases.Get(s.Noun.ID).After[s.Index]
	case Adjust:
		return adjustOf(p, s.Noun.ID).After[s.Index]
	}
	return s.Noun.StepOf(p).After[s.Index]
}

// Need is the need that the statement is.
func (s Statement) Need(p *plan.Plan) plan.Need { return s.needs(p)[s.Index] }

// Whole is the working days that work under way still needs.
func (s Statement) Whole(p *plan.Plan) int { return progressOf(p, s.Noun.ID).Remaining.N }
