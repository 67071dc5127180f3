package explain

import (
	"epr/calendar"
	"epr/plan"
)

// Chain is what holds an activity, back to the start of the programme or to what has happened: the first
// step is the activity asked about, each later one is what the step before waits for.
type Chain struct {
	Steps []ChainStep
	// Joins is the activity at which the chain runs into one that was told before; -1 if it does not.
	Joins int
}

// ChainStep is one activity of a chain with what holds its start.
type ChainStep struct {
	Activity int
	// Holds are the facts that hold it, the last in time first. Together they reach back to the day on
	// which Next lets it start or, if Next is -1, to the day from which it could be planned at all.
	Holds []Hold
	// Rests are the blackouts in which its work rests, so that it finishes later.
	Rests []Rest
	Next  int // the activity that the chain goes on with, -1 at its end
}

// Rest is a blackout that stops the work of an activity for a while.
type Rest struct {
	Blackout *plan.Blackout
	Days     int           // working days on which the activity rests
	Without  calendar.Date // the last day of the activity, were the blackout waived for it
}

// Chains explains some activities of a schedule, each in turn; a chain ends where it runs into one told before.
// The schedule must have a row for every activity and keep the rules of the network.
func Chains(n *plan.Network, s *plan.Schedule, activities []int) []Chain {
	x := newExplainer(n, s)
	told := map[int]bool{}
	chains := make([]Chain, len(activities))
	for k, i := range activities {
		chains[k] = x.chain(i, told)
	}
	return chains
}

// chain follows what holds an activity until nothing does, or until it comes to something told.
func (x *explainer) chain(i int, told map[int]bool) Chain {
	c := Chain{Joins: -1}
	for at := i; at >= 0; {
		if told[at] {
			c.Joins = at
			break
		}
		told[at] = true
		step := x.step(at, told)
		c.Steps = append(c.Steps, step)
		at = step.Next
	}
	return c
}

// step says what holds one activity.
func (x *explainer) step(i int, told map[int]bool) ChainStep {
	a := &x.net.Activities[i]
	step := ChainStep{Activity: i, Next: -1, Rests: x.rests(i)}
	if a.Started() || a.Done() {
		start := x.rows[i].Start
		step.Holds = []Hold{{Fact: Fact{Cause: Progress, Activity: i, Other: -1}, From: start, To: start}}
		return step
	}
	step.Holds = x.holds(i)
	if len(step.Holds) > 0 {
		step.Next = x.next(step.Holds[len(step.Holds)-1], told)
	}
	return step
}

// next is the activity that a fact points to: what is waited for, or whose people are.
func (x *explainer) next(h Hold, told map[int]bool) int {
	switch h.Cause {
	case Link, MaximumLag:
		return h.Other
	case Team:
		if h.Grows == 0 && len(h.Busy) > 0 {
			return h.Busy[0].Activity
		}
	}
	return -1
}
