package planfile

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
)

// ScheduleEnding is how the name of a schedule file ends.
const ScheduleEnding = ".schedule.toml"

// ScheduleBeside is the name of the schedule file of a model: "plan.schedule.toml" for "plan.toml".
func ScheduleBeside(model string) string { return strings.TrimSuffix(model, ".toml") + ScheduleEnding }

// OpenSchedule reads a schedule file from the disk. It is nil without a problem if there is none, and nil if
// any problem is an error.
func OpenSchedule(name string) (*Committed, *source.Problems) {
	dir, base := filepath.Split(name)
	folder, err := OpenFolder(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &source.Problems{}
	}
	if err != nil {
		problems := &source.Problems{}
		why := noFolder(filepath.ToSlash(dir), err)
		problems.Errorf(why.code, source.Span{File: &source.File{Name: name}}, "%s", why.text)
		return nil, problems
	}
	defer folder.Close()
	return ReadSchedule(folder, base)
}

// ReadSchedule reads the schedule file of that name from a folder, as [OpenSchedule] does.
func ReadSchedule(folder Folder, name string) (*Committed, *source.Problems) {
	problems := &source.Problems{}
	data, why := folder.read(name, maxSize)
	if why != nil {
		if why.code != "file-not-found" {
			at := source.Span{File: &source.File{Name: folder.Prefix + name}}
			problems.Add(source.Problem{Code: why.code, At: at, Text: why.text, Hint: why.hint})
		}
		return nil, problems
	}
	file, problem := textOf(folder.Prefix+name, data)
	if problem != nil {
		problems.Add(*problem)
		return nil, problems
	}
	return DecodeSchedule(file)
}

// DecodeSchedule reads a schedule file. It is strict: what it accepts, [EncodeSchedule] writes again byte for
// byte, but for the comment at the top, empty lines, marks and the ends of lines. Lines without a mark are not known to be as
// they were written, and are taken: a schedule may come from elsewhere. The schedule is nil if there is any problem.
func DecodeSchedule(file *source.File) (*Committed, *source.Problems) {
	r := scheduleReader{file: file, problems: &source.Problems{}}
	r.read()
	if r.problems.HasErrors() {
		return nil, r.problems
	}
	return &r.committed, r.problems
}

// scheduleReader reads a schedule file line by line. It knows one form of each line only.
type scheduleReader struct {
	file      *source.File
	problems  *source.Problems
	committed Committed
	section   string // the last header
	hasFormat bool
	last      line // the last entry of the section
}

func (r *scheduleReader) read() {
	start := 0
	for text := range strings.SplitSeq(r.file.Text, "\n") {
		if !r.line(line{strings.TrimSuffix(text, "\r"), start}) {
			return
		}
		start += len(text) + 1
	}
	switch {
	case !r.hasFormat:
		r.report("schedule-format", r.file.Whole(), `the schedule does not say its format: "format = 1" is missing`)
	case r.section != "activity" && !r.problems.HasErrors():
		r.report("schedule-line", r.file.Whole(), "the schedule ends before its activities")
	}
}

// line reads a line; false if the rest is not worth reading.
func (r *scheduleReader) line(l line) bool {
	format, isFormat := strings.CutPrefix(l.text, "format = ")
	switch {
	case l.text == "" || strings.HasPrefix(l.text, "#") && !r.hasFormat:
		return true
	case isConflict(l.text):
		r.problems.Add(source.Problem{Code: "schedule-conflict", At: r.at(l, 0, len(l.text)),
			Text: "the schedule has a conflict of a merge in it",
			Hint: `take either side of it ("git checkout --ours" or "--theirs" and the file) and run "epr plan" again, which keeps the dates of that side; or replace it with "epr plan --fresh"`})
		return false
	case isFormat && !r.hasFormat:
		r.hasFormat = true
		return r.format(l, format)
	case !r.hasFormat:
		r.report("schedule-format", r.at(l, 0, len(l.text)), `the schedule does not say its format: it begins with "format = 1"`)
		return false
	case l.text == "[finish]" && r.section == "", l.text == "[activity]" && r.section == "finish":
		r.section, r.last = strings.Trim(l.text, "[]"), line{}
	case r.section == "finish":
		r.finish(l)
	case r.section == "activity":
		r.activity(l)
	default:
		r.refuse(l)
	}
	return true
}

