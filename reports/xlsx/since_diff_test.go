package xlsx

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestChangesSheet compares the sheet that tells a whole comparison, as a text, with a file; UPDATE=1 writes it.
func TestChangesSheet(t *testing.T) {
	sheets := asText(t, write(t, reports.Build(reportstest.WithHistory(reportstest.Input()))))
	at := slices.IndexFunc(sheets, func(s reports.SheetText) bool { return s.Name == sheetSince })
	got := strings.Join(sheets[at].Lines, "\n") + "\n"
	golden.Compare(t, "changes-as-text.txt", got)
}

// TestMilestonesTellHowTheyStood looks for the date of an earlier version on the sheet of the milestones.
func TestMilestonesTellHowTheyStood(t *testing.T) {
	in := reportstest.WithHistory(reportstest.Input())
	sheets := asText(t, write(t, reports.Build(in)))
	at := slices.IndexFunc(sheets, func(s reports.SheetText) bool { return s.Name == sheetMilestones })
	want := "Planned before for " + in.History[1].Stood[0].Finish.Short()
	if n := strings.Count(strings.Join(sheets[at].Lines, "\n"), want); n != 1 {
		t.Errorf("%q stands %d times on the sheet", want, n)
	}
}

// TestAsText reads a pack back: as many sheets as it has but for the data of the charts, no empty row, no empty cell.
func TestAsText(t *testing.T) {
	content := write(t, reportstest.Pack())
	var want []string
	for _, name := range reopen(t, content).GetSheetList() {
		if name != sheetData {
			want = append(want, name)
		}
	}
	var got []string
	for _, s := range asText(t, content) {
		got = append(got, s.Name)
		for _, line := range s.Lines {
			if line == "" || strings.Contains(line, "|  |") || strings.ContainsAny(line, "\n\t") {
				t.Errorf("%s has the line %q", s.Name, line)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := AsText(strings.NewReader("no workbook")); err == nil {
		t.Error("what is no workbook was read")
	}
}

func asText(t *testing.T, content []byte) []reports.SheetText {
	t.Helper()
	sheets, err := AsText(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return sheets
}
