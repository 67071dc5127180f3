package xlsx

import (
	"github.com/xuri/excelize/v2"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// sheet is one sheet being written. Its methods keep the first error and do nothing after it, so that
// the writing of a sheet reads as what is on it.
type sheet struct {
	*book
	part
	name   string
	widths []float64       // of the columns, in characters
	rows   map[int]float64 // heights that were set, in points
	turned []int           // rows that begin a page, see breakPage
	heads  map[int]bool    // rows that stay with the row after them
	loose  map[int]loose   // rows that may be made higher, see even
	tables []tableRows     // tables that a page should hold whole
	toDraw []func()        // charts still to be drawn, see drawAll
	split  int             // tables that go on in a table of their own, see tableInParts
	// printed is how many of the columns are printed and printedTill the header of the last of them; 0 for all.
	printed     int
	printedTill string
	titled      int   // rows that each page repeats, if these are more than the banner
	told        *told // what it says, for the plain pack: nothing is laid out then; nil otherwise
	// wide is the characters that its columns take together, or 0 for pageWidth; isTight lets columns of text give way
	// to that, and larger is how many times as large it is then written, 0 for once, with isCut where a row would have to
	// be higher than a row can be. isTrial says that it is only laid out, to find filled: the pages that it takes. A sheet
	// that isUnbroken begins no page itself. See fitted.
	wide       float64
	larger     float64
	isTight    bool
	isCut      bool
	isTrial    bool
	isUnbroken bool
	isStreamed bool // its rows are written after they are laid out, see schedule
	filled     float64
	last       lastPage
	err        error
}

// cell is a value with its look.
type cell struct {
	value any
	look  look
}

// text, date, days, count and pounds are cells of the common looks. What is not stated is shown as
// none.
func text(s string) cell {
	if s == "" {
		s = none
	}
	return cell{s, textLook}
}

func strong(s string) cell { return cell{s, strongLook} }
func middle(s string) cell {
	if s == "" {
		s = none
	}
	return cell{s, midLook}
}

func date(d calendar.Date) cell {
	if d.IsZero() {
		return cell{none, midLook}
	}
	return cell{d, dateLook}
}

func days(w plan.Whole) cell {
	if !w.Set {
		return cell{none, midLook}
	}
	return cell{w.N, daysLook}
}

func count(n int) cell { return cell{n, countLook} }

func pounds(p reports.Pounds) cell {
	if !p.Set {
		return cell{none, midLook}
	}
	return cell{p.N, poundsLook}
}

// at is the name of a cell; columns and rows count from 1.
func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err)
	}
	return name
}

// try keeps the first error.
func (s *sheet) try(err error) {
	if s.err == nil {
		s.err = err
	}
}

// isDone reports whether nothing is to be written any more, or at all.
func (s *sheet) isDone() bool { return s.err != nil || s.told != nil || s.isTrial }

// put writes a cell.
func (s *sheet) put(column, row int, c cell) {
	if c.look == sectionLook {
		s.head(row)
	}
	if s.told != nil {
		s.told.cell(row, c)
	}
	if s.isDone() {
		return
	}
	name := at(column, row)
	s.try(s.set(name, c.value))
	s.dress(name, name, c.look)
}

func (s *sheet) set(name string, value any) error {
	switch v := value.(type) {
	case nil:
		return nil
	case string:
		return s.file.SetCellStr(s.name, name, literal(clean(v)))
	case calendar.Date:
		return s.file.SetCellInt(s.name, name, int64(serial(v)))
	case int64:
		return s.file.SetCellInt(s.name, name, v)
	case int:
		return s.file.SetCellInt(s.name, name, int64(v))
	case plan.Hundredths:
		return s.file.SetCellFloat(s.name, name, float64(v)/100, -1, 64)
	case formula:
		return s.setFormula(name, v)
	}
	return s.file.SetCellValue(s.name, name, value)
}

// span writes a cell over several columns and rows as one merged cell.
func (s *sheet) span(column, row, toColumn, toRow int, c cell) {
	if s.told != nil {
		s.told.cell(row, c)
	}
	if s.isDone() {
		return
	}
	if column != toColumn || row != toRow {
		s.try(s.file.MergeCell(s.name, at(column, row), at(toColumn, toRow)))
	}
	s.try(s.set(at(column, row), c.value))
	s.dress(at(column, row), at(toColumn, toRow), c.look)
}

