package expand

import (
	"slices"

	"epr/plan"
	"epr/plan/source"
)

// addDrivers finds the work that each risk touches, done or not: what is done is certain, and whoever plays
// the risks knows that.
func (x *expander) addDrivers() {
	for _, risk := range x.plan.Risks.All() {
		driver := plan.Driver{Risk: risk, Hits: x.hitBy(risk)}
		if risk.Closes != nil {
			driver.Closes = x.closed(risk)
		}
		x.net.Drivers = append(x.net.Drivers, driver)
	}
}

// hitBy lists the activities that a risk delays or stretches, each once.
func (x *expander) hitBy(risk *plan.Risk) []int {
	var hits []int
	for k, selector := range risk.Hits {
		at := risk.Place(element("hits", k))
		found := x.match(selector, plan.Place{}, at)
		x.checkHits(risk, selector, found, at)
		hits = append(hits, found...)
	}
	slices.Sort(hits)
	return slices.Compact(hits)
}

// checkHits warns of a risk that is to delay what takes no time of its own: a milestone, or a decision.
func (x *expander) checkHits(risk *plan.Risk, selector string, hits []int, at source.Span) {
	isWork := func(i int) bool { return x.activity(i).Kind != plan.Milestone && x.activity(i).Kind != plan.Gate }
	if len(hits) > 0 && !slices.ContainsFunc(hits, isWork) {
		x.problem(source.Warning, "no-effect", at,
			"risk \""+risk.ID+"\" hits \""+selector+"\", which has no work that could take longer: only gates or milestones",
			`name the work they wait for; of a decision that may be put off, say it with "attempts" of the gate`)
	}
}

// closed lists the work in the scope of a window that only may come, and warns if there is none.
func (x *expander) closed(risk *plan.Risk) []int {
	var closed []int
	problems := len(x.problems)
	scope := x.scopeOf(&risk.Closes.Scope)
	for i := range x.net.Activities {
		if a := x.activity(i); !a.IsMilestone() && scope.holds(a, i) {
			closed = append(closed, i)
		}
	}
	if closed == nil && len(x.problems) == problems {
		x.problem(source.Warning, "no-effect", risk.Closes.Scope.At,
			"the closure of risk \""+risk.ID+"\" touches no work: nothing in the plan keeps to all of its limits",
			`every limit has to hold at once: "blocks", "phases", "trusts", "sites" and "activities"`)
	}
	return closed
}
