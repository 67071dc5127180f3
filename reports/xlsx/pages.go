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

// pagesTo is the pages of the rows up to one, if the rows up to titles, of which some points are repeated, head each.
func (s *sheet) pagesTo(last, titles int, again float64) []page {
	list := []page{{1, true, s.pagePoints()}}
	for row := 1; row <= last; row++ {
		is, high := &list[len(list)-1], s.heightAt(row)
		if isBegun := slices.Contains(s.turned, row); row > is.from && (isBegun || high > is.left) {
			next := page{row, isBegun, s.pagePoints()}
			if !isBegun {
				next.from = s.withHeading(row, is.from)
			}
			if next.left -= s.used(row) - s.used(next.from); row > titles {
				next.left -= again
			}
			list = append(list, next)
			is = &list[len(list)-1]
		}
		is.left -= high
	}
	return list
}

// withHeading is the row with which a page begins that would begin with some row: that of its heading, if it has one and
// that is not the first row of the page before.
func (s *sheet) withHeading(row, first int) int {
	most := s.pagePoints() / 2 // of headings
	from := row
	for s.heads[from-1] && s.used(row)-s.used(from-1) <= most {
		from--
	}
	if from <= first {
		return row
	}
	return from
}

// head marks a row as a heading, which stays with the row after it.
func (s *sheet) head(row int) {
	if s.heads == nil {
		s.heads = map[int]bool{}
	}
	s.heads[row] = true
}

// pagesOf is the pages of a sheet.
func (s *sheet) pagesOf(l *layout) []page {
	first, titles := l.titles()
	return s.pagesTo(l.lastRow, titles, s.used(titles+1)-s.used(first))
}

// breakPages writes down where the pages of the rows that are printed begin.
func (s *sheet) breakPages(l *layout, last int) {
	for _, p := range s.pagesOf(l)[1:] {
		if !p.isBegun && p.from <= last {
			s.try(s.file.InsertPageBreak(s.name, at(1, p.from)))
		}
	}
}

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
