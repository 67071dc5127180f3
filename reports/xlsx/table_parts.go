package xlsx

import "fmt"

// A sheet repeats one row of headers on its pages. Of a table longer than a page that does not have it, the lines of
// each page are a table of their own, under a heading that says what goes on.

// mostParts is the most parts of tables on a sheet: every table is looked up among all the others of the book. What is
// left goes into the last.
const mostParts = 12

// partHead is the points of the header of a part, and a few to spare.
const partHead = 60

// tableInParts is table for one that may be longer than a page; a part is headed by what goes on.
func (s *sheet) tableInParts(name string, row, rows int, least float64, title string, columns ...column) int {
	if s.told != nil || s.isUnbroken || s.split >= mostParts || s.hasRoom(rows, least, columns) {
		return s.table(name, row, rows, least, columns...)
	}
	for first, part := 0, 1; first < rows; part++ {
		n := rows - first
		if s.split < mostParts {
			n = s.linesOn(row, first, rows, least, columns)
		}
		named := name
		if part > 1 {
			named = fmt.Sprintf("%sPart%d", name, part)
		}
		row = s.table(named, row, n, least, columnsFrom(first, columns)...)
		if first += n; first < rows {
			s.breakPage(row)
			s.split++
			row = s.section(row, title+", continued")
		}
	}
	return row
}

// hasRoom reports whether lines have room on one page, with what stands above them there.
func (s *sheet) hasRoom(rows int, least float64, columns []column) bool {
	const above = bannerHeight + 90
	high := 0.0
	for i := range rows {
		high += s.rowHeight(1, i, least, columns)
	}
	return high+partHead+above <= s.pagePoints()
}

// linesOn is how many lines from some on have room on what is left of a page: one at least.
func (s *sheet) linesOn(row, first, rows int, least float64, columns []column) int {
	left, n := s.restOfPage(row)-partHead, 0
	for first+n < rows {
		if left -= s.rowHeight(1, first+n, least, columns); left < 0 {
			break
		}
		n++
	}
	return max(1, n)
}

// columnsFrom is columns that begin with some row.
func columnsFrom(first int, columns []column) []column {
	list := make([]column, len(columns))
	for c, col := range columns {
		list[c] = column{col.head, func(i int) cell { return col.cell(first + i) }}
	}
	return list
}
