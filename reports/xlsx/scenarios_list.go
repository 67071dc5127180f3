package xlsx

import (
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// comparedLine is a line of the table of what each scenario comes to: what it is, and how each variant stands.
type comparedLine struct {
	what, about string
	cell        func(v *reports.Variant) cell
	impossible  bool // it is said of what cannot be scheduled too
}

// comesTo is a table of some variants side by side, a line for each figure.
func (s *sheet) comesTo(name string, row int, c *reports.Comparison, shown []int) int {
	list := comparedLines(c)
	columns := []column{
		{"What", func(i int) cell { return strong(list[i].what) }},
		{"What it is", func(i int) cell { return text(list[i].about) }},
	}
	return s.table(name, row, len(list), 24, append(columns, variantColumns(c, shown, func(i, k int) cell {
		v := &c.Variants[k]
		if v.Impossible && !list[i].impossible {
			return cell{none, midLook}
		}
		return list[i].cell(v)
	})...)...)
}

// comparedLines are the lines, those without a figure in any variant left out.
func comparedLines(c *reports.Comparison) []comparedLine {
	base := "“" + c.Variants[c.Base].Name + "”"
	list := []comparedLine{
		{"What it changes", "Its edits of the model, and what the model says about it", func(v *reports.Variant) cell { return text(changesOf(v)) }, true},
		{"Promises kept", "By the plan, of those made", keptCell, true},
		{"Finish", "Of the last phase; calendar days from that of " + base, func(v *reports.Variant) cell { return movedDate(v.Finish, v.Later) }, false},
	}
	if c.Forecast() {
		list = append(list,
			comparedLine{"P80 of the programme", "By the forecast: finished by then in four replications of five", func(v *reports.Variant) cell { return middle(p80Said(v)) }, false},
			comparedLine{"Chance of all promises", "By the forecast", func(v *reports.Variant) cell { return middle(chanceSaid(v.AllKept)) }, false},
			comparedLine{"Mean cost of delay", "By the forecast, of the days after the finish of " + base, func(v *reports.Variant) cell { return centred(pounds(v.Price)) }, false})
	}
	return append(list,
		comparedLine{"Cost of lateness", "Of the promise that costs most, as planned", func(v *reports.Variant) cell { return centred(pounds(v.LateCost)) }, false},
		comparedLine{"Activities that move", "With other dates than in " + base + ", added or removed", func(v *reports.Variant) cell { return movedCell(c, v) }, false},
		comparedLine{"What binds", "What the finish waits for", func(v *reports.Variant) cell { return text(v.BindsSentence()) }, true})
}

// centred is a cell in the middle of its column, as those above and below it are.
func centred(c cell) cell {
	c.look.across = centre
	return c
}

func changesOf(v *reports.Variant) string {
	words := bullets(v.Edits, mostEdits)
	if v.Note != "" {
		words = strings.TrimPrefix(words+"\n"+v.Note, "\n")
	}
	return words
}

func keptCell(v *reports.Variant) cell {
	l := midLook
	if v.Impossible {
		l.fill, l.ink, l.bold = red, white, true
		return cell{"■ No schedule keeps its rules", l}
	}
	return cell{reports.Number(v.Promises.N) + " of " + reports.Number(v.Promises.Of), l}
}

// movedDate is a date with the days by which it is another than that of the base; shaded where it is.
func movedDate(day calendar.Date, later plan.Whole) cell {
	if day.IsZero() {
		return cell{none, midLook}
	}
	shown := middle(day.Short())
	switch {
	case !later.Set:
	case later.N == 0:
		shown = middle(day.Short() + ", the same")
		shown.look.ink = grey
	default:
		shown = middle(day.Short() + ", " + signedDays(later.N))
		shown.look.fill = mint
		if later.N > 0 {
			shown.look.fill = yellow
		}
	}
	return shown
}

func p80Said(v *reports.Variant) string {
	if v.P80.Date.IsZero() {
		return ""
	}
	return v.P80.Short()
}

func chanceSaid(c plan.Chance) string {
	if !c.Set {
		return ""
	}
	return reports.Chance(c.Share)
}

func movedCell(c *reports.Comparison, v *reports.Variant) cell {
	if v == &c.Variants[c.Base] {
		return cell{none, midLook}
	}
	return count(v.DatesMoved())
}
