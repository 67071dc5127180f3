package explain

import (
	"epr/plan"
)

// IsTied reports whether something has to follow the activity closely.
func IsTied(n *plan.Network, i int) bool {
	for _, l := range n.Links {
		if l.Max && l.From == i {
			return true
		}
	}
	return false
}
