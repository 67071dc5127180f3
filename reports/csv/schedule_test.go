package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"slices"
	"strings"
	"testing"

	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/csv"
	"epr/reports/reportstest"
)

func writtenSchedule(t *testing.T, p *reports.Pack) string {
	t.Helper()
	var b bytes.Buffer
	if err := csv.WriteSchedule(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteSchedule(t *testing.T) {
	got := writtenSchedule(t, reports.Build(reportstest.InputOf(reportstest.Many(2))))
	golden.Compare(t, "two-trusts.schedule.csv", got)
}

// TestHostileSchedule reads a schedule with awkward texts and links back.
func TestHostileSchedule(t *testing.T) {
	p := reportstest.Hostile()
	records, err := stdcsv.NewReader(strings.NewReader(strings.TrimPrefix(writtenSchedule(t, p), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(records) != len(p.Schedule)+1 {
		t.Fatalf("%d lines for %d activities", len(records), len(p.Schedule))
	}
	column := func(name string) int { return slices.Index(records[0], name) }
	waits := map[string]string{}
	for _, record := range records[1:] {
		waits[record[column("id")]] = record[column("waits_for")]
		for c, field := range record {
			if c != column("slack_days") && c != column("float_working_days") && field != "" && strings.ContainsAny(field[:1], "=+-@\t\r\n") {
				t.Errorf("%s of %s would be computed: %q", records[0][c], record[0], field)
			}
		}
	}
	for id, want := range map[string]string{
		"first/one/build":         "first/ed/design start-start +3; first/ed/design finish-finish +2",
		"first/one/load":          "first/one/build 60% within 40; first/one/build 60% +1",
		"first/one/train":         "first/one/build -4",
		"first/one/handover":      "first/one/load start-finish +6",
		"first/one/north/go-live": "first/one/ready; first/one/train start-start within 60",
	} {
		if waits[id] != want {
			t.Errorf("%s waits for %q, want %q", id, waits[id], want)
		}
	}
}
