package html

import (
	"slices"

	"epr/reports"
)

// gatherChains adds what leads to each activity. Nearly always that is the activity that holds it and what leads to
// that one, so that one number says it all; the chains of the others are given in full.
func (g *gathering) gatherChains() {
	rows := g.pack.Gantt.Rows
	g.Activities.Chains = []chain{}
	for i := range rows {
		back := -1
		if len(rows[i].Back) > 0 {
			back = rows[i].Back[0]
		}
		g.Activities.Back = append(g.Activities.Back, back)
		if !goesOn(rows, i) {
			g.Activities.Chains = append(g.Activities.Chains, chain{Activity: i, Back: rows[i].Back, Further: rows[i].Further})
		}
	}
}

// goesOn reports whether the chain to an activity is the one that holds it and then the chain to that one.
func goesOn(rows []reports.GanttRow, i int) bool {
	row := &rows[i]
	if len(row.Back) == 0 {
		return row.Further == 0
	}
	before := &rows[row.Back[0]]
	if len(row.Back)+row.Further != 1+len(before.Back)+before.Further {
		return false
	}
	rest := row.Back[1:]
	return len(rest) <= len(before.Back) && slices.Equal(rest, before.Back[:len(rest)])
}
