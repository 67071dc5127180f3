package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNothingIsHalfWritten: when a file cannot take its place, all others are as they were, those renamed before it
// too, and no temporary file is left behind.
func TestNothingIsHalfWritten(t *testing.T) {
	dir := t.TempDir()
	place := func(ending string) string { return filepath.Join(dir, "a"+ending) }
	for _, ending := range []string{".schedule.toml", ".html"} {
		if err := os.WriteFile(place(ending), []byte("old"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(place(".xlsx"), "in-the-way"), 0o755); err != nil {
		t.Fatal(err)
	}
	var files []output
	for _, ending := range []string{".schedule.toml", ".xlsx", ".html", ".risks.csv"} {
		files = append(files, output{place(ending), []byte("new")})
	}
	err := writeAll(files)
	want := &failure{exitFiles, place(".xlsx") + " could not be written: there is a folder of that name"}
	if f, ok := err.(*failure); !ok || *f != *want {
		t.Errorf("the error is %v, want %v", err, want)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range entries {
		content, _ := os.ReadFile(filepath.Join(dir, e.Name()))
		got[e.Name()] = string(content)
	}
	if diff := cmp.Diff(map[string]string{"a.schedule.toml": "old", "a.html": "old", "a.xlsx": ""}, got); diff != "" {
		t.Errorf("what is left in the folder (-want +got):\n%s", diff)
	}
}

func TestFilesAreWrittenWithOrdinaryRights(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := writeAll([]output{{path, []byte("x")}}); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode().Perm(); got != 0o644 {
		t.Errorf("rights %o, want 644", got)
	}
}

func TestAFullDiskUnderTheOutputIsSaid(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("this machine has no /dev/full")
	}
	defer full.Close()
	var said strings.Builder
	status := run([]string{"version"}, &terminal{stdout: full, stderr: &said})
	want := "epr: what was found could not be printed: no space left on device\n"
	if status != exitFiles || said.String() != want {
		t.Errorf("status %d and %q, want %d and %q", status, said.String(), exitFiles, want)
	}
}
