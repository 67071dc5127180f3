package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"epr/reports"
)

// landed is a line of the landing table: a go-live and one of its windows.
type landed struct {
	*reports.Landing
	*reports.Window
}

// The lines of the landing table from which no other go-live is shown, and the points that its lines may take: they have
// room on a page.
const (
	mostLandings  = 22
	landingPoints = 470
)

// landingName is the width of the column of go-lives, in characters: more where a name would take three lines.
func landingName(c *reports.Confidence) float64 {
	const usual, wide = 46, 60
	for i := range c.Landings {
		if lineCount(c.Landings[i].Name, strongLook, columnPoints(usual)) > 2 {
			return wide
		}
	}
	return usual
}

// leastLanded is the chance, in ten-thousandths, below which a window that is not the planned one is left out.
const leastLanded = 100

// landings is the table of windows: a line for each in which a go-live may come to lie.
func (s *sheet) landings(row int, c *reports.Confidence) int {
	row = s.section(row, "Where each go-live lands")
	if len(c.Landings) == 0 {
		return s.note(row, "No go-live is still to come.")
	}
	list, sure, more := landedWindows(c)
	if len(list) == 0 {
		return s.note(row, "Every go-live lands in its planned window in every replication.")
	}
	row = s.table("Landings", row, len(list), 18,
		column{"Go-live", func(i int) cell { return strong(list[i].Name) }},
		column{"Lands", func(i int) cell { return lands(list[i]) }},
		column{"Planned", func(i int) cell { return date(list[i].Landing.Planned) }},
		column{"Window opens", func(i int) cell { return opens(list[i].Window) }},
		column{"Chance", func(i int) cell { return odds(list[i].Chance) }},
		column{"Window closes", func(i int) cell { return date(list[i].Open.To) }},
		column{"P50 there", func(i int) cell { return date(list[i].Median) }},
		column{"Weeks later", func(i int) cell { return weeks(list[i].Window) }},
		column{"Price of that", func(i int) cell { return pounds(list[i].Window.Price) }},
		column{"Weeks open", func(i int) cell { return count(list[i].Length()) }},
		column{"Misses its window", func(i int) cell { return odds(list[i].Missed) }},
		column{"Mean price of missing", func(i int) cell { return pounds(list[i].Landing.Price) }},
		column{"What closes it", func(i int) cell { return text(closes(list[i].Window)) }},
	)
	words := "A window is open between two blackouts of four weeks or more that keep the go-live out. Weeks later and their price are from the planned date to the P50 of those that land in the window; the mean price of missing is of all that do. Windows of less than 1% are left out."
	if sure > 0 {
		words += " Left out: " + reports.Count(sure, "go-live that lands", "go-lives that land") + " as planned in every replication."
	}
	if more > 0 {
		words += " Left out as well: " + reports.Count(more, "go-live") + " that " + reports.Plural(more, "is", "are") + " less likely to miss."
	}
	return s.note(row, words)
}

// landedWindows is the lines of the landing table, how many go-lives it needs not show, because they are sure
// to land as planned, and how many it has no room for.
func landedWindows(c *reports.Confidence) (list []landed, sure, more int) {
	points := 0.0
	for i := range c.Landings {
		l := &c.Landings[i]
		if l.Missed == 0 && len(l.Windows) < 2 {
			sure++
			continue
		}
		lines := landedIn(l)
		points += float64(len(lines)) * max(18, heightOf(lineCount(l.Name, strongLook, columnPoints(landingName(c))), fontSize))
		if len(list) >= mostLandings || points > landingPoints && len(list) > 0 {
			more++
			continue
		}
		list = append(list, lines...)
	}
	return list, sure, more
}

// landedIn is the lines of a go-live: its planned window, and those in which it may come to lie.
func landedIn(l *reports.Landing) []landed {
	var list []landed
	for k := range l.Windows {
		if w := &l.Windows[k]; w.Planned || w.Chance >= leastLanded {
			list = append(list, landed{l, w})
		}
	}
	return list
}

// lands says which window it is, in a word.
func lands(l landed) cell {
	switch {
	case l.Window.Planned:
		return middle("as planned")
	case l.Open.From > l.Landing.Planned:
		c := middle("later")
		c.look.bold, c.look.ink = true, red
		return c
	}
	return middle("earlier")
}

func opens(w *reports.Window) cell {
	if w.First {
		return middle("open now")
	}
	return date(w.Open.From)
}

func closes(w *reports.Window) string {
	if w.Closed == "" {
		return "Nothing before the forecast ends"
	}
	return w.Closed
}

func weeks(w *reports.Window) cell {
	if w.Median.IsZero() {
		return cell{none, midLook}
	}
	return cell{w.Weeks, daysLook}
}

// sensitive is the table of the activities that sway the finish.
func (s *sheet) sensitive(row int, c *reports.Confidence) int {
	list := c.Sensitive
	row = s.section(row, "The work that sways the finish of the programme most")
	if len(list) == 0 {
		return s.noteOver(1, besideFrom-2, row, "No activity does: none that is still to be done has a range and is ever critical.")
	}
	row = s.table("Sensitive", row, len(list), 18,
		column{"Activity", func(i int) cell { return strong(list[i].Name) }},
		column{"Days left to do", func(i int) cell { return count(list[i].Planned) }},
		column{"Their spread (days)", func(i int) cell { return hundredths(list[i].Deviation, true) }},
		column{"Critical in", func(i int) cell { return odds(list[i].Criticality) }},
		column{"Cruciality", func(i int) cell { return index(list[i].Cruciality) }},
		column{"Sensitivity", func(i int) cell { return index(list[i].Sensitivity) }},
	)
	return s.noteOver(1, besideFrom-2, row, "Spread is the standard deviation of the duration in working days. Critical: it decides the finish. Cruciality: the correlation of its duration with the finish, −1 to 1. "+
		"Sensitivity: its spread over that of the finish, times the share in which it is critical.")
}

func index(share int) cell {
	l := midLook
	l.format = "0.00"
	return cell{float64(share) / 10_000, l}
}

// breaks lists the rules that nobody controls and that break in some replications, at the right of the page.
func (s *sheet) breaks(row int, c *reports.Confidence) int {
	row = s.rightHeading(row, "What else may break")
	if len(c.Breaks) == 0 {
		return s.rightNote(row, "Nothing: in every replication each contract, each limit between activities and each date that cannot be broken holds.")
	}
	for _, rule := range reports.BreakRules {
		if list := c.BreaksOf(rule); len(list) > 0 {
			row = s.rightNote(row, breaking(rule, list))
		}
	}
	return row
}

// breaking says how many rules of a kind break, and which most often.
func breaking(rule reports.BreakRule, list []reports.Break) string {
	if len(list) == 1 {
		return rule.Name() + ": " + list[0].Sentence()
	}
	return fmt.Sprintf("%s: %s cases break in some replications. Most often, %s", rule.Name(), reports.Number(len(list)), list[0].Sentence())
}

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
	if shown < fewestMissed {
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
			chart.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: `[=1]0%;[>=0.995]"over 99%";0%`}
			downwards(chart)
		}})
	return row + 1
}
