package edit

import (
	"epr/calendar"
	"epr/plan"
)

// linkWithin is the key of the maximum lag of a link.
const linkWithin = "after.within"

// Statements lists everything in a plan that can stand in the way of a schedule and could be given up, in
// the order of the plan's tables. Durations, calendars of working days, the programme's start and what has
// happened are taken for granted. To drop a statement means
//
//	after, within, must_by, not_before, starts_on, contract, covers, outlast, needs   it is gone
//	after.within    the link stays, its maximum lag goes
//	windows         the blackout has none, nor does it reduce a team
//	size            there are as many of the team as work needs: nobody has to wait for it
//	starts, ends    the contract has no such date, and needs no extensions
//	dates           the body meets on every day
//	slots, papers   there are any number, or none
//	remaining       the work under way needs one day more
//	end             the programme may last twice as long, or two years more if that is longer
func Statements(p *plan.Plan) []Statement {
	l := &listing{}
	l.add(Noun{Programme, "", ""}, "end", true)
	for id, phase := range p.Phases.All() {
		l.phase(Noun{Phase, id, ""}, phase)
	}
	for id, book := range p.Playbooks.All() {
		for step, s := range book.Steps.All() {
			l.step(Noun{Step, id, step}, s)
		}
	}
	for id, s := range p.Activities.All() {
		l.step(Noun{Activity, id, ""}, s)
	}
	for i := range p.Adjusts {
		l.adjust(&p.Adjusts[i])
	}
	for id := range p.Teams.All() {
		l.add(Noun{Team, id, ""}, "size", true)
	}
	for id, b := range p.Blackouts.All() {
		l.add(Noun{Blackout, id, ""}, "windows", len(b.Windows.Spans) > 0 || b.Windows.Every != nil)
	}
	for id, c := range p.Contracts.All() {
		l.contract(Noun{Contract, id, ""}, c)
	}
	for id, c := range p.Calendars.All() {
		l.meeting(Noun{Calendar, id, ""}, c)
	}
	for _, done := range p.Progress {
		l.add(Noun{Progress, done.Activity, ""}, "remaining", done.Remaining.Set && done.Remaining.N > 1 && done.Finished.IsZero())
	}
	return l.found
}

type listing struct{ found []Statement }

func (l *listing) add(n Noun, key string, stated bool) {
	if stated {
		l.found = append(l.found, Statement{Noun: n, Key: key})
	}
}

func (l *listing) each(n Noun, key string, count int) {
	for k := range count {
		l.found = append(l.found, Statement{n, key, k})
	}
}

func (l *listing) afters(n Noun, after []plan.After) {
	l.each(n, "after", len(after))
	for k, a := range after {
		if a.Within.Set {
			l.found = append(l.found, Statement{n, linkWithin, k})
		}
	}
}

func (l *listing) dates(n Noun, mustBy, notBefore calendar.Date) {
	l.add(n, "must_by", !mustBy.IsZero())
	l.add(n, "not_before", !notBefore.IsZero())
}

func (l *listing) phase(n Noun, p *plan.Phase) {
	l.dates(n, p.MustBy, p.NotBefore)
	l.afters(n, p.After)
}

func (l *listing) step(n Noun, s *plan.Step) {
	l.dates(n, s.MustBy, s.NotBefore)
	l.add(n, "starts_on", s.StartsOn != 0)
	l.afters(n, s.After)
	l.each(n, "within", len(s.Within))
	l.each(n, "needs", len(s.Needs))
	l.each(n, "contract", len(s.Contracts))
	l.add(n, "papers", s.Papers.Set && s.Papers.N > 0)
}

func (l *listing) adjust(a *plan.Adjust) {
	n := Noun{Adjust, a.Selector, ""}
	l.dates(n, a.MustBy, a.NotBefore)
	l.add(n, "starts_on", a.StartsOn != 0)
	l.afters(n, a.After)
	l.each(n, "needs", len(a.Needs))
}

func (l *listing) contract(n Noun, c *plan.Contract) {
	l.add(n, "starts", !c.Starts.IsZero())
	l.add(n, "ends", !c.LatestEnd().IsZero())
	l.each(n, "covers", len(c.Covers))
	l.each(n, "outlast", len(c.Outlast))
}

func (l *listing) meeting(n Noun, c *plan.Calendar) {
	if c.Meeting == nil {
		return
	}
	l.add(n, "dates", c.Meeting.IsStated())
	l.add(n, "slots", c.Meeting.Slots > 0)
	l.add(n, "papers", c.Meeting.Papers > 0)
}
