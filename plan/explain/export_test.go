package explain

import (
	"epr/calendar"
	"epr/plan"
)

// Moved are the dates of an activity put on a day, and of what has to come along with it.
func Moved(n *plan.Network, s *plan.Schedule, i int, day calendar.Date) map[int]plan.Row {
	_, moved := newExplainer(n, s).place(i, day)
	return moved
}

// IsTied reports whether something has to follow the activity closely.
func IsTied(n *plan.Network, i int) bool {
	for _, l := range n.Links {
		if l.Max && l.From == i {
			return true
		}
	}
	return false
}
