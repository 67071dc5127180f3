package verify

import (
	"fmt"

	"epr/calendar"
)

// checkDone checks that finished work keeps its dates. A gate or a milestone may say only that it is
// finished.
func (c *checker) checkDone(i int) {
	p := c.facts[i].progress
	if p.Started.IsZero() {
		c.checkActual(i, "finish", c.rows[i].Start, p.Finished)
	} else {
		c.checkActual(i, "start", c.rows[i].Start, p.Started)
	}
	c.checkActual(i, "finish", c.rows[i].Finish, p.Finished)
}

func (c *checker) checkActual(i int, end string, planned, actual calendar.Date) {
	c.count(Progress, 1)
	if planned != actual {
		c.broken(Progress, c.facts[i].progress.Place(end+"ed"), fmt.Sprintf("%s %sed on %s but the schedule says %s",
			c.name(i), end, actual, planned), i)
	}
}

// checkStarted checks work that is under way: it keeps its start, finishes on a worked day, and has at
// least as many worked days from the status date to its finish as it has left.
func (c *checker) checkStarted(i int) {
	f, row := &c.facts[i], c.rows[i]
	c.checkActual(i, "start", row.Start, f.progress.Started)
	c.checkWorked(i, "finishes", row.Finish)
	c.count(Progress, 1)
	from, left := max(c.status(), f.progress.Started), f.remaining(c.status())
	if row.Finish < c.status() {
		c.broken(Progress, f.progress.Place("started"), fmt.Sprintf("%s has not finished but its finish is %s, before the status date %s",
			c.name(i), row.Finish, c.status()), i)
		return
	}
	if room := f.work.between(from, row.Finish+1); room < left {
		c.broken(Progress, f.progress.Place("remaining"), fmt.Sprintf("%s has %s left on %s but only %d until it finishes on %s",
			c.name(i), plural(left, "worked day"), from, room, row.Finish), i)
	}
}

// workFrom is the first day on which an activity still needs its teams. Work under way needs them on
// its last worked days, as many as are left: it is resumed when they can be had, and then not
// interrupted. Zero for finished work.
func (c *checker) workFrom(i int) calendar.Date {
	f, row := &c.facts[i], c.rows[i]
	switch {
	case f.done:
		return 0
	case !f.started:
		return row.Start
	}
	left := f.remaining(c.status())
	day := row.Finish
	for ; day > c.days.span.From; day-- {
		if f.work.works(day) {
			left--
		}
		if left <= 0 {
			break
		}
	}
	return day
}
