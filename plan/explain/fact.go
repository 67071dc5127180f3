package explain

import (
	"slices"

	"epr/plan"
	"epr/plan/source"
)

// Fact is one thing that keeps work from an earlier day: a statement of the plan, or what follows from one
// and the rest of the schedule. Facts can be compared.
type Fact struct {
	Cause Cause
	// Activity is the one that the fact bears on: the one asked about, or one that has to follow it so
	// closely that it would have to come along.
	Activity int
	Other    int            // Link, MaximumLag: the other activity; else -1
	Phase    *plan.Phase    // NotBefore, of a phase rather than the activity
	Blackout *plan.Blackout // Blackout
	Contract *plan.Contract // Contract
	Team     *plan.Team     // Team
}

// isSame reports whether two facts are one statement. A blackout or a team that two activities meet is one;
// what is waited for is another one for each.
func (f Fact) isSame(g Fact) bool {
	switch f.Cause {
	case Blackout, Team, Contract, Programme, Status, Slots, Meeting:
		f.Activity, g.Activity = 0, 0
	}
	return f == g
}

// has reports whether a fact is among some.
func has(facts []Fact, f Fact) bool { return slices.ContainsFunc(facts, f.isSame) }

// At is where the plan states a fact.
func (f Fact) At(n *plan.Network) source.Span {
	a := &n.Activities[f.Activity]
	switch f.Cause {
	case Programme:
		return n.Plan.Programme.Place("start")
	case Status:
		return n.Plan.Programme.Place("status")
	case NotBefore:
		if f.Phase != nil {
			return f.Phase.Place("not_before")
		}
		return a.NotBeforeAt()
	case Contract:
		return f.Contract.Place("starts")
	case Link, MaximumLag:
		return linkAt(n, f)
	case StartsOn:
		return startsOnAt(a)
	case Meeting:
		return a.Meeting.At
	case Slots:
		return a.Meeting.Place("slots")
	case Blackout:
		return f.Blackout.At
	case Team:
		return f.Team.Place("size")
	case Progress:
		return a.Progress.At
	}
	return source.Span{}
}

// Link is the link that a fact of the cause [Link] waits for; of several between the same two activities the one with
// the longest lag, which holds.
func (f Fact) Link(n *plan.Network) plan.Link {
	var found plan.Link
	for _, l := range n.Links {
		if l.From == f.Other && l.To == f.Activity && !l.Max && (found.Calendar == nil || l.Lag > found.Lag) {
			found = l
		}
	}
	return found
}

// linkAt is where the link of a fact is written; of several between the same two activities, the first.
func linkAt(n *plan.Network, f Fact) source.Span {
	from, to := f.Other, f.Activity
	if f.Cause == MaximumLag {
		from, to = to, from
	}
	for k := range n.Links {
		if l := &n.Links[k]; l.From == from && l.To == to && l.Max == (f.Cause == MaximumLag) {
			return l.At
		}
	}
	return source.Span{}
}

func startsOnAt(a *plan.Activity) source.Span {
	for _, adjust := range slices.Backward(a.Adjusts) {
		if adjust.StartsOn != 0 {
			return adjust.Place("starts_on")
		}
	}
	return a.Step.Place("starts_on")
}
