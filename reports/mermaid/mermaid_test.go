package mermaid_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

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
		path := filepath.Join("testdata", name+".mmd")
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
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
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
