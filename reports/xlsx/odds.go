package xlsx

import (
	"epr/plan"
	"epr/reports"
)

// likely is a chance as a percentage. Only what is certain is shown as 100% and only what never happens as
// 0%.
func likely(c plan.Chance) cell {
	if !c.Set {
		return cell{none, midLook}
	}
	return odds(c.Share)
}

// oddsFormat shows the chances of a chart likewise, but for those below one in a hundred.
const oddsFormat = `[=1]0%;[>=0.995]"over 99%";0%`

// odds is a chance, in ten-thousandths, that is known.
func odds(share int) cell {
	l := midLook
	switch l.format = formatShare; {
	case share > 0 && share < 50:
		l.format = `"under 1%"`
	case share >= 9_950 && share < 10_000:
		l.format = `"over 99%"`
	}
	return cell{float64(share) / 10_000, l}
}

// lost is a chance that something loses, in points of a hundred.
func lost(c plan.Chance) cell {
	if !c.Set {
		return cell{none, midLook}
	}
	l := midLook
	l.format = formatTenths
	return cell{plan.Hundredths(c.Share), l}
}

// curveName is what an S-curve is of, as its title has room for it.
func curveName(p *reports.Prospect) string {
	if p.Kind == reports.WholeProgramme {
		return "The programme"
	}
	return cut(p.Name, 34, "…")
}
