package planfile_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"epr/examples"
	"epr/plan/planfile"
	"epr/plan/planfile/schematest"
)

func readSchema(t *testing.T) *schematest.Schema {
	t.Helper()
	s, err := schematest.Read(planfile.JSONSchema())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSchemaHasEveryKey checks testdata/full, which has every key of the language, against the schema: each of its
// keys is there, and no other.
func TestSchemaHasEveryKey(t *testing.T) {
	s := readSchema(t)
	for _, name := range []string{"plan.toml", filepath.Join("more", "progress.toml")} {
		for _, fault := range s.Check(decoded(t, filepath.Join("testdata", "full", name))) {
			t.Errorf("%s%s", name, fault)
		}
	}
	// These stand in one of the CSV lists, or twice in the schema.
	inLists := []string{"progress/remaining"}
	for _, key := range s.Unused() {
		if !slices.Contains(inLists, key) && !isAgain(s, key) {
			t.Errorf("%s is in the schema, but not in testdata/full", key)
		}
	}
}

// isAgain reports whether a key of one-off work is one of a playbook's steps, where testdata/full has it.
func isAgain(s *schematest.Schema, key string) bool {
	name, isActivity := strings.CutPrefix(key, "activity/")
	return isActivity && slices.Contains(s.Keys("step"), name) && !slices.Contains(s.Unused(), "step/"+name)
}

// TestSchemaTakesTheExamples checks the models that come with the program.
func TestSchemaTakesTheExamples(t *testing.T) {
	s := readSchema(t)
	names, err := filepath.Glob("../../examples/*.toml")
	if err != nil || len(names) <= len(examples.Models()) {
		t.Fatalf("found %v, %v", names, err)
	}
	names = slices.DeleteFunc(names, func(name string) bool { return strings.HasSuffix(name, ".schedule.toml") })
	names = append(names, "../../cmd/epr/starter.toml")
	for _, name := range names {
		for _, fault := range s.Check(decoded(t, name)) {
			t.Errorf("%s%s", name, fault)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	for _, wrong := range []string{
		"[programme]\nname = \"x\"\nstart = 2027-01-01\n", "[trust.a]\nnmae = \"x\"\n", "[trust.A_b]\n", "[activity.a]\nkind = \"desing\"\n",
		"[activity.a]\nkind = \"design\"\ndays = \"five\"\n", "[risk.r]\ncause = \"c\"\n", "[forecast]\nruns = 1\n", "[team.t]\n",
	} {
		var value map[string]any
		if _, err := toml.Decode(wrong, &value); err != nil {
			t.Fatal(err)
		}
		if len(readSchema(t).Check(asJSON(value))) == 0 {
			t.Errorf("the schema takes %q", wrong)
		}
	}
}

func decoded(t *testing.T, name string) any {
	t.Helper()
	var value map[string]any
	if _, err := toml.DecodeFile(name, &value); err != nil {
		t.Fatal(err)
	}
	return asJSON(value)
}

// asJSON is a value of TOML as an editor checks it: numbers alike, dates as text.
func asJSON(value any) any {
	switch value := value.(type) {
	case int64:
		return float64(value)
	case time.Time:
		return value.Format(time.DateOnly)
	case []map[string]any:
		list := make([]any, len(value))
		for k, one := range value {
			list[k] = asJSON(one)
		}
		return list
	case []any:
		list := make([]any, len(value))
		for k, one := range value {
			list[k] = asJSON(one)
		}
		return list
	case map[string]any:
		table := map[string]any{}
		for key, one := range value {
			table[key] = asJSON(one)
		}
		return table
	}
	return value
}
