package expand

import (
	"epr/plan"
	"epr/plan/source"
)

// setAttempts says of all work how often it may have to be done: as its last adjustment that states it, else
// its step. A milestone takes no time, and so no attempt.
func (x *expander) setAttempts() {
	for i := range x.net.Activities {
		if a := x.activity(i); !a.IsMilestone() {
			a.Attempts = a.Step.Attempts
		}
	}
	for i := range x.plan.Adjusts {
		if adjust := &x.plan.Adjusts[i]; !adjust.Attempts.IsZero() {
			x.adjustAttempts(adjust)
		}
	}
}

// adjustAttempts warns of attempts that an adjustment gives to milestones alone.
func (x *expander) adjustAttempts(adjust *plan.Adjust) {
	isMet, isInUse := false, false
	for _, i := range x.match(adjust.Selector, plan.Place{}, adjust.At) {
		isMet = true
		if a := x.activity(i); !a.IsMilestone() {
			a.Attempts, isInUse = adjust.Attempts, true
		}
	}
	if isMet && !isInUse {
		x.problem(source.Warning, "no-effect", adjust.Place("attempts"),
			"the adjustment of \""+adjust.Selector+"\" gives attempts to milestones, which take no time",
			"give them to the work that the milestone waits for")
	}
}
