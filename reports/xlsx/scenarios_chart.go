package xlsx

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"epr/reports"
)

// scenarioData is the name of the block that the chart of scenarios reads.
const scenarioData = "ScenarioSlack"

// The most that the chart of scenarios shows legibly: bars of the promises that differ most, in the first variants.
const (
	mostChartedBars     = 24
	mostChartedVariants = 5
)

// chartedScenarios is the promises that do not come out alike in all variants, farthest apart first, and the variants
// that the chart shows; none if there is nothing to see.
func chartedScenarios(c *reports.Comparison) (list []*reports.ComparedPromise, variants []int) {
	if c == nil {
		return nil, nil
	}
	for k := c.Base; k < len(c.Variants) && len(variants) < mostChartedVariants; k++ {
		if !c.Variants[k].Impossible {
			variants = append(variants, k)
		}
	}
	for _, p := range c.Open() {
		inAll := !slices.ContainsFunc(variants, func(k int) bool { return p.Cells[k].Finish.IsZero() })
		if inAll && p.Spread() > 0 {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b *reports.ComparedPromise) int { return b.Spread() - a.Spread() })
	return list[:min(len(list), mostChartedBars/max(1, len(variants)))], variants
}

// scenarioBlock is the slack of the promises that differ, a column for each variant.
func scenarioBlock(c *reports.Comparison) block {
	list, variants := chartedScenarios(c)
	b := block{name: scenarioData, title: "Slack of the promises that scenarios move", heads: []string{"Promise"}, rows: len(list), line: func(i int) []cell {
		cells := []cell{text(label(list[i].Name))}
		for _, k := range variants {
			cells = append(cells, days(list[i].Cells[k].Slack))
		}
		return cells
	}}
	taken := map[string]bool{"promise": true}
	for _, k := range variants {
		b.heads = append(b.heads, headOf(variantName(c, k), taken))
	}
	return b
}

// scenarioColours are the colours of the variants, the base first: dark and light in turn, so that neighbours differ
// in print without colour.
var scenarioColours = [mostChartedVariants]string{navy, amber, green, rose, grey}

// scenarioChart fills what is left of the page with the slack of the promises that differ, as many as it has room for.
// If it has none for a few of them, nothing is drawn unless on a new page.
func (s *sheet) scenarioChart(row int, c *reports.Comparison, onNewPage bool) (next int, isDrawn bool) {
	list, variants := chartedScenarios(c)
	if len(list) == 0 || len(variants) < 2 {
		return row, true
	}
	const others, few = 76, 3 // points of the title and the legend; promises
	each := float64(8 + 12*len(variants))
	least := others + each*float64(min(few, len(list)))
	if s.restOfPage(row) < least && !onNewPage {
		return row, false
	}
	s.turn(row, least)
	room := min(s.maxRow(), s.restOfPage(row))
	shown := max(1, min(len(list), int((room-others)/each)))
	s.height(row, min(room, others+1.5*each*float64(shown)))
	data := s.sourceOf(scenarioData)
	data.last = data.first + shown - 1
	s.draw(area{row, row, 1, len(s.widths)}, drawing{kind: excelize.Bar, of: data, title: scenarioFinding(c, list[0], variants),
		how: "A bar for each of the promises that scenarios move most, in the plan and in each of the first scenarios: calendar days to spare to the right, late to the left.",
		chart: func(chart *excelize.Chart) {
			for n := range variants {
				chart.Series = append(chart.Series, series(data, string(rune('B'+n)), scenarioColours[n]))
			}
			gap := uint(60)
			chart.GapWidth = &gap
			chart.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: formatDays}
			chart.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: formatDays}
			chart.XAxis.TickLabelPosition = excelize.ChartTickLabelLow
			chart.Legend.Position = "bottom"
			downwards(chart)
		}})
	return row + 1, true
}

// scenarioFinding says of the promise that moves most where it stands in the plan, and in the scenario that moves it
// most.
func scenarioFinding(c *reports.Comparison, p *reports.ComparedPromise, variants []int) string {
	most := variants[1]
	for _, k := range variants[1:] {
		if abs(p.Cells[k].Later.N) > abs(p.Cells[most].Later.N) {
			most = k
		}
	}
	return fmt.Sprintf("“%s”: %s in “%s”, %s in “%s”", label(p.Name), sparedSaid(&p.Cells[c.Base]), c.Variants[c.Base].Name,
		sparedSaid(&p.Cells[most]), variantName(c, most))
}
