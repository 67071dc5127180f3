package xlsx

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/reports"
	"epr/reports/reportstest"
)

// TestBaselineColumns compares the sheets that gain columns when the plan has a baseline.
func TestBaselineColumns(t *testing.T) {
	f := reopen(t, write(t, reports.Build(reportstest.WithBaselines(reportstest.InputOf(reportstest.Programme())))))
	for sheet, path := range map[string]string{"Milestones": "testdata/milestones-baseline.txt", "Schedule": "testdata/schedule-baseline.txt", "Phases and trusts": "testdata/phases-and-trusts-baseline.txt"} {
		got := dump(t, f, sheet)
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", sheet, diff)
		}
	}
}
