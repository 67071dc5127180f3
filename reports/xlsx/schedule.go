package xlsx

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// schedule writes every activity. The rows go through a stream, because there may be many thousands:
// what the stream wants first comes first (page, panes, widths), then the rows in order, then the table.
func (s *sheet) schedule() {
	switch n := len(s.pack.Schedule); {
	case n == 0:
		s.emptySchedule()
		return
	case s.onSide(n):
		s.fewActivities()
		return
	}
	s.isStreamed = true
	s.scheduleColumns()
	last := streamHead + len(s.pack.Schedule)
	from, to := s.layOut()
	s.setUp(layout{lastColumn: len(s.widths), lastRow: last, titleRows: streamHead, printFrom: from, printTo: to})
	s.link(1, 3, sheetSummary)
	stream, err := s.file.NewStreamWriter(s.name)
	if err != nil {
		s.try(err)
		return
	}
	w := &streamed{sheet: s, to: stream}
	w.head(from, to)
	for i := range s.pack.Schedule {
		w.activity(streamHead+1+i, &s.pack.Schedule[i])
	}
	s.try(stream.AddTable(tableOf("Schedule", 1, streamHead, len(s.pack.Schedule), len(s.widths))))
	if s.err == nil {
		s.try(stream.Flush())
	}
}

// scheduleColumns gives ids and names the width that the longest of them needs, within reason. Ids say little that the
// other columns do not, and stand last.
func (s *sheet) scheduleColumns() {
	list := s.pack.Schedule
	fit := func(least, most int, of func(*reports.Activity) string) float64 {
		widest := 0
		for i := range list {
			widest = max(widest, len(of(&list[i])))
		}
		return float64(min(max(least, widest+2), most))
	}
	widths := []float64{
		fit(20, 46, func(a *reports.Activity) string { return a.Name }),
		14,
		fit(8, 15, func(a *reports.Activity) string { return a.Phase }),
		fit(8, 13, func(a *reports.Activity) string { return a.Trust }),
		fit(8, 13, func(a *reports.Activity) string { return a.Site }),
		fit(12, 14, func(a *reports.Activity) string { return a.Workflow }),
		13, 13, 9, 18, 11,
	}
	if s.pack.Header.Baseline != nil {
		widths = append(widths, 13, 10, 10)
	}
	held := len(widths) + 1
	widths = append(widths, 50, 11.5, 11.5, 11.5, fit(14, 40, func(a *reports.Activity) string { return a.ID }))
	columns := make([]column, len(widths))
	for c, head := range (&streamed{sheet: s}).heads() {
		columns[c].head = head
	}
	s.tableColumns(held, columns, widths)
}

func (s *sheet) emptySchedule() {
	s.columns(pageWidth)
	row := s.banner(sheetSchedule, "Every activity with its dates.")
	row = s.note(row, "The plan has no activity.")
	s.setUp(layout{lastColumn: 1, lastRow: row - 1})
}

// fewActivities lays the schedule on its side.
func (s *sheet) fewActivities() {
	w, list := &streamed{sheet: s}, s.pack.Schedule
	var columns []column
	for c, head := range w.heads() {
		columns = append(columns, column{head, func(i int) cell { return w.line(&list[i])[c] }})
	}
	const named = 0
	s.columns(sideWidths(len(list))...)
	row := s.banner(sheetSchedule, w.scheduleAbout())
	last := s.sideTable("Schedule", row, len(list), named, 6, columns...) - 1
	s.setUp(layout{lastColumn: len(s.widths), lastRow: last, titleRows: row, titleColumns: 1, frozen: true})
}

const streamHead = 4 // row of the headers of the schedule

// streamed is a sheet written row by row.
type streamed struct {
	*sheet
	to *excelize.StreamWriter
}

// head writes what stands above the activities, of which some rows are printed.
func (w *streamed) head(from, to int) {
	for c, width := range w.widths {
		w.try(w.to.SetColWidth(c+1, c+1, width))
	}
	w.try(w.to.SetPanes(layout{titleRows: streamHead, titleColumns: 1}.panes()))
	w.row(1, titleHigh, w.filled(cell{sheetSchedule, titleLook}))
	w.about()
	back := []cell{{"◄ " + sheetSummary, backLook}}
	part := ""
	if to > 0 {
		part = partOf("from the first that is not done the next", to-from+1, len(w.pack.Schedule), "activities")
	}
	if shown, isPart := w.printedNote(part); isPart {
		back = append(back, shown)
	}
	w.row(3, backHigh, back)
	heads := w.heads()
	line := make([]cell, len(heads))
	for c, head := range heads {
		line[c] = cell{head, headLook}
	}
	w.row(streamHead, headHigh, line)
}

