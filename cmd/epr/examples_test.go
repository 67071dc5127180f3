package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"epr/examples"
)

// TestExamplesReproduceTheirSchedules plans each example where it lies beside its committed schedule, as a reader
// would, and holds that the file does not change by a byte. UPDATE=1 rewrites what lies in examples.
func TestExamplesReproduceTheirSchedules(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, examples.Files); err != nil {
		t.Fatal(err)
	}
	for _, model := range examples.Models() {
		t.Run(model, func(t *testing.T) {
			flags, large := []string{"--no-forecast"}, false
			switch model {
			case "lincolnshire.toml", "lancashire-south-cumbria.toml":
				large = true
			case "lpres.toml", "frontline-digitisation.toml": // their scenarios are planned by the tests of examples
				flags, large = append(flags, "--no-scenarios"), true
			}
			if large && testing.Short() {
				t.Skip("plans a large example")
			}
			name := strings.TrimSuffix(model, ".toml") + scheduleEnding
			committed, err := examples.Files.ReadFile(name)
			if err != nil && os.Getenv("UPDATE") == "" {
				t.Fatal(err)
			}
			var out, problems bytes.Buffer
			sys := &terminal{stdout: &out, stderr: &problems, width: defaultWidth}
			if status := run(append([]string{"plan", filepath.Join(dir, model)}, flags...), sys); status != exitOK {
				t.Fatalf("exit status %d:\n%s", status, problems.String())
			}
			written, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Equal(written, committed) {
				return
			}
			if os.Getenv("UPDATE") == "" {
				t.Fatalf("%s is written anew; plan the example again and commit its schedule", name)
			}
			if err := os.WriteFile(filepath.Join("../../examples", name), written, 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}
