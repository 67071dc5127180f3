package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"epr/reports"
)

// curveData is the name of the block that an S-curve reads.
func curveData(k int) string { return fmt.Sprintf("Curve%d", k+1) }

// curveBlock is an S-curve as columns: the share of each step, a column that stands up in the step of the
// promise, of the P50 and of the P80, and the chance to be finished.
func curveBlock(c *reports.Curve, k int) block {
	tallest := 0
	for _, point := range c.Points {
		tallest = max(tallest, point.Share)
	}
	heads := []string{"Up to", "Finish in these " + reports.Count(c.Step, "day"), promiseHead(&c.Of), "P50: " + c.Of.P50.Short(), "P80: " + c.Of.P80.Short(), "Finished by then"}
	if c.Step == 1 {
		heads[1] = "Finish on this day"
	}
	return block{curveData(k), "S-curve: " + curveName(&c.Of), heads, len(c.Points), func(i int) []cell {
		stem := func(at int) cell {
			if i == at {
				return thousandths(tallest)
			}
			return thousandths(0)
		}
		p := &c.Points[i]
		return []cell{short(p.Day.Short()), thousandths(p.Share), stem(c.Promise), stem(c.P50), stem(c.P80), odds(p.Chance)}
	}}
}

func promiseHead(p *reports.Prospect) string {
	if p.Promise.IsZero() {
		return "No promise"
	}
	return fmt.Sprintf("Promise: %s (%s)", p.Promise.Date.Short(), reports.Chance(p.Chance.Share))
}

// thousandths is a share with a decimal.
func thousandths(share int) cell {
	l := midLook
	l.format = "0.0%"
	return cell{float64(share) / 10_000, l}
}

// curveDrawing is an S-curve over the columns of the replications that finish in each step.
func (s *sheet) curveDrawing(k int) drawing {
	c := &s.pack.Confidence.Curves[k]
	data := s.sourceOf(curveData(k))
	return drawing{kind: excelize.Col, of: data, title: curveFinding(&c.Of),
		how: "The line is the chance to be finished by each day; pale columns are the share of the replications that finish then; tall columns mark the promise, P50 and P80. The last half per cent is left out.",
		chart: func(chart *excelize.Chart) {
			chart.Series = []excelize.ChartSeries{series(data, "B", "AFCBE6")}
			if c.Promise >= 0 {
				chart.Series = append(chart.Series, series(data, "C", red))
			}
			chart.Series = append(chart.Series, series(data, "D", amber), series(data, "E", green))
			overlap, gap := 100, uint(10)
			chart.Overlap, chart.GapWidth = &overlap, &gap
			chart.YAxis.None, chart.YAxis.MajorGridLines = true, false
			chart.Legend.Position = "bottom"
			slanted(chart)
		},
		over: func(chart *excelize.Chart) {
			chart.Type = excelize.Line
			line := series(data, "F", navy)
			line.Line = excelize.LineOptions{Type: excelize.LineSolid, Width: 2.5, Fill: solid(navy)}
			line.Marker = excelize.ChartMarker{Symbol: "none"}
			chart.Series = []excelize.ChartSeries{line}
			most := 1.0
			chart.YAxis.Secondary, chart.YAxis.Maximum = true, &most
			scale(chart, 0, 0.2, formatShare)
		}}
}

// beside has the legend of a drawing at its side, for one that is wide and low.
func beside(d drawing) drawing {
	draw := d.chart
	d.chart = func(c *excelize.Chart) {
		draw(c)
		c.Legend.Position = "right"
	}
	return d
}

// curveFinding is the chance of the promise, or where there is none the P80.
func curveFinding(p *reports.Prospect) string {
	if p.Promise.IsZero() {
		if p.P80.Beyond {
			return fmt.Sprintf("%s: under 80%% by %s", curveName(p), p.P80.Date.Short())
		}
		return fmt.Sprintf("%s: 80%% by %s", curveName(p), p.P80.Short())
	}
	return fmt.Sprintf("%s: %s by %s", curveName(p), reports.Chance(p.Chance.Share), p.Promise.Date.Short())
}

// tornadoData is the name of the block that the tornado reads.
const tornadoData = "Tornado"

func tornadoBlock(c *reports.Confidence) block {
	list := c.Tornado
	return block{tornadoData, "What each risk costs the programme", []string{"Risk", "Days on average now", "Days once responses are in place"}, len(list), func(i int) []cell {
		after := list[i].Days
		if list[i].After.Set {
			after = list[i].After.N
		}
		return []cell{text(label(list[i].Name)), count(list[i].Days), count(after)}
	}}
}

// tornadoDrawing is bars of days on average, before and after the responses.
func (s *sheet) tornadoDrawing() drawing {
	data := s.sourceOf(tornadoData)
	top := s.pack.Confidence.Tornado[0]
	return drawing{kind: excelize.Bar, of: data, title: fmt.Sprintf("%s: %s on average", cut(top.Name, 38, "…"), reports.Count(top.Days, "day")),
		how: "A bar for each risk shows by how many days the programme would be finished earlier on average without it; a second bar what is left once its responses are in place.",
		chart: func(c *excelize.Chart) {
			c.Series = []excelize.ChartSeries{series(data, "B", blue), series(data, "C", leaf)}
			scale(c, 0, 0, formatCount)
			c.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: formatCount}
			c.Legend.Position = "bottom"
			downwards(c)
		}}
}
