package verify

import (
	"fmt"
	"slices"

	"epr/plan"
)

// checkNetwork compares what the network says about one activity with what the plan does. A
// difference is a fault of the program, not of the plan; it is reported under the rule it would break.
func (c *checker) checkNetwork(i int) {
	a, f := c.activity(i), &c.facts[i]
	if a.Days.Likely != f.days {
		c.brokenBy(Span, i, "days", fmt.Sprintf("%s takes %d days in the network but %d by the plan", c.name(i), a.Days.Likely, f.days))
	}
	if a.Terms.CalendarID != f.calendar {
		c.brokenBy(Calendar, i, "calendar", fmt.Sprintf("%s is worked in calendar %s in the network but in %s by the plan",
			c.name(i), quote(a.Terms.CalendarID), quote(f.calendar)))
	}
	if _, known := c.plan.WorkingCalendar(f.calendar); !known {
		c.brokenBy(Calendar, i, "calendar", fmt.Sprintf("%s is worked in calendar %s, which the plan does not have", c.name(i), quote(f.calendar)))
	}
	if !slices.Equal(a.Needs, f.needs) {
		c.brokenBy(Team, i, "needs", fmt.Sprintf("%s does not need the people in the network that it needs by the plan", c.name(i)))
	}
	c.checkProgress(i)
	c.sameBlackouts(i, "forbidden by", a.Terms.Forbids, f.forbids)
	c.sameBlackouts(i, "priced by", a.Terms.Soft, f.soft)
	c.sameBlackouts(i, "paused by", a.Terms.Pauses, f.pauses)
	c.sameContracts(i, Contract, "covered by", a.Contracts, f.contracts)
	c.sameContracts(i, Outlast, "outlasted by", a.Outlast, f.outlast)
}

// checkProgress compares the history that the network has with the plan's.
func (c *checker) checkProgress(i int) {
	if c.activity(i).Progress != c.facts[i].progress {
		c.brokenBy(Progress, i, "", fmt.Sprintf("%s does not have the progress in the network that the plan gives it", c.name(i)))
	}
}

func (c *checker) sameBlackouts(i int, how string, network, derived []*plan.Blackout) {
	c.same(i, Blackout, how+" blackout", ids(network, blackoutID), ids(derived, blackoutID))
}

func (c *checker) sameContracts(i int, rule Rule, how string, network, derived []*plan.Contract) {
	c.same(i, rule, how+" contract", ids(network, contractID), ids(derived, contractID))
}

func (c *checker) same(i int, rule Rule, how string, network, derived []string) {
	for _, id := range derived {
		if !slices.Contains(network, id) {
			c.brokenBy(rule, i, "", fmt.Sprintf("%s is %s %s by the plan but not in the network", c.name(i), how, quote(id)))
		}
	}
	for _, id := range network {
		if !slices.Contains(derived, id) {
			c.brokenBy(rule, i, "", fmt.Sprintf("%s is %s %s in the network but not by the plan", c.name(i), how, quote(id)))
		}
	}
}

func blackoutID(b *plan.Blackout) string { return b.ID }
func contractID(c *plan.Contract) string { return c.ID }

func ids[T any](nouns []*T, id func(*T) string) []string {
	var all []string
	for _, noun := range nouns {
		all = append(all, id(noun))
	}
	return all
}
