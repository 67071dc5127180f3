package xlsx

import (
	"strings"

	"epr/reports"
)

// besides are the columns over which one, two or three charts stand side by side; wideAndThird where the first of two
// needs more room.
var (
	besides = [...][][2]int{
		1: {{1, 13}},
		2: {{1, 5}, {6, 13}},
		3: {{1, 3}, {4, 8}, {9, 13}},
	}
	wideAndThird = [][2]int{{1, 8}, {9, 13}}
)

// fewestOfTornado is the fewest bars of a tornado that compare anything.
const fewestOfTornado = 2

// confidenceCharts are the S-curves and the tornado, without those that would show next to nothing.
func (s *sheet) confidenceCharts(c *reports.Confidence) []drawing {
	var list []drawing
	for k := range c.Curves {
		if len(c.Curves[k].Points) >= fewestOfCurve {
			list = append(list, s.curveDrawing(k))
		}
	}
	if len(c.Tornado) >= fewestOfTornado {
		list = append(list, s.tornadoDrawing())
	}
	return list
}

// inOneLine shortens the title of a chart over some columns to one line, before its finding: the colon and what follows.
func (s *sheet) inOneLine(title string, from, to int) string {
	const share = 85 // hundredths of the width of a chart that its title takes before it is broken
	l := look{size: 12, bold: true}
	room := s.room(from, to) * share / 100
	at := strings.LastIndex(title, ": ")
	if at < 0 || textWidth(title, l.points(), true) <= room {
		return title
	}
	finding := title[at:]
	return shorten(strings.TrimSuffix(title[:at], "…"), l, room-textWidth(finding, l.points(), true)) + finding
}

// drawBeside draws charts side by side in a row. Beside a tornado, an S-curve takes the place of two.
func (s *sheet) drawBeside(row int, list []drawing) {
	columns := besides[len(list)]
	if len(list) == 2 && len(s.pack.Confidence.Tornado) >= fewestOfTornado {
		columns = wideAndThird
	}
	for k, d := range list {
		d.title = s.inOneLine(d.title, columns[k][0], columns[k][1])
		s.draw(area{row, row, columns[k][0], columns[k][1]}, d)
	}
}

// undrawn says what charts would show if there were enough to draw.
func (s *sheet) undrawn(row int, c *reports.Confidence) int {
	var words []string
	for k := range c.Curves {
		if n := len(c.Curves[k].Points); n < fewestOfCurve {
			words = append(words, fewSteps(&c.Curves[k]))
		}
	}
	switch len(c.Tornado) {
	case 0:
		words = append(words, "No risk that is played moves the finish of the programme by a day on average.")
	case 1:
		words = append(words, oneRisk(&c.Tornado[0]))
	}
	for _, sentence := range words {
		row = s.panel(row, sentence, 40)
	}
	return row
}

// fewSteps is an S-curve of a few days in words.
func fewSteps(c *reports.Curve) string {
	if len(c.Points) == 0 {
		return "Every replication finishes " + c.Of.Name + " on " + c.Of.P50.Long() + ": there is no curve to draw."
	}
	var parts []string
	for _, p := range c.Points {
		parts = append(parts, "by "+p.Day.Short()+" in "+reports.Chance(p.Chance))
	}
	return curveName(&c.Of) + " is finished " + reports.Join(parts) + " of the replications."
}

// oneRisk is a tornado of one bar in words.
func oneRisk(e *reports.RiskBar) string {
	words := "One risk alone moves the finish of the programme: " + e.Name + ", by " + reports.Count(e.Days, "day") + " on average"
	if e.After.Set {
		words += ", and " + reports.Number(e.After.N) + " once its responses are in place"
	}
	return words + "."
}
