package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"epr/calendar"
	"epr/reports"
)

// goLiveDrawing is columns of go-lives over time.
func (s *sheet) goLiveDrawing() drawing {
	data := s.sourceOf(goLivesData)
	g := &s.pack.GoLives
	return drawing{kind: excelize.ColStacked, of: data, title: goLiveFinding(g), how: "A column for each " + periodWord(g.Months) + " shows the go-lives done and planned; the title names the fullest.",
		chart: func(c *excelize.Chart) {
			c.Series = []excelize.ChartSeries{series(data, "B", green), series(data, "C", blue)}
			scale(c, 0, float64(1+g.Fullest().Count()/5), "0")
			stacked(c)
			slanted(c)
		}}
}

func goLiveFinding(g *reports.GoLives) string {
	last, fullest := g.Periods[len(g.Periods)-1], g.Fullest()
	return fmt.Sprintf("%s, %s in %s", reports.Count(last.Total, "go-live"), reports.Number(fullest.Count()), periodInWords(fullest.First, g.Months))
}

// periodInWords is "March 2027", "the quarter from March 2027", "2027" for a year.
func periodInWords(first calendar.Date, months int) string {
	words := first.Long()[len("1 "):]
	switch months {
	case 3:
		return "the quarter from " + words
	case 12:
		return fmt.Sprint(first.Year())
	}
	return words
}

// busiestDrawing is bars of the busiest period of the fullest teams.
func (s *sheet) busiestDrawing() drawing {
	data := s.sourceOf(busiestData)
	return drawing{kind: excelize.Bar, of: data, title: busiestFinding(s.pack), how: "A bar for each team shows the share of its person-days that its busiest " + periodWord(s.pack.Teams.Months) + " needs.",
		chart: func(c *excelize.Chart) {
			c.Series = []excelize.ChartSeries{series(data, "B", blue)}
			scale(c, 0, 0.25, formatShare)
			full := 1.1 // room for the number beside a full bar
			c.YAxis.Maximum = &full
			c.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: formatShare}
			downwards(c)
		}}
}

// busiestTeams is the teams that the chart shows.
func busiestTeams(p *reports.Pack) []reports.TeamLoad {
	const most = 8
	return p.Teams.Fullest(most)
}

func busiestFinding(p *reports.Pack) string {
	shown := busiestTeams(p)
	title := fmt.Sprintf("Fullest team: %s, %d%% in its busiest %s to come", shown[0].Name, shown[0].Busiest.Percent(), periodWord(p.Teams.Months))
	if len(shown) < len(p.Teams.Rows) {
		title += fmt.Sprintf(" (%d of %d teams)", len(shown), len(p.Teams.Rows))
	}
	return title
}

func periodWord(months int) string {
	switch months {
	case 3:
		return "quarter"
	case 12:
		return "year"
	}
	return "month"
}

// workDrawing is columns of the person-days of all teams by period.
func (s *sheet) workDrawing() drawing {
	data := s.sourceOf(workData)
	return drawing{kind: excelize.Col, of: data, title: workFinding(s.pack), how: "A column for each " + periodWord(s.pack.Teams.Months) + " shows the person-days needed of all teams; a line shows the person-days that they have.",
		chart: func(c *excelize.Chart) {
			c.Series = []excelize.ChartSeries{series(data, "B", blue)}
			scale(c, 0, 0, formatCount)
			c.PlotArea.ShowVal = true
			c.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: formatCount}
			c.Legend.Position = "bottom"
			slanted(c)
		},
		over: func(c *excelize.Chart) {
			c.Type = excelize.Line
			size := series(data, "C", ink)
			size.Line = excelize.LineOptions{Type: excelize.LineSolid, Width: 2.25, Fill: solid(ink)}
			size.Marker = excelize.ChartMarker{Symbol: "none"}
			c.Series = []excelize.ChartSeries{size}
			slanted(c)
		}}
}

func workFinding(p *reports.Pack) string {
	first, total := p.Teams.BusiestPeriod()
	return fmt.Sprintf("The %s with the most work is %s: %s person-days", periodWord(p.Teams.Months),
		periodInWords(first, p.Teams.Months), reports.Number(reports.Rounded(total)))
}

// promiseDrawing is bars of days late and days spare.
func (s *sheet) promiseDrawing() drawing {
	data := s.sourceOf(promisesData)
	return drawing{kind: excelize.BarStacked, of: data, title: promiseFinding(s.pack), how: "A bar to the left is days late, a bar to the right days spare.",
		chart: func(c *excelize.Chart) {
			c.Series = []excelize.ChartSeries{series(data, "B", rose), series(data, "C", leaf)}
			c.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: formatDays}
			c.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "+#,##0;-#,##0;;"}
			stacked(c)
			downwards(c)
			c.XAxis.TickLabelPosition = excelize.ChartTickLabelLow
		}}
}

func promiseFinding(p *reports.Pack) string {
	title := fmt.Sprintf("%s of %s kept; slack in days", reports.Number(p.Tiles.Promises.N), reports.Count(p.Tiles.Promises.Of, "promise"))
	if shown := len(chartedPromises(p)); shown < len(p.Promises) {
		title += fmt.Sprintf("; shown are the %d with the least slack", shown)
	}
	return title
}

// contractDrawing is bars of contracts over time, the extensions that the plan needs at their ends.
func (s *sheet) contractDrawing() drawing {
	data := s.sourceOf(contractsData)
	return drawing{kind: excelize.BarStacked, of: data, title: contractFinding(s.pack), how: "A bar runs from the start of each contract, or of the programme if that is later, to its end; a second colour is the extensions that the plan needs.",
		chart: func(c *excelize.Chart) {
			before := series(data, "B", white)
			c.Series = []excelize.ChartSeries{before, series(data, "C", blue), series(data, "D", amber)}
			h := s.pack.Header.Horizon
			const quarter = 92 // a step that stays within the right months for years
			steps := 1 + h.Days()/(4*366)
			scale(c, float64(serial(h.From)), float64(quarter*steps), "mmm yyyy")
			stacked(c)
			c.Legend.Position = "none" // it would name the days before the start
			c.XAxis.ReverseOrder = true
		}}
}

func contractFinding(p *reports.Pack) string {
	n := 0
	for i := range p.Contracts {
		n += len(p.Contracts[i].Needed)
	}
	if n == 0 {
		return "No contract needs an extension"
	}
	return reports.Count(n, "extension") + " " + reports.Plural(n, "is", "are") + " needed (amber, after the blue of the contract itself)"
}
