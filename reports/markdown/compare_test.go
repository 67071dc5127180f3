package markdown_test

import (
	"bytes"
	"strings"
	"testing"

	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/markdown"
	"epr/reports/reportstest"
)

func TestWriteComparison(t *testing.T) {
	in := reportstest.WithScenarios(reportstest.Input())
	in.Alternatives[1].Name = "Winter | *lasts* @everybody"
	var b bytes.Buffer
	if err := markdown.WriteComparison(&b, reports.Build(in).Scenarios); err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "scenarios.md", b.Bytes())
}

// TestScenarios sees what a summary says of scenarios.
func TestScenarios(t *testing.T) {
	got := written(t, reports.Build(reportstest.WithScenarios(reportstest.Input())))
	_, section, found := strings.Cut(got, "<details>\n<summary>3 scenarios beside the plan</summary>\n\n")
	section, _, ended := strings.Cut(section, "</details>")
	if !found || !ended {
		t.Fatal("the summary says nothing of the scenarios")
	}
	golden.Compare(t, "scenarios-in-summary.md", []byte(section))
}
