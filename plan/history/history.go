// Package history reads the versions of a plan that a Git repository keeps: the commits that changed its model, a file that
// the model includes, or its schedule. [Of] finds them, [History.Versions] reads what each of them says of dates, and
// [History.Others] gives those that are not the plan at hand. How the dates are followed through the versions is package
// diff's.
package history

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"epr/plan/history/git"
	"epr/plan/planfile"
	"epr/plan/source"
)

// The versions of a plan that are looked at, the newest: two years of weekly ones. Of large plans fewer, so that
// reading takes well under a second, but never less than half a year.
const (
	mostKept  = 104
	leastKept = 26
	mostRows  = 250_000 // activities of all versions together
)

// Model is the model at hand, whose versions are wanted.
type Model struct {
	Files      []*source.File // the model and the files that it includes
	Activities int            // of its network
}

// versions is how many versions are looked at.
func (m Model) versions() int { return min(mostKept, max(leastKept, mostRows/max(1, m.Activities))) }

// parts are the files that a model includes, by their paths from it.
func (m Model) parts() []string {
	var parts []string
	whole := m.Files[0].Name
	dir := whole[:strings.LastIndexAny(whole, "/:")+1]
	for _, f := range m.Files[1:] {
		parts = append(parts, strings.TrimPrefix(f.Name, dir))
	}
	return parts
}

// files are those that make a model and its schedule, under all names that the model has had.
func (m Model) files(names []string) []string {
	var files []string
	for _, name := range names {
		files = append(files, name, planfile.ScheduleBeside(name))
		for _, part := range m.parts() {
			files = append(files, path.Join(path.Dir(name), part))
		}
	}
	return files
}

// History is the commits that changed a model, a file that it includes, or its schedule, on the first-parent line. It
// has to be closed.
type History struct {
	objects *git.Objects
	commits []commit // newest first
	isCut   bool     // there are more
	shallow bool     // the repository is a copy without its older commits
}

// commit is one of them.
type commit struct {
	git.Commit
	model string // path of the model in it
}

// Of finds the commits that changed a model; renames of the model are followed. It is nil where the model lies in no
// repository, or was never committed, or git is missing: then there is nothing to say.
func Of(m Model, at git.Path) (*History, error) {
	if !at.IsCommitted() {
		return nil, nil
	}
	shallow, err := at.IsShallow()
	if err != nil {
		return nil, err
	}
	names, err := at.Names()
	if err != nil || len(names) == 0 {
		return nil, err
	}
	commits, isCut, err := at.Commits(m.files(names), m.versions())
	if err != nil || len(commits) == 0 {
		return nil, err
	}
	h := &History{isCut: isCut, shallow: shallow}
	if h.objects, err = git.Open(at.Dir); err != nil {
		return nil, err
	}
	if err := h.place(commits, names); err != nil {
		return nil, errors.Join(err, h.Close())
	}
	return h, nil
}

// Close ends the reading.
func (h *History) Close() error { return h.objects.Close() }

// place finds where the model lies in each commit. Commits without it, as before it was added, are left out.
func (h *History) place(commits []git.Commit, names []string) error {
	for _, c := range commits {
		for _, name := range names {
			_, err := h.objects.File(c.ID, name)
			if err == nil {
				h.commits = append(h.commits, commit{c, name})
				break
			}
			if !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}

// folder is the folder of the model in a commit, and the name of the model in it.
func (h *History) folder(c commit) (planfile.Folder, string) {
	dir, base := path.Split(c.model)
	return planfile.Folder{FS: h.objects.Folder(c.ID, dir), Prefix: c.Name + ":" + dir}, base
}
