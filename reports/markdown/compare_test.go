package markdown_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

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
	const path = "testdata/scenarios.md"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}
