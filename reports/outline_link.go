package reports

import (
	"epr/calendar"
	"epr/plan"
)

// OutlineLink is what an activity waits for.
type OutlineLink struct {
	Row  int    // of what it waits for
	ID   string // of what it waits for
	Type plan.LinkType
	Lag  int             // working days, as in the plan
	Done plan.Hundredths // share of the work that must be done; One unless stated
	Max  bool            // at most that many days later, rather than at least
	// Days is the lag as a tool takes it that knows no shares and counts in the outline's calendar of the
	// activity that waits: with it, the links lead to no later date than the schedule's.
	Days int
}

// link gives the row of an activity its links, and the pin that it needs besides.
func (o *outliner) link(i int) {
	row := &o.out.Rows[o.row[i]]
	cal := o.compiled(i)
	reached := calendar.Date(0)
	for _, l := range o.linksTo[i] {
		from := o.activity(l.From)
		link := OutlineLink{Row: o.row[l.From], ID: from.ID, Type: l.Type, Lag: l.Lag, Done: l.Done, Max: l.Max, Days: l.Lag}
		if !l.Max {
			link.Days = o.lag(cal, l)
			reached = max(reached, o.reach(cal, l, link.Days))
		}
		row.After = append(row.After, link)
		if note := linkNote(from, l, link.Days, l.Lag); note != "" {
			row.Notes = append(row.Notes, note)
		}
	}
	row.Pin = o.pin(i, reached)
}

// moment is the beginning of a day: that of the first day at the start of work, that of the day after the
// last at its finish. Both ends of a milestone are one moment.
func (o *outliner) moment(i int, start bool) calendar.Date {
	a, dates := o.activity(i), o.rows[i]
	switch {
	case a.IsMilestone() && a.StartOfDay, start && !a.IsMilestone():
		return dates.Start
	}
	return dates.Finish + 1
}

// lag is the working days of a calendar that a link asks for, counted from the whole of what it waits for
// and at most as many as there are.
func (o *outliner) lag(cal *calendar.Calendar, l plan.Link) int {
	days := l.Lag
	if l.Done < plan.One && !l.Type.FromStart() {
		whole := o.worked(l.From)
		days -= whole - (whole*int(l.Done)+int(plan.One)-1)/int(plan.One)
	}
	from, to := o.moment(l.From, l.Type.FromStart()), o.moment(l.To, l.Type.ToStart())
	days = min(days, cal.Before(to)-cal.Before(from))
	if days < 0 && o.activity(l.To).IsMilestone() && cal.Nth(cal.Before(from)+days) > to {
		days-- // counting back, other tools stop when a day begins, not when the worked day before it ends
	}
	return days
}

// reach is the moment at which the start of the later activity, or its finish, can be by a link alone.
func (o *outliner) reach(cal *calendar.Calendar, l plan.Link, days int) calendar.Date {
	from := o.moment(l.From, l.Type.FromStart())
	worked := cal.Before(from) + days
	if o.activity(l.To).IsMilestone() {
		switch {
		case days == 0:
			return from
		case days < 0:
			return cal.Nth(worked)
		}
		return cal.Nth(worked-1) + 1
	}
	if l.Type.ToStart() {
		return cal.Nth(worked)
	}
	if last := cal.Nth(worked - 1); !last.IsZero() {
		return cal.Start(last, o.worked(l.To))
	}
	return 0
}

// pin is what an activity needs to stay where it is when its links let it start on a day.
func (o *outliner) pin(i int, reached calendar.Date) Pin {
	a := o.activity(i)
	switch {
	case o.state(i) != Planned:
		return Unpinned
	case a.Kind == plan.Gate:
		return OnTheDay
	}
	first := o.compiled(i).Next(o.net.Horizon.From)
	if a.IsMilestone() {
		first = o.net.Horizon.From
	}
	if o.moment(i, true) > max(first, reached) {
		return NotBefore
	}
	return Unpinned
}
