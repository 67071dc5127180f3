package reports

import (
	"cmp"
	"slices"
)

// PageGroups is the most groups that a chart shows side by side and stays readable.
const PageGroups = 24

// Folded is the groups of a chart as a page shows them: where more than PageGroups trusts stand side by side, those
// with the least slack first, and the others together in one group of LevelRest, which holds them all. Other groups
// stay in their order.
func Folded(groups []GanttGroup) []GanttGroup {
	var list, trusts []GanttGroup
	for _, g := range groups {
		g.Groups = Folded(g.Groups)
		if g.Level == LevelTrust && g.ID != "" {
			trusts = append(trusts, g)
		} else {
			list = append(list, g)
		}
	}
	if len(trusts) <= PageGroups {
		return append(list, trusts...)
	}
	slices.SortStableFunc(trusts, morePressingGroup)
	shown := PageGroups - 1
	return append(append(list, trusts[:shown]...), restGroup(trusts[shown:]))
}

// morePressingGroup orders groups by slack, then by finish.
func morePressingGroup(a, b GanttGroup) int {
	switch {
	case lessSlack(a.Slack, b.Slack):
		return -1
	case lessSlack(b.Slack, a.Slack):
		return 1
	}
	return cmp.Compare(a.Finish, b.Finish)
}

// restGroup holds groups in the order of their slack; its promise, slack and rating are those of the first.
func restGroup(groups []GanttGroup) GanttGroup {
	first := &groups[0]
	rest := GanttGroup{
		Level: LevelRest, Name: Count(len(groups), "more trust"), Start: first.Start, Finish: first.Finish,
		Promise: first.Promise, Slack: first.Slack, Rating: first.Rating, Closed: -1, Groups: groups,
	}
	for i := range groups {
		g := &groups[i]
		rest.Start, rest.Finish = min(rest.Start, g.Start), max(rest.Finish, g.Finish)
		rest.Activities.N += g.Activities.N
		rest.Activities.Of += g.Activities.Of
	}
	return rest
}
