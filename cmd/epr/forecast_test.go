package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPlanAndForecastAgree holds that "epr plan" and "epr forecast" tell the same figures of the same schedule.
func TestPlanAndForecastAgree(t *testing.T) {
	model := filepath.Join(t.TempDir(), "programme.toml")
	if err := os.WriteFile(model, starter, 0o644); err != nil {
		t.Fatal(err)
	}
	var planned struct{ Pack struct{ Confidence any } }
	var forecast struct{ Confidence any }
	printedJSON(t, &planned, "plan", model, "--json")
	printedJSON(t, &forecast, "forecast", model, "--json")
	given, _ := forecast.Confidence.(map[string]any)
	if given["given"] != true {
		t.Fatalf("no forecast was made: %v", forecast.Confidence)
	}
	if diff := cmp.Diff(planned.Pack.Confidence, forecast.Confidence); diff != "" {
		t.Errorf("the forecast of the plan (-) is not that of the forecast (+):\n%s", diff)
	}
}

// printedJSON runs the program and reads what it prints as data.
func printedJSON(t *testing.T, to any, args ...string) {
	t.Helper()
	var out, problems bytes.Buffer
	if status := run(args, &terminal{stdout: &out, stderr: &problems, width: defaultWidth}); status != exitOK {
		t.Fatalf("epr %v: exit status %d:\n%s", args, status, problems.String())
	}
	if err := json.Unmarshal(out.Bytes(), to); err != nil {
		t.Fatal(err)
	}
}
