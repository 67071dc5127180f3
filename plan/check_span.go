package plan

import (
	"fmt"

	"epr/calendar"
	"epr/plan/source"
)

// checkOrder checks the dates of the programme itself.
func (c *checker) checkOrder() {
	p := &c.plan.Programme
	if p.Start.IsZero() || p.End.IsZero() {
		return
	}
	if p.End < p.Start {
		c.endsEarly(calendar.Span{From: p.Start, To: p.End}, p.Place("end"), p.Place("start"), "the programme")
		return
	}
	if p.Status > p.End {
		c.wrong("status-outside", p.Place("status"), fmt.Sprintf(
			"the status date %s lies after the end of the programme on %s", p.Status, p.End),
			"move the end, or correct the status date", source.Note{At: p.Place("end"), Text: "it ends here"})
	}
}

// checkCalendars checks the periods of the plan's own calendars.
func (c *checker) checkCalendars() {
	for id, cal := range c.plan.Calendars.All() {
		if cal.Working != nil {
			who := "a period of calendar " + q(id)
			c.checkSpans(named(cal.Working.Worked), cal.Origin, "worked", who)
			c.checkSpans(named(cal.Working.NotWorked), cal.Origin, "not_worked", who)
		}
	}
}

func named(spans []calendar.NamedSpan) []calendar.Span {
	plain := make([]calendar.Span, len(spans))
	for i, span := range spans {
		plain[i] = span.Span
	}
	return plain
}

// checkSpans reports the spans of a list that end before they begin.
func (c *checker) checkSpans(spans []calendar.Span, from Origin, key, who string) {
	for i, span := range spans {
		if span.To < span.From {
			n := len(spans)
			c.endsEarly(span, from.item(key, i, n, ".to"), from.item(key, i, n, ".from"), who)
		}
	}
}

// endsEarly reports a period that ends before it begins.
func (c *checker) endsEarly(span calendar.Span, end, start source.Span, who string) {
	c.wrong("window-empty", end, fmt.Sprintf("%s ends on %s, before it begins on %s", who, span.To, span.From),
		"correct one of the dates", source.Note{At: start, Text: "it begins here"})
}
