package plan_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"epr/plan"
	"epr/plan/planfile"
	"epr/plan/source"
)

// keyLine is a key with its whole value on one line; a table of a noun's own keys does not count.
var keyLine = regexp.MustCompile(`^([a-z_]+ *= *)([^ {#].*|\{ *[^n ].*)$`)

// firstElement is the first text of a list of texts.
var firstElement = regexp.MustCompile(`\[ *"[^"]*"`)

// TestCheckConcludesNothingFromDamage writes a value of a wrong type under one key of a model after the other.
// Reading reports it; Check finds nothing that it does not find in the undamaged model.
func TestCheckConcludesNothingFromDamage(t *testing.T) {
	m := modelIn(t, "../cmd/epr", "starter.toml")
	for _, at := range m.keys {
		m.tryDamage(t, at, false)
		m.tryDamage(t, at, true)
	}
}

// TestCheckConcludesNothingFromDamageToTheExample does the same for some keys of a larger model.
func TestCheckConcludesNothingFromDamageToTheExample(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the example a hundred times")
	}
	m := modelIn(t, "../examples", "lincolnshire.toml")
	rapid.Check(t, func(t *rapid.T) {
		m.tryDamage(t, rapid.SampledFrom(m.keys).Draw(t, "line"), rapid.Bool().Draw(t, "only an element of a list"))
	})
}

// model is a model whose lines can be damaged.
type model struct {
	name  string
	files fstest.MapFS
	lines []string
	keys  []int           // lines with a key and its whole value
	known map[string]bool // what Check says of the undamaged model
}

func modelIn(t *testing.T, dir, name string) *model {
	t.Helper()
	m := &model{name: name, files: fstest.MapFS{}, known: map[string]bool{}}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".toml") && !strings.HasSuffix(e.Name(), ".csv") {
			continue
		}
		content, err := os.ReadFile(dir + "/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		m.files[e.Name()] = &fstest.MapFile{Data: content}
	}
	m.lines = strings.Split(string(m.files[name].Data), "\n")
	for i, line := range m.lines {
		if keyLine.MatchString(line) && isClosed(line) {
			m.keys = append(m.keys, i)
		}
	}
	if len(m.keys) == 0 {
		t.Fatalf("%s has no keys to damage", name)
	}
	for _, p := range m.check(m.lines) {
		m.known[p.Code+p.Text] = true
	}
	return m
}

// tryDamage fails the test if damage to the value on a line, or to the first element of the list there, makes
// Check say something new.
func (m *model) tryDamage(t interface{ Errorf(string, ...any) }, at int, inList bool) {
	key, _, _ := strings.Cut(m.lines[at], "=")
	damaged := slices.Clone(m.lines)
	damaged[at] = key + "= 12:00:00" // a time of day, which nothing in a plan is
	if firstElement.MatchString(m.lines[at]) && inList {
		damaged[at] = firstElement.ReplaceAllString(m.lines[at], "[ 12:00:00")
	}
	for _, p := range m.check(damaged) {
		if !m.known[p.Code+p.Text] {
			t.Errorf("%d: %s\nleads to %s: %s [%s]", at+1, m.lines[at], p.At, p.Text, p.Code)
		}
	}
}

func (m *model) check(lines []string) []source.Problem {
	m.files[m.name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
	return plan.Check(planfile.Read(planfile.Folder{FS: m.files}, m.name).Plan)
}

// isClosed reports whether a line opens no bracket that it does not close.
func isClosed(line string) bool {
	line, _, _ = strings.Cut(line, "#")
	return strings.Count(line, "[") == strings.Count(line, "]") && strings.Count(line, "{") == strings.Count(line, "}")
}
