package xlsx

import (
	"fmt"

	"epr/reports"
)

// phasesAndTrusts writes how every phase and every trust stands against its promises.
func (s *sheet) phasesAndTrusts() {
	if len(s.pack.Trusts) > manyTrusts {
		s.phasesAndManyTrusts()
		return
	}
	s.columns(s.phaseWidths(44, 46)...)
	row := s.banner(sheetPhases, reports.RatingRule)
	head := row - 1
	row = s.section(row, "Phases")
	row = s.phaseTable(row)
	row = s.section(row, "Trusts")
	row = s.trustTable(row, s.pack.Trusts)
	turned := s.turnBeforePromises(row)
	row = s.section(row, "Promises")
	row = s.promiseTable(row, s.pack.Promises, s.promiseRoom(row, turned))
	row = s.note(row, s.lateNote()+baselineNote(s.pack.Header.Baseline)+announcedNote(s.pack.Phases))
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head})
}

// phaseWidths are those of the columns, with room for names and for what holds them.
func (s *sheet) phaseWidths(names, reasons float64) []float64 {
	widths := []float64{names, 14, 14, 14, 14, 14, 10, 10, 14, 13, 18, reasons}
	if s.pack.Header.Baseline != nil {
		widths = append(widths, 14, 12, 12)
	}
	return widths
}

// turnBeforePromises begins a new page with the promises where they would be cut in two, on a sheet too long for one.
func (s *sheet) turnBeforePromises(row int) bool {
	const heading, note = 30, 60
	needed := float64(max(promiseLeast, 20*(1+len(s.pack.Promises)))) + heading + note
	if s.used(row)+needed <= aLittleLonger*s.pagePoints() {
		return false
	}
	s.turn(row, needed)
	return true
}

func (s *sheet) lateNote() string {
	note := "A promise is a phase or an activity with a date to keep: promised (by), announced or not to be broken (must by). It counts once, " +
		"and slack and lateness are calendar days from its finish to the earliest of them."
	for _, p := range s.pack.Phases {
		if p.LateCost.Set {
			return note + " The cost of lateness is the programme's monthly cost of delay, day by day; the figures of several phases are not to be added."
		}
	}
	return note + " The plan states no cost of delay, so lateness is not priced."
}

func (s *sheet) phaseTable(row int) int {
	list := s.pack.Phases
	if len(list) == 0 {
		return s.note(row, "The plan has no phase with work in it.")
	}
	columns := []column{
		{"Phase", func(i int) cell { return strong(list[i].Name) }},
		{"Start", func(i int) cell { return date(list[i].Start) }},
		{"Finish", func(i int) cell { return date(list[i].Finish) }},
		{"By", func(i int) cell { return date(list[i].By) }},
		{"Announced", func(i int) cell { return date(list[i].Announced) }},
		{"Must by", func(i int) cell { return date(list[i].MustBy) }},
		{"Slack (days)", func(i int) cell { return days(list[i].Slack) }},
		{"Change (days)", func(i int) cell { return days(list[i].Change) }},
		{"Rating", func(i int) cell { return rated(list[i].Rating) }},
		{"Late cost", func(i int) cell { return pounds(list[i].LateCost) }},
		{"Done", func(i int) cell { return share(list[i].Activities) }},
		{"What finishes it, and what holds that", func(i int) cell { return text(lastAndWhy(list[i].Last, list[i].HeldBy)) }},
	}
	if s.pack.Header.Baseline != nil {
		columns = append(columns, baselineColumns(func(i int) *reports.Standing { return &list[i].Standing })...)
	}
	return s.table("Phases", row, len(list), spread(len(list)+len(s.pack.Trusts), 40, 22), columns...)
}

// The promises stand in the first columns, their chart beside them.
const (
	promiseColumns = 7
	promiseLeast   = 200 // points of the chart
	chartLeast     = 110 // points below which it cannot be read, and is left out
)

// promiseRoom is the points that the promises have: on a page of their own they fill much of it.
func (s *sheet) promiseRoom(row int, ownPage bool) float64 {
	const note, most = 90, 420
	if !ownPage {
		return promiseLeast
	}
	return max(promiseLeast, min(most, s.restOfPage(row)-note))
}

// promiseTable is the promises with their chart, over some points if they need no more.
func (s *sheet) promiseTable(row int, list []reports.Promised, room float64) int {
	if len(list) == 0 {
		return s.note(row, "The plan makes no promise.")
	}
	next := s.table("Promises", row, len(list), min(60, max(20, room/float64(len(list)+1))),
		column{"Promise", func(i int) cell { return strong(list[i].Name) }},
		column{"What", func(i int) cell { return middle(promiser(&list[i])) }},
		column{"Promised", func(i int) cell { return date(list[i].Promise.Date) }},
		column{"As", func(i int) cell { return middle(string(list[i].Promise.Kind)) }},
		column{"Finish", func(i int) cell { return date(list[i].Finish) }},
		column{"Slack (days)", func(i int) cell { return days(list[i].Slack) }},
		column{"Kept", func(i int) cell { return middle(yes(list[i].Slack.N >= 0)) }},
	)
	if s.between(row, next) >= chartLeast {
		s.draw(area{row, next - 1, promiseColumns + 1, len(s.widths)}, s.promiseDrawing())
	}
	return next
}

func promiser(p *reports.Promised) string {
	if p.Phase {
		return "phase"
	}
	return "activity"
}

func (s *sheet) trustTable(row int, list []reports.Trust) int {
	if len(list) == 0 {
		return s.note(row, "No trust has work in the plan.")
	}
	return s.table("Trusts", row, len(list), spread(len(list)+len(s.pack.Phases), 40, 22),
		column{"Trust", func(i int) cell { return strong(list[i].Name) }},
		column{"Next go-live", func(i int) cell { return date(list[i].NextDate) }},
		column{"Last go-live", func(i int) cell { return date(list[i].Last) }},
		column{"Sites live", func(i int) cell { return share(list[i].Sites) }},
		column{"Go-lives done", func(i int) cell { return share(list[i].GoLives) }},
		column{"Promise", func(i int) cell { return date(list[i].Promise.Date) }},
		column{"Least slack", func(i int) cell { return days(list[i].Slack) }},
		column{"Promise of", func(i int) cell { return middle(promiseFrom(list[i].Promise)) }},
		column{"Rating", func(i int) cell { return rated(list[i].Rating) }},
		column{"ODS code", func(i int) cell { return middle(list[i].ODS) }},
		column{"Next place", func(i int) cell { return text(list[i].NextSite) }},
		column{"Go-live with the least slack, and what holds it", func(i int) cell { return text(lastAndWhy(list[i].Tightest, list[i].HeldBy)) }},
	)
}

// share is "3 of 8".
func share(n reports.Share) cell {
	if n.Of == 0 {
		return cell{none, midLook}
	}
	return middle(fmt.Sprintf("%s of %s", reports.Number(n.N), reports.Number(n.Of)))
}

func promiseFrom(p reports.Promise) string {
	switch {
	case p.IsZero():
		return none
	case p.FromPhase:
		return "phase"
	}
	return "own"
}

func lastAndWhy(name, why string) string {
	switch {
	case name == "":
		return ""
	case why == "":
		return name
	}
	return name + ": " + why
}
