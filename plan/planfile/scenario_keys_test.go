package planfile_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"epr/plan"
	"epr/plan/planfile"
)

// fullFiles are the files of the model that has every key of the language.
func fullFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := filepath.WalkDir(filepath.Dir(full), func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		name, _ := filepath.Rel(filepath.Dir(full), path)
		files[filepath.ToSlash(name)] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var (
	fullHeader  = regexp.MustCompile(`^\[([^\[\]]+)\]$`)
	fullKey     = regexp.MustCompile(`^([a-z_]+) = .*$`)
	notEditable = regexp.MustCompile(`^(lists|baseline|scenario)\b`)
)

// statement is one "key = value" of a model, on one line.
type statement struct {
	header, key, line string
	at                int // line, from 0
}

// statementsOf lists those that a scenario may edit, but for what has no header.
func statementsOf(text string) []statement {
	var list []statement
	header := ""
	for at, line := range strings.Split(text, "\n") {
		if found := fullHeader.FindStringSubmatch(line); found != nil {
			header = found[1]
		} else if found := fullKey.FindStringSubmatch(line); found != nil && header != "" && !notEditable.MatchString(header) {
			list = append(list, statement{header, found[1], line, at})
		}
	}
	return list
}

// TestScenariosEditEveryStatement takes each statement of the full model in turn. To drop it in a scenario is to
// have written the model without it; to add it in a scenario to a model without it is to have written the model.
func TestScenariosEditEveryStatement(t *testing.T) {
	files := fullFiles(t)
	text := string(files["plan.toml"].Data)
	all := statementsOf(text)
	if len(all) < 150 {
		t.Fatalf("only %d statements are tried", len(all))
	}
	for i, s := range all {
		if testing.Short() && i%8 != 0 {
			continue
		}
		lines := strings.Split(text, "\n")
		without := strings.Join(slices.Delete(slices.Clone(lines), s.at, s.at+1), "\n")
		path := strings.ReplaceAll(s.header, `"`, "") + "." + s.key
		dropped := readEdited(files, text+"\n[scenario.x]\ndrop = ['"+path+"']\n", "x")
		sameReading(t, path+" dropped", readEdited(files, without+"\n[scenario.x]\n", ""), dropped)
		added := readEdited(files, without+"\n[scenario.x."+s.header+"]\n"+s.line+"\n", "x")
		sameReading(t, path+" added", readEdited(files, text+"\n[scenario.x]\n", ""), added)
	}
}

// TestScenariosEditEveryTable does the same with whole tables: of an entry, one of its sub-tables, or the programme.
func TestScenariosEditEveryTable(t *testing.T) {
	files := fullFiles(t)
	text := string(files["plan.toml"].Data)
	parts := strings.Split("\n"+text, "\n[")
	tried := 0
	for i, part := range parts[1:] {
		header, body, _ := strings.Cut(part, "]\n")
		path := strings.ReplaceAll(header, `"`, "")
		hasKids := strings.Contains(text, "["+header+".")
		if notEditable.MatchString(header) || !strings.Contains(path, ".") || hasKids {
			continue // one without an id cannot be dropped; one with kids would leave those
		}
		tried++
		without := strings.TrimPrefix(strings.Join(slices.Delete(slices.Clone(parts), i+1, i+2), "\n["), "\n")
		dropped := readEdited(files, text+"\n[scenario.x]\ndrop = ['"+path+"']\n", "x")
		sameReading(t, path+" dropped", readEdited(files, without+"\n[scenario.x]\n", ""), dropped)
		added := readEdited(files, without+"\n[scenario.x."+header+"]\n"+body, "x")
		sameReading(t, path+" added", readEdited(files, text+"\n[scenario.x]\n", ""), added)
	}
	if tried < 25 {
		t.Errorf("only %d tables are tried", tried)
	}
}

func readEdited(files fstest.MapFS, text, scenario string) *planfile.Model {
	files = maps.Clone(files)
	files["plan.toml"] = &fstest.MapFile{Data: []byte(text)}
	return planfile.ReadScenario(planfile.Folder{FS: files}, "plan.toml", scenario)
}

// inAnyOrder leaves scenarios out, and the order of tables: what a scenario adds comes last.
var inAnyOrder = []cmp.Option{
	cmp.FilterPath(func(p cmp.Path) bool { return p.String() == "Scenario" || p.String() == "Scenarios" }, cmp.Ignore()),
	cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".ids" }, cmpopts.SortSlices(strings.Compare)),
	cmpopts.SortSlices(func(a, b plan.Adjust) int { return strings.Compare(a.Selector, b.Selector) }),
	cmpopts.SortSlices(func(a, b plan.Progress) int { return strings.Compare(a.Activity, b.Activity) }),
}

// sameReading holds that two models say the same and have the same problems, in any order.
func sameReading(t *testing.T, what string, want, got *planfile.Model) {
	t.Helper()
	if diff := cmp.Diff(want.Plan, got.Plan, append(asWritten, inAnyOrder...)...); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
	if diff := cmp.Diff(codesOf(want), codesOf(got)); diff != "" {
		t.Errorf("%s: problems (-want +got):\n%s\n%s", what, diff, printed(got))
	}
}

func codesOf(m *planfile.Model) []string {
	var codes []string
	for _, p := range m.Problems.Sorted() {
		codes = append(codes, p.Code)
	}
	slices.Sort(codes)
	return codes
}
