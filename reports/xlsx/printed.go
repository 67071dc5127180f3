package xlsx

import (
	"fmt"

	"epr/reports"
)

// tail is the long table that a sheet ends with. Its headers are repeated on every page that it goes on over, and no
// more of it is printed than somebody may read on paper: all of it stays on the sheet, which says what is left out.
type tail struct {
	head, rows int    // the row of its headers, and its lines
	nouns      string // what they are, in the plural
	pages      int    // the most pages of the sheet that are printed
}

// isSet reports whether a sheet has such a table.
func (t *tail) isSet() bool { return t.rows > 0 }

// whole is a tail that is printed whole, from the row of its headers to the row after it; none if there is but a
// sentence.
func whole(head, next int) tail {
	const allPages = 1 << 20
	return tail{head: head, rows: next - 1 - head, pages: allPages}
}

// printedTo is the last row of the print area: that of the layout, unless its tail is longer than what is printed.
func (s *sheet) printedTo(l *layout) int {
	switch {
	case l.printTo > 0:
		return l.printTo
	case !l.tail.isSet():
		return l.lastRow
	}
	last := s.lastOn(l.tail.pages, l)
	if last == l.lastRow {
		return last
	}
	return max(l.tail.head+1, min(last, l.tail.head+l.tail.rows))
}

// lastOn is the last row on the first pages of a sheet.
func (s *sheet) lastOn(pages int, l *layout) int {
	if list := s.pagesOf(l); len(list) > pages {
		return list[pages].from - 1
	}
	return l.lastRow
}

// sayPrinted says beside the way back how much of the sheet is printed.
func (s *sheet) sayPrinted(l *layout, last int) {
	if last < l.lastRow && l.tail.isSet() {
		s.putPrinted(partOf("the first", last-l.tail.head, l.tail.rows, l.tail.nouns))
	} else if l.printTo == 0 {
		s.putPrinted("")
	}
}

// partOf says how much of a list is printed.
func partOf(which string, printed, rows int, nouns string) string {
	return fmt.Sprintf("%s %s of %s %s", which, reports.Number(printed), reports.Number(rows), nouns)
}

// putPrinted says what part of a list is printed, if not all is, and of which columns.
func (s *sheet) putPrinted(part string) {
	shown, isPart := s.printedNote(part)
	if !isPart {
		return
	}
	const back = 14 // characters of the way back
	column := 2
	for sum(s.widths[:column-1]) < back {
		column++
	}
	s.put(column, 3, shown)
}

// printedNote says which part of a list and which of its columns are printed, and how to print the rest; none if all is.
func (s *sheet) printedNote(part string) (c cell, isPart bool) {
	switch {
	case s.printed > 0 && part != "":
		part += ", and the columns up to “" + s.printedTill + "”"
	case s.printed > 0:
		part = "the columns up to “" + s.printedTill + "”"
	}
	l := noteLook
	l.wrap, l.up = false, middleUp
	return cell{printedMark + " " + part + "; all are on this sheet. To print the others too, clear the print area (Page Layout, Print Area).", l}, part != ""
}

// printedMark begins the sentence of a sheet of which not all is printed.
const printedMark = "In print:"
