package lcg

import (
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var always = flag.Bool("always", false, "run the tests of the packages that use the engine with its checker always on")

// strict is put into a build of the package in which every solver is checked, and a fault ends the test.
const strict = `package lcg

import "epr/plan/solve/model"

func newInspector(m *model.Model) inspector { return &strict{checker{m: m}} }

type strict struct{ checker }

func (c *strict) raised(s *Solver, i int32)       { c.checker.raised(s, i); c.stop() }
func (c *strict) conflicted(s *Solver)            { c.checker.conflicted(s); c.stop() }
func (c *strict) learned(s *Solver, l []Literal)  { c.checker.learned(s, l); c.stop() }
func (c *strict) adopted(s *Solver, l []Literal)  { c.checker.adopted(s, l); c.stop() }
func (c *strict) quiet(s *Solver)                 { c.checker.quiet(s); c.stop() }

func (c *strict) stop() {
	if len(c.faults) > 0 {
		panic(c.faults[0])
	}
}
`

// TestAlways runs tests of the packages that use the engine in a build with the checker always on: every bound raised
// and every reason, whatever is asked of the engine there, is derived again day by day. Only tiny models bear that.
func TestAlways(t *testing.T) {
	if !*always {
		t.Skip("takes half a minute: go test -run Always -args -always")
	}
	overlay := filepath.Join(t.TempDir(), "overlay.json")
	put(t, overlay, strictBuild(t, filepath.Dir(overlay)))
	for _, tests := range [][2]string{
		{"epr/plan/solve/optimise", "."},
		{"epr/plan/solve/makespan", "."},
		{"epr/plan/solve", "Witnesses|PossibleIsTrue"},
	} {
		out, err := exec.Command("go", "test", "-overlay="+overlay, "-run="+tests[1], tests[0]).CombinedOutput()
		t.Logf("%s", out)
		if err != nil {
			t.Error(err)
		}
	}
}

// strictBuild says which files of the package to replace, and writes those that are not there yet to a folder.
func strictBuild(t *testing.T, dir string) string {
	t.Helper()
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	solver, err := os.ReadFile("solver.go")
	if err != nil {
		t.Fatal(err)
	}
	const made, checked = "s := &Solver{model: m}", "s := &Solver{model: m, inspector: newInspector(m)}"
	if !strings.Contains(string(solver), made) {
		t.Fatalf("solvers are no longer made by %q", made)
	}
	put(t, filepath.Join(dir, "solver.go"), strings.Replace(string(solver), made, checked, 1))
	put(t, filepath.Join(dir, "strict.go"), strict)
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {
		filepath.Join(here, "solver.go"):       filepath.Join(dir, "solver.go"),
		filepath.Join(here, "strict.go"):       filepath.Join(dir, "strict.go"),
		filepath.Join(here, "checker.go"):      filepath.Join(here, "checker_test.go"),
		filepath.Join(here, "checker_test.go"): "",
	}})
	if err != nil {
		t.Fatal(err)
	}
	return string(overlay)
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
