package xlsx

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"epr/reports"
	"epr/reports/reportstest"
)

// laidOut is a sheet of a banner of three rows that take a hundred points, and of rows of a hundred points: seven rows
// have room on a page, and six below the banner.
func laidOut(rows int) *sheet {
	s := &sheet{widths: []float64{pageWidth}, isTrial: true}
	for row, points := range []float64{34, 33, 33} {
		s.height(row+1, points)
	}
	for row := 4; row < 4+rows; row++ {
		s.height(row, 100)
	}
	return s
}

func startsOf(pages []page) (list []int) {
	for _, p := range pages {
		list = append(list, p.from)
	}
	return list
}

// TestEvenPages holds that a list that goes on over pages leaves none of them with a few lines, on no more pages than it
// needs, and that pages that a sheet begins itself stay.
func TestEvenPages(t *testing.T) {
	for _, test := range []struct {
		name   string
		rows   int
		turned []int
		want   []int
	}{
		{"what fits stays on its page", 6, nil, []int{1}},
		{"a line too many is joined by others", 7, nil, []int{1, 7}},
		{"three pages share what two have no room for", 13, nil, []int{1, 8, 13}},
		{"full pages stay full", 12, nil, []int{1, 10}},
		{"a page that is begun is, and those after it are even", 12, []int{6}, []int{1, 6, 11}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := laidOut(test.rows)
			s.turned = test.turned
			got := startsOf(s.evened(&layout{lastRow: 3 + test.rows, titleRows: 3}, 3+test.rows, false).pages)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("pages begin with rows (-want +got):\n%s", diff)
			}
		})
	}
}

// TestWholeTables holds that a table begins a page of its own rather than to go on over a second one without its headers,
// if it has room there and leaves enough behind.
func TestWholeTables(t *testing.T) {
	for _, test := range []struct {
		name     string
		from, to int // of a table
		want     []int
	}{
		{"a table that would be cut begins a page", 8, 12, []int{1, 8, 14}},
		{"one longer than a page is cut", 8, 16, []int{1, 10, 16}},
		{"one that would leave a page all but empty is cut", 5, 10, []int{1, 10, 16}},
		{"one whose headers are repeated is cut", 3, 12, []int{1, 10, 16}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := laidOut(15)
			s.keep(test.from, test.to)
			if diff := cmp.Diff(test.want, startsOf(s.pagesOf(&layout{lastRow: 18, titleRows: 3}))); diff != "" {
				t.Errorf("pages begin with rows (-want +got):\n%s", diff)
			}
		})
	}
}

// TestFilledPages holds that the rows of tables and charts take what is left of a page, the others nothing, and none
// more than looks well.
func TestFilledPages(t *testing.T) {
	s := laidOut(4)
	for row := 5; row <= 7; row++ {
		s.height(row, 20)
		s.loosen(row, looseTable)
	}
	s.loosen(7, looseChart)
	air := map[int]float64{}
	s.fillPage(air, 1, 7, 500)
	if diff := cmp.Diff(map[int]float64{5: 20, 6: 20, 7: 10}, air); diff != "" {
		t.Errorf("a page with much room (-want +got):\n%s", diff)
	}
	air = map[int]float64{}
	s.fillPage(air, 1, 7, 285)
	if diff := cmp.Diff(map[int]float64{5: 10, 6: 10, 7: 5}, air); diff != "" {
		t.Errorf("a page with some (-want +got):\n%s", diff)
	}
	air = map[int]float64{}
	if s.fillPage(air, 1, 7, 260); len(air) > 0 {
		t.Errorf("a full page is made fuller: %v", air)
	}
}

// inPrint is a sheet as it is printed: its last column, its first and last row, the rows that are repeated, and those with
// which pages begin.
type inPrint struct {
	file                           *excelize.File
	sheet                          string
	column, first, last            int
	repeatedFrom, repeatedTo, high int
	breaks                         map[int]bool
}

