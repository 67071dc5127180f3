package xlsx

import "github.com/xuri/excelize/v2"

// pageWidth is the width in characters that fills the printable width of A3 at full size, and widestPage that at which
// text of ten points is printed with eight there, and with not quite six on A4.
const (
	pageWidth  = 212
	widestPage = pageWidth * fontSize / 8
)

// columns sets the widths of all columns, in characters; those that are printed are widened to fill the page.
func (s *sheet) columns(widths ...float64) {
	wide := s.wide
	if wide == 0 {
		wide = pageWidth
	}
	n := len(widths)
	if s.printed > 0 {
		n = s.printed
	}
	inPrint := widths[:n]
	if s.isTight {
		inPrint = narrowed(inPrint, wide)
	}
	s.widths = append(widened(inPrint, wide), widths[n:]...)
	s.enlarge()
	if s.isDone() || s.isStreamed {
		return
	}
	for i, w := range s.widths {
		name, _ := excelize.ColumnNumberToName(i + 1)
		s.try(s.file.SetColWidth(s.name, name, name, s.written(w)))
	}
}

// widened widens all columns alike where together they do not fill a width.
func widened(widths []float64, wide float64) []float64 {
	factor := max(1, wide/sum(widths))
	list := make([]float64, len(widths))
	for i, w := range widths {
		list[i] = float64(int(w*factor*10)) / 10
	}
	return list
}

func sum(list []float64) float64 {
	n := 0.0
	for _, x := range list {
		n += x
	}
	return n
}

// tableColumns sets the widths of the columns of a wide table. Of these as many are printed as can still be read on a page, but
// at least some: the first.
func (s *sheet) tableColumns(least int, columns []column, widths []float64) {
	n := least
	for n < len(widths) && sum(widths[:n+1]) <= widestPage {
		n++
	}
	if s.printed, s.printedTill = 0, ""; n < len(widths) && s.told == nil {
		s.printed, s.printedTill = n, columns[n-1].head
	}
	s.columns(widths...)
}

// across is the last column that is printed.
func (s *sheet) across() int {
	if s.printed > 0 {
		return s.printed
	}
	return len(s.widths)
}

// total is the characters that the columns take that are printed.
func (s *sheet) total() float64 { return sum(s.widths[:s.across()]) }

// room is the room inside a block of columns, in thousandths of a point.
func (s *sheet) room(from, to int) int { return columnPoints(sum(s.widths[from-1 : to])) }
