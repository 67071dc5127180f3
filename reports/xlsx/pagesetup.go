package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// layout is how a sheet is printed and shown.
type layout struct {
	lastColumn, lastRow int
	titleRows           int  // rows 1 to titleRows are printed on every page; 0 for none
	titleColumns        int  // columns likewise
	onePage             bool // the whole sheet on one page, however small it gets
	frozen              bool // the title rows and columns stay in view
	tail                tail // the long table that the sheet ends with, if any
	printFrom, printTo  int  // the rows that are printed, where these are not all; 0 otherwise
}

// titles are the first and the last row that are printed on every page: the headers of the tail, on the pages after
// them, else the first rows.
func (l *layout) titles() (first, last int) {
	if l.tail.isSet() {
		return l.tail.head, l.tail.head
	}
	return 1, l.titleRows
}

// Paper sizes and margins, in inches. The text stays clear of the edges of printers for A4 too, to
// which the pages scale, A3 and A4 having one shape.
const (
	paperA3      = 8
	sideMargin   = 0.4
	topMargin    = 0.7
	bottomMargin = 0.6
	edgeMargin   = 0.3
)

// setUp sets the page, the header and the footer, the print area and what repeats on each page, once all rows are laid
// out: it fills the pages with them, and only then draws the charts on them.
func (s *sheet) setUp(l layout) {
	s.filled = s.used(l.lastRow+1) / s.pagePoints()
	if len(s.turned) > 0 {
		s.filled++ // it breaks its pages itself
	}
	last := s.printedTo(&l)
	high := s.pages(&l)
	if s.isTrial {
		s.last = s.lastPage(&l)
		s.last.isFixed = high > 0
		return
	}
	if s.isDone() {
		return
	}
	e := s.evened(&l, last, high == 1)
	s.stretch(&e, last)
	s.drawAll()
	landscape, paper, wide, fits, tab := "landscape", paperA3, 1, true, s.tab
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}))
	s.try(s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fits, TabColorRGB: &tab}))
	if high == 0 {
		s.breakPages(e.pages)
	}
	s.margins()
	s.headerAndFooter()
	s.shown(l.lastRow)
	s.try(s.file.SetSheetDimension(s.name, "A1:"+at(l.lastColumn, l.lastRow))) // readers that stream believe it
	s.sayPrinted(&l, last)
	s.defineName("_xlnm.Print_Area", fmt.Sprintf("%s:%s", fixed(1, max(1, l.printFrom)), fixed(min(l.lastColumn, s.across()), last)))
	s.repeat(&l)
	if l.frozen {
		s.freeze(l)
	}
}

// breakPages writes down where pages begin that the sheet did not begin itself.
func (s *sheet) breakPages(list []page) {
	for _, p := range list[1:] {
		if !p.isBegun {
			s.try(s.file.InsertPageBreak(s.name, at(1, p.from)))
		}
	}
}

// shown sets how the sheet is shown: without the lines between cells, which tables have of their own, and as large as any
// other. Rows without a height would take that of their text as it is written.
func (s *sheet) shown(lastRow int) {
	no, zoom := false, s.zoom()
	s.try(s.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no, ZoomScale: &zoom}))
	for row := 1; s.larger > 0 && row <= lastRow; row++ {
		if _, ok := s.rows[row]; !ok {
			s.height(row, s.heightAt(row))
		}
	}
}

// legible is how many pages of rows are made one of a sheet that is better seen at once: ten points become six.
const legible = 1.6

// aLittleLonger is how many pages of rows are made smaller to fit on one.
const aLittleLonger = 1.2

// pages is 1 for a sheet that is printed on one page, made a little smaller if need be, and 0 for one that breaks its
// pages where they are full.
func (s *sheet) pages(l *layout) int {
	if l.onePage || s.isUnbroken || s.larger > 0 {
		return 1
	}
	if len(s.turned) > 0 || s.printedTo(l) < l.lastRow || s.used(l.lastRow+1) > aLittleLonger*s.pagePoints() {
		return 0
	}
	return 1
}

