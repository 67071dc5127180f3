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

// FuzzScenario reads a model as any of its scenarios edits it: never a panic, every problem has its place, and a
// second reading says the same.
func FuzzScenario(f *testing.F) {
	for _, seed := range []string{
		"[scenario.x.team.trainers]\nsize = 20\n", "[scenario.x]\nteam = 3\ndrop = [\"trust.ulth\", \"team\", \"\", \".\", \"team.a[0]\"]\n",
		"team = 1\n[scenario.x.team.a]\nsize = 2\n", "[[scenario.x.team.a]]\nsize = 1\n", "scenario = [1]\n", "[scenario.x.trust.ulth.site.a]\nstaff = {}\n",
		"[scenario.x.programme]\nname = \"\"\n[scenario.x.programme.cost_of_delay]\nper_month = 3\n", "[scenario.x.playbook.a.b]\ndays.low = 3\n[playbook.a]\nb = 3\n",
	} {
		f.Add(seed, "id,name,staff.nurses\nulth,United,\n")
	}
	f.Fuzz(func(t *testing.T, text, list string) {
		folder := planfile.Folder{FS: fstest.MapFS{
			"plan.toml": {Data: []byte("include = [\"rest.toml\"]\nlists = { trusts = \"list.csv\" }\n" + smallest)},
			"rest.toml": {Data: []byte(text)},
			"list.csv":  {Data: []byte(list)},
		}}
		for _, id := range planfile.Read(folder, "plan.toml").Plan.Scenarios.IDs() {
			m := planfile.ReadScenario(folder, "plan.toml", id)
			for _, p := range m.Problems.Sorted() {
				checkSpan(t, p.At)
			}
			if first, second := printed(m), printed(planfile.ReadScenario(folder, "plan.toml", id)); first != second {
				t.Fatalf("first\n%s\nand then\n%s", first, second)
			}
		}
	})
}
