package main

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"epr/plan"
	"epr/plan/diff"
	"epr/plan/expand"
	"epr/plan/planfile"
)

// versions reads what every commit says of dates, oldest first.
func (h *history) versions() (kept []diff.Kept, looked diff.Looked) {
	var last keptPlan
	looked.IsCut = h.isCut || h.shallow
	for _, c := range slices.Backward(h.commits) {
		folder, base := h.folder(c)
		if !last.isIn(folder, base) {
			last = readKept(folder, base)
		}
		if last.plan == nil {
			looked.Unread++
			continue
		}
		schedule, problems := planfile.ReadSchedule(folder, scheduleOf(base))
		if problems.HasErrors() {
			schedule = nil // its promises and announcements are known all the same
			looked.Unread++
		}
		kept = append(kept, diff.NewKept(c.name, c.on, last.plan, last.network, datesOf(schedule)))
	}
	if looked.Versions = len(kept); len(kept) > 0 {
		looked.From = kept[0].On
	}
	return kept, looked
}

// keptBefore are the versions of a model that were kept, if its place is in a repository.
func keptBefore(m *model, at modelPlace) ([]diff.Kept, diff.Looked, error) {
	h, err := historyOf(m, at)
	if h == nil || err != nil {
		return nil, diff.Looked{}, err
	}
	kept, looked := h.versions()
	return kept, looked, h.close()
}

// keptPlan is a plan as it was read last. Most commits change the schedule or what has happened, and a plan that is
// as it was need not be read again.
type keptPlan struct {
	plan    *plan.Plan    // nil if it cannot be read
	network *plan.Network // nil if it is not needed
	names   []string
	texts   []string
}

// isIn reports whether a folder holds the same plan.
func (k *keptPlan) isIn(folder planfile.Folder, base string) bool {
	if len(k.names) == 0 || k.names[0] != base {
		return false
	}
	for i, name := range k.names {
		if text, err := fs.ReadFile(folder.FS, name); err != nil || string(text) != k.texts[i] {
			return false
		}
	}
	return true
}

func readKept(folder planfile.Folder, base string) keptPlan {
	read := planfile.Read(folder, base)
	var k keptPlan
	for _, f := range read.Files {
		name := strings.TrimPrefix(f.Name, folder.Prefix)
		text, err := fs.ReadFile(folder.FS, name)
		if err != nil {
			return keptPlan{}
		}
		k.names, k.texts = append(k.names, name), append(k.texts, string(text))
	}
	if !read.IsWhole || read.Problems.HasErrors() {
		return k
	}
	k.plan = read.Plan
	if diff.NeedsNetwork(read.Plan) {
		k.network, _ = expand.Expand(read.Plan)
	}
	return k
}

// before is the newest version that was kept with a schedule and whose model, or whose schedule, is not the one given:
// what a plan is compared with. Whether the one given has been committed already makes no difference. It is nil if
// there is none that can be read.
func (h *history) before(m *model, schedule []byte) (*compared, error) {
	for _, c := range h.commits {
		folder, base := h.folder(c)
		same, err := isCommitted(folder.FS, base, m, schedule)
		if err != nil {
			return nil, err
		}
		if same {
			continue
		}
		was, problems := planfile.ReadSchedule(folder, scheduleOf(base))
		if was == nil || problems.HasErrors() {
			continue
		}
		if before := readModel(folder, base); before.network != nil && !before.problems.HasErrors() {
			return &compared{name: c.name + " of " + c.on.Short(), model: before, schedule: was}, nil
		}
	}
	return nil, nil
}

// isCommitted reports whether the files of a folder of a commit are those of a model with its schedule.
func isCommitted(files fs.FS, base string, m *model, schedule []byte) (bool, error) {
	is := map[string][]byte{scheduleOf(base): schedule, base: []byte(m.files[0].Text)}
	names := append([]string{base, scheduleOf(base)}, m.partsOf()...)
	for k, name := range m.partsOf() {
		is[name] = []byte(m.files[k+1].Text)
	}
	for _, name := range names {
		was, err := fs.ReadFile(files, name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return false, nil
		case err != nil:
			return false, err
		case !bytes.Equal(plainEnds(was), plainEnds(is[name])):
			return false, nil
		}
	}
	return true, nil
}

// plainEnds are the lines of a file with the plain ends of lines that git keeps, whatever the folder has.
func plainEnds(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")) }
