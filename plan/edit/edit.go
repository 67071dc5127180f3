// Package edit changes a plan as a person would in the model file: an [Edit] is one change to one
// [Statement] of it, such as a date moved, a person more, a link taken out. [Apply] gives a changed
// copy and leaves the original alone; the copy is expanded again, so that nothing derived can be stale.
// [Edit.Say] says the change in words, [Edit.At] where the statement stands.
//
// It judges nothing: whether a change helps, packages conflict and whatif find out by solving again.
package edit

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
)

// Edit is one change to one statement of a plan. Edits are values that can be compared.
type Edit struct {
	// Of is the statement changed. Its index counts in the plan before any edit.
	Of     Statement
	change change
	text   string        // a selector, an id or a kind, by change
	day    calendar.Date // a new date, or the first day of a period
	until  calendar.Date // last day of a period; zero for no end
	n      int           // days
	people plan.Hundredths
}

// change is what an edit does.
type change int

const (
	drop change = iota
	move
	addPeople
	setWithin
	addLag
	addDays
	setDays
	addMeeting
	waive
	unblock
)

// Drop takes a statement out of the plan. What that means for a statement that cannot simply be absent is
// said at [Statements].
func Drop(s Statement) Edit { return Edit{Of: s, change: drop} }

// Move gives a date another day: must_by, not_before, a contract's starts and ends, the programme's end.
// The extensions of a contract stay as they are. A selector that no adjust table has gets one, so that any
// activity can be given a must_by or a not_before.
func Move(s Statement, to calendar.Date) Edit { return Edit{Of: s, change: move, day: to} }

// MorePeople adds people to a team from a day on, until another day or, if that is zero, for good. A
// negative number takes them away, to no fewer than none.
func MorePeople(team string, by plan.Hundredths, from, until calendar.Date) Edit {
	of := Statement{Noun: Noun{Team, team, ""}, Key: "size"}
	return Edit{Of: of, change: addPeople, people: by, day: from, until: until}
}

// WithinDays gives a maximum lag another number of working days: one of "within", or that of a link.
func WithinDays(s Statement, days int) Edit { return Edit{Of: s, change: setWithin, n: days} }

// Lag changes the lag of a link by some working days.
func Lag(s Statement, by int) Edit { return Edit{Of: s, change: addLag, n: by} }

// Longer changes the days that a step states by some working days, its range with them, to no fewer than
// one. It is for steps whose days are stated as such, not as a quantity.
func Longer(n Noun, by int) Edit {
	return Edit{Of: Statement{Noun: n, Key: "days"}, change: addDays, n: by}
}

// SetDays gives one activity its own working days, by an adjust table.
func SetDays(activity string, days int) Edit {
	of := Statement{Noun: Noun{Adjust, activity, ""}, Key: "days"}
	return Edit{Of: of, change: setDays, n: days}
}

// Meet adds a meeting to a meeting calendar.
func Meet(body string, on calendar.Date) Edit {
	of := Statement{Noun: Noun{Calendar, body, ""}, Key: "dates"}
	return Edit{Of: of, change: addMeeting, day: on}
}

// Waive lets the activities of a selector enter a blackout, by a waiver.
func Waive(blackout, selector string) Edit {
	return Edit{Of: blackoutOf(blackout), change: waive, text: selector}
}

// Unblock takes a kind of work off a blackout.
func Unblock(blackout string, kind plan.Kind) Edit {
	return Edit{Of: blackoutOf(blackout), change: unblock, text: string(kind)}
}

func blackoutOf(id string) Statement {
	return Statement{Noun: Noun{Blackout, id, ""}, Key: "windows"}
}

// At is where the statement stands that the edit changes.
func (e Edit) At(p *plan.Plan) source.Span { return e.Of.At(p) }

// Apply is a plan with changes made, each of which speaks of the plan as it was before all of them. The plan given is not
// changed, and shares with the copy what the edits leave alone.
func Apply(p *plan.Plan, edits ...Edit) *plan.Plan {
	ordered := slices.Clone(edits)
	slices.SortStableFunc(ordered, func(a, b Edit) int { return cmp.Or(a.turn()-b.turn(), b.Of.Index-a.Of.Index) })
	c := &copying{plan: *p}
	for k, e := range ordered {
		if e.change == drop && slices.Contains(ordered[:k], e) {
			continue // what is gone cannot go again
		}
		c.apply(e)
	}
	return &c.plan
}

// turn puts changes of elements before elements that go, and these before teams whose every need goes:
// indexes keep their meaning until they are used.
func (e Edit) turn() int {
	switch {
	case e.change != drop || e.Of.Key == linkWithin:
		return 0
	case e.Of.Noun.Table == Team:
		return 2
	}
	return 1
}

func (c *copying) apply(e Edit) {
	switch e.change {
	case drop:
		c.drop(e.Of)
	case move:
		*c.date(e.Of) = e.day
	case addPeople:
		team := c.team(e.Of.Noun.ID)
		team.Size = addTo(team.Size, e.people, e.day, e.until)
	case setWithin:
		c.setWithin(e.Of, e.n)
	case addLag:
		(*c.after(e.Of))[e.Of.Index].Lag += e.n
	case addDays:
		step := c.step(e.Of.Noun)
		step.Days = longer(step.Days, e.n)
	case setDays:
		c.adjust(e.Of.Noun.ID).Days = plan.Duration{Low: e.n, Likely: e.n, High: e.n}
	case addMeeting:
		body := c.meeting(e.Of.Noun.ID)
		body.Dates = insert(body.Dates, e.day)
		body.Except = slices.DeleteFunc(slices.Clone(body.Except), func(d calendar.Date) bool { return d == e.day })
	case waive:
		c.waive(e.Of.Noun.ID, e.text)
	case unblock:
		c.unblock(c.blackout(e.Of.Noun.ID), plan.Kind(e.text))
	}
}

// tried is the reason of what an edit adds.
const tried = "tried"
