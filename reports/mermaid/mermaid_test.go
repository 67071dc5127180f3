package mermaid_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/mermaid"
	"epr/reports/reportstest"
)

func written(t *testing.T, p *reports.Pack) string {
	t.Helper()
	var b bytes.Buffer
	if err := mermaid.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWrite(t *testing.T) {
	for name, pack := range map[string]*reports.Pack{
		"northshire": reportstest.Pack(), "60-trusts": reports.Build(reportstest.InputOf(reportstest.Many(60))), "empty": {},
	} {
		got := written(t, pack)
		golden.Compare(t, name+".mmd", got)
	}
}

// task is what a line of a chart may look like besides its head.
var task = regexp.MustCompile(`^  (section [^\n]+|[^:;#%<>{}\[\]"]+ :(done, |active, |crit, )?(milestone, )?t\d+, \d{4}-\d\d-\d\d, (\d{4}-\d\d-\d\d|1d))$`)

func TestHostileTexts(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(written(t, reportstest.Hostile()), "\n"), "\n")
	for _, line := range lines[6:] {
		if !task.MatchString(line) {
			t.Errorf("%q is no task", line)
		}
	}
}

func TestLabel(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Phase 1: core record", "Phase 1 – core record"},
		{"Section 75 agreement", "· Section 75 agreement"},
		{"2027-01-01 start", "· 2027-01-01 start"},
		{"#1; <b>", "1 b"},
		{"Ŵŷŵ 🏥 שלום", "Ŵŷŵ 🏥 שלום"},
		{"::", "x"},
		{"", "x"},
	} {
		if got := mermaid.Label(c.name, "x"); got != c.want {
			t.Errorf("%q is written %q, want %q", c.name, got, c.want)
		}
	}
}

// TestAnyLabel draws names, and sees that none can end its line, begin a statement or be empty.
func TestAnyLabel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		label := mermaid.Label(rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("section:;#%<>\n\"click ")))).Draw(t, "name"), "x")
		if label == "" || strings.ContainsAny(label, ":;#%<>\n\r\"`{}") || regexp.MustCompile(`(?i)^(section|click|title|gantt)`).MatchString(label) {
			t.Fatalf("written %q", label)
		}
	})
}

// TestYearlyWindows sees that a blackout with many windows has one row, at the one that comes next, which says when the
// others are.
func TestYearlyWindows(t *testing.T) {
	p := &reports.Pack{}
	p.Header.Status = calendar.MustOf(2027, 1, 15)
	p.Page.Closings = []reports.PageClosing{
		{Key: 1, Name: "Winter", When: "every year, 1 Dec to end Feb"},
		{Key: 2, Name: "Inspection", When: "3 May 2027 to 7 May 2027"},
	}
	for year := 2025; year < 2040; year++ {
		p.Page.Blackouts = append(p.Page.Blackouts, reports.PageBlackout{Key: 1, Name: "Winter",
			Span: calendar.Span{From: calendar.MustOf(year, 12, 1), To: calendar.MustOf(year+1, 2, 28)}})
	}
	p.Page.Blackouts = append(p.Page.Blackouts, reports.PageBlackout{Key: 2, Name: "Inspection",
		Span: calendar.Span{From: calendar.MustOf(2027, 5, 3), To: calendar.MustOf(2027, 5, 7)}})
	var b bytes.Buffer
	if err := mermaid.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	_, got, _ := strings.Cut(b.String(), "  section Closed to go-lives\n")
	want := "  Winter, every year, 1 Dec to end Feb :done, t2, 2026-12-01, 2027-03-01\n  Inspection :done, t3, 2027-05-03, 2027-05-08\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
