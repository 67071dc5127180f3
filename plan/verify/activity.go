package verify

import (
	"fmt"

	"epr/plan"
)

// checkActivities checks each activity on its own, as far as no other activity matters.
func (c *checker) checkActivities() {
	for i := range c.net.Activities {
		c.checkNetwork(i)
		if !c.sound[i] {
			continue
		}
		switch f := &c.facts[i]; {
		case f.done:
			c.checkDone(i)
		case f.started:
			c.checkStarted(i)
			c.checkEnds(i)
		default:
			c.checkStarts(i)
			c.checkEnds(i)
			c.checkWork(i)
		}
		c.enter(i)
	}
}

// checkWork checks the days of work that has not started.
func (c *checker) checkWork(i int) {
	switch c.activity(i).Kind {
	case plan.Milestone:
		c.checkMoment(i)
	case plan.Gate:
		c.checkGate(i)
		c.checkForbids(i)
	default:
		c.checkWorkedDays(i)
		c.checkStartsOn(i)
		c.checkForbids(i)
	}
}

// checkWorkedDays checks that work starts and finishes on worked days and has as many as it takes.
func (c *checker) checkWorkedDays(i int) {
	row, f := c.rows[i], &c.facts[i]
	c.checkWorked(i, "starts", row.Start)
	c.checkWorked(i, "finishes", row.Finish)
	c.count(Span, 1)
	if has := f.work.between(row.Start, row.Finish+1); has != f.days {
		c.brokenBy(Span, i, "days", fmt.Sprintf("%s has %s from %s to %s but takes %d",
			c.name(i), plural(has, "worked day"), row.Start, row.Finish, f.days))
	}
}

// checkStartsOn checks the day of the week on which work starts.
func (c *checker) checkStartsOn(i int) {
	row, f := c.rows[i], &c.facts[i]
	if f.startsOn == 0 {
		return
	}
	c.count(StartsOn, 1)
	if !f.startsOn.Has(row.Start.Weekday()) {
		c.brokenBy(StartsOn, i, "starts_on", fmt.Sprintf("%s starts on %s, a %s, but starts only on %s",
			c.name(i), row.Start, row.Start.Weekday().Long(), f.startsOn))
	}
}
