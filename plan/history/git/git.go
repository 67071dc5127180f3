// Package git reads what Git keeps of a folder. [Find] takes a revision by its name, and [Revision.Tree] gives the files
// of one of its folders; [Path.Commits] lists the commits that changed some files, and [Open] reads many files of many
// commits. Everything goes through the git command; nothing is checked out and nothing is changed. The package knows
// files and commits, and nothing of plans.
package git

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Error says in a sentence why git gave no answer.
type Error struct {
	// Misplaced says that the question was wrong, not the reading: the folder lies in no repository, or outside it.
	Misplaced bool
	text      string
}

// Error is the sentence.
func (e *Error) Error() string { return e.text }

func failf(format string, values ...any) error { return &Error{text: fmt.Sprintf(format, values...)} }

// command is a git command in a folder; "" is the current one.
func command(dir string, args ...string) *exec.Cmd {
	c := exec.Command("git", append([]string{"-c", "core.quotepath=off"}, args...)...)
	c.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0")
	c.Dir = dir
	return c
}

// run runs a git command that changes nothing and gives what it prints. Its failure is what git says.
func run(dir string, args ...string) (string, error) {
	var out, said bytes.Buffer
	c := command(dir, args...)
	c.Stdout, c.Stderr = &out, &said
	err := c.Run()
	switch text := strings.TrimSpace(said.String()); {
	case errors.Is(err, exec.ErrNotFound):
		return "", failf("git was not found, and revisions are read with it; name files instead")
	case err != nil && strings.Contains(text, "not a git repository"):
		return "", &Error{true, "this folder is in no Git repository, so there are no revisions; name files instead"}
	case err != nil && text == "":
		return "", failf("git %s failed: %v", args[0], err)
	case err != nil:
		return "", failf("git %s failed: %s", args[0], strings.TrimPrefix(text, "fatal: "))
	}
	return out.String(), nil
}
