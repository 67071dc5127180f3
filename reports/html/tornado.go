package html

import (
	"fmt"

	"epr/plan"
	"epr/reports"
)

// The measures of the tornado.
const (
	tornadoWidth = 900
	tornadoNames = 330
	tornadoRight = 70
	tornadoRow   = 34
	tornadoTop   = 26
)

// tornado draws the days of the risks as bars, the longest first, and over them what their responses would leave.
func tornado(list []reports.RiskBar) drawing {
	if len(list) == 0 {
		return drawing{}
	}
	d := drawing{Width: tornadoWidth, Height: tornadoTop + tornadoRow*len(list) + 30}
	d.Title = fmt.Sprintf("Risks by the days that they move the finish on average: the first is %s with %s", named(list[0].Name, list[0].ID), reports.Count(list[0].Days, "day"))
	most := 1
	for _, bar := range list {
		most = max(most, bar.Days, bar.After.N)
	}
	wide := func(days int) int { return max(0, days) * (tornadoWidth - tornadoNames - tornadoRight) / most }
	d.words(tornadoNames, 16, "small quiet", "Calendar days by which the finish of the programme is later, on average")
	for k, bar := range list {
		y := tornadoTop + k*tornadoRow
		d.words(tornadoNames-10, y+20, "end", cut(named(bar.Name, bar.ID), 48))
		d.box(tornadoNames, y+5, max(2, wide(bar.Days)), 20, "effect")
		d.words(tornadoNames+wide(bar.Days)+8, y+20, "strong", signed(plan.Whole{N: bar.Days, Set: true}))
		if bar.After.Set {
			d.box(tornadoNames, y+13, max(2, wide(bar.After.N)), 4, "left")
		}
	}
	d.path("axis", fmt.Sprintf("M%d %dV%d", tornadoNames, tornadoTop, tornadoTop+tornadoRow*len(list)))
	d.words(tornadoNames, d.Height-8, "small quiet", "Bar: as things are. Strip inside it: what is left once its responses are in place.")
	return d
}

// How many breaks of one rule are in sight, and how many more can be opened; the rest is counted.
const (
	mostBreaks   = 8
	foldedBreaks = 100
)

// breaks are the breaks of one rule, the likeliest first.
type breaks struct {
	Name          string
	First, Folded []reports.Break
	Rest          int // that are not on the page
}

// breaksOf are the breaks by rule, in the order in which rules are told.
func breaksOf(c *reports.Confidence) []breaks {
	var list []breaks
	for _, rule := range reports.BreakRules {
		if found := c.BreaksOf(rule); len(found) > 0 {
			first := min(len(found), mostBreaks)
			folded := min(len(found), first+foldedBreaks)
			list = append(list, breaks{rule.Name(), found[:first], found[first:folded], len(found) - folded})
		}
	}
	return list
}
