// Package plantest makes plans for tests. [Plan] draws small plans in which everything that can limit
// a schedule occurs and meets everything else: odd calendars, blackouts across New Year, every type of
// link, gates, half people, contracts, history. [Programme] writes the files of a national programme,
// for tests of speed. [ExpandText], [Schedule] and [Example] make networks and schedules of what is written in a test.
//
// No code of the product imports it.
package plantest

import (
	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/source"
)

// Network draws a plan and expands it, until the expansion finds no error in it. That leaves out plans
// in which some activity has no day on which it could start; whether all of them together have a
// schedule stays open.
func Network(t *rapid.T) *plan.Network {
	for range attempts {
		if n, problems := expand.Expand(Plan(t)); !anyError(problems) {
			return n
		}
	}
	t.Skip("none of the plans drawn could be expanded")
	return nil
}

const attempts = 20

func anyError(problems []source.Problem) bool {
	for _, p := range problems {
		if p.Severity == source.Error {
			return true
		}
	}
	return false
}

// Plan draws a plan of 3 to 12 one-off activities over some 14 months. Every part of it is legal; dates
// and links may still leave an activity without a day to start on.
func Plan(t *rapid.T) *plan.Plan {
	g := &generator{T: t, plan: &plan.Plan{}}
	g.programme()
	g.calendars()
	g.trusts()
	g.phases()
	g.teams()
	g.activities()
	g.blackouts()
	g.waivers()
	g.contracts()
	g.history()
	return g.plan
}

// generator is a plan being drawn.
type generator struct {
	*rapid.T
	plan *plan.Plan
}

// The programme starts in the autumn, so that a winter lies in the middle of its work.
var firstStart = calendar.MustOf(2026, 9, 1)

const length = 420 // days of a programme

func (g *generator) programme() {
	p := &g.plan.Programme
	p.Name = "Generated"
	p.Start = firstStart + g.days("programme start", 0, 60)
	p.End = p.Start + length
	p.Status = p.Start
	if g.chance("status after the start", 40) {
		p.Status += g.days("status", 1, 40)
	}
}

// number draws a whole number; both ends are possible.
func (g *generator) number(what string, from, to int) int {
	return rapid.IntRange(from, to).Draw(g.T, what)
}

// days draws a number of days to add to a date.
func (g *generator) days(what string, from, to int) calendar.Date {
	return calendar.Date(g.number(what, from, to))
}

// chance draws whether something is so, with a chance of about that many in a hundred. It shrinks to
// false. Small numbers are drawn more often than others, and are therefore spread over the hundred.
func (g *generator) chance(what string, percent int) bool {
	return (g.number(what, 0, 99)*61+99)%100 < percent
}

// oneOf draws an element of a list.
func oneOf[T any](g *generator, what string, list []T) T {
	return rapid.SampledFrom(list).Draw(g.T, what)
}

// some draws elements of a list, each with a chance of that many in a hundred.
func some[T any](g *generator, what string, percent int, list []T) []T {
	var drawn []T
	for _, element := range list {
		if g.chance(what, percent) {
			drawn = append(drawn, element)
		}
	}
	return drawn
}
