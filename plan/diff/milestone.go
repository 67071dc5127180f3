package diff

import (
	"epr/calendar"
	"epr/plan"
)

// Milestone is a date that people follow: a phase, a go-live, a gate, a milestone, or other work with a
// promise of its own. It is in both versions.
type Milestone struct {
	ID, Name string
	IsPhase  bool
	Kind     plan.Kind // empty for a phase
	Was, Is  calendar.Date
	// Moved is by how much it moved.
	Moved Days
	// Crossed are the blackouts that lie between the two dates of a go-live, those closed for four weeks or
	// more: it landed in another window.
	Crossed []string
	// By is the promise of the new version, Announced its announced date in force, and LateWas and LateIs how many calendar days late each version
	// is against its own promise; zero if there is none or it is kept.
	By, Announced   calendar.Date
	LateWas, LateIs int
}

// Days is a distance in calendar days and in the working days of one calendar. Both add up.
type Days struct{ Calendar, Working int }

// IsZero reports whether there is no distance.
func (d Days) IsZero() bool { return d == Days{} }

// Plus is the sum of two distances.
func (d Days) Plus(e Days) Days { return Days{d.Calendar + e.Calendar, d.Working + e.Working} }

// ruler measures distances: in one calendar throughout, the new version's, or working days would not add up.
type ruler struct{ work *calendar.Calendar }

// newRuler is a ruler by the calendar of a programme that reaches over a span.
func newRuler(p *plan.Plan, span calendar.Span) ruler {
	id := p.Programme.Calendar
	if id == "" {
		id = plan.Weekdays
	}
	rule, ok := p.WorkingCalendar(id)
	if !ok {
		rule, _ = p.WorkingCalendar(plan.Weekdays)
	}
	return ruler{calendar.Compile(rule, span)}
}

// between is the distance from one date to another.
func (r ruler) between(from, to calendar.Date) Days {
	return Days{int(to - from), r.work.Before(to+1) - r.work.Before(from+1)}
}
