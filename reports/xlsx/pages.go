package xlsx

import "slices"

// Where pages begin is worked out here and written down, and not left to who prints: programs and papers differ in how
// many rows they have room for, and a page must not end with a heading.

// page is a page of a sheet: its first row, whether the sheet begins it itself or the page before it was full, and the
// points that are left of it.
type page struct {
	from    int
	isBegun bool
	left    float64
}

// cutting is how rows are cut into pages: those up to titles, of which some points are repeated, head each, and a page takes
// a share of what it has room for, which is 1 unless pages are to be even.
type cutting struct {
	titles int
	again  float64
	share  float64
}

// pagesTo is the pages of the rows up to one, if the rows up to titles, of which some points are repeated, head each.
func (s *sheet) pagesTo(last, titles int, again float64) []page {
	return s.pagesFrom(1, last, cutting{titles, again, 1})
}

// pagesFrom is the pages of some rows, of which the first begins a page.
func (s *sheet) pagesFrom(first, last int, by cutting) []page {
	list := []page{{first, true, s.roomFrom(first, by)}}
	for row := first; row <= last; row++ {
		is, high := &list[len(list)-1], s.heightAt(row)
		if isBegun := slices.Contains(s.turned, row); row > is.from && (isBegun || high > is.left) {
			next := page{from: row, isBegun: isBegun}
			if !isBegun {
				next.from = s.withHeading(s.withTable(row, is.from, by), is.from)
			}
			next.left = s.roomFrom(next.from, by) - s.between(next.from, row)
			list = append(list, next)
			is = &list[len(list)-1]
		}
		is.left -= high
	}
	return list
}

// roomFrom is the points of a page that begins with a row.
func (s *sheet) roomFrom(row int, by cutting) float64 {
	room := s.pagePoints()
	if row > by.titles {
		room -= by.again
	}
	return room * by.share
}

// withHeading is the row with which a page begins that would begin with some row: that of its heading, if it has one and
// that is not the first row of the page before.
func (s *sheet) withHeading(row, first int) int {
	most := s.pagePoints() / 2 // of headings
	from := row
	for s.heads[from-1] && s.between(from-1, row) <= most {
		from--
	}
	if from <= first {
		return row
	}
	return from
}

// tableRows is the rows of a table, its headers first.
type tableRows struct{ from, to int }

// keep remembers the rows of a table that one page should hold, because its headers are not repeated on a second.
func (s *sheet) keep(from, to int) { s.tables = append(s.tables, tableRows{from, to}) }

// leastBefore is the least share of a page that is left behind for a table to begin on the next.
const leastBefore = 0.4

// withTable is the row with which a page begins that would begin with some row of a table: that of its headers, if the
// table has room on one page and the page before it keeps enough. The headers that each page repeats need not.
func (s *sheet) withTable(row, first int, by cutting) int {
	by.share = 1
	for _, t := range s.tables {
		if t.from >= row || row > t.to || t.from == by.titles {
			continue
		}
		from := s.withHeading(t.from, first)
		if s.between(from, t.to+1) <= s.roomFrom(from, by) && s.between(first, from) >= leastBefore*s.roomFrom(first, by) {
			return t.from
		}
	}
	return row
}

// head marks a row as a heading, which stays with the row after it.
func (s *sheet) head(row int) {
	if s.heads == nil {
		s.heads = map[int]bool{}
	}
	s.heads[row] = true
}

// cutOf is how a sheet is cut into pages.
func (s *sheet) cutOf(l *layout) cutting {
	first, titles := l.titles()
	return cutting{titles, s.between(first, titles+1), 1}
}

// pagesOf is the pages of a sheet.
func (s *sheet) pagesOf(l *layout) []page { return s.pagesFrom(1, l.lastRow, s.cutOf(l)) }

// restOfPage is the points that are left of the page of a row, with a few to spare.
func (s *sheet) restOfPage(row int) float64 {
	titles := max(bannerRows, s.titled)
	list := s.pagesTo(row-1, titles, s.used(titles+1))
	const spare = 12
	return list[len(list)-1].left - spare
}

// turn begins a new page with a row unless what follows it, of some points, has room on this one.
func (s *sheet) turn(row int, points float64) {
	if s.restOfPage(row) < points {
		s.breakPage(row)
	}
}

// breakPage begins a new page with a row.
func (s *sheet) breakPage(row int) {
	if s.isUnbroken {
		return
	}
	s.turned = append(s.turned, row)
	if !s.isDone() {
		s.try(s.file.InsertPageBreak(s.name, at(1, row)))
	}
}