// onePagePoints is the points of a sheet that is made as small as one page needs. Some programs draw columns a
// twentieth wider than others, and so leave room below; it splits the difference.
func (s *sheet) onePagePoints() float64 { return s.pagePoints() * 1.03 }

func (s *sheet) margins() {
	side, top, bottom, edge, yes := sideMargin, topMargin, bottomMargin, edgeMargin, true
	s.try(s.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &edge, Footer: &edge, Horizontally: &yes,
	}))
}

// headerAndFooter says on every page what it is from: programme and sheet above, version, page and
// status date below.
func (s *sheet) headerAndFooter() {
	h := &s.pack.Header
	version := "epr"
	if h.Version != "" {
		version += " " + h.Version
	}
	if h.Hash != "" {
		version += ", plan " + h.Hash
	}
	fixedScale := false
	s.try(s.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		ScaleWithDoc: &fixedScale,
		OddHeader: fmt.Sprintf(`&L&"Arial,Bold"&9%s&C&"Arial,Regular"&9Board pack&R&"Arial,Regular"&9%s`,
			headerText(h.Programme), headerText(s.name)),
		OddFooter: fmt.Sprintf(`&L&"Arial,Regular"&9%s&C&"Arial,Regular"&9Page &P of &N&R&"Arial,Regular"&9Status date %s`,
			headerText(version), h.Status.Long()),
	}))
}

// headerText is text that may stand in a header: one line, short enough for the 255 characters that
// all parts of a header have together, "&" doubled because it begins a code. A leading digit would
// join the size before it, so a space parts them.
func headerText(s string) string {
	s = strings.ReplaceAll(strings.Join(strings.Fields(clean(s)), " "), "&", "&&")
	s = strings.TrimSuffix(cut(s, 100, "…"), "&…")
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		return " " + s
	}
	return s
}

// fixed is the absolute name of a cell.
func fixed(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row, true)
	if err != nil {
		panic(err)
	}
	return name
}

func (s *sheet) defineName(name, area string) {
	if s.err == nil {
		s.try(s.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: "'" + s.name + "'!" + area, Scope: s.name}))
	}
}

// repeat names the rows and columns that are printed on every page.
func (s *sheet) repeat(l *layout) {
	var areas []string
	if l.titleColumns > 0 {
		last, _ := excelize.ColumnNumberToName(l.titleColumns)
		areas = append(areas, "$A:$"+last)
	}
	if first, last := l.titles(); last > 0 {
		areas = append(areas, fmt.Sprintf("$%d:$%d", first, last))
	}
	if len(areas) > 0 {
		s.defineName("_xlnm.Print_Titles", strings.Join(areas, ",'"+s.name+"'!"))
	}
}

// freeze keeps the title rows and columns in view.
func (s *sheet) freeze(l layout) {
	s.try(s.file.SetPanes(s.name, l.panes()))
}

func (l layout) panes() *excelize.Panes {
	pane := "bottomLeft"
	if l.titleColumns > 0 {
		pane = "bottomRight"
	}
	return &excelize.Panes{
		Freeze: true, XSplit: l.titleColumns, YSplit: l.titleRows,
		TopLeftCell: at(l.titleColumns+1, l.titleRows+1), ActivePane: pane,
	}
}

// lastPage is the last page of a sheet that is printed.
type lastPage struct {
	number  int     // from 1
	filled  float64 // the share of its height
	torn    int     // times that a table goes on on another page than its first headers
	isFixed bool    // it is made as small as one page needs
}

func (s *sheet) lastPage(l *layout) lastPage {
	list, by := s.pagesFrom(1, s.printedTo(l), s.cutOf(l)), s.cutOf(l)
	is := list[len(list)-1]
	return lastPage{number: len(list), filled: 1 - is.left/s.pagePoints(), torn: s.torn(list, by) + s.split}
}

// torn is how many tables go on over pages that do not repeat their headers.
func (s *sheet) torn(list []page, by cutting) int {
	n := 0
	for _, t := range s.tables {
		isTorn := func(p page) bool { return t.from < p.from && p.from <= t.to }
		if t.from != by.titles && slices.ContainsFunc(list, isTorn) {
			n++
		}
	}
	return n
}
