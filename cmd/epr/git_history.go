package main

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan/planfile"
)

// The versions of a plan that are looked at, the newest: two years of weekly ones. Of large plans fewer, so that
// reading takes well under a second, but never less than half a year.
const (
	mostKept  = 104
	leastKept = 26
	mostRows  = 250_000 // activities of all versions together
)

// versionsOf is how many versions of a model are looked at.
func versionsOf(m *model) int {
	return min(mostKept, max(leastKept, mostRows/max(1, len(m.network.Activities))))
}

// history is the commits of a repository that changed a model, a file that it includes, or its schedule: those on
// the first-parent line, since a branch is announced to nobody before it is merged.
type history struct {
	objects *objects
	commits []keptCommit // newest first
	isCut   bool         // there are more
	shallow bool         // the repository is a copy without its older commits
}

// keptCommit is one of them.
type keptCommit struct {
	id, name string // name is the id, short
	on       calendar.Date
	model    string // path of the model in that commit
}

// modelPlace is where a model stands: a file, by its path from a folder, as it was up to a revision.
type modelPlace struct{ dir, file, upTo string }

// placeOf is the place of a model on the disk.
func placeOf(file string) modelPlace {
	dir, base := filepath.Split(file)
	return modelPlace{dir, filepath.ToSlash(base), "HEAD"}
}

// historyOf finds the commits that changed a model; renames of the model are followed. It is nil where the model
// lies in no repository, or was never committed, or git is missing: then there is nothing to say.
func historyOf(m *model, at modelPlace) (*history, error) {
	if _, err := gitIn(at.dir, "rev-parse", "--verify", "--quiet", at.upTo+"^{commit}"); err != nil {
		return nil, nil
	}
	shallow, err := gitIn(at.dir, "rev-parse", "--is-shallow-repository")
	if err != nil {
		return nil, err
	}
	names, err := namesOf(at)
	if err != nil || len(names) == 0 {
		return nil, err
	}
	h := &history{shallow: strings.TrimSpace(shallow) == "true"}
	if err := h.find(at, specsOf(m, names), versionsOf(m)); err != nil || len(h.commits) == 0 {
		return nil, err
	}
	if h.objects, err = openObjects(at.dir); err != nil {
		return nil, err
	}
	if err := h.place(names); err != nil {
		return nil, errors.Join(err, h.close())
	}
	return h, nil
}

func (h *history) close() error { return h.objects.close() }

// namesOf are the names that a model has had, the newest first, as paths in the repository.
func namesOf(at modelPlace) ([]string, error) {
	list, err := gitIn(at.dir, "log", "-z", "--follow", "-m", "--first-parent", "--format=", "--name-only", at.upTo, "--", ":(literal)"+at.file)
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

// specsOf are the files that make a model and its schedule, under all names that the model has had.
func specsOf(m *model, names []string) []string {
	var specs []string
	add := func(name string) { specs = append(specs, ":(top,literal)"+name) }
	for _, name := range names {
		add(name)
		add(scheduleOf(name))
		for _, file := range m.partsOf() {
			add(path.Join(path.Dir(name), file))
		}
	}
	return specs
}

// partsOf are the files that a model includes, by their paths from it.
func (m *model) partsOf() []string {
	var parts []string
	whole := m.files[0].Name
	dir := whole[:strings.LastIndexAny(whole, "/:")+1]
	for _, f := range m.files[1:] {
		parts = append(parts, strings.TrimPrefix(f.Name, dir))
	}
	return parts
}

func scheduleOf(model string) string { return strings.TrimSuffix(model, ".toml") + scheduleEnding }

// find lists the commits, the newest most of them.
func (h *history) find(at modelPlace, specs []string, most int) error {
	list, err := gitIn(at.dir, append([]string{"log", "-m", "--first-parent", "--format=%H %cs", at.upTo, "--"}, specs...)...)
	if err != nil {
		return err
	}
	for line := range strings.Lines(list) {
		id, day, _ := strings.Cut(strings.TrimSpace(line), " ")
		on, err := calendar.Parse(day)
		if err != nil {
			return failf(exitFiles, "git says that %s is of %q, which is no date", id, day)
		}
		if h.isCut = len(h.commits) == most; h.isCut {
			break
		}
		h.commits = append(h.commits, keptCommit{id: id, name: id[:min(len(id), 10)], on: on})
	}
	return nil
}

// place finds where the model lies in each commit. Commits without it, as before it was added, are left out.
func (h *history) place(names []string) error {
	var with []keptCommit
	for _, c := range h.commits {
		for _, name := range names {
			_, err := h.objects.file(c.id, name)
			if err == nil {
				c.model = name
				with = append(with, c)
				break
			}
			if !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	h.commits = with
	return nil
}

// folder is the folder of the model in a commit, and the name of the model in it.
func (h *history) folder(c keptCommit) (planfile.Folder, string) {
	dir, base := path.Split(c.model)
	return planfile.Folder{FS: committedFolder{h.objects, c.id, dir}, Prefix: c.name + ":" + dir}, base
}
