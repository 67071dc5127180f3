package html

import (
	"slices"

	"epr/reports"
)

// mostOffenders is how many of what a check counted are listed beside it; the plan shows all activities among them.
const mostOffenders = 20

func firstOffenders(list []reports.Offender) []reports.Offender {
	return list[:min(len(list), mostOffenders)]
}

// restOffenders is how many are not listed; "" if all are.
func restOffenders(list []reports.Offender) string {
	if len(list) <= mostOffenders {
		return ""
	}
	return reports.Number(len(list) - mostOffenders)
}

// inPlan reports whether the plan can show what a check counted: it is not met, and activities are among it.
func inPlan(c reports.Assured) bool {
	return c.IsNotMet() && slices.ContainsFunc(c.Offenders, func(o reports.Offender) bool { return o.Kind != "" })
}

func outcomeClass(c reports.Assured) string {
	switch {
	case c.IsMet():
		return "green"
	case c.IsNotMet():
		return "amber"
	}
	return "no-promise"
}

func outcomeGlyph(c reports.Assured) string {
	switch {
	case c.IsMet():
		return "●"
	case c.IsNotMet():
		return "▲"
	}
	return "○"
}
