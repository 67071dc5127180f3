package history

import (
	"bytes"
	"errors"
	"io/fs"
	"iter"

	"epr/calendar"
	"epr/plan/planfile"
)

// Version is a version of a plan with its schedule, as a commit keeps them.
type Version struct {
	Name     string        // "a1b2c3d4e5"
	On       calendar.Date // the day on which it was kept
	Folder   planfile.Folder
	Model    string // its name in the folder
	Schedule *planfile.Committed
}

// Others are the versions with a readable schedule whose model, or whose schedule, is not the one at hand, the newest
// first: what a plan can be compared with. Whether the one at hand has been committed already makes no difference.
func (h *History) Others(is Model, schedule []byte) iter.Seq2[*Version, error] {
	return func(yield func(*Version, error) bool) {
		for _, c := range h.commits {
			folder, base := h.folder(c)
			same, err := isCommitted(folder.FS, base, is, schedule)
			if err != nil {
				yield(nil, err)
				return
			}
			if same {
				continue
			}
			was, problems := planfile.ReadSchedule(folder, planfile.ScheduleBeside(base))
			if was == nil || problems.HasErrors() {
				continue
			}
			if !yield(&Version{c.Name, c.On, folder, base, was}, nil) {
				return
			}
		}
	}
}

// isCommitted reports whether the files of a folder of a commit are those of a model with its schedule.
func isCommitted(files fs.FS, base string, m Model, schedule []byte) (bool, error) {
	is := map[string][]byte{planfile.ScheduleBeside(base): schedule, base: []byte(m.Files[0].Text)}
	parts := m.parts()
	for k, name := range parts {
		is[name] = []byte(m.Files[k+1].Text)
	}
	for _, name := range append([]string{base, planfile.ScheduleBeside(base)}, parts...) {
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
