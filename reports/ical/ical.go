// Package ical writes the dates that boards follow, go-lives, gates and milestones, as an iCalendar file (RFC
// 5545) that Outlook and other calendars open or import. [Write] is the one function to call.
//
// Every event lasts whole days and leaves them free. Its UID comes from the id of the activity and the name of
// the programme, and its sequence and time stamp from the status date, so that a file of a later date moves the
// events of an earlier one instead of adding to them.
package ical

import (
	"fmt"
	"io"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// Write writes the events of a pack by date. The only errors are those of w.
func Write(w io.Writer, p *reports.Pack) error {
	out := &lines{}
	out.put("BEGIN", "VCALENDAR")
	out.put("VERSION", "2.0")
	out.put("PRODID", "-//epr//epr "+text(p.Header.Version)+"//EN")
	out.put("CALSCALE", "GREGORIAN")
	out.put("METHOD", "PUBLISH")
	out.put("NAME", text(p.Header.Programme))
	out.put("X-WR-CALNAME", text(p.Header.Programme))
	details := map[string]*reports.Milestone{}
	for i := range p.Milestones {
		details[p.Milestones[i].ID] = &p.Milestones[i]
	}
	for i := range p.Schedule {
		if m := details[p.Schedule[i].ID]; m != nil {
			out.event(p, &p.Schedule[i], m)
		}
	}
	out.put("END", "VCALENDAR")
	_, err := io.WriteString(w, out.b.String())
	return err
}

func (l *lines) event(p *reports.Pack, a *reports.Activity, m *reports.Milestone) {
	l.put("BEGIN", "VEVENT")
	l.put("UID", a.ID+"@"+slug(p.Header.Programme))
	l.put("DTSTAMP", date(p.Header.Status)+"T000000Z")
	l.put("SEQUENCE", fmt.Sprint(max(0, int(p.Header.Status-p.Header.Horizon.From))))
	l.put("DTSTART;VALUE=DATE", date(a.Start))
	l.put("DTEND;VALUE=DATE", date(a.Finish+1)) // the first day after it
	summary := text(a.Name)
	if summary == "" {
		summary = a.ID // nothing of the name can be seen
	}
	l.put("SUMMARY", summary)
	l.put("CATEGORIES", categories(m))
	if where := place(m); where != "" {
		l.put("LOCATION", text(where))
	}
	l.put("DESCRIPTION", paragraphs(description(m)))
	l.put("STATUS", status(a))
	l.put("TRANSP", "TRANSPARENT")
	l.put("END", "VEVENT")
}

// categories are what calendars filter and colour by: what it is, and its phase.
func categories(m *reports.Milestone) string {
	list := []string{text(kindName(m.Kind))}
	if phase := text(m.Phase); phase != "" {
		list = append(list, phase)
	}
	return strings.Join(list, ",")
}

func kindName(k plan.Kind) string {
	switch k {
	case plan.GoLive:
		return "Go-live"
	case plan.Gate:
		return "Gate"
	}
	return "Milestone"
}

func place(m *reports.Milestone) string {
	if m.Site != "" {
		return m.Site
	}
	return m.Trust
}

// description tells how the date stands, a line for each fact.
func description(m *reports.Milestone) []string {
	var list []string
	if !m.Promise.IsZero() {
		list = append(list, fmt.Sprintf("Promised for %s (%s): %s.", m.Promise.Date.Long(), m.Promise.Kind, m.Rating))
	}
	if m.Prospect.Name != "" && m.State != reports.Done {
		list = append(list, fmt.Sprintf("Forecast: four times in five by %s.", m.Prospect.P80.Long()))
	}
	if m.Change.Set && m.Change.N != 0 {
		list = append(list, fmt.Sprintf("In the last version %s.", m.Was.Long()))
	}
	if m.HeldBy != "" {
		list = append(list, "It "+m.HeldBy+".")
	}
	if m.Owner != "" {
		list = append(list, "Owner: "+m.Owner+".")
	}
	return append(list, "Planned by epr: "+m.ID)
}

func status(a *reports.Activity) string {
	if a.State == reports.Done {
		return "CONFIRMED"
	}
	return "TENTATIVE"
}

func date(d calendar.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// slug is a name as far as a UID can hold it.
func slug(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	if len(words) == 0 {
		return "programme"
	}
	return reports.Cut(strings.Join(words, "-"), 100)
}
