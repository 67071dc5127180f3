package xlsx

// The rows of tables on a page that is not full have more air, up to twice the height that their text needs, so that
// the page is filled. It is done to sheets of one page, and to the second page of those that begin it themselves: the
// last page of a long list is as full as the list is long.

// airs are the times as high that rows are tried, the highest first.
var airs = [...]float64{2, 1.8, 1.6, 1.4, 1.2}

// lastPage is the last page of a sheet as it is laid out at full width.
type lastPage struct {
	number  int     // from 1
	from    int     // its first row
	isBegun bool    // by the sheet, not because the page before it was full
	filled  float64 // the share of its height
	isFixed bool    // it is made as small as so many pages need
}

func (s *sheet) lastPage(l *layout) lastPage {
	list := s.pagesOf(l)
	is := list[len(list)-1]
	return lastPage{number: len(list), from: is.from, isBegun: is.isBegun, filled: 1 - is.left/s.pagePoints()}
}

// airy gives the rows of the last page of a sheet that was tried the air for which it has room.
func (s sheet) airy(tried *sheet) *sheet {
	is := tried.last
	if is.isFixed && is.number > 1 || is.number > 2 || !is.isBegun || is.filled > sparse {
		return &s
	}
	for _, air := range airs {
		more := s
		more.air, more.airFrom = air, is.from
		if t := more.tried(); t.last.number == is.number && t.last.from == is.from && t.last.filled <= full && !t.isCut {
			return &more
		}
	}
	return &s
}

// aired is the height of a row of a table with the air that it has.
func (s *sheet) aired(row int, points float64) float64 {
	if s.air == 0 || row < s.airFrom {
		return points
	}
	return points * s.air
}
