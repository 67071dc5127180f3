package xlsx

// A page that ends early looks as if something were missing. Once all rows of a sheet are laid out, the pages of a list
// that goes on over several are made as full as each other, instead of all full but the last; then the rows of tables on
// every page are made higher until it is filled.

// even is where the pages of a sheet begin in print, and how much higher its rows are then made.
type even struct {
	pages []page
	air   map[int]float64 // points by row
}

// evened is a sheet up to its last printed row with even pages, or with one.
func (s *sheet) evened(l *layout, last int, isOne bool) even {
	e := even{air: map[int]float64{}}
	by := s.cutOf(l)
	switch {
	case isOne:
		e.pages = []page{{from: 1, isBegun: true}}
		s.fillPage(e.air, 1, last, s.pagePoints())
		return e
	case l.printFrom > 1:
		by.titles = 0 // the first page has the rows that are repeated too
	}
	e.pages = s.evenPages(s.pagesFrom(max(1, l.printFrom), last, by), last, by)
	by.share = full
	for k, p := range e.pages {
		to := last
		if k+1 < len(e.pages) {
			to = e.pages[k+1].from - 1
		}
		s.fillPage(e.air, p.from, to, s.roomFrom(p.from, by))
	}
	return e
}

// evenPages cuts the pages again that the sheet does not begin itself: the less each takes the more even they are, as
// long as they are no more.
func (s *sheet) evenPages(list []page, last int, by cutting) []page {
	var pages []page
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && !list[to].isBegun {
			to++
		}
		end := last
		if to < len(list) {
			end = list[to].from - 1
		}
		pages = append(pages, s.evenRun(list[from:to], end, by)...)
		from = to
	}
	return pages
}

// evenRun cuts some pages again, of which the first begins itself and the others go on, and no more tables than before.
func (s *sheet) evenRun(list []page, last int, by cutting) []page {
	const least, most = 50, 98 // hundredths of a page
	torn := s.torn(list, by)
	for share := least; len(list) > 1 && share <= most; share += 2 {
		by.share = float64(share) / 100
		if again := s.pagesFrom(list[0].from, last, by); len(again) == len(list) && s.torn(again, by) <= torn {
			return again
		}
	}
	return list
}

// How much higher rows are made: by no more than they are, nor than two lines are; those of a chart by half.
const (
	mostAir      = 36
	mostChartAir = 0.5
)

// fillPage makes the rows of tables and charts on a page of some points higher, each as much as others of its height, so
// that they fill it, and adds by how much to air.
func (s *sheet) fillPage(air map[int]float64, from, to int, points float64) {
	spare, gives := points-s.between(from, to+1), 0.0
	for row := from; row <= to; row++ {
		gives += s.gives(row)
	}
	if spare <= 0 || gives == 0 {
		return
	}
	share := min(1, spare/gives)
	for row := from; row <= to; row++ {
		if n := s.gives(row) * share; n > 0 {
			air[row] = n
		}
	}
}

// gives is the most points that a row is made higher.
func (s *sheet) gives(row int) float64 {
	high := s.heightAt(row)
	switch s.loose[row] {
	case looseTable:
		return max(0, min(high, mostAir, s.maxRow()-high))
	case looseChart:
		return max(0, min(high*mostChartAir, s.maxRow()-high))
	}
	return 0
}

// loose is whether a row may be made higher.
type loose int

// The rows of tables, and those of charts that have a row to themselves, are loose.
const (
	looseTable loose = iota + 1
	looseChart
)

// loosen lets a row be made higher.
func (s *sheet) loosen(row int, as loose) {
	if s.loose == nil {
		s.loose = map[int]loose{}
	}
	s.loose[row] = as
}

// stretch makes the rows higher that were laid out.
func (s *sheet) stretch(e *even, last int) {
	for row := 1; row <= last; row++ {
		if more := e.air[row]; more > 0 {
			s.height(row, s.heightAt(row)+more)
		}
	}
}
