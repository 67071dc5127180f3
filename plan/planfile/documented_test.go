package planfile_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/expand"
	"epr/plan/planfile"
	"epr/plan/planfile/schematest"
)

// section is a part of plan/README.md that documents the keys of one table.
type section struct {
	heading string
	rows    []row
	toml    string // its example
}

// row is a line of a table of keys.
type row struct {
	keys                []string
	kind, byDefault, is string
}

// documented reads the language reference.
func documented(t *testing.T) (sections []section, csv string) {
	t.Helper()
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for part := range strings.SplitSeq("\n"+string(text), "\n## ") {
		for k, part := range strings.Split("\n"+part, "\n### ") {
			heading, body, _ := strings.Cut(strings.TrimPrefix(part, "\n"), "\n")
			s := section{heading: heading, rows: rowsOf(t, heading, body), toml: fenced(body, "toml")}
			if k == 0 || len(s.rows) > 0 {
				sections = append(sections, s)
			}
			csv += fenced(body, "csv")
		}
	}
	return sections, csv
}

const tableHead = "| key | type | default | meaning |"

// rowsOf are the lines of the tables of keys. Other tables are left out.
func rowsOf(t *testing.T, heading, body string) []row {
	t.Helper()
	var list []row
	inside := false
	for line := range strings.Lines(body) {
		line = strings.TrimSpace(line)
		if inside = strings.HasPrefix(line, "|") && (inside || line == tableHead); !inside || line == tableHead || strings.HasPrefix(line, "|---") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		if len(cells) != 4 {
			t.Fatalf("%s: %q has %d cells", heading, line, len(cells))
		}
		for i := range cells {
			if cells[i] = strings.TrimSpace(cells[i]); cells[i] == "" {
				t.Errorf("%s: %q leaves a cell empty", heading, line)
			}
		}
		list = append(list, row{quotedWords(cells[0]), cells[1], cells[2], cells[3]})
	}
	return list
}

// quotedWords are the keys between back quotes.
func quotedWords(cell string) []string {
	var list []string
	for _, m := range regexp.MustCompile("`([a-z0-9_]+)`").FindAllStringSubmatch(cell, -1) {
		list = append(list, m[1])
	}
	return list
}

// fenced is what stands in the blocks of a language, one after the other.
func fenced(body, language string) string {
	var b strings.Builder
	for k, part := range strings.Split(body, "```"+language+"\n") {
		if block, _, closed := strings.Cut(part, "```"); k > 0 && closed {
			b.WriteString(block + "\n")
		}
	}
	return b.String()
}

// definitionOf is the name that the schema gives to what a heading is about; empty if it is about no table.
func definitionOf(heading string) string {
	switch heading {
	case "Attempts":
		return "attempts"
	case "`[playbook.<id>.<step>]`":
		return "step"
	case "`[trust.<id>.site.<id>]`":
		return "site"
	case "`[risk.<id>.response.<id>]`":
		return "response"
	case "`[risk.<id>.closes]`":
		return "closes"
	}
	m := regexp.MustCompile("^`\\[([a-z]+)").FindStringSubmatch(heading)
	if m == nil {
		return ""
	}
	return m[1]
}

// TestEveryKeyIsDocumented holds that the tables of plan/README.md have the keys of the schema and no others, that
// they say of each key whether it is required and what can be chosen, and that they name the keys inside of it.
func TestEveryKeyIsDocumented(t *testing.T) {
	s := readSchema(t)
	sections, _ := documented(t)
	seen := map[string][]string{}
	for _, section := range sections {
		definition := definitionOf(section.heading)
		if definition == "" {
			continue
		}
		for _, r := range section.rows {
			seen[definition] = append(seen[definition], r.keys...)
			r.check(t, s, definition)
		}
	}
	for _, key := range s.Keys("step") {
		if key != "per" && key != "only" {
			seen["activity"] = append(seen["activity"], key)
		}
	}
	for _, definition := range slices.Concat(tablesOf(s), []string{"site", "step", "response", "closes", "attempts"}) {
		if diff := cmp.Diff(s.Keys(definition), slices.Sorted(slices.Values(seen[definition]))); diff != "" {
			t.Errorf("%s (-schema +README):\n%s", definition, diff)
		}
	}
}

// tablesOf are the tables of a plan; steps are documented, not playbooks.
func tablesOf(s *schematest.Schema) []string {
	var list []string
	for _, path := range s.Paths() {
		name := strings.TrimPrefix(path, "/")
		if name != path && !strings.Contains(name, "/") && !slices.Contains([]string{"include", "lists", "playbook"}, name) {
			list = append(list, name)
		}
	}
	return list
}

