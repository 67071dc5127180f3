package xlsx

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"epr/plan"
	"epr/plan/plantest"
	"epr/reports"
	"epr/reports/reportstest"
)

// national is a national programme of 206 trusts and 6,180 activities, with a forecast.
var national = sync.OnceValue(func() reports.Input {
	return reportstest.WithForecast(reportstest.InputOfModel(plantest.Programme(plantest.NationalTrusts, plantest.NationalSteps), plantest.ProgrammeFile))
})

// BenchmarkPack computes and writes the pack of a national programme:
//
//	go test -run - -bench Pack -benchmem ./reports/xlsx
func BenchmarkPack(b *testing.B) {
	in := national()
	b.ReportAllocs()
	for b.Loop() {
		write(b, reports.Build(in))
	}
}

// BenchmarkWrite writes packs with schedules of several lengths, whose cost grows as they do.
func BenchmarkWrite(b *testing.B) {
	for _, rows := range []int{134, 1_000, 6_000, 20_000} {
		p := long(rows)
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				write(b, p)
			}
		})
	}
}

// long is the invented programme with its schedule repeated.
func long(rows int) *reports.Pack {
	p := reportstest.Pack()
	for i := 0; len(p.Schedule) < rows; i++ {
		row := p.Schedule[i]
		row.ID = fmt.Sprintf("%s-%d", row.ID, i)
		p.Schedule = append(p.Schedule, row)
	}
	return p
}

// TestTwentyThousandRows sees that a schedule of 20,000 activities is all there, with its filters, its frozen heads
// and the heads on every printed page.
func TestTwentyThousandRows(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	const rows, scheduleID = 20_000, 16
	p := long(rows)
	f := reopen(t, write(t, p))
	tables, err := f.GetTables(sheetSchedule)
	if err != nil || len(tables) != 1 {
		t.Fatalf("%d tables, %v", len(tables), err)
	}
	if want := fmt.Sprintf("A%d:P%d", streamHead, streamHead+rows); tables[0].Range != want {
		t.Errorf("the table is %s, want %s", tables[0].Range, want)
	}
	if panes, _ := f.GetPanes(sheetSchedule); !panes.Freeze || panes.YSplit != streamHead {
		t.Errorf("panes %+v", panes)
	}
	titles := ""
	for _, name := range f.GetDefinedName() {
		if name.Name == "_xlnm.Print_Titles" && name.Scope == sheetSchedule {
			titles = name.RefersTo
		}
	}
	if want := fmt.Sprintf("'%s'!$1:$%d", sheetSchedule, streamHead); titles != want {
		t.Errorf("printed on every page: %s, want %s", titles, want)
	}
	for _, r := range []int{0, rows / 2, rows - 1} {
		if got, _ := f.GetCellValue(sheetSchedule, at(scheduleID, streamHead+1+r)); got != p.Schedule[r].ID {
			t.Errorf("row %d is of %q, want %q", r, got, p.Schedule[r].ID)
		}
	}
}

// TestThreeHundredBodies sees that the summary of a programme of 300 trusts and 60 phases still is one page on which
// nothing is small, that what it leaves out is counted, and that the other sheets have all of it.
func TestThreeHundredBodies(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	const trusts = 300
	p := reportstest.Many(trusts)
	p.Programme.End += 6 * 365
	for i := range 59 {
		phase := *p.Phases.Get("one")
		phase.ID, phase.Name, phase.Trusts = fmt.Sprintf("more-%d", i), fmt.Sprintf("Phase %d", i+2), phase.Trusts[i:i+1]
		p.Phases.Add(phase.ID, &phase)
	}
	for i := range 300 {
		score := plan.Score{Consequence: 1 + i%5, Likelihood: 1 + i/5%5}
		id := fmt.Sprintf("risk-%03d", i)
		p.Risks.Add(id, &plan.Risk{ID: id, Name: fmt.Sprintf("Risk number %d", i), Owner: "Its owner", Current: score})
	}
	pack := reports.Build(reportstest.WithForecast(reportstest.InputOf(p)))
	content := write(t, pack)
	noFaults(t, content)
	f := reopen(t, content)
	onOnePage(t, f, sheetSummary)
	onOnePage(t, f, sheetPage)
	onOnePage(t, f, sheetHeatMap)
	for sheet, tables := range map[string]map[string]int{
		sheetPhases: {"Phases": 60, "Trusts": trusts}, sheetRisks: {"Risks": 300}, sheetMilestones: {"Milestones": len(pack.Milestones)},
	} {
		list, _ := f.GetTables(sheet)
		for name, want := range tables {
			rows := -1
			for _, table := range list {
				if table.Name == name {
					from, to, _ := strings.Cut(table.Range, ":")
					rows = rowOf(to) - rowOf(from)
				}
			}
			if rows != want {
				t.Errorf("table %s of %s has %d rows, want %d", name, sheet, rows, want)
			}
		}
	}
	counted := counts(t, f, sheetSummary)
	for what, all := range map[string]int{"phase": 60, "trust": trusts} {
		if n := counted[what]; n == 0 || n >= all {
			t.Errorf("the summary leaves out %d of %d %ss", n, all, what)
		}
	}
	inMap := 0
	for likelihood := range 5 {
		for c := 2; c <= 6; c++ {
			cell, _ := f.GetCellValue(sheetHeatMap, at(c, 6+2*likelihood))
			inMap += risksIn(cell)
		}
	}
	if inMap != 300 {
		t.Errorf("the heat map names or counts %d of 300 risks", inMap)
	}
}

