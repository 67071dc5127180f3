package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"epr/examples"
)

const (
	readme     = "../../README.md"
	readmeHead = "```\n$ epr plan examples/lincolnshire.toml\n"
	readmeTail = "```\n"
	firstLeft  = "\nPushed by a blackout" // what follows is left out of the README
)

// TestReadmeShowsWhatIsPrinted compares the terminal capture of the README with what the program prints
// today for the example and its committed schedule. UPDATE=1 rewrites it.
func TestReadmeShowsWhatIsPrinted(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, examples.Files); err != nil {
		t.Fatal(err)
	}
	var out, problems bytes.Buffer
	sys := &terminal{stdout: &out, stderr: &problems, width: defaultWidth}
	if status := run([]string{"plan", dir + "/lincolnshire.toml"}, sys); status != exitOK {
		t.Fatalf("exit status %d:\n%s", status, problems.String())
	}
	shown, _, found := strings.Cut(out.String(), firstLeft)
	if !found {
		t.Fatalf("the summary has no section %q", firstLeft)
	}
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(text), readmeHead)
	captured, after, found := strings.Cut(rest, readmeTail)
	if !found {
		t.Fatal("the README has no capture")
	}
	if want := strings.TrimSpace(shown) + "\n"; captured != want {
		if os.Getenv("UPDATE") == "" {
			t.Fatalf("the README shows\n%s\nbut the program prints\n%s", captured, want)
		}
		if err := os.WriteFile(readme, []byte(before+readmeHead+want+readmeTail+after), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
