package plan

import (
	"epr/calendar"
	"epr/plan/source"
)

// Check finds what is wrong between the nouns of a plan, as far as that shows without expanding it:
// names of nothing, dates and amounts that contradict each other, words that have no effect, nouns that
// nothing uses. Types, spelling and ranges are the business of whoever reads the plan. Check reports everything
// it finds, in document order.
//
// A plan that was read with mistakes in it may be checked too: a key that was written but could not be
// understood has left its zero value behind, and nothing is concluded from that.
func Check(p *Plan) []source.Problem {
	c := &checker{plan: p, names: directoriesOf(p), used: map[use]bool{}, meant: map[use]bool{}, spoilt: map[string]bool{}}
	c.checkProgramme()
	c.checkCalendars()
	c.checkMembers()
	c.checkPhases()
	c.checkWork()
	c.checkAdjusts()
	c.checkTeams()
	c.checkBlackouts()
	c.checkWaivers()
	c.checkContracts()
	c.checkRisks()
	c.checkForecast()
	c.checkProgress()
	c.checkBaselines()
	c.checkUnused()
	return c.problems.Sorted()
}

// checker is a check under way.
type checker struct {
	plan     *Plan
	names    directories
	problems source.Problems
	used     map[use]bool
	meant    map[use]bool    // named with a misspelling
	spoilt   map[string]bool // nouns of which a name could not be followed at all: any of them may be meant
}

// use is a noun that something in the plan has named: "team", "trainers".
type use struct{ noun, id string }

// wrong reports an error.
func (c *checker) wrong(code string, at source.Span, text, hint string, notes ...source.Note) {
	c.problems.Add(source.Problem{Code: code, At: at, Text: text, Hint: hint, Notes: notes})
}

// warn reports a warning.
func (c *checker) warn(code string, at source.Span, text, hint string, notes ...source.Note) {
	c.problems.Add(source.Problem{Severity: source.Warning, Code: code, At: at, Text: text, Hint: hint, Notes: notes})
}

// note reports what is only to be known.
func (c *checker) note(code string, at source.Span, text, hint string) {
	c.problems.Add(source.Problem{Severity: source.Notice, Code: code, At: at, Text: text, Hint: hint})
}

// horizon is the programme from start to end; zero if those dates make no sense.
func (c *checker) horizon() calendar.Span {
	programme := &c.plan.Programme
	if programme.Start.IsZero() || programme.End < programme.Start {
		return calendar.Span{}
	}
	return calendar.Span{From: programme.Start, To: programme.End}
}
