package planfile

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Committed is a schedule as it lies beside its model: the dates of every activity, and of each phase when
// it is reached. The file is TOML in one canonical form, an activity a line and sorted by id, so that a
// change of the plan shows as the dates that it moves. Nothing in it sums up the rest, so that two
// branches which move different activities merge.
type Committed struct {
	Finishes []Finish
	Schedule plan.Schedule
}

// Finish is when a phase is reached.
type Finish struct {
	Phase  string
	Finish calendar.Date
	By     calendar.Date // what was promised; zero if nothing was
}

// scheduleFormat is the version of the file. A reader refuses any other.
const scheduleFormat = 1

const scheduleHead = `# The dates of this programme, written by "epr plan". Commit this file, do not edit it:
# the next run starts from it, and its changes show in review which dates have moved.

`

// activityPath is the id of an activity, which is ids with slashes between them.
var activityPath = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$`)

// EncodeSchedule writes a schedule file. The same dates give the same bytes, in whatever order they come. An
// activity that starts and finishes on the same day, such as a gate, has one date. The error is that of
// w, or says which id or date cannot be written.
func EncodeSchedule(w io.Writer, c *Committed) error {
	finishes, rows := slices.Clone(c.Finishes), slices.Clone(c.Schedule.Rows)
	slices.SortFunc(finishes, func(a, b Finish) int { return cmp.Compare(a.Phase, b.Phase) })
	slices.SortFunc(rows, func(a, b plan.Row) int { return cmp.Compare(a.ID, b.ID) })
	var b bytes.Buffer
	fmt.Fprintf(&b, "%sformat = %d\n\n[finish]\n", scheduleHead, scheduleFormat)
	for i, f := range finishes {
		if err := checkLine(f.Phase, f.Finish, f.Finish, i > 0 && finishes[i-1].Phase == f.Phase); err != nil {
			return err
		}
		b.WriteString(f.Phase + " = { finish = " + f.Finish.String())
		if f.By != 0 {
			b.WriteString(", by = " + f.By.String())
		}
		b.WriteString(" }\n")
	}
	b.WriteString("\n[activity]\n")
	for i, row := range rows {
		if err := checkLine(row.ID, row.Start, row.Finish, i > 0 && rows[i-1].ID == row.ID); err != nil {
			return err
		}
		b.WriteString(`"` + row.ID + `" = { `)
		if row.Start == row.Finish {
			b.WriteString("on = " + row.Start.String())
		} else {
			b.WriteString("start = " + row.Start.String() + ", finish = " + row.Finish.String())
		}
		b.WriteString(" }\n")
	}
	_, err := w.Write(b.Bytes())
	return err
}

// checkLine refuses what could not be read back.
func checkLine(id string, start, finish calendar.Date, isTwice bool) error {
	switch {
	case !activityPath.MatchString(id):
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
