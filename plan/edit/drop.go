package edit

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// drop takes a statement out, as [Statements] defines it.
func (c *copying) drop(s Statement) {
	switch s.Key {
	case "end":
		c.plan.Programme.End = farEnd(&c.plan.Programme)
	case "ends":
		contract := c.contract(s.Noun.ID)
		contract.Ends, contract.Extensions = 0, nil
	case "must_by", "not_before", "starts":
		*c.date(s) = 0
	case "starts_on":
		c.dropStartsOn(s.Noun)
	case "after":
		list := c.after(s)
		*list = slices.Delete(*list, s.Index, s.Index+1)
	case linkWithin:
		(*c.after(s))[s.Index].Within = plan.Whole{}
	case "within":
		step := c.step(s.Noun)
		step.Within = without(step.Within, s.Index)
	case "needs":
		c.dropNeed(s)
	case "contract":
		step := c.step(s.Noun)
		step.Contracts = without(step.Contracts, s.Index)
	case "covers":
		contract := c.contract(s.Noun.ID)
		contract.Covers = without(contract.Covers, s.Index)
	case "outlast":
		contract := c.contract(s.Noun.ID)
		contract.Outlast = without(contract.Outlast, s.Index)
	case "size":
		c.dropTeam(s.Noun.ID)
	case "windows":
		blackout := c.blackout(s.Noun.ID)
		blackout.Windows = calendar.Windows{}
	case "dates":
		body := c.meeting(s.Noun.ID)
		body.Dates, body.Rule, body.Except = everyDay(&c.plan.Programme), nil, nil
	case "slots":
		c.meeting(s.Noun.ID).Slots = 0
	case "papers":
		c.dropPapers(s.Noun)
	case "remaining":
		c.progress(s.Noun.ID).Remaining.N = 1
	}
}

func (c *copying) dropStartsOn(n Noun) {
	if n.Table == Adjust {
		c.adjust(n.ID).StartsOn = 0
		return
	}
	c.step(n).StartsOn = 0
}

func (c *copying) dropPapers(n Noun) {
	if n.Table == Calendar {
		c.meeting(n.ID).Papers = 0
		return
	}
	c.step(n).Papers = plan.Whole{Set: true}
}

func (c *copying) dropNeed(s Statement) {
	if s.Noun.Table == Adjust {
		adjust := c.adjust(s.Noun.ID)
		adjust.Needs = without(adjust.Needs, s.Index) // never nil: the step's own needs stay replaced
		return
	}
	step := c.step(s.Noun)
	step.Needs = without(step.Needs, s.Index)
}

// dropTeam takes every need of a team out of the plan.
func (c *copying) dropTeam(id string) {
	ofTeam := func(n plan.Need) bool { return n.Team == id }
	less := func(needs []plan.Need) []plan.Need {
		return slices.DeleteFunc(append([]plan.Need{}, needs...), ofTeam)
	}
	for book, steps := range c.plan.Playbooks.All() {
		for name, step := range steps.Steps.All() {
			if slices.ContainsFunc(step.Needs, ofTeam) {
				own := c.step(Noun{Step, book, name})
				own.Needs = less(own.Needs)
			}
		}
	}
	for name, step := range c.plan.Activities.All() {
		if slices.ContainsFunc(step.Needs, ofTeam) {
			own := c.step(Noun{Activity, name, ""})
			own.Needs = less(own.Needs)
		}
	}
	c.adjusts()
	for i := range c.plan.Adjusts {
		if needs := c.plan.Adjusts[i].Needs; slices.ContainsFunc(needs, ofTeam) {
			c.plan.Adjusts[i].Needs = less(needs)
		}
	}
}

// without is a copy of a list less one element.
func without[T any](list []T, k int) []T {
	return slices.Delete(append([]T{}, list...), k, k+1)
}

const twoYears = 731

func farEnd(p *plan.Programme) calendar.Date {
	return p.End + max(twoYears, p.End-p.Start)
}

// everyDay lists the days of a programme, were its end dropped, too.
func everyDay(p *plan.Programme) []calendar.Date {
	var days []calendar.Date
	for day := p.Start; day <= farEnd(p); day++ {
		days = append(days, day)
	}
	return days
}
