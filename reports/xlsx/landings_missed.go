package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"epr/reports"
)

// missedData is the name of the block that the chart of missed windows reads.
const missedData = "WindowsMissed"

// chartedLandings is the go-lives likeliest to miss their windows, as many as a chart shows legibly, of those that
// ever do.
func chartedLandings(c *reports.Confidence) []reports.Landing {
	const most = 16
	missing := 0
	for missing < min(most, len(c.Landings)) && c.Landings[missing].Missed > 0 {
		missing++
	}
	return c.Landings[:missing]
}

func missedBlock(c *reports.Confidence) block {
	list := chartedLandings(c)
	return block{missedData, "Chance that each go-live misses its window", []string{"Go-live", "Misses its window"}, len(list), func(i int) []cell {
		return []cell{text(cut(list[i].Name, 60, "…")), odds(list[i].Missed)}
	}}
}

// fewestMissed is the fewest bars of the chart of missed windows: what few go-lives miss stands in the landing table.
const fewestMissed = 3

// leastMissed is the points in which that chart can be read, below the table.
const leastMissed = 190

// missedChart fills what is left of the page with the chance of each go-live to miss its window, for as many as it has
// room for; if these are too few, the landing table says it alone.
func (s *sheet) missedChart(row int, c *reports.Confidence) int {
	list := chartedLandings(c)
	if len(list) < fewestMissed {
		return row
	}
	row = s.gap(row)
	const others, each = 40, 15 // points of the title; of a bar
	room := min(s.maxRow(), s.restOfPage(row))
	shown := min(len(list), int(room-others)/each)
	if room < leastMissed || shown < fewestMissed {
		return row - 1
	}
	s.height(row, room)
	data := s.sourceOf(missedData)
	data.last = data.first + shown - 1
	title := fmt.Sprintf("Likeliest to miss its window: %s, %s", cut(list[0].Name, 60, "…"), reports.Chance(list[0].Missed))
	s.draw(area{row, row, 1, len(s.widths)}, drawing{kind: excelize.Bar, of: data, title: title,
		how: "A bar for each go-live shows the chance that it lands later than in the window between blackouts in which it is planned.",
		chart: func(chart *excelize.Chart) {
			chart.Series = []excelize.ChartSeries{series(data, "B", blue)}
			scale(chart, 0, 0.2, formatShare)
			full := 1.1 // room for the number beside a full bar
			chart.YAxis.Maximum = &full
			chart.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: oddsFormat}
			downwards(chart)
		}})
	return row + 1
}
