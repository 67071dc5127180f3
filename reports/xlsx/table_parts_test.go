package xlsx

import (
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"epr/reports/reportstest"
)

// TestLongChains holds that a chain longer than a page is told in tables of a page each, with all its steps in their
// order, and that every page begins with a heading.
func TestLongChains(t *testing.T) {
	const steps = 70
	p := reportstest.Pack()
	p.Critical = p.Critical[:1]
	chain := &p.Critical[0]
	for i := 0; len(chain.Steps) < steps; i++ {
		chain.Steps = append(chain.Steps, chain.Steps[i])
	}
	chain.Steps = chain.Steps[:steps]
	content := write(t, p)
	noFaults(t, content)
	f := reopen(t, content)
	tables, err := f.GetTables(sheetCritical)
	if err != nil {
		t.Fatal(err)
	}
	next, parts := 1, 0
	for _, table := range tables {
		if !strings.HasPrefix(table.Name, "ChainI") {
			continue
		}
		parts++
		from, to, _ := strings.Cut(table.Range, ":")
		_, head, _ := excelize.CellNameToCoordinates(from)
		_, last, _ := excelize.CellNameToCoordinates(to)
		for row := head + 1; row <= last; row++ {
			shown, _ := f.GetCellValue(sheetCritical, at(1, row))
			if want := strconv.Itoa(next); shown != want {
				t.Fatalf("%s: step %q, want %q", table.Name, shown, want)
			}
			next++
		}
	}
	if next != steps+1 || parts < 3 {
		t.Errorf("%d steps in %d tables, want %d in three or more", next-1, parts, steps)
	}
	for _, sheet := range printedSheets(t, content) {
		if sheet.sheet != sheetCritical {
			continue
		}
		for row := range sheet.breaks {
			if words, _ := f.GetCellValue(sheetCritical, at(1, row)); words == "" || strings.Trim(words, "0123456789") == "" {
				t.Errorf("a page begins with row %d: %q", row, words)
			}
		}
		sheet.check(t)
	}
}
