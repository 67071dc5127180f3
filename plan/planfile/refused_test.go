package planfile_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"epr/plan/planfile"
)

// scalars are the dates and numbers of a plan, where they stand as values.
var scalars = regexp.MustCompile(`(?m)([=\[,] *)([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9][0-9_.]*)\b`)

// TestOneImpossibleDateIsOneProblem puts a date that does not exist in the place of each date and each number of
// the full model in turn. It is reported where it stands, once, and everything else of the model is read as before.
func TestOneImpossibleDateIsOneProblem(t *testing.T) {
	const impossible = "2027-02-30"
	files := fullFiles(t)
	text := string(files["plan.toml"].Data)
	places := scalars.FindAllStringSubmatchIndex(text, -1)
	if len(places) < 80 {
		t.Fatalf("only %d dates and numbers are tried", len(places))
	}
	for _, at := range places {
		from, to := at[4], at[5]
		if line := text[strings.LastIndexByte(text[:from], '\n')+1 : from]; strings.HasPrefix(line, "#") || strings.Count(line, `"`)%2 == 1 {
			continue
		}
		files["plan.toml"] = &fstest.MapFile{Data: []byte(text[:from] + impossible + text[to:])}
		m := planfile.Read(planfile.Folder{FS: files}, "plan.toml")
		problems := m.Problems.Sorted()
		if len(problems) != 1 || problems[0].Code != "bad-date" || problems[0].At.Start != from || !m.IsWhole {
			t.Errorf("in the place of %q:\n%s", text[from:to], printed(m))
		}
	}
}