// dress gives a block of cells a look.
func (s *sheet) dress(from, to string, l look) {
	if s.isDone() {
		return
	}
	l.larger = s.larger
	id, err := s.style(l)
	s.try(err)
	if s.err == nil {
		s.try(s.file.SetCellStyle(s.name, from, to, id))
	}
}

// link makes a cell a link to the beginning of another sheet.
func (s *sheet) link(column, row int, target string) {
	if !s.isDone() {
		tip := "Go to " + target
		s.try(s.file.SetCellHyperLink(s.name, at(column, row), "'"+target+"'!A1", "Location",
			excelize.HyperlinkOpts{Tooltip: &tip}))
	}
}

// height sets the height of a row in points.
func (s *sheet) height(row int, points float64) {
	if s.rows == nil {
		s.rows = map[int]float64{}
	}
	s.rows[row] = points
	s.isCut = s.isCut || points > s.maxRow()
	if !s.isDone() && !s.isStreamed {
		s.try(s.file.SetRowHeight(s.name, row, s.written(points)))
	}
}

// grow makes a row at least so high.
func (s *sheet) grow(row int, points float64) {
	s.height(row, max(points, s.rows[row]))
}

// The rows of the banner and the way back, and the points that they take at least.
const (
	bannerRows   = 3
	bannerHeight = 34 + 22 + 18
)

// banner writes the head that every sheet but the first begins with: its title in A1, what it holds
// in A2, and the way back in A3. It returns the next row.
func (s *sheet) banner(title, about string) int {
	if s.told != nil {
		s.told.title, s.told.about = title, about
		return 4
	}
	last := len(s.widths)
	s.dress("A1", at(last, 1), titleLook)
	s.put(1, 1, cell{title, titleLook})
	s.height(1, 34)
	s.bannerAbout(about)
	s.put(1, 3, cell{"◄ " + sheetSummary, backLook})
	s.link(1, 3, sheetSummary)
	s.height(3, 18)
	return 4
}

// bannerAbout is the line below the title, or more lines where it has not enough room.
func (s *sheet) bannerAbout(about string) {
	last := len(s.widths)
	lines := lineCount(about, aboutLook, s.room(1, s.across()))
	if lines == 1 {
		s.dress("A2", at(last, 2), aboutLook)
		s.put(1, 2, cell{about, aboutLook})
		s.height(2, 22)
		return
	}
	l := aboutLook
	l.wrap = true
	s.dress(at(s.across(), 2), at(last, 2), l)
	s.span(1, 2, s.across(), 2, cell{about, l})
	s.height(2, heightOf(lines, l.points())+4)
}

// section writes the heading of a block and returns the next row.
func (s *sheet) section(row int, title string) int {
	s.put(1, row, cell{title, sectionLook})
	s.grow(row, 30)
	return row + 1
}

// note writes a paragraph over the whole width and returns the next row.
func (s *sheet) note(row int, paragraph string) int {
	return s.noteOver(1, s.across(), row, paragraph)
}

// noteOver writes a paragraph over a block of columns and returns the next row.
func (s *sheet) noteOver(from, to, row int, paragraph string) int {
	if s.heads[row-1] {
		s.head(row)
	}
	s.span(from, row, to, row, cell{paragraph, noteLook})
	s.grow(row, heightOf(lineCount(paragraph, noteLook, s.room(from, to)), noteLook.points())+8)
	return row + 1
}

// The printable parts of A3 and A4 within the margins, in hundredths of an inch.
const (
	printableWidth    = 1654 - 200*sideMargin
	printableHeight   = 1169 - 100*(topMargin+bottomMargin)
	printableWidthA4  = 1169 - 200*sideMargin
	printableHeightA4 = 827 - 100*(topMargin+bottomMargin)
)

// pagePoints is the height in points that fills one page of either paper, at the scale at which the columns fill its
// width: A4 has as large margins, and so a little less height for its width.
func (s *sheet) pagePoints() float64 {
	return s.total() * pointsPerCharacter * min(printableHeight/printableWidth, printableHeightA4/printableWidthA4)
}
