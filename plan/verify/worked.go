package verify

import (
	"fmt"

	"epr/calendar"
)

// checkWorked checks that an end of an activity lies on a worked day: one that its calendar works and
// no blackout pauses.
func (c *checker) checkWorked(i int, does string, day calendar.Date) {
	f := &c.facts[i]
	c.count(Calendar, 1)
	if !f.own.works(day) {
		c.brokenBy(Calendar, i, "calendar", fmt.Sprintf("%s %s on %s, a %s that calendar %s does not work",
			c.name(i), does, day, day.Weekday().Long(), quote(f.calendar)))
	}
	for _, b := range f.pauses {
		c.count(Blackout, 1)
		if c.days.inWindow(b, day) {
			c.broken(Blackout, b.At, fmt.Sprintf("%s %s on %s, when blackout %s pauses it",
				c.name(i), does, day, quote(b.ID)), i)
		}
	}
}