// isConflict reports whether a line is one that Git leaves in a file it could not merge.
func isConflict(text string) bool {
	for _, mark := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if strings.HasPrefix(text, mark) {
			return true
		}
	}
	return false
}

func (r *scheduleReader) format(l line, format string) bool {
	if format == strconv.Itoa(scheduleFormat) {
		return true
	}
	r.problems.Add(source.Problem{Code: "schedule-format", At: r.at(l, len("format = "), len(l.text)),
		Text: fmt.Sprintf("the schedule is of format %s, but this version of epr reads format %d", quote(format), scheduleFormat),
		Hint: "use the version of epr that wrote it, or delete the file and plan afresh"})
	return false
}

// finish reads a line of [finish].
func (r *scheduleReader) finish(l line) {
	l, fits := cutMark(l)
	id, fields, ok := cutEntry(l)
	f, isFinish := finishOf(&id)
	if !ok || !isFinish {
		r.refuse(l)
		return
	}
	if !fits {
		r.edited(l, id)
		return
	}
	switch {
	case fields.are("finish"):
		f.Finish = r.date(fields.dates[0])
	case fields.are("finish", "by"):
		f.Finish, f.By = r.date(fields.dates[0]), r.date(fields.dates[1])
	default:
		r.refuse(l)
		return
	}
	if r.isNext(id) {
		r.committed.Finishes = append(r.committed.Finishes, f)
	}
}

// activity reads a line of [activity].
func (r *scheduleReader) activity(l line) {
	l, fits := cutMark(l)
	id, fields, ok := cutEntry(l)
	if quoted := strings.Trim(id.text, `"`); ok && len(quoted) == len(id.text)-2 {
		id = line{quoted, id.start + 1}
	} else {
		r.refuse(l)
		return
	}
	if !fits {
		r.edited(l, id)
		return
	}
	row := plan.Row{ID: id.text}
	switch {
	case fields.are("on"):
		row.Start = r.date(fields.dates[0])
		row.Finish = row.Start
	case fields.are("start", "finish"):
		row.Start, row.Finish = r.date(fields.dates[0]), r.date(fields.dates[1])
		switch finish := fields.dates[1]; {
		case row.Start == 0 || row.Finish == 0 || row.Start < row.Finish:
		case row.Start == row.Finish:
			r.refuse(l)
		default:
			r.report("window-empty", r.at(finish, 0, len(finish.text)),
				fmt.Sprintf("%s finishes on %s, before it starts on %s", quote(row.ID), row.Finish, row.Start))
		}
	default:
		r.refuse(l)
		return
	}
	if r.isNext(id) {
		r.committed.Schedule.Rows = append(r.committed.Schedule.Rows, row)
	}
}

func (r *scheduleReader) date(l line) calendar.Date {
	date, err := calendar.Parse(l.text)
	if err != nil {
		r.report("bad-date", r.at(l, 0, len(l.text)), err.Error())
	}
	return date
}

// isNext notes an id, and reports one that does not come after the last.
func (r *scheduleReader) isNext(id line) bool {
	last := r.last
	r.last = id
	if last.text < id.text {
		return true
	}
	p := source.Problem{Code: "schedule-order", At: r.at(id, 0, len(id.text)),
		Text:  fmt.Sprintf("%s stands after %s, but the schedule is sorted by id", quote(id.text), quote(last.text)),
		Hint:  rewrite,
		Notes: []source.Note{{At: r.at(last, 0, len(last.text)), Text: "the one before it"}}}
	if last.text == id.text {
		p.Code, p.Text = "duplicate-id", quote(id.text)+" is twice in the schedule"
		p.Notes[0].Text = "the first is here"
	}
	r.problems.Add(p)
	return false
}

const (
	restore = `restore the file from Git, or replace it with "epr plan --fresh"`
	rewrite = "the file is not for editing: " + restore
)

func (r *scheduleReader) refuse(l line) {
	r.problems.Add(source.Problem{Code: "schedule-line", At: r.at(l, 0, len(l.text)),
		Text: "this is not a line of a schedule", Hint: rewrite})
}

func (r *scheduleReader) report(code string, at source.Span, text string) {
	r.problems.Add(source.Problem{Code: code, At: at, Text: text})
}

// at is a place within a line.
func (r *scheduleReader) at(l line, from, to int) source.Span {
	return r.file.Span(l.start+from, l.start+to)
}
