package xlsx

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/reportstest"
)

// writePlain writes a plain pack and fails the test if that fails.
func writePlain(t testing.TB, p *reports.Pack) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WritePlain(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPlain holds that a plain pack has nothing that it promises not to have, and that its links resolve.
func TestPlain(t *testing.T) {
	for name, pack := range packs() {
		t.Run(name, func(t *testing.T) {
			if testing.Short() && name != "full" {
				t.Skip("takes a while")
			}
			content := writePlain(t, pack)
			noFaults(t, content)
			c := opened(t, content)
			for part, root := range c {
				for _, element := range []string{"mergeCell", "conditionalFormatting", "autoFilter", "drawing", "legacyDrawing", "pane", "f"} {
					if n := len(root.all(element)); n > 0 {
						t.Errorf("%s has %d of %s", part, n, element)
					}
				}
				if strings.HasPrefix(part, "xl/charts") || strings.HasPrefix(part, "xl/drawings") {
					t.Errorf("there is a part %s", part)
				}
			}
			noGrounds(t, c)
			f := reopen(t, content)
			for _, sheet := range f.GetSheetList() {
				plainSheet(t, f, sheet)
			}
		})
	}
}

// noGrounds sees that no look has a ground: the first two of every workbook are none and a pattern that nothing uses.
func noGrounds(t *testing.T, c container) {
	t.Helper()
	for _, xf := range c["xl/styles.xml"].child("cellXfs").Nodes {
		if fill := xf.attr("fillId"); fill != "0" && fill != "" {
			t.Errorf("a look has the ground %s", fill)
		}
	}
}

// plainSheet sees that a sheet has a title, a way to the contents, at most one table, and no glyph that would be
// read out.
func plainSheet(t *testing.T, f *excelize.File, sheet string) {
	t.Helper()
	if title, _ := f.GetCellValue(sheet, "A1"); title == "" && sheet != sheetSummary {
		t.Errorf("%s has no title", sheet)
	}
	if tables, _ := f.GetTables(sheet); len(tables) > 1 {
		t.Errorf("%s has %d tables", sheet, len(tables))
	}
	want := sheetContents
	if sheet == sheetContents {
		want = sheetSummary
	}
	if _, target, _ := f.GetCellHyperLink(sheet, map[bool]string{true: "A3", false: "A4"}[sheet == sheetContents || sheet == sheetSummary]); target != "'"+want+"'!A1" {
		t.Errorf("%s leads to %q, want %s", sheet, target, want)
	}
}

// TestPlainSaysTheSame holds that every table of the pack but those of the charts stands in the plain one, on a sheet
// of its own, with the same rows and numbers and with the same words but for glyphs.
func TestPlainSaysTheSame(t *testing.T) {
	p := reports.Build(reportstest.WithBaselines(reportstest.Input()))
	pack, plain := reopen(t, write(t, p)), reopen(t, writePlain(t, p))
	told := tablesOf(t, plain)
	for name, want := range tablesOf(t, pack) {
		if want.sheet == sheetData {
			continue
		}
		got, ok := told[name]
		if !ok {
			t.Errorf("the plain pack has no table %s of %s", name, want.sheet)
			continue
		}
		if diff := cmp.Diff(want.cells, got.cells); diff != "" {
			t.Errorf("%s of %s (-pack +plain):\n%s", name, want.sheet, diff)
		}
	}
}

// readTable is a table as it is read back.
type readTable struct {
	sheet string
	cells [][]string
}

// tablesOf reads all tables of a workbook by name, their words plain.
func tablesOf(t *testing.T, f *excelize.File) map[string]readTable {
	t.Helper()
	found := map[string]readTable{}
	for _, sheet := range f.GetSheetList() {
		list, err := f.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range list {
			found[table.Name] = readTable{sheet, readCells(t, f, sheet, table.Range)}
		}
	}
	return found
}

func readCells(t *testing.T, f *excelize.File, sheet, area string) (cells [][]string) {
	t.Helper()
	from, to, _ := strings.Cut(area, ":")
	left, top, _ := excelize.CellNameToCoordinates(from)
	right, bottom, _ := excelize.CellNameToCoordinates(to)
	for r := top; r <= bottom; r++ {
		var line []string
		for c := left; c <= right; c++ {
			value, err := f.GetCellValue(sheet, at(c, r), excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			if value = plainWords(value); value == none {
				value = notStated
			}
			line = append(line, value)
		}
		cells = append(cells, line)
	}
	return cells
}

// TestPlainSheets compares some sheets of the plain pack, read back, with a file; UPDATE=1 writes it.
func TestPlainSheets(t *testing.T) {
	f := reopen(t, writePlain(t, reportstest.Pack()))
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		if slices.Contains([]string{sheetSummary, sheetContents, sheetPage + " 1", sheetHeatMap + " 1", sheetContracts, sheetProvenance + " 1"}, sheet) {
			b.WriteString("== " + sheet + "\n" + dump(t, f, sheet))
		}
	}
	golden.Compare(t, "plain.txt", b.String())
}

// TestPlainBytes writes the plain pack twice.
func TestPlainBytes(t *testing.T) {
	if !bytes.Equal(writePlain(t, reportstest.Pack()), writePlain(t, reportstest.Pack())) {
		t.Error("two plain packs of one plan differ")
	}
}

// TestPlainText holds that hostile text of the plan comes back as text.
func TestPlainText(t *testing.T) {
	pack := reports.Build(reportstest.WithForecast(reportstest.InputOf(hostile())))
	f := reopen(t, writePlain(t, pack))
	cells := tablesOf(t, f)["Risks"].cells
	for i, r := range pack.Risks.Rows {
		if got := cells[i+1][1]; got != plainWords(r.Name) {
			t.Errorf("risk %d is %q, want %q", i, got, plainWords(r.Name))
		}
	}
}

func TestUnmarked(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"■ Red", "Red"},
		{"▲ 45%", "marked: 45%"},
		{`0" ▲ High"`, `0" High"`},
		{"▲", "▲"},
		{"● Passed\n○ 12 Mar 2027", "Passed\n12 Mar 2027"},
		{"→ same", "→ same"},
		{"plain", "plain"},
	} {
		if got := unmarked(c.text); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestPlainWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"• One\n• Two", "One; Two"},
		{"→ same", "same"},
		{"12\n▲ High\n↑ up from 8", "12; High; up from 8"},
		{"trainers: 6 → 9", "trainers: 6 → 9"},
		{"by 500 days in all,\nat most 94", "by 500 days in all; at most 94"},
		{"", ""},
	} {
		if got := plainWords(c.text); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSentencesOf(t *testing.T) {
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"One.", []string{"One."}},
		{"One. Two. Three", []string{"One.", "Two.", "Three"}},
		{"1.5 days", []string{"1.5 days"}},
	} {
		if diff := cmp.Diff(c.want, sentencesOf(c.words)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.words, diff)
		}
	}
}

// BenchmarkWritePlain writes the plain pack of a programme with 6,000 activities.
func BenchmarkWritePlain(b *testing.B) {
	p := long(6_000)
	for b.Loop() {
		writePlain(b, p)
	}
}
