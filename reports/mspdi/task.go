package mspdi

import (
	"fmt"
	"strconv"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

type task struct {
	UID                    int
	ID                     int
	Name                   string
	Manual                 int
	Type                   int
	IsNull                 int
	WBS                    string
	OutlineNumber          string
	OutlineLevel           int
	Priority               int
	Start                  string
	Finish                 string
	Duration               string `xml:",omitempty"`
	DurationFormat         int
	Work                   string `xml:",omitempty"`
	EffortDriven           int
	Estimated              int
	Milestone              int
	Summary                int
	PercentComplete        int
	PercentWorkComplete    int
	ActualStart            string `xml:",omitempty"`
	ActualFinish           string `xml:",omitempty"`
	ActualDuration         string `xml:",omitempty"`
	ActualWork             string `xml:",omitempty"`
	RemainingDuration      string `xml:",omitempty"`
	RemainingWork          string `xml:",omitempty"`
	ConstraintType         int
	CalendarUID            int
	ConstraintDate         string `xml:",omitempty"`
	Deadline               string `xml:",omitempty"`
	IgnoreResourceCalendar int
	Notes                  string `xml:",omitempty"`
	PredecessorLink        []predecessor
	ExtendedAttribute      []attribute
	Baseline               []baseline
}

type predecessor struct {
	PredecessorUID int
	Type           int
	CrossProject   int
	LinkLag        int // tenths of a minute
	LagFormat      int
}

// What the numbers of the format mean.
const (
	asSoonAsPossible  = 0
	mustStartOn       = 2
	startNoEarlier    = 4
	middlingPriority  = 500
	noCalendar        = -1 // the project's
	lagOfADay         = minutesPerDay * 10
	wholeProject      = 0 // number of the row of the project itself
	percentOfTheWhole = 100
)

// linkTypes are the numbers of the four types, by the plan's.
var linkTypes = [...]int{plan.FinishStart: 1, plan.StartStart: 3, plan.FinishFinish: 0, plan.StartFinish: 2}

// taskUID is the number of a row of the outline in the file.
func taskUID(row int) int { return row + 1 }

func tasks(p *reports.Pack) []task {
	o := &p.Outline
	list := []task{{UID: wholeProject, Name: title(p.Header.Programme), Type: fixedDuration, WBS: "0", OutlineNumber: "0",
		Priority: middlingPriority, Start: morning(o.Start), Finish: evening(o.Finish), DurationFormat: inDays, Summary: yes,
		CalendarUID: noCalendar, Notes: baselineNotes(o), Baseline: wholeBaselines(o)}}
	numbers, said, likely := outlineNumbers{}, remarksOf(p), prospects(p)
	for k := range o.Rows {
		row := &o.Rows[k]
		t := taskOf(o, row)
		t.Notes, t.ExtendedAttribute = said.notes(row), attributes(row, likely[row.ID])
		t.UID, t.ID = taskUID(k), taskUID(k)
		t.OutlineNumber = numbers.next(t.OutlineLevel)
		t.WBS = t.OutlineNumber
		list = append(list, t)
	}
	return list
}

func taskOf(o *reports.Outline, row *reports.OutlineRow) task {
	t := task{
		Name: titleOf(row.Name, row.ID), Type: fixedDuration, OutlineLevel: row.Level, Priority: middlingPriority,
		Start: starts(row, row.Start), Finish: finishes(row, row.Finish), DurationFormat: inDays,
		CalendarUID: noCalendar, Deadline: evening(row.Deadline), Baseline: baselines(o, row),
	}
	if row.IsSummary() {
		t.Summary = yes
		return t
	}
	t.Milestone = flag(row.Kind == plan.Milestone || row.Kind == plan.Gate)
	t.Duration, t.Work = hours(row.Days), work(row, row.Days)
	if row.Calendar != o.Default {
		t.CalendarUID, t.IgnoreResourceCalendar = calendarUID(row.Calendar), yes
	}
	t.progress(row)
	t.constrain(row)
	for _, link := range row.After {
		if !link.Max {
			t.PredecessorLink = append(t.PredecessorLink, predecessor{PredecessorUID: taskUID(link.Row),
				Type: linkTypes[link.Type], LinkLag: link.Days * lagOfADay, LagFormat: inDays})
		}
	}
	return t
}

func (t *task) progress(row *reports.OutlineRow) {
	t.ActualDuration, t.RemainingDuration = hours(row.Worked), hours(row.Days-row.Worked)
	t.ActualWork, t.RemainingWork = work(row, row.Worked), work(row, row.Days-row.Worked)
	switch row.State {
	case reports.Done:
		t.PercentComplete = percentOfTheWhole
		t.ActualStart, t.ActualFinish = t.Start, t.Finish
	case reports.UnderWay:
		t.ActualStart = t.Start
		t.PercentComplete = percentOfTheWhole * row.Worked / row.Days
	}
	t.PercentWorkComplete = t.PercentComplete
}

func (t *task) constrain(row *reports.OutlineRow) {
	switch row.Pin {
	case reports.NotBefore:
		t.ConstraintType, t.ConstraintDate = startNoEarlier, t.Start
	case reports.OnTheDay:
		t.ConstraintType, t.ConstraintDate = mustStartOn, t.Start
	default:
		t.ConstraintType = asSoonAsPossible
	}
}

// starts is the moment at which a row starts on a day: a milestone at the end of its day, unless it is
// reached when that begins.
func starts(row *reports.OutlineRow, day calendar.Date) string {
	if row.Kind == plan.Milestone && !row.StartOfDay {
		return evening(day)
	}
	return morning(day)
}

func finishes(row *reports.OutlineRow, day calendar.Date) string {
	if row.Kind == plan.Milestone && row.StartOfDay {
		return morning(day)
	}
	return evening(day)
}

// hours is working time of some days.
func hours(days int) string { return minutes(days * minutesPerDay) }

func minutes(n int) string { return fmt.Sprintf("PT%dH%dM0S", n/60, n%60) }

// outlineNumbers counts the rows of each level.
type outlineNumbers []int

func (n *outlineNumbers) next(level int) string {
	for len(*n) < level {
		*n = append(*n, 0)
	}
	*n = (*n)[:level]
	(*n)[level-1]++
	parts := make([]string, level)
	for k, count := range *n {
		parts[k] = strconv.Itoa(count)
	}
	return strings.Join(parts, ".")
}
