// The test of this package holds the house rule of who may import whom. There is no other code here.
package epr_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// floors says what each package of the product may import from the others. A package that is not
// listed is a mistake, so that a new one has to be thought about.
var floors = map[string][]string{
	"calendar":                 {},
	"plan/source":              {},
	"plan":                     {"calendar", "plan/source"},
	"plan/planfile":            {"calendar", "plan", "plan/source"},
	"plan/planfile/schematest": {},
	"plan/expand":              {"calendar", "plan", "plan/source", "plan/words"},
	"plan/solve/model":         {},
	"plan/solve/modeltest":     {"plan/solve/model"},
	"plan/solve/instance":      {"plan/solve/model"},
	"plan/solve/lcg":           {"plan/solve/model"},
	"plan/solve/sgs":           {"plan/solve/model"},
	"plan/solve/bound":         {"plan/solve/model"},
	"plan/solve/peers":         {"plan/solve/model"},
	"plan/solve/peers/tj":      {"calendar", "plan"},
	"plan/solve/makespan":      {"plan/solve/model", "plan/solve/sgs", "plan/solve/lcg", "plan/solve/bound"},
	"plan/solve/optimise":      {"plan/solve/model", "plan/solve/sgs", "plan/solve/lcg", "plan/solve/bound"},
	"plan/solve": {"calendar", "plan", "plan/solve/model", "plan/solve/sgs", "plan/solve/bound",
		"plan/solve/lcg", "plan/solve/optimise"},
	"plan/verify":           {"calendar", "plan", "plan/source"},
	"plan/words":            {},
	"plan/edit":             {"calendar", "plan", "plan/source", "plan/words"},
	"plan/explain":          {"calendar", "plan", "plan/source", "plan/words"},
	"plan/explain/float":    {"calendar", "plan", "plan/flow"},
	"plan/explain/critical": {"calendar", "plan", "plan/flow", "plan/explain"},
	"plan/explain/conflict": {"calendar", "plan", "plan/source", "plan/words", "plan/edit", "plan/expand", "plan/solve"},
	"plan/explain/whatif": {"calendar", "plan", "plan/source", "plan/words", "plan/edit", "plan/expand", "plan/solve", "plan/explain",
		"plan/explain/conflict"},
	"plan/flow":                {"calendar", "plan"},
	"plan/forecast":            {"calendar", "plan", "plan/flow", "plan/expand"},
	"plan/assurance":           {"calendar", "plan", "plan/source", "plan/expand", "plan/explain/float", "plan/explain/critical", "plan/flow"},
	"plan/diff":                {"calendar", "plan", "plan/source", "plan/expand", "plan/flow", "plan/solve", "plan/forecast", "plan/assurance"},
	"plan/history/git":         {"calendar"},
	"plan/history/git/gittest": {"calendar"},
	"plan/history":             {"calendar", "plan", "plan/source", "plan/planfile", "plan/expand", "plan/diff", "plan/history/git"},
	"plan/plantest/golden":     {},
	"plan/plantest/scheduled":  {"plan", "plan/solve"},
	"plan/plantest":            {"calendar", "plan", "plan/source", "plan/planfile", "plan/expand", "examples"},
	"reports": {"calendar", "plan", "plan/source", "plan/solve", "plan/verify", "plan/explain", "plan/explain/float",
		"plan/explain/critical", "plan/explain/whatif", "plan/forecast", "plan/diff", "plan/assurance"},
	"reports/reportstest": {"calendar", "plan", "plan/source", "plan/planfile", "plan/expand", "plan/solve", "plan/explain", "plan/explain/float", "plan/explain/critical",
		"plan/flow", "plan/forecast", "plan/verify", "plan/assurance", "plan/diff", "reports"},
	"reports/textwidth": {},
	"reports/xlsx":      {"calendar", "plan", "reports", "reports/textwidth"},
	"reports/csv":       {"calendar", "plan", "reports"},
	"reports/text":      {"calendar", "plan", "reports"},
	"reports/html":      {"calendar", "plan", "reports"},
	"reports/ical":      {"calendar", "plan", "reports"},
	"reports/mspdi":     {"calendar", "plan", "reports"},
	"reports/json":      {"calendar", "plan", "plan/diff", "reports"},
	"reports/mermaid":   {"calendar", "plan", "reports"},
	"reports/markdown":  {"calendar", "reports", "reports/mermaid"},
	"reports/svg":       {"calendar", "plan", "reports", "reports/textwidth"},
	"examples":          {},
	"cmd/psplib":        {"plan/solve/instance", "plan/solve/makespan", "plan/solve/model"},
	"cmd/epr": {"calendar", "plan", "plan/source", "plan/planfile", "plan/expand", "plan/solve", "plan/verify",
		"plan/explain", "plan/explain/float", "plan/explain/critical", "plan/explain/whatif", "plan/explain/conflict",
		"plan/flow", "plan/forecast", "plan/diff", "plan/history", "plan/history/git", "plan/assurance", "reports", "reports/xlsx", "reports/csv", "reports/text", "reports/html",
		"reports/ical", "reports/mspdi", "reports/json", "reports/mermaid", "reports/markdown", "reports/svg", "examples"},
}

// walls says which package alone may import an outside library.
var walls = map[string]string{
	"github.com/BurntSushi/toml":        "plan/planfile",
	"github.com/xuri/excelize/v2":       "reports/xlsx",
	"github.com/olekukonko/tablewriter": "reports/text",
	"github.com/spf13/cobra":            "cmd/epr",
}

// support says which packages, all of them for tests, may import the libraries that tests are written with.
var support = map[string][]string{
	"github.com/google/go-cmp/cmp": {"plan/plantest/golden"},
	"pgregory.net/rapid":           {"plan/plantest", "plan/plantest/scheduled", "plan/solve/modeltest"},
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func TestFloors(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, "epr/")
		if p.ImportPath == "epr" {
			continue
		}
		allowed, listed := floors[name]
		if !listed {
			t.Errorf("package %s stands on no floor: say in floors what it may import", name)
			continue
		}
		for _, imported := range p.Imports {
			checkImport(t, name, imported, allowed)
		}
	}
}

func checkImport(t *testing.T, name, imported string, allowed []string) {
	t.Helper()
	if own, ok := strings.CutPrefix(imported, "epr/"); ok && !slices.Contains(allowed, own) {
		t.Errorf("%s may not import %s", name, own)
	}
	for library, only := range walls {
		if (imported == library || strings.HasPrefix(imported, library+"/")) && name != only {
			t.Errorf("%s may not import %s: only %s does", name, library, only)
		}
	}
	if only, isForTests := support[imported]; isForTests {
		if !slices.Contains(only, name) {
			t.Errorf("%s may not import %s, which is for tests", name, imported)
		}
		return
	}
	if first, _, _ := strings.Cut(imported, "/"); len(allowed) == 0 && strings.Contains(first, ".") {
		t.Errorf("%s is on the ground floor and may import the standard library alone, not %s", name, imported)
	}
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []goPackage
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
