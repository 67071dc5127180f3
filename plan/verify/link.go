package verify

import (
	"fmt"

	"epr/plan"
)

// checkLinks checks every minimum lag. It is counted in the calendar of the activity that waits,
// before any blackout.
func (c *checker) checkLinks() {
	for k := range c.net.Links {
		l := &c.net.Links[k]
		if l.Max {
			continue
		}
		if l.Calendar != c.activity(l.To).Terms.Calendar {
			c.broken(Link, l.At, fmt.Sprintf("%s waits for %s by another calendar than its own, %s",
				c.name(l.To), c.name(l.From), quote(c.facts[l.To].calendar)), l.From, l.To)
		}
		c.checkPapers(l)
		if c.enforced(l) {
			c.count(Link, 1)
			c.checkLink(l)
		}
	}
}

// enforced reports whether a link still matters: what has happened is not undone by a link that holds
// it.
func (c *checker) enforced(l *plan.Link) bool {
	to := &c.facts[l.To]
	happened := to.done || to.started && l.Type.ToStart()
	return c.sound[l.From] && c.sound[l.To] && !happened
}

func (c *checker) checkLink(l *plan.Link) {
	from, to := c.leaves(l), c.arrives(l)
	switch lag := c.facts[l.To].own.between(from, to); {
	case l.Lag >= 0 && to < from:
		c.broken(Link, l.At, fmt.Sprintf("%s but %s (%s)", c.held(l), c.left(l), l.Type), l.From, l.To)
	case lag < l.Lag:
		c.broken(Link, l.At, fmt.Sprintf("%s, %s %s, but the lag is %d (%s)",
			c.held(l), apart(lag), c.left(l), l.Lag, l.Type), l.From, l.To)
	}
}

// checkMaximumLags checks every maximum lag. It is counted in the calendar of the activity that
// states it: the one that waits or, before another's start, the earlier one.
func (c *checker) checkMaximumLags() {
	for k := range c.net.Links {
		l := &c.net.Links[k]
		if !l.Max {
			continue
		}
		stated, ok := c.stating(l)
		if !ok {
			c.broken(MaximumLag, l.At, fmt.Sprintf("%s is tied to %s by a calendar of neither", c.name(l.To), c.name(l.From)), l.From, l.To)
		}
		if !c.enforced(l) {
			continue
		}
		c.count(MaximumLag, 1)
		if lag := stated.between(c.leaves(l), c.arrives(l)); lag > l.Lag {
			c.broken(MaximumLag, l.At, fmt.Sprintf("%s, %s %s, but at most %d are allowed (%s)",
				c.held(l), apart(lag), c.left(l), l.Lag, l.Type), l.From, l.To)
		}
	}
}

// stating is the worked days of the calendar a maximum lag is counted in; false if it is that of
// neither of its activities.
func (c *checker) stating(l *plan.Link) (*table, bool) {
	switch l.Calendar {
	case c.activity(l.To).Terms.Calendar:
		return c.facts[l.To].own, true
	case c.activity(l.From).Terms.Calendar:
		return c.facts[l.From].own, l.Type == plan.StartStart
	}
	return c.facts[l.To].own, false
}
