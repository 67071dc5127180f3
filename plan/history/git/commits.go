package git

import (
	"path/filepath"
	"slices"
	"strings"

	"epr/calendar"
)

// Path is where a file stands: its path from a folder of the disk, as it was up to a revision.
type Path struct {
	Dir  string // "" is the current folder
	File string // with slashes
	UpTo string // a revision by any of its names: "HEAD"
}

// OnDisk is the path of a file of the disk, up to the newest commit.
func OnDisk(file string) Path {
	dir, base := filepath.Split(file)
	return Path{dir, filepath.ToSlash(base), "HEAD"}
}

// IsCommitted reports whether the folder lies in a repository that has the revision. It does not where git is missing.
func (p Path) IsCommitted() bool {
	_, err := run(p.Dir, "rev-parse", "--verify", "--quiet", p.UpTo+"^{commit}")
	return err == nil
}

// IsShallow reports whether the repository is a copy without its older commits.
func (p Path) IsShallow() (bool, error) {
	shallow, err := run(p.Dir, "rev-parse", "--is-shallow-repository")
	return strings.TrimSpace(shallow) == "true", err
}

// Names are the names that the file has had, the newest first, as paths in the repository; none if it was never
// committed. They are followed along first parents, through merges.
func (p Path) Names() ([]string, error) {
	list, err := run(p.Dir, "log", "-z", "--follow", "-m", "--first-parent", "--format=", "--name-only", p.UpTo, "--", ":(literal)"+p.File)
	if err != nil {
		return nil, err
	}
	var names []string
	for name := range strings.SplitSeq(list, "\x00") {
		if name = strings.Trim(name, "\n"); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names, nil
}

// Commit is a commit by its id.
type Commit struct {
	ID   string
	Name string        // the id, short
	On   calendar.Date // the day on which it was committed, where that was
}

// Commits are the newest commits that changed some files, named by their paths in the repository: at most so many, and
// whether there are more. They are those on the first-parent line: a branch is announced to nobody before it is merged.
func (p Path) Commits(files []string, most int) (commits []Commit, isCut bool, err error) {
	args := []string{"log", "-m", "--first-parent", "--format=%H %cs", p.UpTo, "--"}
	for _, file := range files {
		args = append(args, ":(top,literal)"+file)
	}
	list, err := run(p.Dir, args...)
	if err != nil {
		return nil, false, err
	}
	for line := range strings.Lines(list) {
		id, day, _ := strings.Cut(strings.TrimSpace(line), " ")
		on, err := calendar.Parse(day)
		if err != nil {
			return nil, false, failf("git says that %s is of %q, which is no date", id, day)
		}
		if len(commits) == most {
			return commits, true, nil
		}
		commits = append(commits, Commit{ID: id, Name: id[:min(len(id), 10)], On: on})
	}
	return commits, false, nil
}
