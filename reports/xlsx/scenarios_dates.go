package xlsx

import (
	"slices"
	"strconv"

	"epr/reports"
)

// promisesCompared is what becomes of each promise in each variant, with a chart of those of which something else
// becomes.
func (s *sheet) promisesCompared(row int, c *reports.Comparison, blocks [][]int) int {
	list, more := shownPromises(c)
	if len(list) == 0 {
		return row
	}
	row, isDrawn := s.scenarioChart(row, c, false)
	s.turn(row, 90+30*float64(min(len(list), 12)))
	row = s.section(row, "Promises")
	for n, shown := range blocks {
		columns := []column{
			{"Promise", func(i int) cell { return strong(list[i].Name) }},
			{"Promised", func(i int) cell { return text(promisedSaid(list[i])) }},
		}
		row = s.table("ScenarioPromises"+strconv.Itoa(n+1), row, len(list), spread(len(list), 30, 20),
			append(columns, variantColumns(c, shown, func(i, k int) cell { return promiseCell(&list[i].Cells[k]) })...)...)
	}
	words := "■ late, ● kept, in calendar days; where it is forecast, with the chance that the promise is kept; then how far the date is from that of “" +
		c.Variants[c.Base].Name + "”. Promises reached before the status date are left out."
	if more > 0 {
		words = "… and " + reports.Count(more, "promise") + " of which much the same becomes in all. " + words
	}
	row = s.note(row, words)
	if !isDrawn {
		row, _ = s.scenarioChart(row, c, true)
	}
	return row
}

// shownPromises is the promises still open, where there are too many those that differ most first, and how many are
// left out.
func shownPromises(c *reports.Comparison) (list []*reports.ComparedPromise, more int) {
	list = c.Open()
	if len(list) <= mostCompared {
		return list, 0
	}
	slices.SortStableFunc(list, func(a, b *reports.ComparedPromise) int { return b.Spread() - a.Spread() })
	return list[:mostCompared], len(list) - mostCompared
}

// promisedSaid is the date that was promised, and where a scenario promises another.
func promisedSaid(p *reports.ComparedPromise) string {
	words := p.Promise.Date.Short() + " (" + string(p.Promise.Kind) + ")"
	for k := range p.Cells {
		if own := p.Cells[k].Promise; !own.IsZero() && own.Date != p.Promise.Date {
			return words + "; scenarios promise other dates"
		}
	}
	return words
}

func promiseCell(p *reports.PromiseIn) cell {
	if p.Finish.IsZero() {
		return cell{none, midLook}
	}
	l := midLook
	glyph := "●"
	if p.Slack.N < 0 {
		glyph = "■"
		l.fill, l.ink, l.bold = red, white, true
	}
	words := glyph + " " + p.Finish.Short() + ", " + sparedSaid(p)
	if p.Chance.Set {
		words += ", " + reports.Chance(p.Chance.Share)
	}
	if p.Later.Set && p.Later.N != 0 {
		words += "\n" + signedDays(p.Later.N)
	}
	return cell{words, l}
}

// sparedSaid is how a promise is kept: "12 days early".
func sparedSaid(p *reports.PromiseIn) string {
	switch {
	case p.Slack.N < 0:
		return reports.Count(-p.Slack.N, "day") + " late"
	case p.Slack.N == 0:
		return "on the day"
	}
	return reports.Count(p.Slack.N, "day") + " early"
}

// datesCompared is the other dates in each variant, and how many are the same in all.
func (s *sheet) datesCompared(row int, c *reports.Comparison, blocks [][]int) int {
	s.turn(row, 110+26*float64(min(len(c.Dates), 4)))
	row = s.section(row, "Other dates that differ, farthest apart first")
	list := c.Dates[:min(len(c.Dates), mostDates)]
	for n, shown := range blocks {
		if len(list) == 0 {
			break
		}
		columns := append([]column{
			{"Date", func(i int) cell { return strong(list[i].Name) }},
			{"Id", func(i int) cell { return text(list[i].ID) }},
		}, variantColumns(c, shown, func(i, k int) cell {
			return movedDate(list[i].Dates[k], list[i].Later[k])
		})...)
		row = s.table("ScenarioDates"+strconv.Itoa(n+1), row, len(list), spread(len(list), 26, 18), columns...)
	}
	words := reports.Count(c.Same, "other date") + " " + reports.Plural(c.Same, "is", "are") + " the same in all."
	if more := len(c.Dates) - len(list); more > 0 {
		words = "… and " + reports.Count(more, "more date") + " that differ. " + words
	}
	return s.note(row, words)
}
