package xlsx

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestPrintedTo lays out sheets of rows of a hundred points, of which seven have room on a page, and six below the
// headers of a long table that are there again.
func TestPrintedTo(t *testing.T) {
	for _, test := range []struct {
		name   string
		last   int
		tail   tail
		turned []int
		want   int
	}{
		{"no long table is printed whole", 53, tail{}, nil, 53},
		{"a long table is printed on so many pages", 53, tail{head: 3, rows: 50, pages: 3}, nil, 7 + 6 + 6},
		{"one that fits is printed whole, with what stands below it", 20, tail{head: 3, rows: 14, pages: 4}, nil, 20},
		{"what stands below one that does not fit is not printed", 60, tail{head: 3, rows: 10, pages: 1}, nil, 7},
		{"a page may begin early", 53, tail{head: 3, rows: 50, pages: 3}, []int{5}, 4 + 6 + 6},
		{"one line at least is printed", 53, tail{head: 10, rows: 43, pages: 1}, nil, 11},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := &sheet{widths: []float64{pageWidth}, turned: test.turned, isTrial: true}
			for row := 1; row <= test.last; row++ {
				s.height(row, 100)
			}
			if got := s.printedTo(&layout{lastRow: test.last, tail: test.tail}); got != test.want {
				t.Errorf("printed to row %d, want %d", got, test.want)
			}
		})
	}
}

// TestLongSchedulesInPrint sees that of a long schedule the print area holds what comes next, and that the sheet says
// how much that is.
func TestLongSchedulesInPrint(t *testing.T) {
	p := long(1_000)
	done := 0
	for p.Schedule[done].State == reports.Done {
		done++
	}
	f := reopen(t, write(t, p))
	area := ""
	for _, name := range f.GetDefinedName() {
		if name.Name == "_xlnm.Print_Area" && name.Scope == sheetSchedule {
			area = name.RefersTo
		}
	}
	from, to, column := 0, 0, ' '
	_, cells, _ := strings.Cut(strings.ReplaceAll(area, "$", ""), "!")
	if _, err := fmt.Sscanf(cells, "A%d:%c%d", &from, &column, &to); err != nil {
		t.Fatalf("the print area is %q: %v", area, err)
	}
	if from != streamHead+1+done || to <= from || to >= streamHead+len(p.Schedule) {
		t.Errorf("rows %d to %d are printed, and the first that is not done is %d", from, to, streamHead+1+done)
	}
	said := saidPrinted(f, sheetSchedule)
	if want := fmt.Sprintf("%s from the first that is not done the next %d of 1,000 activities", printedMark, to-from+1); !strings.HasPrefix(said, want) {
		t.Errorf("the sheet says %q, want %q", said, want)
	}
}

// saidPrinted is what a sheet says beside the way back: in the second column, or after a narrow one in the third.
func saidPrinted(f *excelize.File, sheet string) string {
	said, _ := f.GetCellValue(sheet, "B3")
	if said == "" {
		said, _ = f.GetCellValue(sheet, "C3")
	}
	return said
}

// TestPortfoliosInPrint sees that the pack of a programme of 300 trusts is printed on no more pages than a board may
// turn: each of its long tables says how much of it is printed.
func TestPortfoliosInPrint(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	f := reopen(t, write(t, reports.Build(reportstest.WithForecast(reportstest.InputOf(reportstest.Many(300))))))
	for _, sheet := range []string{sheetPhases, sheetMilestones, sheetSchedule} {
		if said := saidPrinted(f, sheet); !strings.HasPrefix(said, printedMark) {
			t.Errorf("%s is printed whole, or does not say what is not: %q", sheet, said)
		}
	}
}

// TestLongRegistersInPrint sees that of 300 risks each of their sheets prints some pages and says so, that the register
// still says which of its cells may be changed, and that its formulas still read them.
func TestLongRegistersInPrint(t *testing.T) {
	const risks = 300
	p := empty()
	for i := range risks {
		id := fmt.Sprintf("risk-%03d", i)
		p.Risks.Add(id, &plan.Risk{ID: id, Name: fmt.Sprintf("Risk number %d", i), Current: plan.Score{Consequence: 1 + i%5, Likelihood: 1 + i/5%5}})
	}
	pack := reports.Build(reportstest.InputOf(p))
	f := reopen(t, write(t, pack))
	for _, sheet := range []string{sheetRisks, sheetCosts, sheetControls} {
		said := saidPrinted(f, sheet)
		printed, all := 0, 0
		if _, err := fmt.Sscanf(said, printedMark+" the first %d of %d risks", &printed, &all); err != nil || all != risks || printed < 20 || printed >= risks {
			t.Errorf("%s says %q", sheet, said)
		}
	}
	if found, _ := f.SearchSheet(sheetRisks, inputNote); len(found) != 1 {
		t.Error("the register does not say what may be changed")
	}
	head := (&sheet{book: newBook(pack)}).registerHead()
	rows, _ := f.GetRows(sheetRisks)
	column := slices.Index(rows[head-1], headScore) + 1
	if column == 0 {
		t.Fatalf("row %d is no header: %q", head, rows[head-1])
	}
	row := head + risks
	text, _ := f.GetCellFormula(sheetRisks, at(column, row))
	if want := fmt.Sprintf("N(%s)*N(%s)", at(column-2, row), at(column-1, row)); text != want {
		t.Errorf("the last score is %q, want %q", text, want)
	}
}

// TestPagesBegin lays out rows of a hundred points, of which seven have room on a page, and six below three title rows
// of a hundred points in all.
func TestPagesBegin(t *testing.T) {
	for _, test := range []struct {
		name  string
		heads []int
		turns []int
		want  []int
	}{
		{"a page begins where there is no more room", nil, nil, []int{1, 10, 16}},
		{"a heading begins the page of what it heads", []int{8, 9}, nil, []int{1, 8, 14}},
		{"half a page of headings at most", []int{2, 3, 4, 5, 6, 7, 8, 9}, nil, []int{1, 7, 13}},
		{"a page of headings stays", []int{1, 2, 3, 4, 5, 6, 7, 8, 9}, []int{9}, []int{1, 9, 15}},
		{"a sheet may begin a page early", nil, []int{6}, []int{1, 6, 12, 18}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := &sheet{widths: []float64{pageWidth}, turned: test.turns, isTrial: true}
			for row, points := range []float64{34, 33, 33} {
				s.height(row+1, points)
			}
			for row := 4; row <= 18; row++ {
				s.height(row, 100)
			}
			for _, row := range test.heads {
				s.head(row)
			}
			var got []int
			for _, p := range s.pagesOf(&layout{lastRow: 18, titleRows: 3}) {
				got = append(got, p.from)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("pages begin with rows (-want +got):\n%s", diff)
			}
		})
	}
}
