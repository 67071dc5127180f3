package history

import (
	"io/fs"
	"slices"
	"strings"

	"epr/plan"
	"epr/plan/diff"
	"epr/plan/expand"
	"epr/plan/planfile"
)

// Versions reads what every commit says of dates, oldest first. A version that cannot be read is counted and left out; of
// one whose schedule cannot be read, its promises and announcements are known all the same.
func (h *History) Versions() (kept []diff.Kept, looked diff.Looked) {
	var last readPlan
	looked.IsCut = h.isCut || h.shallow
	for _, c := range slices.Backward(h.commits) {
		folder, base := h.folder(c)
		if !last.isIn(folder, base) {
			last = readIn(folder, base)
		}
		if last.plan == nil {
			looked.Unread++
			continue
		}
		schedule, problems := planfile.ReadSchedule(folder, planfile.ScheduleBeside(base))
		if problems.HasErrors() {
			schedule = nil
			looked.Unread++
		}
		kept = append(kept, diff.NewKept(c.Name, c.On, last.plan, last.network, Dated(schedule)))
	}
	if looked.Versions = len(kept); len(kept) > 0 {
		looked.From = kept[0].On
	}
	return kept, looked
}

// Dated are the dates of a committed schedule, as package diff compares them; none of nil.
func Dated(c *planfile.Committed) diff.Dated {
	if c == nil {
		return diff.Dated{}
	}
	dated := diff.Dated{Schedule: &c.Schedule}
	for _, f := range c.Phases() {
		dated.Phases = append(dated.Phases, diff.Phase{ID: f.Phase, Finish: f.Finish, By: f.By})
	}
	return dated
}

// readPlan is a plan as it was read last. Most commits change the schedule or what has happened, and a plan that is as it
// was need not be read again.
type readPlan struct {
	plan    *plan.Plan    // nil if it cannot be read
	network *plan.Network // nil if it is not needed
	names   []string
	texts   []string
}

// isIn reports whether a folder holds the same plan.
func (k *readPlan) isIn(folder planfile.Folder, base string) bool {
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

func readIn(folder planfile.Folder, base string) readPlan {
	read := planfile.Read(folder, base)
	var k readPlan
	for _, f := range read.Files {
		name := strings.TrimPrefix(f.Name, folder.Prefix)
		text, err := fs.ReadFile(folder.FS, name)
		if err != nil {
			return readPlan{}
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