// check compares one line with the schema.
func (r row) check(t *testing.T, s *schematest.Schema, definition string) {
	t.Helper()
	for _, key := range r.keys {
		if got, want := r.byDefault == "required", slices.Contains(s.Required(definition), key); got != want {
			t.Errorf("%s/%s: the README says %q, required is %v", definition, key, r.byDefault, want)
		}
		for _, choice := range s.Choices(definition, key) {
			if !strings.Contains(r.kind+r.is, "`"+choice+"`") {
				t.Errorf("%s/%s can be %q, which the README does not say", definition, key, choice)
			}
		}
		for _, path := range s.Paths() {
			inner, found := strings.CutPrefix(path, definition+"/"+key+"/")
			if found && !regexp.MustCompile("`[^`]*\\b"+inner+"\\b[^`]*`").MatchString(r.kind+r.is) {
				t.Errorf("%s is in the schema, but the README does not name it", path)
			}
		}
	}
}

// inside are the objects that stand inside of values and have their own tables in plan/README.md, or their own words.
var inside = map[string]string{"duration": "Durations", "after": "Links"}

// TestEveryInnerKeyIsDocumented holds that durations and links are documented whole.
func TestEveryInnerKeyIsDocumented(t *testing.T) {
	s := readSchema(t)
	sections, _ := documented(t)
	for definition, heading := range inside {
		k := slices.IndexFunc(sections, func(s section) bool { return s.heading == heading })
		if k < 0 {
			t.Fatalf("there is no section %q", heading)
		}
		var want, got []string
		for _, path := range s.Paths() {
			if key, found := strings.CutPrefix(path, definition+"/"); found {
				want = append(want, key)
			}
		}
		for _, r := range sections[k].rows {
			got = append(got, r.keys...)
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, slices.Compact(got)); diff != "" || len(want) == 0 {
			t.Errorf("%s (-schema +README):\n%s", definition, diff)
		}
	}
}

// TestEveryNameIsDocumented holds that what stands for itself, kinds and the types of links, is listed.
func TestEveryNameIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, kind := range plan.Kinds {
		kinds = append(kinds, string(kind))
	}
	for _, tt := range []struct {
		from  string
		names []string
	}{
		{"\n**Kinds**:", kinds},
		{"\n| `link` |", plan.LinkTypes()},
		{"\nBuilt in: ", plan.BuiltInCalendars()},
	} {
		_, after, found := strings.Cut(string(text), tt.from)
		if !found || len(tt.names) == 0 {
			t.Fatalf("the README has no %q", tt.from)
		}
		listed, _, _ := strings.Cut(after, "\n|")
		listed, _, _ = strings.Cut(listed, "\n\n")
		for _, name := range tt.names {
			if !strings.Contains(listed, "`"+name+"`") {
				t.Errorf("%q is not listed after %q", name, tt.from)
			}
		}
	}
}

// TestTheReferenceIsOnePlan holds that the examples of plan/README.md together are a sound plan, as is its
// scenario, and that they have every key of the language.
func TestTheReferenceIsOnePlan(t *testing.T) {
	sections, csv := documented(t)
	var text strings.Builder
	for _, section := range sections {
		text.WriteString(section.toml)
	}
	files := fstest.MapFS{
		"plan.toml":                       {Data: []byte(text.String())},
		"risks.toml":                      {Data: []byte("# risks\n")},
		"sites/devices.toml":              {Data: []byte("# devices\n")},
		"lists/trusts.csv":                {Data: []byte(csv)},
		"lists/core.csv":                  {Data: []byte("id,name,groups\nresults,Results,urgent\n")},
		"lists/wards.csv":                 {Data: []byte("id,name,groups\nbeds,Beds,urgent\n")},
		"lists/progress.csv":              {Data: []byte("id,started,remaining\none/beds/design,2026-11-09,9\n")},
		"baselines/2026-09.schedule.toml": {Data: []byte("format = 1\n\n[finish]\n\n[activity]\n")},
	}
	for _, scenario := range []string{"", "more-trainers"} {
		m := planfile.ReadScenario(planfile.Folder{FS: files}, "plan.toml", scenario)
		if !m.Problems.HasErrors() {
			m.Problems.Add(plan.Check(m.Plan)...)
		}
		if !m.Problems.HasErrors() {
			_, problems := expand.Expand(m.Plan)
			m.Problems.Add(problems...)
		}
		if m.Problems.Len() > 0 {
			t.Errorf("scenario %q:\n%s", scenario, printed(m))
		}
	}
	var value map[string]any
	if _, err := toml.Decode(text.String(), &value); err != nil {
		t.Fatal(err)
	}
	s := readSchema(t)
	for _, fault := range s.Check(asJSON(value)) {
		t.Error(fault)
	}
	for _, key := range s.Unused() {
		if !isAgain(s, key) {
			t.Errorf("no example of the README has %s", key)
		}
	}
}
