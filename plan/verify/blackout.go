package verify

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
)

// Entry is a blackout that work lies in although it applies to it.
type Entry struct {
	Activity string
	Blackout *plan.Blackout
	Why      Why
	Waiver   *plan.Waiver // nil unless it was waived
	// First and Last are the first and the last day of the work in the window; Days counts those
	// between that are.
	First, Last calendar.Date
	Days        int
}

// Why says why work may lie in a blackout.
type Why string

const (
	// Soft windows may be entered at their price.
	Soft Why = "soft"
	// Waived windows may be entered by name.
	Waived Why = "waived"
	// History: the work had started before the status date, and rules for plans no longer hold.
	History Why = "history"
)

// checkForbids checks that no day of a span, worked or not, lies in a blackout that forbids the work.
func (c *checker) checkForbids(i int) {
	for _, b := range c.facts[i].forbids {
		c.count(Blackout, 1)
		if e := c.inside(i, b); e.Days > 0 {
			row := c.rows[i]
			c.broken(Blackout, b.At, fmt.Sprintf("%s runs from %s to %s but blackout %s forbids it on %s",
				c.name(i), row.Start, row.Finish, quote(b.ID), calendar.Span{From: e.First, To: e.Last}), i)
		}
	}
}

// inside finds the days of an activity's span that lie in a blackout.
func (c *checker) inside(i int, b *plan.Blackout) Entry {
	e := Entry{Activity: c.activity(i).ID, Blackout: b}
	for day := c.rows[i].Start; day <= c.rows[i].Finish; day++ {
		if c.days.inWindow(b, day) {
			if e.Days == 0 {
				e.First = day
			}
			e.Last = day
			e.Days++
		}
	}
	return e
}

// enter notes the blackouts that an activity lies in and is allowed to.
func (c *checker) enter(i int) {
	f := &c.facts[i]
	for k, b := range f.waived {
		c.note(i, b, Waived, f.waivers[k])
	}
	for _, b := range f.soft {
		c.note(i, b, Soft, nil)
	}
	if f.started {
		for _, b := range f.forbids {
			c.note(i, b, History, nil)
		}
	}
}

func (c *checker) note(i int, b *plan.Blackout, why Why, waiver *plan.Waiver) {
	if e := c.inside(i, b); e.Days > 0 {
		e.Why, e.Waiver = why, waiver
		c.entered = append(c.entered, e)
	}
}
