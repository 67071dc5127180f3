package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestNothingIsHalfWritten: when a file cannot take its place, the schedule that the next run starts from
// stays as it was, and no temporary file is left behind.
func TestNothingIsHalfWritten(t *testing.T) {
	dir := t.TempDir()
	schedule, pack := filepath.Join(dir, "a.schedule.toml"), filepath.Join(dir, "a.xlsx")
	if err := os.WriteFile(schedule, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(pack, "in-the-way"), 0o755); err != nil {
		t.Fatal(err)
	}
	err := writeAll([]output{{schedule, []byte("new")}, {pack, []byte("new")}})
	if f, ok := err.(*failure); !ok || f.status != exitFiles {
		t.Errorf("the error is %v, want one about files", err)
	}
	if got, _ := os.ReadFile(schedule); string(got) != "old" {
		t.Errorf("the schedule is %q, want the old one", got)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 2 {
		t.Errorf("%d entries are left in the folder, want the schedule and the pack's place", len(entries))
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
