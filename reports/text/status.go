package text

import (
	"io"
	"strings"

	"epr/plan"
	"epr/reports"
)

// How much of a status is shown.
const (
	mostMissed  = 12
	mostRunning = 12
	mostComing  = 16
	mostNew     = 5
)

// Status prints how a programme stands on its status date: what should have happened and has not, what is under
// way, what is due next. No line is wider than the page. The only errors are those of the writer.
func Status(w io.Writer, s *reports.Status, o Options) error {
	p := newPage(o)
	p.command = "epr status"
	p.statusHead(s)
	p.missed("Should have finished", s.NotFinished, false)
	p.missed("Should have started", s.NotStarted, false)
	p.missed("Behind the baseline", s.Behind, true)
	if !s.IsLate() {
		p.gap()
		p.item(kept, "Nothing is late.")
	}
	p.running(s)
	p.coming(s)
	p.unknown(s)
	_, err := io.WriteString(w, p.out.String())
	return err
}

func (p *page) statusHead(s *reports.Status) {
	title := s.Programme
	if title == "" {
		title = "A programme without a name"
	}
	p.text(lead{}, title, bold)
	list := []string{"status " + s.Status.Short(),
		reports.Number(s.Activities.N) + " of " + reports.Count(s.Activities.Of, "activity") + " done"}
	if n := len(s.UnderWay); n > 0 {
		list = append(list, reports.Number(n)+" under way, "+reports.Number(s.LateUnderWay())+" of them late")
	}
	list = append(list, reports.Number(len(s.NotFinished)+len(s.NotStarted))+" missed")
	if b := s.Baseline; b != nil {
		list = append(list, reports.Number(len(s.Behind))+" more behind baseline "+b.ID+" of "+b.Date.Short()+" ("+b.Approver+")")
	}
	p.facts(list)
}

// missed lists what should have happened, earliest first. What is behind the baseline alone is measured by that.
func (p *page) missed(title string, list []reports.Missed, byBaseline bool) {
	if len(list) == 0 {
		return
	}
	due, baseline := 0, wide
	if byBaseline {
		due, baseline = wide, 0
	}
	t := table{title: title, columns: []column{
		{title: "Activity", fill: name},
		{title: "Due", right: true, from: due},
		{title: "Late", from: due},
		{title: "Working days", right: true, from: max(due, widest)},
		{title: "Baseline", right: true, from: baseline},
		{title: "Behind it", from: baseline},
		{title: "State"},
		{title: "Id", fill: id, from: wide},
		{title: "Owner", fill: name, from: widest},
	}}
	n := p.shown(len(list), mostMissed)
	for i := range list[:n] {
		m := &list[i]
		t.rows = append(t.rows, row{words(m.Name), date(m.Due), daysLate(m.Late), workingLate(m.Late), date(m.BaselineDue),
			daysLate(m.BaselineLate), words(missedState(m)), words(m.ID), words(m.Owner)})
	}
	p.print(t)
	p.rest(len(list)-n, "activity", "")
}

// missedState says how far what is late has come.
func missedState(m *reports.Missed) string {
	if m.State == reports.UnderWay {
		return "under way"
	}
	return "not started"
}

// daysLate is a number of calendar days late.
func daysLate(d reports.DaysBoth) cell {
	switch {
	case !d.Set:
		return cell{}
	case d.Calendar == 0:
		return words("on time")
	case d.Calendar < 0:
		return cell{number: "−" + reports.Number(-d.Calendar), text: dayWord(d.Calendar)}
	}
	return cell{number: "+" + reports.Number(d.Calendar), text: dayWord(d.Calendar), ink: red}
}

// workingLate is the same in working days of the programme.
func workingLate(d reports.DaysBoth) cell {
	switch {
	case !d.Set:
		return cell{}
	case d.Working < 0:
		return words("−" + reports.Number(-d.Working))
	case d.Working > 0:
		return words("+" + reports.Number(d.Working))
	}
	return words("0")
}

// running lists work under way, the latest first.
func (p *page) running(s *reports.Status) {
	if len(s.UnderWay) == 0 {
		p.heading("Under way")
		p.say("Nothing is under way.")
		return
	}
	t := table{title: "Under way", columns: []column{
		{title: "Activity", fill: name},
		{title: "Left"},
		{title: "Earliest", right: true},
		{title: "Due", right: true},
		{title: "Late"},
		{title: "Working days", right: true, from: widest},
		{title: "Baseline", right: true, from: wide},
		{title: "Behind it", from: wide},
		{title: "Started", right: true, from: wide},
		{title: "Id", fill: id, from: widest},
		{title: "Owner", fill: name, from: widest},
	}}
	n := p.shown(len(s.UnderWay), mostRunning)
	for i := range s.UnderWay[:n] {
		r := &s.UnderWay[i]
		t.rows = append(t.rows, row{words(r.Name), {number: reports.Number(r.Left), text: dayWord(r.Left)}, date(r.Earliest), date(r.Due),
			daysLate(r.Late), workingLate(r.Late), date(r.BaselineDue), daysLate(r.BaselineLate), date(r.Started), words(r.ID), words(r.Owner)})
	}
	p.print(t)
	p.rest(len(s.UnderWay)-n, "activity", "")
}

// coming lists what is due in the coming days.
func (p *page) coming(s *reports.Status) {
	title := "Due in the " + reports.Count(reports.ComingDays, "day") + " to " + (s.Status + reports.ComingDays - 1).Short()
	if len(s.Coming) == 0 {
		p.heading(title)
		p.say("Nothing is due.")
		return
	}
	t := table{title: title, columns: []column{
		{title: "Activity", fill: name},
		{title: "Date", right: true},
		{title: "What"},
		{title: "Id", fill: id, from: wide},
		{title: "Owner", fill: name, from: wide},
	}}
	n := p.shown(len(s.Coming), mostComing)
	for i := range s.Coming[:n] {
		c := &s.Coming[i]
		t.rows = append(t.rows, row{words(c.Name), date(c.Date), words(comingWord(c)), words(c.ID), words(c.Owner)})
	}
	p.print(t)
	p.rest(len(s.Coming)-n, "date", "")
}

// comingWord says what happens on a day.
func comingWord(c *reports.Coming) string {
	switch {
	case c.Kind == plan.Gate:
		return "decided"
	case c.Kind == plan.Milestone:
		return "reached"
	case c.OneDay:
		return "on the day"
	case c.End == reports.Starts:
		return "starts"
	}
	return "finishes"
}

// unknown names the activities of which the committed schedule says nothing.
func (p *page) unknown(s *reports.Status) {
	if len(s.New) == 0 {
		return
	}
	p.gap()
	n := p.shown(len(s.New), mostNew)
	more := ""
	if n < len(s.New) {
		more = " and " + reports.Count(len(s.New)-n, "other") + p.seeAll()
	}
	p.say("The committed schedule knows nothing of " + strings.Join(s.New[:n], ", ") + more + ": the model is newer than it.")
}
