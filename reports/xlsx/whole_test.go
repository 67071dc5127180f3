package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// packs are the packs on which the rules for a sound workbook are held: a full one, an empty one, one of many
// trusts, one of hostile text.
func packs() map[string]*reports.Pack {
	in := reportstest.Input()
	in.Previous, in.Reasons, in.Checks, in.Files, in.Solve = nil, nil, nil, nil, reports.Solve{}
	in.Forecast, in.LastRegister = nil, nil
	return map[string]*reports.Pack{
		"full":      reportstest.Pack(),
		"unknown":   reports.Build(in),
		"empty":     reports.Build(reportstest.InputOf(empty())),
		"nothing":   reports.Build(reportstest.WithForecast(reportstest.InputOf(empty()))),
		"many":      reports.Build(reportstest.WithForecast(reportstest.InputOf(reportstest.Many(60)))),
		"hostile":   reports.Build(reportstest.WithForecast(reportstest.InputOf(hostile()))),
		"zero pack": {},
	}
}

func empty() *plan.Plan {
	return &plan.Plan{Programme: plan.Programme{
		Name: "Empty", Start: calendar.MustOf(2026, 7, 1), Status: calendar.MustOf(2026, 7, 1), End: calendar.MustOf(2027, 6, 30),
		Bands: plan.DefaultBands,
	}}
}

func TestSound(t *testing.T) {
	for name, pack := range packs() {
		t.Run(name, func(t *testing.T) {
			if testing.Short() && name != "full" {
				t.Skip("takes a while")
			}
			content := write(t, pack)
			wellFormed(t, content)
			f := reopen(t, content)
			soundSheets(t, f)
			soundLinks(t, f)
			soundTables(t, f)
			noFormulas(t, f)
			soundCharts(t, f, content)
		})
	}
}

// wellFormed reads every part as XML.
func wellFormed(t *testing.T, content []byte) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range archive.File {
		if _, err := decode(entry, func(xml.Token) {}); err != nil {
			t.Errorf("%s: %v", entry.Name, err)
		}
	}
}

// decode reads an entry as XML and shows its tokens.
func decode(entry *zip.File, see func(xml.Token)) (string, error) {
	r, err := entry.Open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	for d := xml.NewDecoder(r); ; {
		token, err := d.Token()
		if err == io.EOF {
			return entry.Name, nil
		}
		if err != nil {
			return entry.Name, err
		}
		see(token)
	}
}

func soundSheets(t *testing.T, f *excelize.File) {
	t.Helper()
	for _, name := range f.GetSheetList() {
		if len(name) > 31 || name == "History" || strings.ContainsAny(name, `[]:*?/\`) {
			t.Errorf("sheet name %q", name)
		}
	}
	for i, part := range sheets() {
		if got := f.GetSheetList()[i]; got != part.name {
			t.Errorf("sheet %d is %q, want %q", i, got, part.name)
		}
	}
}

var reference = regexp.MustCompile(`^'([^']+)'!\$?[A-Z]+\$?[0-9]*(:\$?[A-Z]+\$?[0-9]+)?$|^'([^']+)'!\$[A-Z]+:\$[A-Z]+$|^'([^']+)'!\$[0-9]+:\$[0-9]+$`)

// resolves reports whether a reference names a sheet of the workbook.
func resolves(f *excelize.File, ref string) bool {
	m := reference.FindStringSubmatch(ref)
	return m != nil && slices.Contains(f.GetSheetList(), m[1]+m[3]+m[4])
}

// soundLinks follows every link and every defined name, and sees that each sheet but the first leads back to it.
func soundLinks(t *testing.T, f *excelize.File) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		cells, err := f.GetHyperLinkCells(sheet, "Location")
		if err != nil {
			t.Fatal(err)
		}
		back := sheet == sheetSummary
		for _, cell := range cells {
			_, target, _ := f.GetCellHyperLink(sheet, cell)
			if !resolves(f, target) {
				t.Errorf("%s %s links to %q", sheet, cell, target)
			}
			back = back || target == "'"+sheetSummary+"'!A1"
		}
		if !back {
			t.Errorf("%s has no link back to %s", sheet, sheetSummary)
		}
		if sheet == sheetSummary && len(cells) < len(sheets())-1 {
			t.Errorf("the summary links to %d of %d other sheets", len(cells), len(sheets())-1)
		}
	}
	for _, name := range f.GetDefinedName() {
		for ref := range strings.SplitSeq(name.RefersTo, ",") {
			if !resolves(f, ref) {
				t.Errorf("%s of %s refers to %q", name.Name, name.Scope, ref)
			}
		}
	}
}

// soundTables sees that names and headers are unique, that no header is blank, and that tables do not overlap.
func soundTables(t *testing.T, f *excelize.File) {
	t.Helper()
	names := map[string]bool{}
	for _, sheet := range f.GetSheetList() {
		taken := map[string]string{}
		list, err := f.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range list {
			if names[strings.ToLower(table.Name)] {
				t.Errorf("two tables are called %s", table.Name)
			}
			names[strings.ToLower(table.Name)] = true
			soundTable(t, f, sheet, table, taken)
		}
	}
}

