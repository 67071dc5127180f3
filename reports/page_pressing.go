package reports

import (
	"slices"

	"epr/plan"
)

// PressingPhases is at most n phases: all in the plan's order if they are no more, else those with the least slack,
// the least first.
func (p *Pack) PressingPhases(n int) []Phase {
	return pressing(p.Phases, n, func(x *Phase) plan.Whole { return x.Slack })
}

// pressing is the n with the least slack, in that order; all of them, as they stand, if there are no more.
func pressing[T any](list []T, n int, slack func(*T) plan.Whole) []T {
	if len(list) <= n {
		return list
	}
	return bySlack(list, slack)[:n]
}

// bySlack is a list with the least slack first.
func bySlack[T any](list []T, slack func(*T) plan.Whole) []T {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b T) int {
		switch {
		case lessSlack(slack(&a), slack(&b)):
			return -1
		case lessSlack(slack(&b), slack(&a)):
			return 1
		}
		return 0
	})
	return sorted
}
