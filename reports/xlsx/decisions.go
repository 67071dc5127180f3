package xlsx

import (
	"fmt"
	"strings"

	"epr/plan"
	"epr/reports"
)

// decisions writes the gates of the coming months with what is needed to take them, and the actions that are due.
func (s *sheet) decisions() {
	list, later := s.toDecide()
	if len(list)+len(later) == 0 && s.onSide(len(s.pack.Actions)) {
		s.onlyActions()
		return
	}
	s.columns(13, 42, 22, 14, 48, 63, 13, 11, 42, 25)
	row := s.banner(sheetDecisions, s.decisionsAbout())
	head := row - 1
	if len(list) == 0 {
		row = s.panel(row, noDecision(s.pack), 120)
	} else {
		row = s.decisionTable("Decisions", row, list, listed, spread(len(list), 54, 30))
	}
	actionsFirst := s.hasRoomForActions(row)
	if actionsFirst {
		row = s.actions(row)
	}
	if len(later) > 0 {
		s.turn(row, 160)
		row = s.section(row, "Later decisions")
		row = s.decisionTable("LaterDecisions", row, later, listedLater, spread(len(later), 30, 18))
	}
	if n := len(list) + len(later); n > 0 {
		row = s.note(row, s.decisionsNote(n))
	}
	if !actionsFirst {
		s.turn(row, 130+30*float64(min(len(s.pack.Actions), 8)))
		row = s.actions(row)
	}
	s.setUp(layout{lastColumn: 10, lastRow: row - 1, titleRows: head})
}

func (s *sheet) decisionsAbout() string {
	return fmt.Sprintf("%s in the %d days from %s.",
		reports.Count(len(s.pack.Decisions), "decision"), reports.DecisionDays, s.pack.Header.Status.Long())
}

// manyDecisions is the decisions from which alike ones of one meeting are one line.
const manyDecisions = 40

// toDecide is what is to be decided soon and later; where that is much, alike decisions of one meeting are one line.
func (s *sheet) toDecide() (soon, later []reports.AgendaItem) {
	gather := reports.Singly
	if len(s.pack.Decisions)+len(s.pack.Later) > manyDecisions {
		gather = reports.Agenda
	}
	return gather(s.pack.Decisions), gather(s.pack.Later)
}

func (s *sheet) decisionsNote(lines int) string {
	words := "Papers close on the day by which what a decision waits for has to be finished. The cost of missing a date is the calendar days to the next meeting that could take the decision."
	if lines < len(s.pack.Decisions)+len(s.pack.Later) {
		words += " Alike decisions of one meeting are one line, with the earliest papers, the dearest miss and the first go-live of them; each stands on “" + sheetMilestones + "”."
	}
	return words
}

func (s *sheet) decisionTable(name string, row int, list []reports.AgendaItem, lines int, least float64) int {
	return s.table(name, row, len(list), least,
		column{"Date", func(i int) cell { return date(list[i].Date) }},
		column{"Decision", func(i int) cell { return strong(list[i].Name) }},
		column{"Who decides", func(i int) cell { return text(list[i].Body) }},
		column{"Papers close", func(i int) cell { return date(list[i].PapersClose) }},
		column{"Criteria", func(i int) cell { return text(bullets(list[i].Criteria, lines)) }},
		column{"What it waits for", func(i int) cell { return text(waitsFor(&list[i], lines)) }},
		column{"Next meeting", func(i int) cell { return date(list[i].NextMeeting) }},
		column{"Cost of missing (days)", func(i int) cell { return missing(&list[i].Decision) }},
		column{"First go-live it releases", func(i int) cell { return text(releases(&list[i].Decision)) }},
		column{"Owner", func(i int) cell { return text(list[i].Owner) }},
	)
}

// waitsFor is what a decision waits for; of many alike ones, only how many they are.
func waitsFor(a *reports.AgendaItem, lines int) string {
	if a.Alike > 1 {
		return "Each for its own work: see “" + sheetReadiness + "”"
	}
	return waiting(a.WaitsFor, lines)
}

func noDecision(p *reports.Pack) string {
	text := fmt.Sprintf("No decision falls in the %d days from %s.", reports.DecisionDays, p.Header.Status.Long())
	if next := p.Tiles.NextDecision; next != nil {
		return text + fmt.Sprintf(" The next is “%s” on %s.", next.Name, next.Date.Long())
	}
	return text + " None is left to take."
}

func missing(d *reports.Decision) cell {
	if d.NextMeeting.IsZero() {
		return cell{none, midLook}
	}
	return count(d.Lost)
}

func releases(d *reports.Decision) string {
	if d.Releases == "" {
		return ""
	}
	return fmt.Sprintf("%s, %s", d.Releases, d.ReleasesDate.Short())
}

// The most lines of a list inside one cell, for decisions coming up and for later ones.
const (
	listed      = 6
	listedLater = 2
)

func bullets(items []string, most int) string {
	var lines []string
	for _, item := range items {
		lines = append(lines, "• "+item)
	}
	return shortList(lines, most)
}

func waiting(list []reports.Waiting, most int) string {
	var lines []string
	for _, w := range list {
		lines = append(lines, "• "+waitingFor(w))
	}
	return shortList(lines, most)
}

// waitingFor is one thing waited for with its day: "80% of Train staff (to 17 May 2027)".
func waitingFor(w reports.Waiting) string {
	switch {
	case w.AtStart:
		return fmt.Sprintf("Start of %s (%s)", w.Name, w.Start.Short())
	case w.Share > 0 && w.Share < plan.One:
		return fmt.Sprintf("%d%% of %s (to %s)", w.Share, w.Name, w.Finish.Short())
	}
	return fmt.Sprintf("%s (%s)", w.Name, w.Finish.Short())
}

// shortList joins lines; those beyond the limit are counted.
func shortList(lines []string, most int) string {
	if more := len(lines) - most; more > 1 {
		lines = append(lines[:most:most], fmt.Sprintf("… and %s more", reports.Number(more)))
	}
	return strings.Join(lines, "\n")
}
