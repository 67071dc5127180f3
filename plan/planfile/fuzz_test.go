package planfile_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"epr/plan/planfile"
)

// FuzzRead reads any text as a plan and any as a list. It checks that nothing panics, that every place lies
// in its file, and that reading again says the same.
func FuzzRead(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, text, list string) {
		folder := planfile.Folder{FS: fstest.MapFS{
			"plan.toml":  {Data: []byte("include = [\"rest.toml\"]\nlists = { trusts = \"list.csv\" }\n" + smallest)},
			"rest.toml":  {Data: []byte(text)},
			"list.csv":   {Data: []byte(list)},
			"other.toml": {Data: []byte("[team.a]\nsize = 1\n")},
		}}
		m := planfile.Read(folder, "plan.toml")
		for _, p := range m.Problems.Sorted() {
			checkSpan(t, p.At)
			for _, note := range p.Notes {
				checkSpan(t, note.At)
			}
			if p.Code == "" || p.Text == "" || p.At.File == nil {
				t.Fatalf("a problem without code, text or place: %+v", p)
			}
		}
		if first, second := printed(m), printed(planfile.Read(folder, "plan.toml")); first != second {
			t.Fatalf("first\n%s\nand then\n%s", first, second)
		}
		for _, trust := range m.Plan.Trusts.All() {
			checkSpan(t, trust.Place("sites[0]"))
			checkSpan(t, trust.Place("staff.nurses"))
		}
	})
}

func addSeeds(f *testing.F) {
	trusts, err := os.ReadFile("testdata/full/lists/trusts.csv")
	if err != nil {
		f.Fatal(err)
	}
	model, err := os.ReadFile(full)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(model), string(trusts))
	archives, err := filepath.Glob("testdata/problems/*.txtar")
	if err != nil || len(archives) == 0 {
		f.Fatalf("no archives: %v", err)
	}
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(archive.Files[0].Data), string(archive.Files[len(archive.Files)-1].Data))
	}
}
