package xlsx

import (
	"fmt"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// plainBuilds tell the sheets whose layout is not made of tables.
var plainBuilds = map[string]func(*sheet){
	sheetSummary:  (*sheet).plainSummary,
	sheetPage:     (*sheet).plainPlan,
	sheetHeatMap:  (*sheet).plainHeatMap,
	sheetSchedule: (*sheet).plainSchedule,
}

// plainSummary is the three sentences and the figures.
func (s *sheet) plainSummary() {
	h := &s.pack.Header
	s.told.title = h.Programme
	s.told.about = "Board pack at " + h.Status.Long() + ". " + s.basis() + "."
	s.widths = make([]float64, gridColumns)
	for i := range s.widths {
		s.widths[i] = plainWidest // so that no text of a figure is shortened
	}
	for _, words := range s.pack.InShort {
		s.told.sentence(words)
	}
	s.told.sentence(reports.RatingRule)
	s.told.sentence(s.firstLimit())
	list := s.tileList()
	s.told.tabled(&toldTable{name: "KeyFigures", rows: len(list), columns: []column{
		{"Figure", func(i int) cell { return strong(list[i].label) }},
		{"Value", func(i int) cell { return text(list[i].value) }},
		{"What it means", func(i int) cell { return text(list[i].note) }},
		{"Was", func(i int) cell { return text(list[i].was) }},
	}})
}

// plainPlan is the plan on a page in words, and its blackouts.
func (s *sheet) plainPlan() {
	g := &gantt{sheet: s, page: &s.pack.Page}
	list := g.page.Rows
	if len(list) == 0 {
		s.told.sentence("The plan has no activity.")
		return
	}
	s.told.about = "The stages of every phase, trust and site. " + g.about()
	s.told.heading("Stages")
	s.told.tabled(&toldTable{name: "PlanOnAPage", rows: len(list), columns: []column{
		{"Phase", func(i int) cell { return strong(phaseAbove(list, i)) }},
		{"Trust, site or work", func(i int) cell { return text(placeOn(&list[i])) }},
		{"Start", func(i int) cell { return date(list[i].Start) }},
		{"Finish", func(i int) cell { return date(list[i].Finish) }},
		{"Last go-live", func(i int) cell { return date(list[i].GoLive) }},
		{"Promise", func(i int) cell { return date(list[i].Promise.Date) }},
		{"Slack (days)", func(i int) cell { return days(list[i].Slack) }},
		{"Rating", func(i int) cell { return rated(list[i].Rating) }},
		{"Stages by week", func(i int) cell { return text(g.stages(&list[i])) }},
	}})
	closed := g.page.Closings
	if len(closed) == 0 {
		return
	}
	s.told.heading("Closed to go-lives")
	s.told.tabled(&toldTable{name: "PageBlackouts", rows: len(closed), columns: []column{
		{"Blackout", func(i int) cell { return strong(closed[i].Name) }},
		{"When", func(i int) cell { return text(capital(closed[i].When)) }},
		{"May be entered at a price", func(i int) cell { return text(yes(closed[i].Soft)) }},
	}})
}

// phaseAbove is the phase that a row of the page belongs to.
func phaseAbove(list []reports.PageRow, i int) string {
	for ; i >= 0; i-- {
		if list[i].Level == reports.LevelPhase {
			return list[i].Name
		}
	}
	return "No phase"
}

func placeOn(r *reports.PageRow) string {
	switch r.Level {
	case reports.LevelPhase:
		return "The whole phase"
	case reports.LevelRest:
		return reports.Count(r.Count, "more trust")
	}
	return r.Name
}

// stages says when each stage of a row is worked on, and its events, in the columns of the page.
func (g *gantt) stages(r *reports.PageRow) string {
	var parts []string
	for c := 0; c < len(r.Cells); c++ {
		if event := r.Cells[c].Event; event != "" {
			parts = append(parts, capital(string(event))+" in the week of "+g.page.Columns[c].Short())
		}
		band := r.Cells[c].Band
		if band == "" || band == reports.BandPhase || band == reports.BandGoLive {
			continue
		}
		from := c
		for c+1 < len(r.Cells) && r.Cells[c+1].Band == band && r.Cells[c+1].Event == "" {
			c++
		}
		parts = append(parts, capital(string(band))+" "+spanWords(g.page.Columns[from], g.page.End(c)))
	}
	return strings.Join(parts, "; ")
}

func spanWords(from, to calendar.Date) string { return from.Short() + " to " + to.Short() }

// plainHeatMap is the matrix as a table, the bands, and the top five.
func (s *sheet) plainHeatMap() {
	r := &s.pack.Risks
	s.told.title, s.told.about = "Risk heat map", s.heatAbout()
	if len(r.Rows) == 0 {
		s.told.sentence("The register holds no risk.")
		return
	}
	s.told.heading("Risks by likelihood and consequence")
	columns := []column{{"Likelihood", func(i int) cell { return strong(fmt.Sprintf("%d %s", 5-i, capital(plan.Likelihoods[4-i]))) }}}
	for c, word := range plan.Consequences {
		columns = append(columns, column{fmt.Sprintf("Consequence %d %s", c+1, word), func(i int) cell { return s.plainHeat(&r.Heat.Cells[4-i][c]) }})
	}
	s.told.tabled(&toldTable{name: "HeatMap", rows: 5, columns: columns})
	s.told.heading("Bands")
	s.told.tabled(&toldTable{name: "RiskBands", rows: len(r.ByBand), columns: []column{
		{"Band", func(i int) cell { return banded(r.ByBand[i].Band) }},
		{"Scores", func(i int) cell { return text(fmt.Sprintf("%d to %d", r.ByBand[i].From, r.ByBand[i].To)) }},
		{"Risks", func(i int) cell { return count(r.ByBand[i].Count) }},
	}})
	s.told.heading("Top five risks, by " + r.OrderRule())
	s.told.tabled(&toldTable{name: "TopRisks", rows: len(r.Top), columns: []column{
		{"Rank", func(i int) cell { return count(r.Top[i].Rank) }},
		{"Risk", func(i int) cell { return strong(r.Top[i].Name) }},
		{"Id", func(i int) cell { return text(r.Top[i].ID) }},
		{"Score", func(i int) cell { return count(r.Top[i].Score) }},
		{"Band", func(i int) cell { return banded(r.Top[i].Band) }},
		{"Days and price, on average", func(i int) cell { return text(atStake(&r.Top[i])) }},
		{"Owner", func(i int) cell { return text(r.Top[i].Owner) }},
		{"Next action", func(i int) cell { return text(action(&r.Top[i])) }},
		{"Due", func(i int) cell { return due(&r.Top[i]) }},
	}})
}

// plainHeat is a cell of the matrix in words.
func (s *sheet) plainHeat(c *reports.HeatCell) cell {
	var ids []string
	for k, id := range c.IDs {
		if m := c.Moves[k]; m != "" {
			id += " (" + string(m) + ")"
		}
		ids = append(ids, id)
	}
	words := fmt.Sprintf("Score %d, %s: ", c.Score, c.Band)
	if len(ids) == 0 {
		return text(words + "no risk")
	}
	return text(words + strings.Join(ids, ", "))
}

// plainSchedule is every activity.
func (s *sheet) plainSchedule() {
	list := s.pack.Schedule
	s.told.about = "Every activity with its dates."
	if len(list) == 0 {
		s.told.sentence("The plan has no activity.")
		return
	}
	w := &streamed{sheet: s}
	s.told.about = w.scheduleAbout()
	table := &toldTable{name: "Schedule", rows: len(list)}
	at, line := -1, []cell(nil)
	for c, head := range w.heads() {
		table.columns = append(table.columns, column{head, func(i int) cell {
			if i != at { // a table asks for one row after another
				at, line = i, w.line(&list[i])
			}
			return line[c]
		}})
	}
	s.told.tabled(table)
}
