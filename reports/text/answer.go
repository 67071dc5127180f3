package text

import (
	"io"
	"strings"

	"epr/calendar"
	"epr/reports"
)

// How much of an answer is shown.
const (
	mostTargets = 6
	mostSteps   = 12
	mostChanges = 6
	mostMoves   = 8
)

// Answer prints why something is when it is and what would bring it forward. No line is wider than the page.
// The only errors are those of the writer.
func Answer(w io.Writer, a *reports.Answer, o Options) error {
	p := newPage(o)
	p.asked(a)
	p.chain(a)
	p.changes(a)
	p.notBy(a)
	_, err := io.WriteString(w, p.out.String())
	return err
}

// asked is what was asked about: one activity, or several with the last of them first.
func (p *page) asked(a *reports.Answer) {
	p.text(lead{}, a.Name+" ("+a.Asked+")", bold)
	last := &a.Targets[0]
	said := period(last.Start, last.Finish)
	if len(a.Targets) > 1 {
		said = reports.Count(len(a.Targets), "activity") + "; the last to finish is " + quoted(last.Name) + ", " + said
	}
	p.say(said + promiseSaid(a.Promise) + ".")
	for _, sentence := range a.History {
		p.say(capital(sentence) + ".")
	}
	if len(a.Targets) > 1 {
		p.others(a)
	}
}

func promiseSaid(made *reports.PromiseKept) string {
	switch {
	case made == nil:
		return ""
	case made.Late > 0:
		return "; promised for " + made.By.Short() + ", " + reports.Count(made.Late, "day") + " late"
	}
	return "; promised for " + made.By.Short() + ", kept with " + reports.Count(-made.Late, "day") + " to spare"
}

// others are the other activities asked about, and where what holds them meets the chain of the last.
func (p *page) others(a *reports.Answer) {
	p.heading("All of them, the last first")
	n := p.shown(len(a.Targets), mostTargets)
	for k := range a.Targets[:n] {
		t := &a.Targets[k]
		said := t.Name
		switch {
		case k == 0:
			said += ": see below"
		case t.Joins == t.Name:
			said += ": it is in the chain below"
		case t.Held != "" && t.Joins != "":
			said += ": held by " + t.Held + ", and from " + quoted(t.Joins) + " on as another here"
		case t.Held != "":
			said += ": held by " + t.Held
		case t.Joins != "":
			said += ": from " + quoted(t.Joins) + " on as another here"
		}
		p.text(lead{text: day(t.Finish)}, said+".", plain)
	}
	p.leftOut(len(a.Targets)-n, "activity")
}

// chain tells what holds the last activity, one activity after the other, each with the place in the model.
func (p *page) chain(a *reports.Answer) {
	p.heading("What holds it there")
	n := p.shown(len(a.Chain), mostSteps)
	for k := range a.Chain[:n] {
		step := &a.Chain[k]
		p.text(lead{text: day(step.Start)}, step.Name, bold)
		for _, h := range step.Holds {
			said := h.Text + at(h.Place()) + "."
			if h.Also != "" {
				said += " If not for that, " + h.Also + " would hold it."
			}
			p.text(lead{text: strings.Repeat(" ", dayWidth)}, said, plain)
		}
	}
	if left := len(a.Chain) - n; left > 0 {
		first := a.Chain[len(a.Chain)-1]
		p.text(lead{}, p.and()+reports.Count(left, "more activity")+" before that, back to "+quoted(first.Name)+" on "+
			first.Start.Short()+" (--all shows them).", faint)
	}
}

// dayWidth is the width of a date and the space after it.
const dayWidth = len("12 Dec 2026  ")

// day is a date with the space after it, in a column.
func day(d calendar.Date) string { return padLeft(d.Short(), dayWidth-2) + "  " }

// changes tells what would bring it forward.
func (p *page) changes(a *reports.Answer) {
	p.heading("What would bring it forward")
	if gained := int(a.Finish - a.Soonest); gained > 0 {
		p.say("Without any change to the plan it could finish on " + a.Soonest.Short() + ", " + reports.Count(gained, "day") +
			" earlier, and nothing else would be later: only the schedule keeps it. \"epr plan --fresh\" plans anew.")
	}
	if len(a.Changes) == 0 {
		p.say(noChange(a))
		return
	}
	p.say(tried(a) + ". " +
		reports.Plural(len(a.Changes), "This one helps:", "These help, the most days first:"))
	n := p.shown(len(a.Changes), mostChanges)
	for k := range a.Changes[:n] {
		c := &a.Changes[k]
		p.text(lead{padLeft(reports.Count(c.Days, "day"), dayWidth-2) + "  ", bold}, c.Text+at(c.Place())+": done on "+c.Finish.Short()+".", plain)
		if c.Then != "" {
			p.text(lead{text: strings.Repeat(" ", dayWidth)}, "Then: "+c.Then+".", faint)
		}
	}
	p.leftOut(len(a.Changes)-n, "change")
}

func noChange(a *reports.Answer) string {
	if a.Tried == 0 {
		return "Nothing in the plan can change it: it has happened, or it hangs on dates of the programme alone."
	}
	return tried(a) + "; none of them alone brings it forward."
}

// tried says what was tried, and how.
func tried(a *reports.Answer) string {
	return reports.Count(a.Tried, "single change") + " tried, planned again with the order of work kept and nothing else later"
}

// notBy tells whether it can be by a day and what that costs.
func (p *page) notBy(a *reports.Answer) {
	if a.NotBy == nil {
		return
	}
	n := a.NotBy
	p.heading("By " + n.Date.Short() + "?")
	switch n.Possible {
	case "no":
		p.say("No. No schedule has it by then: the statements below cannot all hold with it.")
		return
	case "not known":
		p.say("No schedule with it was found, and it was not proved that there is none.")
		return
	}
	if a.Finish <= n.Date {
		p.say("Yes: it is by then already.")
		return
	}
	p.say("Yes. Put must_by = " + n.Date.String() + " on it and plan again. " + reports.Count(n.Moved, "activity") + " then " +
		reports.Plural(n.Moved, "has", "have") + " other dates; of the promises, phases and events these move:")
	shown := p.shown(len(n.Costs), mostMoves)
	for k := range n.Costs[:shown] {
		p.text(lead{text: padLeft(moveSaid(n.Costs[k].Days), dayWidth-2) + "  "}, costSaid(&n.Costs[k]), plain)
	}
	p.leftOut(len(n.Costs)-shown, "date")
}

func moveSaid(days int) string {
	if days > 0 {
		return "+" + reports.Count(days, "day")
	}
	return reports.Count(days, "day")
}

func costSaid(c *reports.DateMoved) string {
	said := c.Name + ", from " + c.From.Short() + " to " + c.To.Short()
	switch {
	case c.Late > 0 && c.LateNow > 0:
		said += ": " + reports.Count(c.Late, "day") + " late instead of " + reports.Number(c.LateNow)
	case c.Late > 0:
		said += ": " + reports.Count(c.Late, "day") + " late"
	case c.LateNow > 0:
		said += ": no longer late"
	}
	return said + "."
}

// leftOut says how many entries of a list were left out.
func (p *page) leftOut(n int, noun string) {
	if n > 0 {
		p.text(lead{}, p.and()+reports.Count(n, "more "+noun)+" (--all shows them)", faint)
	}
}

// at is a place in the model in brackets.
func at(place string) string {
	if place == "" {
		return ""
	}
	return " (" + place + ")"
}
