package xlsx

import (
	"cmp"
	"math"

	"github.com/xuri/excelize/v2"
)

// chartFont colours text of a chart: without a colour excelize makes it so pale that it cannot be read.
func chartFont(points float64, bold bool) excelize.Font {
	return excelize.Font{Family: fontName, Size: points, Color: ink, Bold: bold}
}

func chartTitle(words string) excelize.ChartTitle {
	font := chartFont(12, true)
	font.Color = navy
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: clean(words), Font: &font}}}
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// area is where a chart stands: its first and last row, its first and last column.
type area struct{ row, toRow, from, to int }

// drawing is one chart: its title states the finding, its text for those who do not see it says how to
// read it as well.
type drawing struct {
	kind       excelize.ChartType
	of         source
	title, how string
	chart      func(*excelize.Chart)
	// over, if not nil, makes a second chart that shares the first one's area.
	over func(*excelize.Chart)
	on   string // the sheet that its numbers are on; that of the data if empty
}

// draw lets a chart be put on the sheet once its rows have their heights.
func (s *sheet) draw(a area, d drawing) {
	if a.row == a.toRow {
		s.loosen(a.row, looseChart)
	}
	s.toDraw = append(s.toDraw, func() { s.drawNow(a, d) })
}

// drawAll puts the charts on the sheet.
func (s *sheet) drawAll() {
	for _, draw := range s.toDraw {
		draw()
	}
	s.toDraw = nil
}

func (s *sheet) drawNow(a area, d drawing) {
	if s.isDone() {
		return
	}
	c := blank(d.kind)
	c.Title = chartTitle(d.title)
	c.Dimension = excelize.ChartDimension{Width: uint(s.pixelsWide(a.from, a.to)), Height: uint(s.pixelsHigh(a.row, a.toRow))}
	on := cmp.Or(d.on, sheetData)
	c.Format = excelize.GraphicOptions{AltText: clean(d.title + ". " + d.how + " The numbers are on the sheet " + on + ".")}
	c.GapWidth = gapBeside(d.of.last - d.of.first + 1)
	d.chart(c)
	s.enlargedChart(c)
	var over []*excelize.Chart
	if d.over != nil {
		second := blank(d.kind)
		d.over(second)
		s.enlargedChart(second)
		over = append(over, second)
	}
	s.try(s.file.AddChart(s.name, at(a.from, a.row), c, over...))
}

// gapBeside is the gap between bars, in hundredths of a bar: a few bars do not grow to fill the chart.
func gapBeside(bars int) *uint {
	gap := uint(50 + 90*max(0, 6-bars)) // one bar takes a sixth of the chart
	return &gap
}

// blank is a chart with the looks that all charts share.
func blank(kind excelize.ChartType) *excelize.Chart {
	sameColour := false
	legend := chartFont(10, false)
	return &excelize.Chart{
		Type:       kind,
		VaryColors: &sameColour,
		Legend:     excelize.ChartLegend{Position: "none", Font: &legend},
		Border:     excelize.LineOptions{Type: excelize.LineSolid, Fill: solid(line), Width: 0.75},
		XAxis:      excelize.ChartAxis{Font: chartFont(10, false)},
		YAxis:      excelize.ChartAxis{Font: chartFont(10, false), MajorGridLines: true},
	}
}

// used is the points of the rows above a row.
func (s *sheet) used(row int) float64 {
	return s.between(1, row)
}

// between is the points of the rows from one up to another, which is not one of them.
func (s *sheet) between(from, to int) float64 {
	n := 0.0
	for r := from; r < to; r++ {
		n += s.heightAt(r)
	}
	return n
}

// heightAt is the points of a row.
func (s *sheet) heightAt(row int) float64 {
	const unset = 12.75 // of a row in the default font
	if high, ok := s.rows[row]; ok {
		return high
	}
	return unset
}

// tall gives a chart some points, at least least, over as many rows as they take, and returns the last.
func (s *sheet) tall(row int, points, least float64) int {
	points = max(points, least)
	rows := 1 + int(points/s.maxRow())
	for k := range rows {
		s.height(row+k, points/float64(rows))
	}
	return row + rows - 1
}

// filling is the points of a row that lets the rows up to another fill the page, at least some.
func (s *sheet) filling(row, to int, least float64) float64 {
	s.height(row, 0)
	return min(s.maxRow(), max(least, s.pagePoints()-s.used(to)-6))
}

// series is a column of a block as a series of one colour.
func series(d source, column, colour string) excelize.ChartSeries {
	return excelize.ChartSeries{
		Name: d.heading(column), Categories: d.values("A"), Values: d.values(column), Fill: solid(colour),
		DataLabel: excelize.ChartDataLabel{Font: chartFont(10, false)},
	}
}

// scale gives the axis of values a beginning, a step and a number format.
func scale(c *excelize.Chart, from, step float64, format string) {
	c.YAxis.Minimum = &from
	c.YAxis.MajorUnit = step
	c.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: format}
}

// stacked lets the series of a chart stand on each other and names them below it.
func stacked(c *excelize.Chart) {
	overlap := 100
	c.Overlap = &overlap
	c.Legend.Position = "bottom"
}

// downwards lists the categories of a bar chart from the top, as the table beside it does, and leaves
// out the axis of values, because every bar has its number.
func downwards(c *excelize.Chart) {
	c.XAxis.ReverseOrder = true
	c.YAxis.None = true
	c.YAxis.MajorGridLines = false
	c.PlotArea.ShowVal = true
}

// slanted labels do not break when there are many.
func slanted(c *excelize.Chart) {
	c.XAxis.Alignment = excelize.Alignment{TextRotation: -45}
}

// A chart is tied to the cells at its corners. Where they are, excelize works out from a width and a
// height in pixels with widths and heights of cells of its own, eight pixels to a character and 4/3.4
// to a point; counted in the same way, a chart ends where its last cell does.

func (s *sheet) pixelsWide(from, to int) int {
	n := 0
	for c := from; c <= to; c++ {
		n += int(s.written(s.widths[c-1])*8 + 0.5)
	}
	return n
}

func (s *sheet) pixelsHigh(from, to int) int {
	n := 0
	for r := from; r <= to; r++ {
		n += int(math.Ceil(4.0 / 3.4 * s.written(s.rows[r])))
	}
	return n
}
