package reports

import (
	"cmp"
	"slices"
)

// Cliffs lists the milestones whose slip can push a go-live past a blackout, the one with the least float to that
// first, then the earliest.
func (p *Pack) Cliffs() []Milestone {
	var list []Milestone
	for _, m := range p.Milestones {
		if m.Float.Cliff.Set {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b Milestone) int {
		return cmp.Or(cmp.Compare(a.Float.Cliff.N, b.Float.Cliff.N), cmp.Compare(a.Date, b.Date))
	})
	return list
}