// printedSheets reads what of each sheet of a workbook is printed.
func printedSheets(t *testing.T, content []byte) (list []inPrint) {
	t.Helper()
	f := reopen(t, content)
	grids, _ := opened(t, content).grids()
	for _, g := range grids {
		p := inPrint{file: f, sheet: g.name, breaks: map[int]bool{}}
		p.high, _ = strconv.Atoi(g.root.child("pageSetup").attr("fitToHeight"))
		for _, b := range g.root.child("rowBreaks").Nodes {
			above, _ := strconv.Atoi(b.attr("id"))
			p.breaks[above+1] = true
		}
		for _, name := range f.GetDefinedName() {
			refers := strings.ReplaceAll(name.RefersTo, "$", "")
			_, cells, _ := strings.Cut(refers[strings.LastIndex(refers, "'!")+1:], "!")
			from, to, _ := strings.Cut(cells, ":")
			switch {
			case name.Scope != g.name:
			case name.Name == "_xlnm.Print_Area":
				_, p.first, _ = excelize.CellNameToCoordinates(from)
				p.column, p.last, _ = excelize.CellNameToCoordinates(to)
			case name.Name == "_xlnm.Print_Titles":
				p.repeatedFrom, _ = strconv.Atoi(from)
				p.repeatedTo, _ = strconv.Atoi(to)
			}
		}
		list = append(list, p)
	}
	return list
}

// wide is the characters across, and points are those of some rows.
func (p *inPrint) wide() (n float64) {
	for c := 1; c <= p.column; c++ {
		name, _ := excelize.ColumnNumberToName(c)
		width, _ := p.file.GetColWidth(p.sheet, name)
		n += width
	}
	return n
}

func (p *inPrint) points(from, to int) (n float64) {
	for row := max(1, from); row <= to; row++ {
		high, _ := p.file.GetRowHeight(p.sheet, row)
		n += high
	}
	return n
}

// filled is the share of each page that is filled.
func (p *inPrint) filled() (list []float64) {
	room := p.wide() * pointsPerCharacter * min(printableHeight/printableWidth, printableHeightA4/printableWidthA4)
	used := 0.0
	if p.first > 1 {
		used = p.points(p.repeatedFrom, p.repeatedTo)
	}
	for row := p.first; row <= p.last; row++ {
		if p.breaks[row] && row > p.first {
			list = append(list, used/room)
			if used = 0; row > p.repeatedTo {
				used = p.points(p.repeatedFrom, p.repeatedTo)
			}
		}
		used += p.points(row, row)
	}
	return append(list, used/room)
}

// TestPrintedPages opens packs again and holds of each sheet of lists that every page of it is filled, that none has more
// rows than it has room for, and that its text can be read.
func TestPrintedPages(t *testing.T) {
	packs := map[string]*reports.Pack{"hospitals": reports.Build(reportstest.WithScenarios(reportstest.WithForecast(reportstest.Input())))}
	if !testing.Short() {
		packs["national"] = reports.Build(national())
	}
	for name, pack := range packs {
		for _, p := range printedSheets(t, write(t, pack)) {
			switch p.sheet {
			case sheetPhases, sheetMilestones, sheetCritical, sheetScenarios, sheetSchedule, sheetData:
				t.Run(name+"/"+p.sheet, func(t *testing.T) { p.check(t) })
			}
		}
	}
}

func (p *inPrint) check(t *testing.T) {
	const leastFilled, smallest, rounded = 0.7, 7.9, 1.005
	if size := fontSize * pageWidth / p.wide(); size < smallest {
		t.Errorf("text of ten points is printed with %.1f", size)
	}
	pages := p.filled()
	if p.high == 1 {
		pages = []float64{p.points(1, p.last) / (p.wide() * pointsPerCharacter * printableHeightA4 / printableWidthA4)}
	}
	for k, share := range pages {
		if share < leastFilled || share > rounded && p.high == 0 || share > aLittleLonger {
			t.Errorf("page %d of %d is filled to %.0f%%", k+1, len(pages), 100*share)
		}
	}
}
