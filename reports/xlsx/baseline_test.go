package xlsx

import (
	"testing"

	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestBaselineColumns compares the sheets that gain columns when the plan has a baseline.
func TestBaselineColumns(t *testing.T) {
	f := reopen(t, write(t, reports.Build(reportstest.WithBaselines(reportstest.InputOf(reportstest.Programme())))))
	for sheet, file := range map[string]string{"Milestones": "milestones-baseline.txt", "Schedule": "schedule-baseline.txt", "Phases and trusts": "phases-and-trusts-baseline.txt"} {
		got := dump(t, f, sheet)
		golden.Compare(t, file, got)
	}
}
