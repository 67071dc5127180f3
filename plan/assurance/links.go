package assurance

import (
	"fmt"

	"epr/plan"
)

// logic is point 1: work that waits for nothing, or that nothing waits for.
func (a *assessment) logic() Check {
	c := point(1, "Logic", "activities without a predecessor, without a successor, or without both ÷ population", "at most 5%").over(len(a.open), ofWork)
	c.Note = "Each is counted once, what begins and ends the programme too. Earliest dates and maximum lags are no logic."
	waits, isWaitedFor := make([]bool, len(a.rows)), make([]bool, len(a.rows))
	for k := range a.net.Links {
		if l := &a.net.Links[k]; !l.Max {
			waits[l.To], isWaitedFor[l.From] = true, true
		}
	}
	for _, i := range a.open {
		switch {
		case !waits[i] && !isWaitedFor[i]:
			c.against(a.id(i), "neither predecessor nor successor")
		case !waits[i]:
			c.against(a.id(i), "no predecessor")
		case !isWaitedFor[i]:
			c.against(a.id(i), "no successor")
		}
	}
	return c.atMost(5)
}

// links are the links towards the population, maximum lags left out.
func (a *assessment) links() []*plan.Link {
	var list []*plan.Link
	for k := range a.net.Links {
		if l := &a.net.Links[k]; !l.Max && a.isOpen[l.To] {
			list = append(list, l)
		}
	}
	return list
}

// overLinks is a check of the links, some of which are counted against the schedule.
func (a *assessment) overLinks(c Check, isAgainst func(*plan.Link) bool, say func(*plan.Link) string) Check {
	list := a.links()
	c = c.over(len(list), ofLinks)
	for _, l := range list {
		if isAgainst(l) {
			c.against(a.id(l.To), "after "+a.id(l.From)+": "+say(l))
		}
	}
	return c
}

func lagOf(l *plan.Link) string {
	if l.Lag < 0 {
		return "a lag of " + minus(l.Lag)
	}
	return "a lag of " + workingDays(l.Lag)
}

// leads is point 2: links with negative lag.
func (a *assessment) leads() Check {
	c := a.overLinks(point(2, "Leads", "links with a negative lag ÷ links", "0%"), func(l *plan.Link) bool { return l.Lag < 0 }, lagOf)
	shares := 0
	for _, l := range a.links() {
		if l.Done > 0 && l.Done < plan.One {
			shares++
		}
	}
	if shares > 0 {
		c.Note = counted(shares, "link waits", "links wait") + " for a stated share of the work before; those are not counted."
	}
	return c.atMost(0)
}

// lags is point 3: links with positive lag.
func (a *assessment) lags() Check {
	return a.overLinks(point(3, "Lags", "links with a positive lag ÷ links", "at most 5%"), func(l *plan.Link) bool { return l.Lag > 0 }, lagOf).atMost(5)
}

// relationships is point 4: links of the plain type.
func (a *assessment) relationships() Check {
	c := a.overLinks(point(4, "Relationship types", "finish-start links ÷ links", "at least 90%"),
		func(l *plan.Link) bool { return l.Type != plan.FinishStart }, func(l *plan.Link) string { return l.Type.String() })
	if c.Denominator == 0 {
		return c.atMost(0)
	}
	c.Numerator = c.Denominator - len(c.Offenders)
	return c.judged(c.Numerator*100 >= 90*c.Denominator)
}

// hardConstraints is point 5: work with a date that cannot be broken.
func (a *assessment) hardConstraints() Check {
	c := point(5, "Hard constraints", "activities that must start or finish on or by a date ÷ population", "at most 5%").over(len(a.open), ofWork)
	must := make([]*plan.Goal, len(a.rows))
	for k := range a.net.Goals {
		if g := &a.net.Goals[k]; !g.MustBy.IsZero() {
			for _, i := range g.Members {
				must[i] = g
			}
		}
	}
	windows := 0
	for _, i := range a.open {
		if g := must[i]; g != nil {
			c.against(a.id(i), fmt.Sprintf("%s must be finished by %s", orID(g.Name, g.ID), g.MustBy.Short()))
		}
		if a.hasWindow(i) {
			windows++
		}
	}
	c.Note = fmt.Sprintf("Apart from these, %s kept to windows of policy (blackouts, meetings, weekdays, contracts). A promise is none: it can be missed.",
		counted(windows, "activity is", "activities are"))
	return c.atMost(5)
}

// hasWindow reports whether a policy rather than a date limits when work can be done.
func (a *assessment) hasWindow(i int) bool {
	x := a.activity(i)
	t := x.Terms
	return len(t.Closed)+len(t.SoftClosed)+len(t.Pauses)+len(t.Meetings) > 0 || t.StartsOn != 0 || len(x.Contracts)+len(x.Outlast) > 0
}
