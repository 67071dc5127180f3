package xlsx

import (
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"epr/reports"
	"epr/reports/reportstest"
)

// TestRecomputed hands LibreOffice the pack with the values of all formulas taken out, and sees that what it
// computes is what the pack says; and that it reads in every other cell what stands there.
func TestRecomputed(t *testing.T) {
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not installed")
	}
	contents := map[string][]byte{
		"full":    write(t, reportstest.Pack()),
		"hostile": write(t, reports.Build(reportstest.WithForecast(reportstest.InputOf(hostile())))),
	}
	in, out := t.TempDir(), t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(t.TempDir(), "profile"), "--headless", "--convert-to", "xlsx", "--outdir", out}
	for _, name := range []string{"full", "hostile"} {
		file := filepath.Join(in, name+".xlsx")
		if err := os.WriteFile(file, withoutResults(t, contents[name]), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if said, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	for name, content := range contents {
		computed, err := os.ReadFile(filepath.Join(out, name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		sameValues(t, name, content, computed)
	}
}

// sameValues compares the cells of two workbooks, numbers as numbers.
func sameValues(t *testing.T, name string, want, got []byte) {
	t.Helper()
	wanted, faults := opened(t, want).grids()
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	found, _ := opened(t, got).grids()
	formulas := 0
	for i, g := range wanted {
		if i >= len(found) || found[i].name != g.name {
			t.Fatalf("%s: sheet %d is not %s", name, i, g.name)
		}
		for _, at := range slices.Sorted(maps.Keys(g.cells)) {
			cell, other := g.cells[at], found[i].cells[at]
			if cell.formula != "" {
				formulas++
			}
			if !sameValue(cell.value, other.value) {
				t.Errorf("%s: %s %s (formula %q) is %q, and %q in LibreOffice", name, g.name, at, cell.formula, cell.value, other.value)
			}
		}
	}
	if formulas == 0 {
		t.Errorf("%s has no formula to recompute", name)
	}
}

func sameValue(a, b string) bool {
	x, err := strconv.ParseFloat(a, 64)
	y, other := strconv.ParseFloat(b, 64)
	if err == nil && other == nil {
		return math.Abs(x-y) <= 1e-9*max(1, math.Abs(x))
	}
	return a == b
}
