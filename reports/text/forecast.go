package text

import (
	"io"

	"epr/reports"
)

// Forecast prints what the plan will probably do: the chance of each promise, where the go-lives land, what
// each risk costs, what drives the finish, and how sure all this is. No line is wider than the page. The only
// errors are those of the writer.
func Forecast(w io.Writer, pack *reports.Pack, o Options) error {
	p := newPage(o)
	p.command = "epr forecast"
	p.forecastHead(pack)
	if c := &pack.Confidence; c.Given {
		p.prospects(c)
		p.landings(c)
		p.riskCosts(pack)
		p.sensitive(c)
		p.breaks(c)
		p.judged(pack)
		p.sure(c)
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

// forecastHead is the programme, as at when, and the forecast in three sentences.
func (p *page) forecastHead(pack *reports.Pack) {
	p.title(pack)
	c := &pack.Confidence
	if !c.Given {
		p.say("No forecast was made.")
		return
	}
	list := []string{reports.Count(c.Method.Runs, "replication")}
	if h := &pack.Header; !h.Status.IsZero() {
		list = append([]string{"status " + h.Status.Short()}, list...)
	}
	if c.Method.Envelope {
		list = append(list, "an optimistic envelope, not the forecast")
	}
	p.facts(list)
	p.gap()
	p.bullets(c.Short[:])
}

// bullets prints sentences, one to an item; an empty one is none.
func (p *page) bullets(sentences []string) {
	for _, sentence := range sentences {
		switch {
		case sentence == "":
		case p.Plain:
			p.say(sentence)
		default:
			p.text(lead{text: "• "}, sentence, plain)
		}
	}
}

// judged is the rating that people gave beside what the evidence is consistent with.
func (p *page) judged(pack *reports.Pack) {
	if pack.Evidence.Sentence != "" {
		p.heading("Delivery confidence")
		p.say(pack.Evidence.Sentence)
		if rule := pack.Evidence.Rule; rule != "" {
			p.text(lead{}, rule, faint)
		}
	}
}

// sure says how sure the P80 is, what it asks to hold in reserve, and how all was computed.
func (p *page) sure(c *reports.Confidence) {
	p.heading("How sure this is")
	x := &c.Programme
	switch {
	case x.P80.Beyond:
		p.say("The P80 of the programme lies after " + x.P80.Date.Long() + ", where the forecast ends.")
	case x.SureFrom == x.SureTo:
		p.say("The P80 of the programme is " + x.P80.Long() + ", and would be with more replications.")
	default:
		p.say("The P80 of the programme is " + x.P80.Long() + ". With more replications it would be between " +
			x.SureFrom.Long() + " and " + x.SureTo.Long() + " (95% confidence).")
	}
	if x.Reserve.Set && x.Reserve.Calendar > 0 {
		p.say("To promise that date takes a reserve of " + bothDays(x.Reserve) + " beyond the planned " + x.Planned.Long() + ".")
	}
	if c.Price.N > 0 {
		p.say("Finishing later than planned costs " + poundsWhole(c.Price) + " on average.")
	}
	if c.Beyond > 0 {
		p.say("In " + reports.Chance(c.Beyond) + " of the replications something is not done when the forecast ends.")
	}
	p.say(c.Method.Sentence)
}

// bothDays writes days in both counts: "42 days (29 working days)".
func bothDays(d reports.DaysBoth) string {
	return reports.Count(d.Calendar, "day") + " (" + reports.Count(d.Working, "working day") + ")"
}
