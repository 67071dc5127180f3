package reports

import (
	"fmt"
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan"
)

// WorkCalendar is a calendar in plain days: a week, and the days of the horizon that differ from it.
type WorkCalendar struct {
	ID         string   // of the calendar of the plan that it comes from
	Name       string   // of that calendar
	Without    []string // names of the blackouts whose days it leaves out
	Meetings   string   // name of the body whose meetings it adds; "" if none
	Week       calendar.Weekdays
	Exceptions []CalendarException // in order, without overlaps
}

// CalendarException is a run of days that are worked, or not, whatever the week says.
type CalendarException struct {
	Span   calendar.Span
	Name   string // of the bank holiday, the blackout or the meeting
	Worked bool
}

// standard is the position of the programme's calendar, which is always there.
func (o *outliner) standard() int {
	id := o.plan.Programme.Calendar
	if id == "" {
		id = plan.Weekdays
	}
	rule, _ := o.plan.WorkingCalendar(id)
	return o.add(o.laid(dayBook{id: id, cal: calendar.Compile(rule, o.net.Horizon)}))
}

// calendar is the position of the calendar of an activity: its own, less the days on which it rests and,
// if it is still to come, less the windows it stays out of; of a gate, with the days on which its body meets;
// of a milestone that is reached on a day off, every day, because other tools would move it to the next worked one.
func (o *outliner) calendar(i int) int {
	a := o.activity(i)
	book := dayBook{id: a.Terms.CalendarID, cal: a.Terms.Calendar}
	switch {
	case a.Kind == plan.Gate:
		book.meetings = a.Terms.Meetings
		if a.Meeting != nil {
			book.body = orID(a.Meeting.Name, a.Meeting.ID)
		}
	case a.IsMilestone() && !a.Terms.Calendar.Works(o.rows[i].Finish):
		book.id = plan.EveryDay
		rule, _ := o.plan.WorkingCalendar(book.id)
		book.cal = calendar.Compile(rule, o.net.Horizon)
	default:
		book.closed = o.closedTo(i)
	}
	key := book.key()
	if at, known := o.calendars[key]; known {
		return at
	}
	at := o.add(o.laid(book))
	o.calendars[key] = at
	return at
}

// closedTo lists the blackouts whose days an activity is not worked on.
func (o *outliner) closedTo(i int) []*plan.Blackout {
	t := o.activity(i).Terms
	if o.state(i) != Planned {
		return t.Pauses
	}
	return slices.Concat(t.Pauses, t.Forbids)
}

// compiled is the calendar of an activity, for counting.
func (o *outliner) compiled(i int) *calendar.Calendar {
	return o.counts[o.out.Rows[o.row[i]].Calendar]
}

// add keeps a calendar, once of several that are alike.
func (o *outliner) add(c WorkCalendar) int {
	for at := range o.out.Calendars {
		if alike(&o.out.Calendars[at], &c) {
			return at
		}
	}
	o.out.Calendars = append(o.out.Calendars, c)
	rule := calendar.Rule{Workdays: c.Week}
	for _, x := range c.Exceptions {
		days := calendar.NamedSpan{Span: x.Span}
		if x.Worked {
			rule.Worked = append(rule.Worked, days)
		} else {
			rule.NotWorked = append(rule.NotWorked, days)
		}
	}
	o.counts = append(o.counts, calendar.Compile(rule, o.net.Horizon))
	return len(o.out.Calendars) - 1
}

func alike(a, b *WorkCalendar) bool {
	return a.ID == b.ID && a.Week == b.Week && slices.Equal(a.Without, b.Without) && a.Meetings == b.Meetings &&
		slices.Equal(a.Exceptions, b.Exceptions)
}

// dayBook is what the days of a calendar depend on.
type dayBook struct {
	id       string
	cal      *calendar.Calendar // before any blackout
	closed   []*plan.Blackout
	meetings []calendar.Date
	body     string
}

func (b *dayBook) key() string {
	var key strings.Builder
	fmt.Fprintf(&key, "%s|%s", b.id, b.body)
	for _, x := range b.closed {
		key.WriteString("|" + x.ID)
	}
	return key.String()
}

// laid writes the days of a calendar out as a week and what differs from it.
func (o *outliner) laid(b dayBook) WorkCalendar {
	rule, _ := o.plan.WorkingCalendar(b.id)
	c := WorkCalendar{ID: b.id, Name: b.id, Week: rule.Workdays}
	if own := o.plan.Calendars.Get(b.id); own != nil {
		c.Name = orID(own.Name, b.id)
	}
	closed := o.closedDays(&b, &c)
	named := o.namedDays(rule)
	for day := o.net.Horizon.From; day <= o.net.Horizon.To; day++ {
		worked, byWeek := b.cal.Works(day), c.Week.Has(day.Weekday())
		window, isClosed := closed[day]
		switch {
		case isClosed:
			c.except(day, false, window)
		case !worked && slices.Contains(b.meetings, day):
			c.Meetings = b.body
			c.except(day, true, "Meeting of "+b.body)
		case worked != byWeek:
			c.except(day, worked, named[day])
		}
	}
	return c
}

// except adds a day that differs from the week, to the last run of such days if it goes on.
func (c *WorkCalendar) except(day calendar.Date, worked bool, name string) {
	if last := len(c.Exceptions) - 1; last >= 0 {
		x := &c.Exceptions[last]
		if x.Worked == worked && x.Name == name && x.Span.To == day-1 {
			x.Span.To = day
			return
		}
	}
	c.Exceptions = append(c.Exceptions, CalendarException{calendar.Span{From: day, To: day}, name, worked})
}

// closedDays names the blackout of each day that is left out, the first of several, and notes the blackouts.
func (o *outliner) closedDays(b *dayBook, c *WorkCalendar) map[calendar.Date]string {
	days := map[calendar.Date]string{}
	for _, x := range b.closed {
		windows := x.Windows.In(o.net.Horizon)
		if len(windows) > 0 {
			c.Without = append(c.Without, orID(x.Name, x.ID))
		}
		for _, w := range windows {
			for day := w.From; day <= w.To; day++ {
				if _, taken := days[day]; !taken {
					days[day] = orID(x.Name, x.ID)
				}
			}
		}
	}
	return days
}

// namedDays names the bank holidays and the days that a calendar adds or removes, within the horizon.
func (o *outliner) namedDays(rule calendar.Rule) map[calendar.Date]string {
	days := map[calendar.Date]string{}
	horizon := o.net.Horizon
	for year := horizon.From.Year(); year <= horizon.To.Year(); year++ {
		for _, h := range calendar.Holidays(rule.Holidays, year) {
			days[h.Date] = h.Name
		}
	}
	for _, list := range [][]calendar.NamedSpan{rule.Worked, rule.NotWorked} {
		for _, s := range list {
			within := s.Span.Intersect(horizon)
			for day := within.From; day <= within.To && within.Days() > 0; day++ {
				days[day] = s.Name
			}
		}
	}
	return days
}
