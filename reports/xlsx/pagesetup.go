package xlsx

import (
	"fmt"
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
	pagesAsNeeded       bool // full width on as many pages as it takes, because the sheet breaks its pages itself
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

// setUp sets the page, the header and the footer, the print area and what repeats on each page.
func (s *sheet) setUp(l layout) {
	s.filled = s.used(l.lastRow+1) / s.pagePoints()
	if len(s.turned) > 0 {
		s.filled++ // it breaks its pages itself
	}
	last := s.printedTo(&l)
	high := s.pages(&l)
	switch {
	case l.onePage, s.isUnbroken, s.larger > 0:
		high = 1
	case l.pagesAsNeeded, last < l.lastRow:
		high = 0
	}
	if s.isTrial {
		s.last = s.lastPage(&l)
		s.last.isFixed = high > 0
	}
	if s.isDone() {
		return
	}
	landscape, paper, wide, fits, tab := "landscape", paperA3, 1, true, s.tab
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}))
	s.try(s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fits, TabColorRGB: &tab}))
	if high == 0 && s.name != sheetSchedule { // whose rows are not laid out here
		s.breakPages(&l, last)
	}
	s.margins()
	s.headerAndFooter()
	s.shown(l.lastRow)
	s.try(s.file.SetSheetDimension(s.name, "A1:"+at(l.lastColumn, l.lastRow))) // readers that stream believe it
	s.sayPrinted(&l, last)
	s.defineName("_xlnm.Print_Area", fmt.Sprintf("%s:%s", fixed(1, max(1, l.printFrom)), fixed(l.lastColumn, last)))
	s.repeat(&l)
	if l.frozen {
		s.freeze(l)
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

// pages is the number of pages that a sheet is printed on, 0 for as many as it takes: a sheet a little
// longer than whole pages had better be made a little smaller.
func (s *sheet) pages(l *layout) int {
	const most = 6
	last := s.lastPage(l)
	for _, needed := range []float64{s.used(l.lastRow+1) / s.pagePoints(), float64(last.number-1) + last.filled} {
		if whole := max(1, int(needed)); needed <= aLittleLonger*float64(whole) && whole <= most {
			return whole
		}
	}
	return 0
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
