package xlsx

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// TestOnlyActions holds that the actions of a plan without a decision left stand on their side, a fact a row, on one page.
func TestOnlyActions(t *testing.T) {
	pack := small()
	pack.Decisions, pack.Later = nil, nil
	pack.Actions = []reports.Action{{ID: "count", Action: "Count it", Owner: "Lead", Risk: "late", RiskName: "It is late", Band: plan.Moderate, Due: calendar.MustOf(2026, 9, 1), Overdue: 3}}
	f := reopen(t, write(t, pack))
	want := [][]string{
		{"Action", "Count it"}, {"Due", "01 Sep 2026"}, {"Owner", "Lead"}, {"Cost", "–"}, {"Risk", "It is late"}, {"Risk id", "late"},
		{"Band", "● Moderate"}, {"Overdue", "! 3 days"}, {"Promise that the risk hurts most", "–"}, {"What the risk costs on average", "–"},
	}
	if diff := cmp.Diff(want, facts(t, pack, sheetDecisions, 6)); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
	onOnePage(t, f, sheetDecisions)
}

// TestFewGates holds that the few gates of a plan without trusts stand on their side, with their criteria in full and
// without what none of them has.
func TestFewGates(t *testing.T) {
	pack := small()
	pack.Readiness = reports.Readiness{Waiting: []reports.GateReady{
		{ID: "one", Name: "Tender approved", Owner: "Director", Phase: "Buying", Date: calendar.MustOf(2026, 9, 1), Unfinished: 2, Criteria: []string{"Funding", "Weights"}},
		{ID: "two", Name: "Award decided", Phase: "Buying", Date: calendar.MustOf(2026, 11, 3), Evidence: []string{"Scores"}},
	}}
	f := reopen(t, write(t, pack))
	want := [][]string{
		{"Gate to come", "Tender approved", "Award decided"}, {"Where", "Buying", "Buying"}, {"Owner", "Director", "–"}, {"Id", "one", "two"},
		{"Date", "01 Sep 2026", "03 Nov 2026"}, {"Waits for", "2 activities", "Nothing unfinished"},
		{"Criteria", "• Funding\n• Weights", "! none named"}, {"Evidence asked for", "! none named", "• Scores"},
	}
	if diff := cmp.Diff(want, facts(t, pack, sheetReadiness, 4)); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
	onOnePage(t, f, sheetReadiness)
}

// facts is the table that a sheet of a pack has from some row on.
func facts(t *testing.T, p *reports.Pack, sheet string, from int) [][]string {
	t.Helper()
	rows, err := reopen(t, write(t, p)).GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var list [][]string
	for _, row := range rows[from-1:] {
		if len(row) > 1 {
			list = append(list, row)
		}
	}
	return list
}
