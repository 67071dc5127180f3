package xlsx

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"epr/reports"
)

// The most risks whose scores are drawn below the register, and the points of the chart at least: where there are more,
// or less room is left, the register says it alone.
const (
	mostScored   = 6
	leastScored  = 170
	headInherent = "Inherent score"
	headTarget   = "Target score"
)

// scoreChart fills what is left of the page below a short register with bars of its scores. They are read from the cells of
// the register, and so follow what is tried there. What the page holds without them decides how large the sheet is
// written.
func (s *sheet) scoreChart(row int, heads []string) int {
	risks := len(s.pack.Risks.Rows)
	if s.told != nil || s.isTrial || risks > mostScored || s.restOfPage(row) < leastScored {
		return row
	}
	high := min(s.maxRow(), s.restOfPage(row))
	s.height(row, high)
	s.draw(area{row, row, 1, len(s.widths)}, s.scoreDrawing(heads))
	return row + 1
}

func (s *sheet) scoreDrawing(heads []string) drawing {
	head := s.registerHead()
	of := source{head, head + 1, head + len(s.pack.Risks.Rows), 1}
	return drawing{kind: excelize.Bar, of: of, on: sheetRisks, title: scoreFinding(&s.pack.Risks),
		how: "Bars for each risk show its score before controls, now, and where the responses are to bring it, of 25 at most.",
		chart: func(c *excelize.Chart) {
			for _, bar := range []struct{ head, colour string }{{headInherent, "AFCBE6"}, {headScore, blue}, {headTarget, leaf}} {
				if at := slices.Index(heads, bar.head); at >= 0 {
					c.Series = append(c.Series, s.scoreSeries(of, at+1, bar.colour))
				}
			}
			most := 26.0 // room for the number beside the highest
			scale(c, 0, 5, formatCount)
			c.YAxis.Maximum = &most
			c.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: formatCount}
			c.Legend.Position = "bottom"
			downwards(c)
		}}
}

// scoreSeries is a column of the register as bars.
func (s *sheet) scoreSeries(of source, column int, colour string) excelize.ChartSeries {
	cells := func(column, from, to int) string {
		return fmt.Sprintf("'%s'!%s:%s", sheetRisks, fixed(column, from), fixed(column, to))
	}
	return excelize.ChartSeries{
		Name: "'" + sheetRisks + "'!" + fixed(column, of.head), Categories: cells(riskNamed+1, of.first, of.last), Values: cells(column, of.first, of.last),
		Fill: solid(colour), DataLabel: excelize.ChartDataLabel{Font: chartFont(10, false)},
	}
}

func scoreFinding(r *reports.Risks) string {
	return fmt.Sprintf("%s of %s at %d or more, from which the board is told", reports.Number(r.Escalated), reports.Count(len(r.Rows), "risk"), r.EscalateAt)
}
