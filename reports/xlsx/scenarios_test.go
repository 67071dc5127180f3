package xlsx

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestScenarioSheet compares the sheet of a plan with scenarios, which only such a plan has, and finds the workbook
// sound.
func TestScenarioSheet(t *testing.T) {
	content := write(t, reports.Build(reportstest.WithScenarios(reportstest.Input())))
	noFaults(t, content)
	f := reopen(t, content)
	soundLinks(t, f)
	got := dump(t, f, sheetScenarios)
	golden.Compare(t, "scenarios.txt", got)
	var plain bytes.Buffer
	if err := WritePlain(&plain, reports.Build(reportstest.WithScenarios(reportstest.Input()))); err != nil {
		t.Fatal(err)
	}
	if list := reopen(t, plain.Bytes()).GetSheetList(); !slices.ContainsFunc(list, func(name string) bool { return strings.HasPrefix(name, sheetScenarios) }) {
		t.Errorf("the plain pack has no scenarios: %v", list)
	}
	if slices.Contains(reopen(t, write(t, reportstest.Pack())).GetSheetList(), sheetScenarios) {
		t.Error("a plan without scenarios has a sheet for them")
	}
}

// TestManyScenarios has more scenarios than stand side by side: each is in some table.
func TestManyScenarios(t *testing.T) {
	in := reportstest.WithScenarios(reportstest.Input())
	for range 12 {
		in.Alternatives = append(in.Alternatives, in.Alternatives[1])
	}
	pack := reports.Build(in)
	seen := map[int]int{}
	for _, block := range variantBlocks(pack.Scenarios, false) {
		if len(block) > mostVariants {
			t.Errorf("%d side by side", len(block))
		}
		for _, k := range block {
			seen[k]++
		}
	}
	for k := range pack.Scenarios.Variants {
		if times := seen[k]; pack.Scenarios.Variants[k].Impossible != (times == 0) || times > 1 && k != pack.Scenarios.Base {
			t.Errorf("variant %d stands in %d tables", k, times)
		}
	}
	noFaults(t, write(t, pack))
}