func soundTable(t *testing.T, f *excelize.File, sheet string, table excelize.Table, taken map[string]string) {
	t.Helper()
	from, to, _ := strings.Cut(table.Range, ":")
	left, top, _ := excelize.CellNameToCoordinates(from)
	right, bottom, _ := excelize.CellNameToCoordinates(to)
	heads := map[string]bool{}
	for c := left; c <= right; c++ {
		head, _ := f.GetCellValue(sheet, at(c, top))
		if head == "" || head != strings.TrimSpace(head) || heads[strings.ToLower(head)] {
			t.Errorf("table %s has the header %q twice, blank or padded", table.Name, head)
		}
		heads[strings.ToLower(head)] = true
		for r := top; r <= bottom; r++ {
			if other := taken[at(c, r)]; other != "" {
				t.Errorf("tables %s and %s overlap in %s", table.Name, other, at(c, r))
			}
			taken[at(c, r)] = table.Name
			if value, _ := f.GetCellValue(sheet, at(c, r)); value == "" {
				t.Errorf("table %s has a blank cell %s", table.Name, at(c, r))
			}
		}
	}
}

func noFormulas(t *testing.T, f *excelize.File) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c := range rows[r] {
				if formula, _ := f.GetCellFormula(sheet, at(c+1, r+1)); formula != "" {
					t.Errorf("%s %s has the formula %q", sheet, at(c+1, r+1), formula)
				}
			}
		}
	}
}

// soundCharts sees that what charts read is there, and that each chart has text for those who do not see it.
func soundCharts(t *testing.T, f *excelize.File, content []byte) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range archive.File {
		inReference := false
		decode(entry, func(token xml.Token) {
			switch v := token.(type) {
			case xml.StartElement:
				inReference = v.Name.Local == "f" && path.Dir(entry.Name) == "xl/charts"
				if v.Name.Local == "cNvPr" && path.Dir(entry.Name) == "xl/drawings" {
					described(t, entry.Name, v)
				}
			case xml.EndElement:
				inReference = false
			case xml.CharData:
				if inReference && !holds(f, string(v)) {
					t.Errorf("%s reads %q, which is empty", entry.Name, v)
				}
			}
		})
	}
}

func described(t *testing.T, part string, e xml.StartElement) {
	t.Helper()
	for _, attr := range e.Attr {
		if attr.Name.Local == "descr" && len(attr.Value) > 20 {
			return
		}
	}
	for _, attr := range e.Attr {
		if attr.Name.Local == "id" && attr.Value == "0" {
			return // the frame's own, without a picture
		}
	}
	t.Errorf("%s has a drawing without a description: %v", part, e.Attr)
}

// holds reports whether every cell of a range of the workbook has a value.
func holds(f *excelize.File, ref string) bool {
	if !resolves(f, ref) {
		return false
	}
	sheet, cells, _ := strings.Cut(strings.ReplaceAll(ref, "$", ""), "!")
	sheet = strings.Trim(sheet, "'")
	from, to, found := strings.Cut(cells, ":")
	if !found {
		to = from
	}
	left, top, _ := excelize.CellNameToCoordinates(from)
	right, bottom, _ := excelize.CellNameToCoordinates(to)
	for c := left; c <= right; c++ {
		for r := top; r <= bottom; r++ {
			if value, _ := f.GetCellValue(sheet, at(c, r)); value == "" {
				return false
			}
		}
	}
	return true
}

// TestEmptyIsASentence sees that a sheet with nothing to show says so.
func TestEmptyIsASentence(t *testing.T) {
	f := reopen(t, write(t, reports.Build(reportstest.InputOf(empty()))))
	for sheet, want := range map[string]string{
		sheetPage: "The plan has no activity.", sheetDecisions: "No decision falls in the 120 days from 1 July 2026. None is left to take.",
		sheetPhases: "The plan has no phase with work in it.", sheetMilestones: "The plan has no go-live, no gate and no milestone.",
		sheetRisks: "The register holds no risk.", sheetControls: "The register holds no risk.", sheetHeatMap: "The register holds no risk.",
		sheetTeams: "No activity needs a team.", sheetClashes: "No blackout moved any work.", sheetContracts: "The plan has no contract.",
		sheetConfidence: "No forecast was made for this pack, so no chance of any date is stated.",
		sheetEvidence:   "There is no forecast, or no promise to measure it against, so the evidence is not set against any rating. Nobody has stated a delivery confidence in the plan. Rating it is for people.",
		sheetDesigns:    "No phase has work that is done for each workflow, so there is nothing to show.",
		sheetReadiness:  "No gate is left to be passed.", sheetSince: "Nothing is different from the schedule as last committed.", sheetAssurance: "Nothing.",
		sheetSchedule: "The plan has no activity.", sheetData: "Nothing to draw.",
		sheetSummary: "The plan has no go-live, so there is none to draw.",
	} {
		if found, _ := f.SearchSheet(sheet, want); len(found) == 0 {
			t.Errorf("%s does not say %q", sheet, want)
		}
	}
}

// TestDateOfTheDocument sees that the workbook knows no other day than the status date.
func TestDateOfTheDocument(t *testing.T) {
	content := write(t, reportstest.Pack())
	props, err := reopen(t, content).GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if props.Created != "2026-11-21T00:00:00Z" || props.Modified != props.Created || props.Creator != "epr 0.1.0" {
		t.Errorf("created %s by %s, modified %s", props.Created, props.Creator, props.Modified)
	}
	archive, _ := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	for i, entry := range archive.File {
		if got := fmt.Sprint(entry.Modified.UTC().Date()); got != "2026 November 21" {
			t.Errorf("%s is of %s", entry.Name, got)
		}
		if first := []string{"[Content_Types].xml", "_rels/.rels"}; i < 2 && entry.Name != first[i] {
			t.Errorf("entry %d is %s", i, entry.Name)
		}
	}
}
