package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"epr/examples"
)

const whyReadme = "../../plan/explain/README.md"

// TestReadmeShowsWhatWhyPrints compares every answer that the README of plan/explain shows with what the
// program prints today for the example and its committed schedule. UPDATE=1 rewrites them.
func TestReadmeShowsWhatWhyPrints(t *testing.T) {
	dir := t.TempDir()
	copyExample(t, dir, "lincolnshire")
	readme, err := filepath.Abs(whyReadme) // answers are asked for in another folder
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	const asked = "    $ epr why "
	parts := strings.Split(string(content), asked)
	if len(parts) == 1 {
		t.Fatal("the README shows no answer")
	}
	for k, part := range parts[1:] {
		args, rest, _ := strings.Cut(part, "\n")
		before, rest, _ := strings.Cut(rest, "```\n")
		shown, after, _ := strings.Cut(rest, "```\n")
		want := whyIn(t, dir, args)
		if shown != want && os.Getenv("UPDATE") == "" {
			t.Errorf("%s: the README shows\n%s\nbut the program prints\n%s", args, shown, want)
		}
		parts[k+1] = args + "\n" + before + "```\n" + want + "```\n" + after
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(readme, []byte(strings.Join(parts, asked)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// whyIn is what "epr why" answers in a folder.
func whyIn(t *testing.T, dir, args string) string {
	t.Helper()
	t.Chdir(dir)
	var out, problems bytes.Buffer
	sys := &terminal{stdout: &out, stderr: &problems, width: defaultWidth}
	if status := run(append([]string{"why"}, strings.Fields(args)...), sys); status != exitOK {
		t.Fatalf("epr why %s: exit status %d:\n%s", args, status, problems.String())
	}
	return out.String()
}

// copyExample copies the files of one example to a folder, which then has no other model in it.
func copyExample(t *testing.T, dir, name string) {
	t.Helper()
	files, err := fs.Glob(examples.Files, name+"*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("there is no example %q", name)
	}
	for _, file := range files {
		text, err := examples.Files.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, file), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
