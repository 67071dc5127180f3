package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/csv"
	"epr/reports/reportstest"
)

func written(t interface{ Fatal(...any) }, p *reports.Pack) string {
	var b bytes.Buffer
	if err := csv.WriteRisks(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteRisks(t *testing.T) {
	got := written(t, reportstest.Pack())
	golden.Compare(t, "northshire.risks.csv", got)
}

func TestForm(t *testing.T) {
	got := written(t, reportstest.Pack())
	if !strings.HasPrefix(got, "\ufeffrank,id,name,") {
		t.Errorf("begins with %q", got[:20])
	}
	if n := strings.Count(got, "\r\n"); n != 13 || strings.Count(got, "\n") != n {
		t.Errorf("%d lines that end in CR LF, %d line feeds, want 13 of both", n, strings.Count(got, "\n"))
	}
}

func TestEmptyRegister(t *testing.T) {
	if lines := strings.Count(written(t, &reports.Pack{}), "\n"); lines != 1 {
		t.Errorf("%d lines, want the header alone", lines)
	}
}

// TestHarmless has texts that a spreadsheet would take for a formula or a command, and some that it would not.
func TestHarmless(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`=HYPERLINK("http://example.org","click")`, `'=HYPERLINK("http://example.org","click")`},
		{"+44 1522 000000", "'+44 1522 000000"},
		{"-5 days", "'-5 days"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1+1", "'\t=1+1"},
		{"  =1+1", "'  =1+1"},
		{" \t\u00a0=1+1", "' \t\u00a0=1+1"},
		{"a = b", "a = b"},
		{"'quoted'", "'quoted'"},
		{"ŵyn, élan, £5, “so”, 🏥, שלום", "ŵyn, élan, £5, “so”, 🏥, שלום"},
		{"bell\a and null\x00", "bell and null"},
		{"a, \"b\"\nc", "a, \"b\"\nc"},
		{"", ""},
	} {
		if got := cause(t, c.text); got != c.want {
			t.Errorf("%q is written as %q, want %q", c.text, got, c.want)
		}
	}
}

// TestNoTextIsAFormula draws texts and sees that none of them is written so that a spreadsheet computes it.
func TestNoTextIsAFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := cause(t, rapid.StringOf(rapid.SampledFrom([]rune("=+-@ \t\r\n\x00'\"a,;1"))).Draw(t, "text"))
		if first := strings.TrimSpace(got); first != "" && strings.ContainsAny(first[:1], "=+-@") {
			t.Fatalf("written as %q", got)
		}
	})
}

// cause is a text as it comes back from the cause of a risk.
func cause(t interface{ Fatal(...any) }, text string) string {
	p := &reports.Pack{}
	p.Risks.Rows = []reports.Risk{{Cause: text}}
	records, err := stdcsv.NewReader(strings.NewReader(strings.TrimPrefix(written(t, p), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for c, name := range records[0] {
		if name == "cause" {
			return records[1][c]
		}
	}
	t.Fatal("no cause")
	return ""
}
