package xlsx

import (
	"fmt"
	"slices"

	"epr/reports"
)

// confidence writes what the plan will probably do: three sentences, the S-curves and the tornado, the
// percentiles of everything that was promised, and where each go-live lands.
func (s *sheet) confidence() {
	s.columns(46, 13, 13, 14, 11, 14, 14, 14, 14, 12, 12, 12, 26)
	c := &s.pack.Confidence
	row := s.banner(sheetConfidence, confidenceAbout(c))
	head := row - 1
	if !c.Given {
		row = s.note(row, "No forecast was made for this pack, so no chance of any date is stated.")
		s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head})
		return
	}
	row = s.answers(row, c)
	charts := row
	row = s.prospects(row+1, c)
	s.height(charts, s.filling(charts, row, 225))
	s.confidenceCharts(charts, c)
	s.breakPage(row)
	landings := row
	if row = s.landings(row, c); row > landings+longLandings {
		s.breakPage(row)
	}
	right := s.breaks(row, c)
	right = s.rightNote(s.rightHeading(right, "How this was computed"), c.Method.Sentence)
	row = s.missedChart(max(s.sensitive(row, c), right), c)
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head, pagesAsNeeded: true})
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

// longLandings is the lines of the landing table from which it has a page of its own.
const longLandings = 16

// besideFrom is where the notes at the right of the table of activities begin.
const besideFrom = 8

func (s *sheet) rightHeading(row int, title string) int {
	s.put(besideFrom, row, cell{title, sectionLook})
	s.grow(row, 30)
	return row + 1
}

func (s *sheet) rightNote(row int, words string) int {
	return s.noteOver(besideFrom, len(s.widths), row, words)
}

// answers writes the three sentences, each beside its question.
func (s *sheet) answers(row int, c *reports.Confidence) int {
	question := look{ink: navy, size: 12, bold: true, across: left, indent: 1, lines: edges{bottom: line}}
	answer := look{size: 12, across: left, wrap: true, indent: 1, lines: edges{bottom: line}}
	for i, words := range [...]string{"Will we make it?", "What could stop us?", "What would help most?"} {
		s.put(1, row, cell{words, question})
		s.span(2, row, len(s.widths), row, cell{c.Short[i], answer})
		s.height(row, max(30, heightOf(lineCount(c.Short[i], answer, s.room(2, len(s.widths))), answer.points())+6))
		row++
	}
	return s.gap(row)
}

// The charts stand over these columns: three of about a third of the page.
var thirds = [...][2]int{{1, 3}, {4, 8}, {9, 13}}

// confidenceCharts draws the S-curves and the tornado side by side. Where there is one curve, it takes the
// place of two.
func (s *sheet) confidenceCharts(row int, c *reports.Confidence) {
	from := 0
	for k := range c.Curves {
		last := k
		if k == len(c.Curves)-1 {
			last = len(thirds) - 2
		}
		at := area{row, row, thirds[from][0], thirds[last][1]}
		if len(c.Curves[k].Points) > 0 {
			s.draw(at, s.curveDrawing(k))
		} else {
			s.span(at.from, row, at.to, row, cell{"Every replication finishes " + c.Curves[k].Of.Name + " on " + c.Curves[k].Of.P50.Long() + ": there is no curve to draw.", noteLook})
		}
		from = last + 1
	}
	at := area{row, row, thirds[2][0], thirds[2][1]}
	if len(c.Tornado) > 0 {
		s.draw(at, s.tornadoDrawing())
	} else {
		s.span(at.from, row, at.to, row, cell{"No risk that is played moves the finish of the programme by a day on average.", noteLook})
	}
}

// prospects is the table of percentiles: the programme, its phases, and whatever else was promised.
func (s *sheet) prospects(row int, c *reports.Confidence) int {
	list, more := shownProspects(c)
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

// mostProspects is the lines of the table of percentiles that leave room for the charts above it.
const mostProspects = 12

// shownProspects is what the table of percentiles shows: the programme, its phases and the activities that were
// promised, without those that have happened, and a sentence on what is left out.
func shownProspects(c *reports.Confidence) (list []reports.Prospect, more string) {
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
	if n := len(list) - mostProspects; n > 0 {
		list = list[:mostProspects]
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
