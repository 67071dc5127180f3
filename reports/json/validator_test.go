package json_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"epr/reports/json"
)

// validate checks files against a schema with the Python package jsonschema, which shares nothing with us.
const validate = `
import json, sys
import jsonschema

schema = json.load(open(sys.argv[1], encoding="utf-8"))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
for path in sys.argv[2:]:
    for fault in list(validator.iter_errors(json.load(open(path, encoding="utf-8"))))[:5]:
        print(path, list(fault.absolute_path), fault.message[:200])
`

// TestAnotherValidator has another validator check the published schemas, and whole packs against theirs. EPR_PYTHON
// names a Python that has the package jsonschema, if python3 has not.
func TestAnotherValidator(t *testing.T) {
	if testing.Short() {
		t.Skip("starts Python")
	}
	python := "python3"
	if set := os.Getenv("EPR_PYTHON"); set != "" {
		python = set
	}
	if err := exec.Command(python, "-c", "import jsonschema").Run(); err != nil {
		t.Skipf("%s has no jsonschema (%v): set EPR_PYTHON to one that has", python, err)
	}
	folder := t.TempDir()
	write := func(name string, content []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	args := []string{"-c", validate, write("pack.schema.json", json.Schema())}
	for name, pack := range packs() {
		args = append(args, write(name, written(t, pack)))
	}
	for _, run := range [][]string{args, {"-c", validate, write("diff.schema.json", json.DiffSchema())}} {
		if faults, err := exec.Command(python, run...).CombinedOutput(); err != nil || len(faults) > 0 {
			t.Errorf("%v:\n%s", err, faults)
		}
	}
}
