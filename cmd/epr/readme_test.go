package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"epr/examples"
)

const readme = "../../README.md"

// TestReadmeShowsWhatIsPrinted compares the terminal captures of the README with what the program prints
// today for the example and its committed schedule. UPDATE=1 rewrites them.
func TestReadmeShowsWhatIsPrinted(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	shown := string(text)
	for _, capture := range []struct{ command, until string }{
		{"forecast", "\nWhat drives the finish"},
		{"plan", "\nTrusts"},
	} {
		printed, _, found := strings.Cut(printedFor(t, capture.command), capture.until)
		if !found {
			t.Fatalf("epr %s prints no section %q", capture.command, capture.until)
		}
		shown = withCapture(t, shown, capture.command, strings.TrimSpace(printed)+"\n")
	}
	if shown != string(text) && os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(readme, []byte(shown), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// printedFor is what a command prints for the example.
func printedFor(t *testing.T, command string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, examples.Files); err != nil {
		t.Fatal(err)
	}
	var out, problems bytes.Buffer
	sys := &terminal{stdout: &out, stderr: &problems, width: defaultWidth}
	if status := run([]string{command, dir + "/lincolnshire.toml"}, sys); status != exitOK {
		t.Fatalf("epr %s: exit status %d:\n%s", command, status, problems.String())
	}
	return out.String()
}

// withCapture is the README with what a command prints in the place of its capture.
func withCapture(t *testing.T, text, command, printed string) string {
	t.Helper()
	const tail = "```\n"
	head := "```\n$ epr " + command + " examples/lincolnshire.toml\n"
	before, rest, _ := strings.Cut(text, head)
	captured, after, found := strings.Cut(rest, tail)
	if !found {
		t.Fatalf("the README has no capture of epr %s", command)
	}
	if captured != printed && os.Getenv("UPDATE") == "" {
		t.Errorf("the README shows\n%s\nbut the program prints\n%s", captured, printed)
	}
	return before + head + printed + tail + after
}
