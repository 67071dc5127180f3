// Package mspdi writes a plan as Microsoft Project XML, which Project, ProjectLibre, Primavera P6 and other
// tools open: the outline with its dates, calendars with their exceptions, links of all four types, teams as
// resources with their sizes by date, progress, promises as deadlines, and the approved baselines: the last one as
// Project's "Baseline", those before it as "Baseline 1" to "Baseline 10", the oldest first; where nothing was approved,
// the last version as "Baseline". The columns P50, P80 and "Chance of promise" are the forecast's. [Write] is the one
// function to call.
//
// Project schedules with links, calendars and constraints, and knows neither teams that are full nor
// meetings nor closed windows. What these hold back carries a constraint ("start no earlier than"), and a gate
// the day of its meeting ("must start on"), so that Project arrives at the dates of the plan. What Project
// cannot hold at all, such as a limit on how far apart two activities may be, stands in the notes of the
// activity, as do what the checks of the schedule's quality count against it, which rules may break, and how ready a
// gate is. Days have eight hours, from 8 to 12 and from 13 to 17 o'clock. A milestone between two worked days may show
// as the morning of the second instead of the evening of the first when Project computes it anew.
//
// Where the variable EPR_MPXJ names a folder with the jars of MPXJ, which other tools use to read Project's files, a
// test reads files back with it, computes the dates anew from the links, calendars and constraints that it read, and
// holds the order of the elements against that of Project's schema, from which MPXJ's classes were made.
//
// The elements stand in the order that the format prescribes, which is that of the fields of the types here.
package mspdi

import (
	"encoding/xml"
	"io"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// Write writes the plan of a pack. The only errors are those of w.
func Write(w io.Writer, p *reports.Pack) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	out := xml.NewEncoder(w)
	out.Indent("", "  ")
	if err := out.Encode(projectOf(p)); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// project is the root of the file.
type project struct {
	XMLName              xml.Name `xml:"http://schemas.microsoft.com/project Project"`
	SaveVersion          int
	Name                 string
	Title                string
	CreationDate         string
	ScheduleFromStart    int
	StartDate            string
	FinishDate           string
	CurrencySymbol       string
	CurrencyCode         string
	CalendarUID          int
	DefaultStartTime     string
	DefaultFinishTime    string
	MinutesPerDay        int
	MinutesPerWeek       int
	DaysPerMonth         int
	DefaultTaskType      int
	DurationFormat       int
	WorkFormat           int
	HonorConstraints     int
	NewTasksEffortDriven int
	NewTasksEstimated    int
	WeekStartDay         int
	StatusDate           string
	NewTasksAreManual    int
	ExtendedAttributes   []attributeName `xml:"ExtendedAttributes>ExtendedAttribute"`
	Calendars            []workCalendar  `xml:"Calendars>Calendar"`
	Tasks                []task          `xml:"Tasks>Task"`
	Resources            []resource      `xml:"Resources>Resource"`
	Assignments          []assignment    `xml:"Assignments>Assignment"`
}

// What the numbers of the format mean.
const (
	yes           = 1
	fixedDuration = 1
	inDays        = 7
	inHours       = 2
	monday        = 1
	minutesPerDay = 8 * 60
)

func projectOf(p *reports.Pack) *project {
	o := &p.Outline
	name := title(p.Header.Programme)
	return &project{
		SaveVersion: 14, Name: name, Title: name, CreationDate: morning(p.Header.Status),
		ScheduleFromStart: yes, StartDate: morning(p.Header.Horizon.From), FinishDate: evening(o.Finish),
		CurrencySymbol: "£", CurrencyCode: "GBP", CalendarUID: calendarUID(o.Default),
		DefaultStartTime: dayBegins, DefaultFinishTime: dayEnds,
		MinutesPerDay: minutesPerDay, MinutesPerWeek: 5 * minutesPerDay, DaysPerMonth: 20,
		DefaultTaskType: fixedDuration, DurationFormat: inDays, WorkFormat: inHours, HonorConstraints: yes,
		WeekStartDay: monday, StatusDate: morning(p.Header.Status),
		ExtendedAttributes: attributeNames, Calendars: calendars(o), Tasks: tasks(p),
		Resources: resources(o), Assignments: assignments(o),
	}
}

// Times of a working day.
const (
	dayBegins = "08:00:00"
	lunch     = "12:00:00"
	afternoon = "13:00:00"
	dayEnds   = "17:00:00"
)

func morning(d calendar.Date) string { return at(d, dayBegins) }
func evening(d calendar.Date) string { return at(d, dayEnds) }

func at(d calendar.Date, time string) string {
	if d.IsZero() {
		return ""
	}
	return d.String() + "T" + time
}

// title is a text as Project takes one for a name.
func title(s string) string { return reports.Cut(reports.OneLine(s), 255) }

// titleOf is a name, or the id where nothing of the name can be seen.
func titleOf(name, id string) string {
	if name = title(name); name != "" {
		return name
	}
	return id
}

// people is a number of people as Project counts units: 1 is one of them.
func people(n plan.Hundredths) string { return n.String() }
