package text

import (
	"epr/plan"
	"epr/reports"
)

// chance is a chance as it stands in a table.
func chance(share int) cell { return cell{number: reports.Chance(share)} }

// chanceOf is the chance that a promise is kept, with its mark.
func chanceOf(c plan.Chance, done bool) cell {
	if !c.Set {
		return cell{}
	}
	shown := chance(c.Share)
	switch {
	case c.Share >= reports.LikelyKept:
		shown.mark = likely
	case c.Share >= reports.UnlikelyKept:
		shown.mark = doubtful
	default:
		shown.mark = unlikely
	}
	switch {
	case done && c.Share > 0:
		shown.number, shown.text = "", "kept"
	case done:
		shown.number, shown.text = "", "broken"
	}
	return shown
}

// daysCell is a number of days in a table.
func daysCell(n int) cell {
	switch {
	case n > 0:
		return cell{number: "+" + reports.Number(n), text: dayWord(n)}
	case n < 0:
		return cell{number: "−" + reports.Number(-n), text: dayWord(n)}
	}
	return cell{number: "0", text: "days"}
}

// money is an amount in a table.
func money(a reports.Pounds) cell {
	if !a.Set {
		return cell{}
	}
	return words(poundsWhole(a))
}

func poundsWhole(a reports.Pounds) string {
	if a.N < 0 {
		return "−£" + reports.Number(int(-a.N))
	}
	return "£" + reports.Number(int(a.N))
}
