package verify

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
)

// readWaits finds out which activities wait for something.
func readWaits(n *plan.Network) []bool {
	waits := make([]bool, len(n.Activities))
	for _, l := range n.Links {
		if !l.Max {
			waits[l.To] = true
		}
	}
	return waits
}

// checkMoment checks that a milestone has one day.
func (c *checker) checkMoment(i int) {
	row := c.rows[i]
	c.count(Milestone, 1)
	if row.Start != row.Finish {
		c.brokenBy(Milestone, i, "", fmt.Sprintf("milestone %s runs from %s to %s but has no duration", c.name(i), row.Start, row.Finish))
	}
	if a := c.activity(i); a.StartOfDay == c.waits[i] {
		c.brokenBy(Milestone, i, "", fmt.Sprintf("milestone %s is reached at the wrong end of its day in the network", c.name(i)))
	}
}

// checkMilestones checks that every milestone is reached as soon as all it waits for is: it is a
// consequence, which nobody can put off.
func (c *checker) checkMilestones() {
	earliest := make([]calendar.Date, len(c.net.Activities))
	known := make([]bool, len(c.net.Activities))
	for i := range earliest {
		known[i] = c.activity(i).IsMilestone() && c.sound[i] && !c.facts[i].started && c.rows[i].Start == c.rows[i].Finish
		if known[i] {
			earliest[i] = c.firstDay(i)
		}
	}
	for k := range c.net.Links {
		l := &c.net.Links[k]
		switch {
		case l.Max || !known[l.To]:
		case !c.sound[l.From]:
			known[l.To] = false
		default:
			earliest[l.To] = max(earliest[l.To], c.reached(l)-1)
		}
	}
	for i, day := range earliest {
		if !known[i] {
			continue
		}
		c.count(Milestone, 1)
		if c.rows[i].Finish > day {
			c.brokenBy(Milestone, i, "", fmt.Sprintf("milestone %s is on %s, but all it waits for is reached on %s", c.name(i), c.rows[i].Finish, day))
		}
	}
}

// firstDay is the first day on which a milestone can be, whatever it waits for.
func (c *checker) firstDay(i int) calendar.Date {
	f := &c.facts[i]
	day := max(c.status(), f.notBefore)
	if phase := c.plan.Phases.Get(c.activity(i).Place.Phase); phase != nil {
		day = max(day, phase.NotBefore)
	}
	for _, contract := range f.contracts {
		day = max(day, contract.Starts)
	}
	return day
}

// reached is the first moment that a minimum lag allows.
func (c *checker) reached(l *plan.Link) calendar.Date {
	own, from := c.facts[l.To].own, c.leaves(l)
	to := from
	for own.between(from, to) < l.Lag && to <= c.days.span.To {
		to++
	}
	for l.Lag < 0 && own.between(from, to-1) >= l.Lag && to > c.days.span.From {
		to--
	}
	return to
}
