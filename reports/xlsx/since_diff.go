package xlsx

import (
	"slices"
	"strings"

	"epr/reports"
)

// The grid of the sheet: the first column, and as many narrow ones.
const (
	changeName   = 50
	changeCell   = 18
	changeCells  = 9
	mostInChange = 40 // rows of each list; the rest is counted
)

// changes writes the comparison with the last version that was kept, in its order.
func (s *sheet) changes(c *reports.Changes) {
	widths := []float64{changeName}
	for range changeCells {
		widths = append(widths, changeCell)
	}
	s.columns(widths...)
	row := s.banner(sheetSince, "Compared with "+c.Old+", the last version in the repository whose model or schedule says something else.")
	head := row - 1
	row = s.note(row, strings.Join(c.InShort, " "))
	for k := range c.Sections {
		row = s.changeList(s.section(row, c.Sections[k].Title), &c.Sections[k])
	}
	if len(c.Skipped) > 0 {
		row = s.note(s.section(row, "What was not compared"), strings.Join(c.Skipped, " "))
	}
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head})
}

// changeList writes a list of changes with what there is to say about it.
func (s *sheet) changeList(row int, list *reports.ChangeSection) int {
	if len(list.Rows) > 0 {
		row = s.changeRows(row, list)
	}
	if left := len(list.Rows) - mostInChange; left > 0 {
		row = s.note(row, "… and "+reports.Count(left, "more "+list.Noun)+".")
	}
	if notes := list.Notes[:min(len(list.Notes), mostInChange)]; len(notes) > 0 {
		row = s.note(row, strings.Join(notes, " "))
	}
	if left := len(list.Notes) - mostInChange; left > 0 {
		row = s.note(row, "… and "+reports.Count(left, "more note")+".")
	}
	return row
}

// changeRows writes the rows of a list under their headers. These are no table of the workbook, so that a list longer than
// a page has them again on the next.
func (s *sheet) changeRows(row int, list *reports.ChangeSection) int {
	ends := changeEnds(list.Columns, len(s.widths))
	head := func() {
		var titles []string
		for _, c := range list.Columns {
			titles = append(titles, capital(c.Title))
		}
		s.head(row)
		s.changeRow(row, ends, titles, func(k int) look { return changeHead(list.Columns[k].Kind) })
		row++
	}
	looks := func(k int) look { return changeLook(k, list.Columns[k].Kind) }
	first := row
	head()
	rows := list.Rows[:min(len(list.Rows), mostInChange)]
	high := 0.0
	for _, cells := range rows {
		high += s.changeHeight(ends, cells, looks)
	}
	const others = 110 // points of what stands above a list on its page
	isLong := high > s.pagePoints()-bannerHeight-others && !s.isUnbroken && s.told == nil
	for _, cells := range rows {
		if isLong && s.restOfPage(row) < s.changeHeight(ends, cells, looks) {
			s.breakPage(row)
			head()
		}
		s.changeRow(row, ends, cells, looks)
		s.loosen(row, looseTable)
		row++
	}
	if !isLong {
		s.keep(first, row-1)
	}
	return row
}

// changeHeight is the points of a row.
func (s *sheet) changeHeight(ends []int, cells []string, looks func(int) look) float64 {
	high, from := 18.0, 1
	for k, words := range cells {
		high = max(high, heightOf(lineCount(words, looks(k), s.room(from, ends[k])), looks(k).points()))
		from = ends[k] + 1
	}
	return high
}

// changeRow writes one row; each of its cells ends in a column of the sheet.
func (s *sheet) changeRow(row int, ends []int, cells []string, looks func(int) look) {
	from := 1
	for k, words := range cells {
		if words == "" {
			words = none
		}
		s.span(from, row, ends[k], row, cell{words, looks(k)})
		from = ends[k] + 1
	}
	s.grow(row, s.changeHeight(ends, cells, looks))
}

func changeHead(kind reports.ColumnKind) look {
	if kind == reports.ExactColumn {
		return narrowHead
	}
	return headLook
}

func changeLook(column int, kind reports.ColumnKind) look {
	switch {
	case kind == reports.ExactColumn:
		return midLook
	case column == 0:
		return strongLook
	}
	return textLook
}

// changeEnds is the last column of the sheet for each column of a list. Dates and numbers take one, the others share what
// is left; where there are no others, all do.
func changeEnds(columns []reports.ChangeColumn, last int) []int {
	left, sharing := last-len(columns), 0
	shares := func(k int) bool {
		return columns[k].Kind != reports.ExactColumn && (k > 0 || columns[0].Kind == reports.TextColumn)
	}
	if !slices.ContainsFunc(columns[1:], func(c reports.ChangeColumn) bool { return c.Kind != reports.ExactColumn }) {
		shares = func(int) bool { return true }
	}
	for k := range columns {
		if shares(k) {
			sharing++
		}
	}
	var ends []int
	at := 0
	for k := range columns {
		at++
		if shares(k) {
			share := left / sharing
			at, left, sharing = at+share, left-share, sharing-1
		}
		ends = append(ends, at)
	}
	return ends
}
