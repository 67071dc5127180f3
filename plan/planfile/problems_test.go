package planfile_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"epr/plan/planfile"
	"epr/plan/plantest/golden"
)

// files is a folder that holds the files of an archive.
func files(archive *txtar.Archive) planfile.Folder {
	folder := fstest.MapFS{}
	for _, f := range archive.Files {
		folder[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return planfile.Folder{FS: folder}
}

// TestProblems reads the model in each archive of testdata/problems and compares what is printed with the
// text of the same name.
func TestProblems(t *testing.T) {
	archives, err := filepath.Glob("testdata/problems/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range archives {
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			checkWording(t, planfile.Read(files(archive), "plan.toml"))
			first := ""
			for run := range 50 {
				got := printed(planfile.Read(files(archive), "plan.toml"))
				if first == "" {
					first = got
				}
				if got != first {
					t.Fatalf("run %d printed something else:\n%s", run, got)
				}
			}
			golden.Compare(t, "problems/"+name+".txt", first)
		})
	}
}

// checkWording checks that problems are sentences about the plan.
func checkWording(t *testing.T, m *planfile.Model) {
	t.Helper()
	ours := regexp.MustCompile(`(?i)\b(decod\w*|unmarshal\w*|struct|nil|pars\w*|token|node|int64|float64)\b`)
	for _, p := range m.Problems.Sorted() {
		for _, sentence := range []string{p.Text, p.Hint} {
			if strings.HasSuffix(sentence, ".") || ours.MatchString(sentence) || strings.Contains(sentence, "%!") {
				t.Errorf("%v: %q is no sentence about a plan", p.At, sentence)
			}
			if first := []rune(sentence + "a")[0]; unicode.IsUpper(first) {
				t.Errorf("%v: %q begins with a capital", p.At, sentence)
			}
		}
	}
}