// risksIn counts the risks that a cell of the heat map names or counts.
func risksIn(cell string) int {
	n := 0
	for _, line := range strings.Split(cell, "\n") {
		more := 0
		if _, err := fmt.Sscanf(line, "and %d more", &more); err == nil {
			n += more
		} else {
			n++
		}
	}
	return n
}

// counts are the lines of a sheet that say how many of something it leaves out.
func counts(t *testing.T, f *excelize.File, sheet string) map[string]int {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	for _, row := range rows {
		for _, cell := range row {
			n := 0
			if _, err := fmt.Sscanf(cell, "… and %d", &n); err != nil {
				continue
			}
			for _, what := range []string{"phase", "trust"} {
				if strings.Contains(cell, " "+what) {
					found[what] = n
				}
			}
		}
	}
	return found
}

// smallest is the scale below which the text of a page cannot be read on A3: ten points become six.
const smallest = 0.55

// onOnePage sees that a sheet is printed on one page, and that it does not have to be made too small for that.
func onOnePage(t *testing.T, f *excelize.File, sheet string) {
	t.Helper()
	layout, err := f.GetPageLayout(sheet)
	if err != nil {
		t.Fatal(err)
	}
	if *layout.FitToHeight != 1 || *layout.FitToWidth != 1 {
		t.Errorf("%s is printed on %d × %d pages", sheet, *layout.FitToWidth, *layout.FitToHeight)
	}
	if scale := scaleOn(t, f, sheet, printableWidth, printableHeight); scale < smallest {
		t.Errorf("%s is printed at %.0f%%", sheet, scale*100)
	}
}

// scaleOn is the scale at which a sheet fits what of a page can be printed, in hundredths of an inch.
func scaleOn(t *testing.T, f *excelize.File, sheet string, width, height float64) float64 {
	t.Helper()
	dimension, _ := f.GetSheetDimension(sheet)
	_, last, _ := strings.Cut(dimension, ":")
	right, bottom, err := excelize.CellNameToCoordinates(last)
	if err != nil {
		t.Fatal(err)
	}
	wide, high := 0.0, 0.0
	for c := 1; c <= right; c++ {
		name, _ := excelize.ColumnNumberToName(c)
		width, _ := f.GetColWidth(sheet, name)
		wide += width * pointsPerCharacter
	}
	for r := 1; r <= bottom; r++ {
		height, _ := f.GetRowHeight(sheet, r)
		high += height
	}
	const point = 0.72 // of a hundredth of an inch
	return min(1, width*point/wide, height*point/high)
}

// TestSummaryOnA4 sees that the summary of a national programme is one page of A4 too, if the paper is changed to that,
// and that ten points become six at least.
func TestSummaryOnA4(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	f := reopen(t, write(t, reports.Build(national())))
	onOnePage(t, f, sheetSummary)
	if scale := scaleOn(t, f, sheetSummary, printableWidthA4, printableHeightA4); scale < 0.6 {
		t.Errorf("on A4 the summary is printed at %.0f%%", scale*100)
	}
}

// TestSchedulesAreNotSqueezed sees that a schedule longer than a page is printed at full width on as many pages as that
// takes, each of which the sheet begins itself.
func TestSchedulesAreNotSqueezed(t *testing.T) {
	for _, rows := range []int{60, 134, 300} {
		p := long(rows)
		p.Schedule = p.Schedule[:rows]
		f := reopen(t, write(t, p))
		layout, err := f.GetPageLayout("Schedule")
		if err != nil {
			t.Fatal(err)
		}
		if *layout.FitToHeight != 0 || *layout.FitToWidth != 1 {
			t.Errorf("%d rows are printed on %d × %d pages", rows, *layout.FitToWidth, *layout.FitToHeight)
		}
	}
}
