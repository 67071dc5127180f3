package conflict

import (
	"slices"

	"epr/plan/edit"
	"epr/plan/solve"
)

// mostHurried is how many steps are tried shorter: the longest.
const mostHurried = 5

// hurry makes the longest work shorter that a conflict is about. Durations are no statements that anybody is
// blamed for, but often what can be changed.
func (a *asker) hurry(conflict []edit.Statement, given []edit.Edit) []Repair {
	var found []Repair
	for _, noun := range a.longest(conflict) {
		m := mending{asker: a, of: edit.Statement{Noun: noun, Key: "days"}, given: given}
		most := noun.StepOf(a.plan).Days.Likely - 1
		for _, r := range m.counted(most, func(n int) edit.Edit { return edit.Longer(noun, -n) }) {
			r.Cost *= hurryCost
			found = append(found, r)
		}
	}
	return found
}

// longest lists the steps with days of their own that a conflict names or that are on its way, the longest
// first.
func (a *asker) longest(conflict []edit.Statement) []edit.Noun {
	var steps []edit.Noun
	add := func(noun edit.Noun) {
		step := noun.StepOf(a.plan)
		if step != nil && step.Days.Quantity == nil && step.Days.Likely > 1 && !slices.Contains(steps, noun) {
			steps = append(steps, noun)
		}
	}
	for _, s := range conflict {
		add(s.Noun)
	}
	a.only(conflict)
	for _, reach := range solve.Chain(a.network) {
		add(edit.NounOf(a.network.Plan, &a.network.Activities[reach.Activity]))
	}
	slices.SortStableFunc(steps, func(x, y edit.Noun) int { return y.StepOf(a.plan).Days.Likely - x.StepOf(a.plan).Days.Likely })
	return steps[:min(len(steps), mostHurried)]
}
