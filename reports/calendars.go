package reports

import (
	"fmt"
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan"
)

// CalendarUse is a calendar of the plan with what it rests on.
type CalendarUse struct {
	ID, Name   string
	Activities int    // that are worked, or decided, by it
	Meetings   int    // dates in the horizon; 0 for a working calendar
	Basis      string // a phrase: the days worked, whose bank holidays, from which source; or which dates
}

// calendars lists the calendars that some activity uses: working calendars by id, then meeting
// calendars in the plan's order.
func (f *facts) calendars() []CalendarUse {
	working, meeting := map[string]int{}, map[string]int{}
	for i := range f.net.Activities {
		a := f.activity(i)
		if a.Meeting != nil {
			meeting[a.Meeting.ID]++
		} else {
			working[a.Terms.CalendarID]++
		}
	}
	var list []CalendarUse
	for id, uses := range working {
		list = append(list, f.workingUse(id, uses))
	}
	slices.SortFunc(list, func(a, b CalendarUse) int { return strings.Compare(a.ID, b.ID) })
	for id, c := range f.plan.Calendars.All() {
		if uses := meeting[id]; uses > 0 && c.Meeting != nil {
			list = append(list, f.meetingUse(c, uses))
		}
	}
	return list
}

func (f *facts) workingUse(id string, uses int) CalendarUse {
	use := CalendarUse{ID: id, Name: id, Activities: uses}
	if c := f.plan.Calendars.Get(id); c != nil {
		use.Name = orID(c.Name, id)
	}
	if rule, ok := f.plan.WorkingCalendar(id); ok {
		use.Basis = basis(rule)
	}
	return use
}

func basis(r calendar.Rule) string {
	text := "worked " + weekdays(r.Workdays)
	if r.Holidays == calendar.NoNation {
		text += ", bank holidays included"
	} else {
		text += ", less the bank holidays of " + nation(r.Holidays)
	}
	if n := spanDays(r.Worked); n > 0 {
		text += ", " + Count(n, "day") + " added by the plan"
	}
	if n := spanDays(r.NotWorked); n > 0 {
		text += ", " + Count(n, "day") + " taken away by the plan"
	}
	return text
}

func spanDays(spans []calendar.NamedSpan) int {
	n := 0
	for _, s := range spans {
		n += s.Days()
	}
	return n
}

func weekdays(days calendar.Weekdays) string {
	switch days {
	case calendar.MonToFri:
		return "Monday to Friday"
	case calendar.EveryDay:
		return "every day"
	}
	var names []string
	for _, day := range days.List() {
		names = append(names, day.Long())
	}
	return Join(names)
}

func nation(n calendar.Nation) string {
	switch n {
	case calendar.EnglandAndWales:
		return "England and Wales"
	case calendar.Scotland:
		return "Scotland"
	case calendar.NorthernIreland:
		return "Northern Ireland"
	}
	return n.String()
}

func (f *facts) meetingUse(c *plan.Calendar, uses int) CalendarUse {
	use := CalendarUse{ID: c.ID, Name: orID(c.Name, c.ID), Activities: uses}
	dates := c.Meeting.On(f.net.Horizon)
	use.Meetings = len(dates)
	how := "dates as listed in the plan"
	if c.Meeting.Rule != nil {
		how = c.Meeting.Rule.String()
	}
	use.Basis = fmt.Sprintf("%s, %s in the horizon", how, Count(len(dates), "meeting"))
	if c.Meeting.Papers > 0 {
		use.Basis += ", papers close " + Count(c.Meeting.Papers, "working day") + " before"
	}
	return use
}
