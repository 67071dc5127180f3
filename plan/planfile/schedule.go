package planfile

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Committed is a schedule as it lies beside its model: the dates of every activity, and when each phase is
// finished in each trust. The file is TOML in one canonical form, an activity a line and sorted by id, so that a
// change of the plan shows as the dates that it moves. Nothing in it sums up more than the work of a phase in a
// trust, and empty lines divide what belongs to different trusts, so that two branches which move the dates of
// different trusts merge. A mark at the end of each line shows whether it was edited.
type Committed struct {
	Finishes []Finish
	Schedule plan.Schedule
}

// Finish is when a phase is finished in a trust.
type Finish struct {
	Phase  string
	Trust  string // empty for what the phase waits for that belongs to none
	Finish calendar.Date
	By     calendar.Date // what was promised of the phase; zero if nothing was
}

// id is the finish as its line is called.
func (f *Finish) id() string {
	if f.Trust == "" {
		return f.Phase
	}
	return f.Phase + "/" + f.Trust
}

// Phases is when each phase is finished: the last of its finishes, without a trust.
func (c *Committed) Phases() []Finish {
	var phases []Finish
	for _, f := range c.Finishes {
		f.Trust = ""
		k := slices.IndexFunc(phases, func(p Finish) bool { return p.Phase == f.Phase })
		if k < 0 {
			phases = append(phases, f)
			continue
		}
		phases[k].Finish = max(phases[k].Finish, f.Finish)
		phases[k].By = max(phases[k].By, f.By)
	}
	return phases
}

// scheduleFormat is the version of the file. A reader refuses any other.
const scheduleFormat = 1

const scheduleHead = `# The dates of this programme, written by "epr plan". Commit this file, do not edit it:
# the next run starts from it, and its changes show in review which dates have moved.
# The mark at the end of a line fits no other dates.

`

// lineLength is how long a line of a schedule may well be, with the empty lines between.
const lineLength = 100

// EncodeSchedule writes a schedule file. The same dates give the same bytes, in whatever order they come. An
// activity that starts and finishes on the same day, such as a gate, has one date. The error is that of
// w, or says which id or date cannot be written.
func EncodeSchedule(w io.Writer, c *Committed) error {
	finishes, rows := slices.Clone(c.Finishes), slices.Clone(c.Schedule.Rows)
	slices.SortFunc(finishes, func(a, b Finish) int { return cmp.Compare(a.id(), b.id()) })
	slices.SortFunc(rows, func(a, b plan.Row) int { return cmp.Compare(a.ID, b.ID) })
	var b bytes.Buffer
	b.Grow(len(scheduleHead) + lineLength*(len(finishes)+len(rows)))
	fmt.Fprintf(&b, "%sformat = %d\n\n[finish]\n", scheduleHead, scheduleFormat)
	for i, f := range finishes {
		if err := checkLine(f.id(), f.Finish, f.Finish, i > 0 && finishes[i-1].id() == f.id()); err != nil {
			return err
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(marked(f.line()))
	}
	b.WriteString("\n[activity]\n")
	for i, row := range rows {
		if err := checkLine(row.ID, row.Start, row.Finish, i > 0 && rows[i-1].ID == row.ID); err != nil {
			return err
		}
		if i > 0 && owner(row.ID) != owner(rows[i-1].ID) {
			b.WriteByte('\n')
		}
		b.WriteString(marked(rowLine(row)))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// checkLine refuses what could not be read back.
func checkLine(id string, start, finish calendar.Date, isTwice bool) error {
	switch {
	case !isPath(id):
		return fmt.Errorf("%s cannot be written to a schedule: it is not an id", quote(id))
	case isTwice:
		return fmt.Errorf("%s is twice in the schedule", quote(id))
	case start.IsZero() || finish.IsZero():
		return fmt.Errorf("%s has no dates in the schedule", quote(id))
	case finish < start:
		return fmt.Errorf("%s finishes on %s in the schedule, before it starts on %s", quote(id), finish, start)
	}
	return nil
}
