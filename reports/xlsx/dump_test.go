package xlsx

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/reportstest"
)

// write writes a pack and fails the test if that fails.
func write(t testing.TB, p *reports.Pack) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// reopen reads a workbook back.
func reopen(t testing.TB, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestSheets compares each sheet, read back, with a file; UPDATE=1 writes the files.
func TestSheets(t *testing.T) {
	f := reopen(t, write(t, reportstest.Pack()))
	for _, name := range f.GetSheetList() {
		t.Run(name, func(t *testing.T) {
			file := strings.ReplaceAll(strings.ToLower(name), " ", "-") + ".txt"
			got := dump(t, f, name)
			golden.Compare(t, file, got)
		})
	}
}

// dump is a sheet as text: its columns, rows, cells with number format and ground, merges, links, tables. Of
// cells that are alike and follow each other in a row only the first is told, with how many there are.
func dump(t *testing.T, f *excelize.File, sheet string) string {
	t.Helper()
	var b strings.Builder
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for r := range rows {
		high, _ := f.GetRowHeight(sheet, r+1)
		fmt.Fprintf(&b, "%d (%.0f)", r+1, high)
		last, times := "", 0
		for c, value := range rows[r] {
			told := cellText(t, f, sheet, at(c+1, r+1), value)
			switch {
			case told == last:
				times++
				continue
			case times > 1:
				fmt.Fprintf(&b, " ×%d", times)
			}
			fmt.Fprintf(&b, "\n  %s %s", at(c+1, r+1), told)
			last, times = told, 1
		}
		if times > 1 {
			fmt.Fprintf(&b, " ×%d", times)
		}
		b.WriteByte('\n')
	}
	b.WriteString(merges(t, f, sheet) + tables(t, f, sheet) + widths(t, f, sheet, rows))
	return b.String()
}

func cellText(t *testing.T, f *excelize.File, sheet, name, value string) string {
	kind, err := f.GetCellType(sheet, name)
	if err != nil {
		t.Fatal(err)
	}
	if kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		value = fmt.Sprintf("%q", value)
	}
	id, _ := f.GetCellStyle(sheet, name)
	style, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	told := value
	if style.CustomNumFmt != nil {
		told += " as " + *style.CustomNumFmt
	}
	if style.Fill.Type == "pattern" && len(style.Fill.Color) > 0 {
		told += " on " + colourName(style.Fill.Color[0])
	}
	if linked, target, _ := f.GetCellHyperLink(sheet, name); linked {
		told += " -> " + target
	}
	return told
}

// colourName is the name of a colour of the palette.
func colourName(colour string) string {
	for _, known := range [][2]string{
		{navy, "navy"}, {blue, "blue"}, {green, "green"}, {amber, "amber"}, {red, "red"}, {pale, "pale"},
		{yellow, "yellow"}, {mint, "mint"}, {closedFill, "closed"}, {softFill, "soft"},
	} {
		if strings.EqualFold(known[0], colour) {
			return known[1]
		}
	}
	return colour
}

func merges(t *testing.T, f *excelize.File, sheet string) string {
	cells, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, cell := range cells {
		list = append(list, cell.GetStartAxis()+":"+cell.GetEndAxis())
	}
	return "merged " + strings.Join(list, " ") + "\n"
}

func tables(t *testing.T, f *excelize.File, sheet string) string {
	list, err := f.GetTables(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, table := range list {
		names = append(names, table.Name+" "+table.Range)
	}
	slices.Sort(names)
	return "tables " + strings.Join(names, ", ") + "\n"
}

func widths(t *testing.T, f *excelize.File, sheet string, rows [][]string) string {
	most := 0
	for _, row := range rows {
		most = max(most, len(row))
	}
	var list []string
	for c := range most {
		name, _ := excelize.ColumnNumberToName(c + 1)
		width, err := f.GetColWidth(sheet, name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, fmt.Sprintf("%.1f", width))
	}
	return "widths " + strings.Join(list, " ") + "\n"
}
