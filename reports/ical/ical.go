// Package ical writes the dates that boards follow, go-lives, gates and milestones, as an iCalendar file (RFC
// 5545) that Outlook and other calendars open or import. [Write] is the one function most callers need;
// [WriteWithBlackouts] adds the windows that are closed to go-lives.
//
// Every event lasts whole days, which are dates without a time and so need no time zone, and leaves them free. Its UID
// comes from the id of the activity and the name of the programme, and its sequence and time stamp from the status date,
// so that a file of a later status date moves the events of an earlier one instead of adding to them. Whoever renames the
// programme, or an id, gets new events.
//
// The file states no method: it is a calendar to look at, not an invitation, which would need an organiser.
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
func Write(w io.Writer, p *reports.Pack) error { return write(w, p, false) }

// WriteWithBlackouts writes the events and, after them, the windows that are closed to some go-live. The only errors
// are those of w.
func WriteWithBlackouts(w io.Writer, p *reports.Pack) error { return write(w, p, true) }

func write(w io.Writer, p *reports.Pack, withBlackouts bool) error {
	out := &lines{}
	out.put("BEGIN", "VCALENDAR")
	out.put("VERSION", "2.0")
	out.put("PRODID", "-//epr//epr "+text(p.Header.Version)+"//EN")
	out.put("CALSCALE", "GREGORIAN")
	out.put("NAME", text(p.Header.Programme))
	out.put("X-WR-CALNAME", text(p.Header.Programme))
	details := map[string]*reports.Milestone{}
	for i := range p.Milestones {
		details[p.Milestones[i].ID] = &p.Milestones[i]
	}
	ready := readiness(p)
	for i := range p.Schedule {
		if m := details[p.Schedule[i].ID]; m != nil {
			out.event(p, &p.Schedule[i], m, ready[m.ID])
		}
	}
	if withBlackouts {
		for i := range p.Page.Blackouts {
			out.blackout(p, &p.Page.Blackouts[i])
		}
	}
	out.put("END", "VCALENDAR")
	_, err := io.WriteString(w, out.b.String())
	return err
}

func (l *lines) event(p *reports.Pack, a *reports.Activity, m *reports.Milestone, ready *reports.GateReady) {
	summary := text(a.Name)
	if summary == "" {
		summary = a.ID // nothing of the name can be seen
	}
	l.begin(p, a.ID, calendar.Span{From: a.Start, To: a.Finish}, summary, categories(m))
	if where := place(m); where != "" {
		l.put("LOCATION", text(where))
	}
	l.put("DESCRIPTION", paragraphs(description(p, m, ready)))
	l.put("STATUS", status(a))
	l.end()
}

// blackout is one window that is closed to some go-live.
func (l *lines) blackout(p *reports.Pack, b *reports.PageBlackout) {
	name := text(b.Name)
	if name == "" {
		name = b.ID
	}
	what := "Closed to go-lives: "
	if b.Soft {
		what = "Go-lives have a price: "
	}
	l.begin(p, "blackout/"+b.ID+"/"+b.Span.From.String(), b.Span, what+name, "Blackout")
	l.put("STATUS", "CONFIRMED")
	l.end()
}

// begin opens an event with what every event has.
func (l *lines) begin(p *reports.Pack, id string, days calendar.Span, summary, categories string) {
	l.put("BEGIN", "VEVENT")
	l.put("UID", id+"@"+slug(p.Header.Programme))
	l.put("DTSTAMP", date(p.Header.Status)+"T000000Z")
	l.put("SEQUENCE", fmt.Sprint(max(0, int(p.Header.Status-p.Header.Horizon.From))))
	l.put("DTSTART;VALUE=DATE", date(days.From))
	l.put("DTEND;VALUE=DATE", date(days.To+1)) // the first day after it
	l.put("SUMMARY", summary)
	l.put("CATEGORIES", categories)
}

func (l *lines) end() {
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

// readiness is how ready each gate is that is still to be passed, by id.
func readiness(p *reports.Pack) map[string]*reports.GateReady {
	ready := map[string]*reports.GateReady{}
	for k := range p.Readiness.Waiting {
		ready[p.Readiness.Waiting[k].ID] = &p.Readiness.Waiting[k]
	}
	return ready
}

// description tells how the date stands, a line for each fact.
func description(p *reports.Pack, m *reports.Milestone, ready *reports.GateReady) []string {
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
	if b := p.Header.Baseline; b != nil && !m.Baseline.IsZero() {
		list = append(list, fmt.Sprintf("In the baseline %s %s.", b.ID, m.Baseline.Long()))
	}
	if ready != nil && ready.Unfinished > 0 {
		list = append(list, "Still to be finished before it: "+reports.Count(ready.Unfinished, "activity")+".")
	}
	if ready != nil && ready.AtGate.Set {
		list = append(list, "Staff trained by then: "+reports.Chance(ready.AtGate.Share)+".")
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
