package xlsx

import (
	"fmt"

	"epr/reports"
)

// manyTrusts is the trusts from which a programme is told as a portfolio: what is worst first, and the trusts last, in
// the order of their slack.
const manyTrusts = 30

// The most promises and pages of a portfolio that the sheet shows and prints.
const (
	mostPromises    = 32
	mostPhasesPages = 4
)

// phasesAndManyTrusts writes the phases and the promises with the least slack, then every trust.
func (s *sheet) phasesAndManyTrusts() {
	s.columns(s.phaseWidths(46, 84)...)
	row := s.banner(sheetPhases, reports.RatingRule)
	row = s.section(row, "Phases")
	row = s.phaseTable(row)
	list, rest := s.pressingPromises()
	s.turn(row, max(promiseLeast, 21*float64(1+len(list)))+30)
	row = s.section(row, "Promises")
	row = s.promiseTable(row, list, s.promiseRoom(row, true))
	row = s.note(row, rest+s.lateNote()+baselineNote(s.pack.Header.Baseline)+announcedNote(s.pack.Phases))
	trusts := s.pack.BySlack()
	s.turn(row, 200)
	row = s.section(row, "Trusts, least slack first")
	head := row
	row = s.trustTable(row, trusts)
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1,
		tail: tail{head: head, rows: len(trusts), nouns: "trusts", pages: mostPhasesPages}})
}

// pressingPromises is the promises with the least slack, and a sentence on the others.
func (s *sheet) pressingPromises() (list []reports.Promised, rest string) {
	list = s.pack.Promises
	if len(list) <= mostPromises {
		return list, ""
	}
	return list[:mostPromises], fmt.Sprintf("… and %s with more slack, or reached: see “%s”. ", reports.Count(len(list)-mostPromises, "promise"), sheetMilestones)
}
