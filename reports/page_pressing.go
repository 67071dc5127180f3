package reports

import "slices"

// PressingPhases is at most n phases: all in the plan's order if they are no more, else those with the least slack,
// the least first.
func (p *Pack) PressingPhases(n int) []Phase {
	if len(p.Phases) <= n {
		return p.Phases
	}
	sorted := slices.Clone(p.Phases)
	slices.SortStableFunc(sorted, func(a, b Phase) int {
		switch {
		case lessSlack(a.Slack, b.Slack):
			return -1
		case lessSlack(b.Slack, a.Slack):
			return 1
		}
		return 0
	})
	return sorted[:n]
}
