package verify

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
)

// checkStarts checks the start of work that has not started against the dates before which it may not.
func (c *checker) checkStarts(i int) {
	a, f, start := c.activity(i), &c.facts[i], c.rows[i].Start
	c.count(Horizon, 1)
	if from := c.plan.Programme.Start; start < from {
		c.brokenBy(Horizon, i, "", fmt.Sprintf("%s starts on %s, before the programme starts on %s", c.name(i), start, from))
	}
	c.count(Progress, 1)
	if status := c.plan.Programme.Status; start < status {
		c.brokenBy(Progress, i, "", fmt.Sprintf("%s has not started but is planned for %s, before the status date %s", c.name(i), start, status))
	}
	c.checkNotBefore(i, "it may not start", f.notBefore)
	if phase := c.plan.Phases.Get(a.Place.Phase); phase != nil {
		c.checkNotBefore(i, fmt.Sprintf("nothing of phase %s may start", quote(phase.ID)), phase.NotBefore)
	}
	for _, contract := range f.contracts {
		c.count(Contract, 1)
		if start < contract.Starts {
			c.broken(Contract, contract.At, fmt.Sprintf("%s starts on %s, before contract %s starts on %s",
				c.name(i), start, quote(contract.ID), contract.Starts), i)
		}
	}
}

func (c *checker) checkNotBefore(i int, what string, limit calendar.Date) {
	if limit.IsZero() {
		return
	}
	c.count(NotBefore, 1)
	if start := c.rows[i].Start; start < limit {
		c.brokenBy(NotBefore, i, "not_before", fmt.Sprintf("%s starts on %s, but %s before %s", c.name(i), start, what, limit))
	}
}

// checkEnds checks the finish of work that has not finished against the dates by which it must.
func (c *checker) checkEnds(i int) {
	f, finish := &c.facts[i], c.rows[i].Finish
	c.count(Horizon, 1)
	if end := c.plan.Programme.End; finish > end {
		c.brokenBy(Horizon, i, "", fmt.Sprintf("%s finishes on %s, after the programme ends on %s", c.name(i), finish, end))
	}
	for _, contract := range f.contracts {
		c.checkContractEnd(i, Contract, contract, "")
	}
	for _, contract := range f.outlast {
		c.checkContractEnd(i, Outlast, contract, ", which must outlast it,")
	}
	if f.mustBy.IsZero() {
		return
	}
	c.count(MustBy, 1)
	if finish > f.mustBy {
		c.brokenBy(MustBy, i, "must_by", fmt.Sprintf("%s finishes on %s but must by %s", c.name(i), finish, f.mustBy))
	}
}

// checkContractEnd checks a finish against the end of a contract, every extension bought.
func (c *checker) checkContractEnd(i int, rule Rule, contract *plan.Contract, clause string) {
	end := contract.Ends
	for _, x := range contract.Extensions {
		end = max(end, x.To)
	}
	if end.IsZero() {
		return
	}
	c.count(rule, 1)
	if finish := c.rows[i].Finish; finish > end {
		c.broken(rule, contract.At, fmt.Sprintf("%s finishes on %s, after contract %s%s ends on %s",
			c.name(i), finish, quote(contract.ID), clause, end), i)
	}
}

// checkPromises checks the dates that phases must keep.
func (c *checker) checkPromises() {
	for _, phase := range c.plan.Phases.All() {
		if phase.MustBy.IsZero() {
			continue
		}
		c.count(MustBy, 1)
		last := c.lastOf(phase)
		if last < 0 || c.rows[last].Finish <= phase.MustBy {
			continue
		}
		c.broken(MustBy, phase.Place("must_by"), fmt.Sprintf("phase %s finishes on %s, with %s, but must by %s",
			quote(phase.ID), c.rows[last].Finish, c.name(last), phase.MustBy), last)
	}
}

// lastOf is the activity with which a phase finishes, of those not finished yet; -1 if there is none.
func (c *checker) lastOf(phase *plan.Phase) int {
	last := -1
	for i := range c.net.Activities {
		if c.sound[i] && !c.facts[i].done && completes(c.activity(i), phase) &&
			(last < 0 || c.rows[i].Finish > c.rows[last].Finish) {
			last = i
		}
	}
	return last
}

// completes reports whether a phase is not finished before an activity is.
func completes(a *plan.Activity, phase *plan.Phase) bool {
	if a.Place.Phase != phase.ID {
		return false
	}
	for _, step := range phase.CompleteWhen {
		if a.Step.ID == step {
			return true
		}
	}
	return len(phase.CompleteWhen) == 0
}
