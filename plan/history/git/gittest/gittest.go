// Package gittest makes repositories for tests, with the same commits on every machine and every day.
package gittest

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"epr/calendar"
)

// Repository is a repository being made, each commit a day after the one before, from 4 January 2027 on.
type Repository struct {
	Dir string
	t   testing.TB
	day calendar.Date
}

// New makes an empty repository in a folder of its own. The test is skipped where git is not installed.
func New(t testing.TB) *Repository {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	r := &Repository{t.TempDir(), t, calendar.MustOf(2027, 1, 4)}
	r.Git("init", "--quiet", "--initial-branch", "main")
	return r
}

// Git runs a git command in the repository, without the settings of whoever runs the test.
func (r *Repository) Git(args ...string) {
	r.t.Helper()
	c := exec.Command("git", args...)
	at := r.day.String() + "T12:00:00+00:00"
	c.Dir, c.Env = r.Dir, append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=PMO", "GIT_AUTHOR_EMAIL=pmo@example.org", "GIT_COMMITTER_NAME=PMO", "GIT_COMMITTER_EMAIL=pmo@example.org",
		"GIT_AUTHOR_DATE="+at, "GIT_COMMITTER_DATE="+at)
	if said, err := c.CombinedOutput(); err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, said)
	}
}

// Commit writes files, by their paths, and commits all that the folder holds.
func (r *Repository) Commit(files map[string]string) {
	r.t.Helper()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(r.Dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			r.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(files[name]), 0o644); err != nil {
			r.t.Fatal(err)
		}
	}
	r.Git("add", "--all")
	r.Git("commit", "--quiet", "--message", "files")
	r.day++
}
