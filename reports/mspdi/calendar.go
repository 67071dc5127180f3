package mspdi

import (
	"fmt"
	"strings"

	"epr/calendar"
	"epr/reports"
)

type workCalendar struct {
	UID             int
	Name            string
	IsBaseCalendar  int
	BaseCalendarUID int
	WeekDays        []weekDay   `xml:"WeekDays>WeekDay"`
	Exceptions      *exceptions `xml:",omitempty"`
}

type weekDay struct {
	DayType      int // 1 is Sunday
	DayWorking   int
	WorkingTimes *workingTimes `xml:",omitempty"`
}

type workingTimes struct {
	WorkingTime []workingTime
}

type workingTime struct {
	FromTime string
	ToTime   string
}

type exceptions struct {
	Exception []exception
}

type exception struct {
	EnteredByOccurrences int
	TimePeriod           period
	Occurrences          int
	Name                 string
	Type                 int // 1 is daily
	DayWorking           int
	WorkingTimes         *workingTimes `xml:",omitempty"`
}

type period struct {
	FromDate string
	ToDate   string
}

// calendarUID is the number of a calendar in the file.
func calendarUID(position int) int { return position + 1 }

func calendars(o *reports.Outline) []workCalendar {
	names := map[string]bool{}
	var list []workCalendar
	for k := range o.Calendars {
		c := &o.Calendars[k]
		list = append(list, workCalendar{UID: calendarUID(k), Name: calendarName(c, names), IsBaseCalendar: yes, BaseCalendarUID: -1,
			WeekDays: week(c.Week), Exceptions: exceptionsOf(c)})
	}
	return list
}

// nameLength is the most characters that Project takes for the name of a calendar.
const nameLength = 51

// calendarName tells calendars apart: "weekdays without Winter pressures". A number makes it unique.
func calendarName(c *reports.WorkCalendar, taken map[string]bool) string {
	name := titleOf(c.Name, c.ID)
	if len(c.Without) > 0 {
		name += " without " + strings.Join(c.Without, ", ")
	}
	if c.Meetings != "" {
		name += " with meetings of " + c.Meetings
	}
	name = reports.OneLine(name)
	unique := reports.Cut(name, nameLength)
	for n := 2; taken[strings.ToLower(unique)]; n++ {
		number := fmt.Sprintf(" (%d)", n)
		unique = reports.Cut(name, nameLength-len(number)) + number
	}
	taken[strings.ToLower(unique)] = true
	return unique
}

func week(w calendar.Weekdays) []weekDay {
	var days []weekDay
	for k := range 7 {
		day := calendar.Weekday((k + 6) % 7)
		days = append(days, weekDay{DayType: k + 1, DayWorking: flag(w.Has(day)), WorkingTimes: times(w.Has(day))})
	}
	return days
}

func exceptionsOf(c *reports.WorkCalendar) *exceptions {
	if len(c.Exceptions) == 0 {
		return nil
	}
	list := &exceptions{}
	for _, x := range c.Exceptions {
		list.Exception = append(list.Exception, exception{
			TimePeriod:  period{x.Span.From.String() + "T00:00:00", x.Span.To.String() + "T23:59:00"},
			Occurrences: x.Span.Days(), Name: title(x.Name), Type: 1, DayWorking: flag(x.Worked), WorkingTimes: times(x.Worked)})
	}
	return list
}

// times are those of a worked day, none of another.
func times(isWorked bool) *workingTimes {
	if !isWorked {
		return nil
	}
	return &workingTimes{[]workingTime{{dayBegins, lunch}, {afternoon, dayEnds}}}
}

func flag(is bool) int {
	if is {
		return yes
	}
	return 0
}
