package xlsx

import (
	"fmt"
	"slices"

	"epr/reports"
)

// confidence writes what the plan will probably do: three sentences, the S-curves and the tornado, the
// percentiles of everything that was promised, and where each go-live lands.
func (s *sheet) confidence() {
	c := &s.pack.Confidence
	s.columns(landingName(c), 13, 13, 14, 11, 14, 14, 14, 14, 12, 12, 12, 26)
	row := s.banner(sheetConfidence, confidenceAbout(c))
	head := row - 1
	if !c.Given {
		row = s.note(row, "No forecast was made for this pack, so no chance of any date is stated.")
		s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head})
		return
	}
	row = s.answers(row, c)
	row = s.undrawn(row, c)
	charts, drawn := row, s.confidenceCharts(c)
	if len(drawn) > 0 {
		s.height(charts, 0)
		row++
	}
	row = s.prospects(row, c)
	fillWith := func(to int) {
		if len(drawn) > 0 {
			s.height(charts, s.filling(charts, to, leastCharts))
			s.drawBeside(charts, drawn)
		}
	}
	if !s.isUnbroken {
		fillWith(row)
		s.breakPage(row)
	}
	row = s.landings(row, c)
	most := 150 + 26*float64(len(c.Sensitive))
	isDrawn := len(chartedLandings(c)) < fewestMissed // or need not be
	if !isDrawn && !s.isUnbroken && s.restOfPage(row) < most && s.restOfPage(row) >= leastMissed {
		row, isDrawn = s.missedChart(row, c), true
	}
	s.turn(row, most)
	row = s.swayed(row, c, isDrawn && !s.isUnbroken)
	switch {
	case s.isUnbroken:
		fillWith(row)
	case !isDrawn:
		row = s.missedChart(row, c)
	}
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head})
}

func confidenceAbout(c *reports.Confidence) string {
	about := "With what chance the dates are kept, what could move them, and what would help most."
	if c.Given {
		about += fmt.Sprintf(" From %s, seed %d.", reports.Count(c.Method.Runs, "replication"), c.Method.Seed)
	}
	if c.Method.Envelope {
		about += " An optimistic envelope, not the forecast."
	}
	return about
}

// answers writes the three sentences, each beside its question.
func (s *sheet) answers(row int, c *reports.Confidence) int {
	question := look{ink: navy, size: 12, bold: true, across: left, indent: 1, lines: edges{bottom: line}}
	for i, words := range [...]string{"Will we make it?", "What could stop us?", "What would help most?"} {
		s.put(1, row, cell{words, question})
		s.span(2, row, len(s.widths), row, cell{c.Short[i], answerLook})
		s.height(row, s.answerHeight(c.Short[i]))
		row++
	}
	return s.gap(row)
}

var answerLook = look{size: 12, across: left, wrap: true, indent: 1, lines: edges{bottom: line}}

func (s *sheet) answerHeight(words string) float64 {
	return max(30, heightOf(lineCount(words, answerLook, s.room(2, len(s.widths))), answerLook.points())+6)
}

// prospects is the table of percentiles: the programme, its phases, and whatever else was promised.
func (s *sheet) prospects(row int, c *reports.Confidence) int {
	list, more := shownProspects(c, s.prospectLines(c))
	row = s.section(row, "When things will probably be finished")
	row = s.table("Prospects", row, len(list), 20,
		column{"What", func(i int) cell { return strong(list[i].Name) }},
		column{"Kind", func(i int) cell { return middle(capital(string(list[i].Kind))) }},
		column{"Planned", func(i int) cell { return date(list[i].Planned) }},
		column{"Promise", func(i int) cell { return date(list[i].Promise.Date) }},
		column{"Chance to keep it", func(i int) cell { return likely(list[i].Chance) }},
		column{"P10", func(i int) cell { return percentile(list[i].P10) }},
		column{"P50", func(i int) cell { return percentile(list[i].P50) }},
		column{"P80", func(i int) cell { return percentile(list[i].P80) }},
		column{"P90", func(i int) cell { return percentile(list[i].P90) }},
		column{"Plan to P80 (days)", func(i int) cell { return bothDays(list[i].Reserve, false) }},
		column{"In working days", func(i int) cell { return bothDays(list[i].Reserve, true) }},
		column{"Promise to P80 (days)", func(i int) cell { return bothDays(list[i].Short, false) }},
		column{"P80 lies within (95% sure)", func(i int) cell { return middle(sure(&list[i])) }},
	)
	return s.note(row, "P80 is the day by which it is finished in four replications of five. The days from the plan to P80 are the contingency that a date with that chance needs; "+
		"those from the promise to P80 are what the promise lacks (or, if negative, has to spare)."+more)
}

// The lines of the table of percentiles, and the points of the charts above it at least.
const (
	leastProspects = 5
	mostProspects  = 12
	leastCharts    = 200
)

// prospectLines is the lines of the table of percentiles that leave room for the charts on the page.
func (s *sheet) prospectLines(c *reports.Confidence) int {
	const others, each = bannerHeight + 160, 20 // heading, headers, note; a line
	room := s.onePagePoints() - others - leastCharts
	for _, words := range c.Short {
		room -= s.answerHeight(words)
	}
	return min(mostProspects, max(leastProspects, int(room/each)))
}

// shownProspects is what the table of percentiles shows: the programme, its phases and the activities that were
// promised, without those that have happened, and a sentence on what is left out.
func shownProspects(c *reports.Confidence, most int) (list []reports.Prospect, more string) {
	list = []reports.Prospect{c.Programme}
	happened := 0
	for _, p := range slices.Concat(c.Phases, c.Dated) {
		if p.Done {
			happened++
		} else {
			list = append(list, p)
		}
	}
	if happened > 0 {
		more = " Left out: " + reports.Count(happened, "promise that is over", "promises that are over") + "."
	}
	if n := len(list) - most; n > 0 {
		list = list[:most]
		more += " " + reports.Number(n) + " more: see " + sheetMilestones + " and " + sheetPhases + "."
	}
	return list, more
}

// sure is the interval in which the P80 lies.
func sure(p *reports.Prospect) string {
	switch {
	case p.SureFrom == p.SureTo:
		return p.SureFrom.Short()
	case p.SureFrom.Beyond:
		return "after the forecast ends"
	}
	return p.SureFrom.Short() + " to " + p.SureTo.Short()
}

// percentile is a date, or says that it is beyond the horizon.
func percentile(p reports.Percentile) cell {
	if p.Beyond {
		return middle(p.Short())
	}
	return date(p.Date)
}

func bothDays(d reports.DaysBoth, working bool) cell {
	switch {
	case !d.Set:
		return cell{none, midLook}
	case working:
		return cell{d.Working, daysLook}
	}
	return cell{d.Calendar, daysLook}
}
