package xlsx

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/reports"
	"epr/reports/reportstest"
)

// readBack is a program that reads a workbook with openpyxl, writes it, reads what it wrote, and tells what it
// found on each sheet. openpyxl shares nothing with the library that wrote the workbook.
const readBack = `
import io, json, sys, warnings
import openpyxl

warnings.simplefilter("error")

def seen(book, values):
    return [{
        "name": s.title,
        "values": sum(c.value not in (None, "") for row in s.iter_rows() for c in row),
        "formulas": sum(c.data_type == "f" for row in s.iter_rows() for c in row),
        "errors": [c.coordinate for row in values[s.title].iter_rows() for c in row if c.data_type == "e"],
        "unset": [c.coordinate for row in s.iter_rows() for c in row if c.data_type == "f" and values[s.title][c.coordinate].value is None],
        "tables": len(s.tables),
        "charts": len(s._charts),
        "links": sum(c.hyperlink is not None for row in s.iter_rows() for c in row),
        "merged": len(s.merged_cells.ranges),
        "rules": len(s.conditional_formatting),
        "choices": len(s.data_validations.dataValidation),
        "landscape": s.page_setup.orientation == "landscape",
    } for s in book]

for name in sys.argv[1:]:
    book = openpyxl.load_workbook(name)
    found = seen(book, openpyxl.load_workbook(name, data_only=True))
    copy = io.BytesIO()
    book.save(copy)
    again = openpyxl.load_workbook(copy)
    assert [s.title for s in again] == [s.title for s in book]
    rows = openpyxl.load_workbook(name, read_only=True)
    for one, s in zip(found, rows):
        one["streamed"] = sum(c.value not in (None, "") for row in s.iter_rows() for c in row)
    print(json.dumps(found))
`

// foundSheet is what openpyxl found on a sheet.
type foundSheet struct {
	Name                                                             string
	Values, Streamed, Formulas, Tables, Charts, Links, Merged, Rules int
	Choices                                                          int
	Errors, Unset                                                    []string
	Landscape                                                        bool
}

// TestOpenpyxl sees that openpyxl reads in a pack all that is in it, and writes it again.
func TestOpenpyxl(t *testing.T) {
	if testing.Short() {
		t.Skip("starts Python")
	}
	python := "python3"
	if set := os.Getenv("EPR_PYTHON"); set != "" {
		python = set
	}
	if err := exec.Command(python, "-c", "import openpyxl").Run(); err != nil {
		t.Skipf("%s has no openpyxl (%v): set EPR_PYTHON to one that has", python, err)
	}
	contents := [][]byte{
		write(t, reportstest.Pack()),
		write(t, reports.Build(reportstest.WithForecast(reportstest.InputOf(hostile())))),
		write(t, reports.Build(reportstest.InputOf(empty()))),
	}
	args := []string{"-c", readBack}
	for _, content := range contents {
		args = append(args, saved(t, content))
	}
	var problems bytes.Buffer
	run := exec.Command(python, args...)
	run.Stderr = &problems
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, problems.String())
	}
	told := strings.Split(strings.TrimSpace(string(out)), "\n")
	for i, content := range contents {
		var got []foundSheet
		if err := json.Unmarshal([]byte(told[i]), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(counted(t, content), got); diff != "" {
			t.Errorf("workbook %d (-in its parts +read by openpyxl):\n%s", i, diff)
		}
	}
}

// saved writes a workbook into a folder of the test and returns its path.
func saved(t *testing.T, content []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "pack.xlsx")
	if err := os.WriteFile(name, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// counted is what the parts of a workbook have on each sheet.
func counted(t *testing.T, content []byte) []foundSheet {
	c := opened(t, content)
	grids, faults := c.grids()
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	var list []foundSheet
	for _, g := range grids {
		s := foundSheet{
			Name: g.name, Tables: len(g.root.all("tablePart")), Links: len(g.root.child("hyperlinks").Nodes),
			Merged: len(g.root.all("mergeCell")), Rules: len(g.root.all("conditionalFormatting")), Choices: len(g.root.all("dataValidation")),
			Errors: []string{}, Unset: []string{}, Landscape: true,
		}
		parts := c.relations(g.part)
		for _, d := range g.root.all("drawing") {
			s.Charts += len(c[parts[d.attr("r:id")]].all("chart"))
		}
		for _, cell := range g.cells {
			if cell.value != "" {
				s.Values++
			}
			if cell.formula != "" {
				s.Formulas++
			}
		}
		s.Streamed = s.Values
		list = append(list, s)
	}
	return list
}