// about is the line below the title, over more lines where it has not enough room.
func (w *streamed) about() {
	about := cell{w.scheduleAbout(), aboutLook}
	if high := w.aboutHeight(); high > aboutHigh {
		about.look.wrap = true
		w.try(w.to.MergeCell("A2", at(w.across(), 2)))
	}
	w.row(2, w.aboutHeight(), w.filled(about))
}

// aboutHeight is the points of that line.
func (w *streamed) aboutHeight() float64 {
	if lines := lineCount(w.scheduleAbout(), aboutLook, w.room(1, w.across())); lines > 1 {
		return heightOf(lines, aboutLook.points()) + 4
	}
	return aboutHigh
}

// heads are the headers of the columns.
func (w *streamed) heads() []string {
	heads := []string{"Activity", "Kind", "Phase", "Trust", "Site", "Workflow", "Start", "Finish", "Days worked", "Teams", "State"}
	if w.pack.Header.Baseline != nil {
		heads = append(heads, "Baseline finish", "From it (days)", "Working days")
	}
	return append(heads, "What holds it", "Float to a promise", "Float to any date", "Float to a cliff", "Id")
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
	line := w.line(a)
	high, isPrinted := w.rows[row]
	if !isPrinted {
		high = w.heightFor(line)
	}
	w.row(row, high, line)
}

// heightFor is the height of a row of some cells.
func (w *streamed) heightFor(line []cell) float64 {
	lines := 1
	for c, shown := range line {
		if words, ok := shown.value.(string); ok && shown.look.wrap {
			lines = max(lines, lineCount(words, shown.look, w.room(c+1, c+1)))
		}
	}
	return heightOf(lines, fontSize)
}

// mostSchedulePages is the most pages of a schedule that are printed: of a longer one the activities that come next.
const mostSchedulePages = 6

// layOut gives the rows that are printed their heights, and says which these are where they are not all: they begin with
// the first activity that is not done.
func (s *sheet) layOut() (from, to int) {
	list := s.pack.Schedule
	s.rows = map[int]float64{1: titleHigh, 2: (&streamed{sheet: s}).aboutHeight(), 3: backHigh, streamHead: headHigh}
	if s.layOutFrom(0) == len(list) {
		return 0, 0
	}
	next := max(0, slices.IndexFunc(list, func(a reports.Activity) bool { return a.State != reports.Done }))
	return streamHead + 1 + next, streamHead + s.layOutFrom(next)
}

// The points of the rows above the activities.
const (
	titleHigh = 34
	aboutHigh = 22
	backHigh  = 18
	headHigh  = 34
)

// layOutFrom is the number of activities up to the last that is printed, if printing begins with one.
func (s *sheet) layOutFrom(first int) int {
	w := &streamed{sheet: s}
	room := s.pagePoints() - s.used(streamHead+1)
	for pages, left, i := 1, room, first; i < len(s.pack.Schedule); i++ {
		high := w.heightFor(w.line(&s.pack.Schedule[i]))
		if high > left {
			pages, left = pages+1, room
		}
		if left -= high; pages > mostSchedulePages {
			return i
		}
		row := streamHead + 1 + i
		s.rows[row] = high
		s.loosen(row, looseTable)
	}
	return len(s.pack.Schedule)
}

// line is the cells of an activity.
func (w *streamed) line(a *reports.Activity) []cell {
	line := []cell{
		strong(a.Name), text(string(a.Kind)), text(a.Phase), text(a.Trust), text(a.Site), text(a.Workflow),
		date(a.Start), date(a.Finish), w.worked(a), text(teamsOf(a.Needs)), middle(string(a.State)),
	}
	if w.pack.Header.Baseline != nil {
		line = append(line, date(a.Baseline), varied(a.Variance, a.Variance.Calendar), varied(a.Variance, a.Variance.Working))
	}
	return append(line, text(capitalised(a.HeldBy)), floating(a.Float.Promise), floating(a.Float.Goals), floating(a.Float.Cliff), text(a.ID))
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
