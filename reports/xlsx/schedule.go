package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// schedule writes every activity. The rows go through a stream, because there may be many thousands:
// what the stream wants first comes first (page, panes, widths), then the rows in order, then the table.
func (s *sheet) schedule() {
	s.widths = s.scheduleWidths()
	if len(s.pack.Schedule) == 0 {
		s.emptySchedule()
		return
	}
	last := streamHead + len(s.pack.Schedule)
	s.setUp(layout{lastColumn: len(s.widths), lastRow: last, titleRows: streamHead, pagesAsNeeded: true})
	s.link(1, 3, sheetSummary)
	stream, err := s.file.NewStreamWriter(s.name)
	if err != nil {
		s.try(err)
		return
	}
	w := &streamed{sheet: s, to: stream}
	w.head()
	for i := range s.pack.Schedule {
		w.activity(streamHead+1+i, &s.pack.Schedule[i])
	}
	s.try(stream.AddTable(tableOf("Schedule", 1, streamHead, len(s.pack.Schedule), len(s.widths))))
	if s.err == nil {
		s.try(stream.Flush())
	}
}

// scheduleWidths gives ids and names the width that the longest of them needs, within reason.
func (s *sheet) scheduleWidths() []float64 {
	list := s.pack.Schedule
	fit := func(least, most int, of func(*reports.Activity) string) float64 {
		widest := 0
		for i := range list {
			widest = max(widest, len(of(&list[i])))
		}
		return float64(min(max(least, widest+2), most))
	}
	widths := []float64{
		fit(14, 40, func(a *reports.Activity) string { return a.ID }),
		fit(20, 44, func(a *reports.Activity) string { return a.Name }),
		14,
		fit(8, 14, func(a *reports.Activity) string { return a.Phase }),
		fit(8, 14, func(a *reports.Activity) string { return a.Trust }),
		fit(8, 14, func(a *reports.Activity) string { return a.Site }),
		fit(10, 16, func(a *reports.Activity) string { return a.Workflow }),
		13, 13, 9, 20, 11, 58, 10, 10, 10,
	}
	if s.pack.Header.Baseline != nil {
		widths = append(widths, 13, 10, 10)
	}
	return widened(widths)
}

func (s *sheet) emptySchedule() {
	s.columns(pageWidth)
	row := s.banner(sheetSchedule, "Every activity with its dates.")
	row = s.note(row, "The plan has no activity.")
	s.setUp(layout{lastColumn: 1, lastRow: row - 1})
}

const streamHead = 4 // row of the headers of the schedule

// streamed is a sheet written row by row.
type streamed struct {
	*sheet
	to *excelize.StreamWriter
}

func (w *streamed) head() {
	for c, width := range w.widths {
		w.try(w.to.SetColWidth(c+1, c+1, width))
	}
	w.try(w.to.SetPanes(layout{titleRows: streamHead, titleColumns: 2}.panes()))
	w.row(1, 34, w.filled(cell{sheetSchedule, titleLook}))
	w.row(2, 22, w.filled(cell{w.scheduleAbout(), aboutLook}))
	w.row(3, 18, []cell{{"◄ " + sheetSummary, backLook}})
	heads := w.heads()
	line := make([]cell, len(heads))
	for c, head := range heads {
		line[c] = cell{head, headLook}
	}
	w.row(streamHead, 34, line)
}

// heads are the headers of the columns.
func (w *streamed) heads() []string {
	heads := []string{
		"Id", "Activity", "Kind", "Phase", "Trust", "Site", "Workflow", "Start", "Finish", "Days worked", "Teams", "State", "What holds it",
		"Float to a promise", "Float to any date", "Float to a cliff",
	}
	if w.pack.Header.Baseline != nil {
		heads = append(heads, "Baseline finish", "From it (days)", "Working days")
	}
	return heads
}

func (w *streamed) scheduleAbout() string {
	done, under, late := 0, 0, 0
	for i := range w.pack.Schedule {
		switch w.pack.Schedule[i].State {
		case reports.Done:
			done++
		case reports.UnderWay:
			under++
		}
		if w.pack.Schedule[i].Variance.Calendar > 0 {
			late++
		}
	}
	against := ""
	if b := w.pack.Header.Baseline; b != nil {
		against = ", " + reports.Number(late) + " later than in the baseline “" + b.ID + "” of " + b.Date.Short()
	}
	return reports.Count(len(w.pack.Schedule), "activity") + " by start: " + reports.Number(done) + " done, " +
		reports.Number(under) + " under way, " + reports.Number(len(w.pack.Schedule)-done-under) + " planned" + against + ". Dates include their own day. " + floatAbout
}

// filled is a row that begins with a cell and has its look to the last column.
func (w *streamed) filled(first cell) []cell {
	line := make([]cell, len(w.widths))
	for c := range line {
		line[c].look = first.look
	}
	line[0] = first
	return line
}

func (w *streamed) activity(row int, a *reports.Activity) {
	line, lines := w.line(a), 1
	for c, shown := range line {
		if words, ok := shown.value.(string); ok && shown.look.wrap {
			lines = max(lines, lineCount(words, shown.look, w.room(c+1, c+1)))
		}
	}
	w.row(row, heightOf(lines, fontSize), line)
}

// line is the cells of an activity.
func (w *streamed) line(a *reports.Activity) []cell {
	line := []cell{
		text(a.ID), strong(a.Name), text(string(a.Kind)), text(a.Phase), text(a.Trust), text(a.Site), text(a.Workflow),
		date(a.Start), date(a.Finish), w.worked(a), text(teamsOf(a.Needs)), middle(string(a.State)), text(capitalised(a.HeldBy)),
		floating(a.Float.Promise), floating(a.Float.Goals), floating(a.Float.Cliff),
	}
	if w.pack.Header.Baseline != nil {
		line = append(line, date(a.Baseline), varied(a.Variance, a.Variance.Calendar), varied(a.Variance, a.Variance.Working))
	}
	return line
}

func (w *streamed) worked(a *reports.Activity) cell {
	if a.Kind == plan.Milestone {
		return cell{none, midLook}
	}
	return count(a.Days)
}

func teamsOf(needs []plan.Need) string {
	var list []string
	for _, need := range needs {
		list = append(list, need.Team+" "+need.Amount.String())
	}
	return strings.Join(list, ", ")
}

// row writes one row of the stream.
func (w *streamed) row(row int, height float64, line []cell) {
	if w.err != nil {
		return
	}
	values := make([]any, len(line))
	for c, shown := range line {
		id, err := w.style(shown.look)
		w.try(err)
		values[c] = excelize.Cell{StyleID: id, Value: streamValue(shown.value)}
	}
	w.try(w.to.SetRow(at(1, row), values, excelize.RowOpts{Height: height}))
}

func streamValue(value any) any {
	switch v := value.(type) {
	case string:
		return clean(v)
	case calendar.Date:
		return serial(v)
	}
	return value
}

// floatAbout says what the floats of the schedule are.
const floatAbout = "Float is the working days that an activity alone can slip: before a promise breaks, before any go-live, gate, milestone or phase moves, " +
	"before a go-live is pushed past a blackout."
