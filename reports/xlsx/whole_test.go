package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"epr/calendar"
	"epr/examples"
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
		"awkward":   reportstest.Hostile(),
		"example":   reports.Build(reportstest.WithForecast(reportstest.InputOfModel(examples.Files, "lincolnshire.toml"))),
		"zero pack": {Header: reports.Header{Programme: "Zero"}},
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
			noFaults(t, content)
			f := reopen(t, content)
			for i, part := range sheets() {
				if got := f.GetSheetList()[i]; got != part.name {
					t.Errorf("sheet %d is %q, want %q", i, got, part.name)
				}
			}
			soundNames(t, f)
			soundLinks(t, f)
		})
		t.Run(name+", plain", func(t *testing.T) {
			if testing.Short() {
				t.Skip("takes a while")
			}
			var b bytes.Buffer
			if err := WritePlain(&b, pack); err != nil {
				t.Fatal(err)
			}
			noFaults(t, b.Bytes())
			soundNames(t, reopen(t, b.Bytes()))
		})
	}
}

// soundNames sees that sheets are called what Excel allows.
func soundNames(t *testing.T, f *excelize.File) {
	t.Helper()
	taken := map[string]bool{}
	for _, name := range f.GetSheetList() {
		if len(name) > 31 || name == "" || name == "History" || strings.ContainsAny(name, `[]:*?/\`) || strings.Trim(name, "'") != name || taken[strings.ToLower(name)] {
			t.Errorf("sheet name %q", name)
		}
		taken[strings.ToLower(name)] = true
	}
}

// soundLinks sees that each sheet but the first leads back to it, and the first to all others.
func soundLinks(t *testing.T, f *excelize.File) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		cells, err := f.GetHyperLinkCells(sheet, "Location")
		if err != nil {
			t.Fatal(err)
		}
		leads := map[string]bool{}
		for _, cell := range cells {
			_, target, _ := f.GetCellHyperLink(sheet, cell)
			leads[target] = true
		}
		for _, other := range f.GetSheetList() {
			if (sheet == sheetSummary) != (other == sheetSummary) && (sheet == sheetSummary || other == sheetSummary) && !leads["'"+other+"'!A1"] {
				t.Errorf("%s has no link to %s", sheet, other)
			}
		}
	}
}

// TestEmptyIsASentence sees that a sheet with nothing to show says so.
func TestEmptyIsASentence(t *testing.T) {
	f := reopen(t, write(t, reports.Build(reportstest.InputOf(empty()))))
	for sheet, want := range map[string]string{
		sheetPage: "The plan has no activity.", sheetDecisions: "No decision falls in the 120 days from 1 July 2026. None is left to take.",
		sheetPhases: "The plan has no phase with work in it.", sheetMilestones: "The plan has no go-live, no gate and no milestone.",
		sheetRisks: "The register holds no risk.", sheetCosts: "The register holds no risk.", sheetCritical: "No chain was worked out, or every phase is finished.", sheetControls: "The register holds no risk.", sheetHeatMap: "The register holds no risk.",
		sheetTeams: "No activity needs a team.", sheetClashes: "No blackout moved any work.", sheetContracts: "The plan has no contract.",
		sheetConfidence: "No forecast was made for this pack, so no chance of any date is stated.",
		sheetEvidence:   "There is no forecast, or no promise to measure it against, so the evidence is not set against any rating. Nobody has stated a delivery confidence in the plan. Rating it is for people.",
		sheetDesigns:    "No phase has work that is done for each workflow, so there is no design to follow.",
		sheetReadiness:  "No gate is left to be passed.", sheetSince: "Nothing is different from the schedule as last committed.", sheetAssurance: "Nothing.",
		sheetSchedule: "The plan has no activity.", sheetData: "Nothing to draw.",
		sheetSummary: "The plan has no go-live.",
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
