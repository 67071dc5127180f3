// Package markdown writes a summary of a plan for a merge request: what is promised and whether it is kept, what
// moved, which decisions come next, how the trusts stand, the top risks, and a chart. [Write] is the one function
// to call.
//
// Text of the plan is written so that it shows as it is: no markup, no link, no mention of anybody.
package markdown

import (
	"fmt"
	"io"
	"strings"

	"epr/calendar"
	"epr/reports"
	"epr/reports/mermaid"
)

// Most rows of a table; the rest is counted.
const (
	mostMoved  = 15
	mostTrusts = 12
	mostRisks  = 5
)

// Write writes the summary of a pack. The only errors are those of w.
func Write(w io.Writer, p *reports.Pack) error {
	d := &document{}
	d.heading("# ", p.Header.Programme)
	d.paragraph(fmt.Sprintf("Plan as at %s.", p.Header.Status.Long()), p.InShort[0])
	d.paragraph(p.InShort[1:]...)
	d.promises(p)
	d.moved(p)
	d.decisions(p)
	d.trusts(p)
	d.risks(p)
	if err := d.chart(p); err != nil {
		return err
	}
	d.foot(p)
	_, err := io.WriteString(w, d.b.String())
	return err
}

func (d *document) promises(p *reports.Pack) {
	d.heading("## ", "Promises")
	if len(p.Promises) == 0 {
		d.paragraph("Nothing was promised.")
		return
	}
	columns := []string{"Promise", "Promised for", "Planned", "Days to spare", "Rating"}
	if p.Confidence.Given {
		columns = append(columns, "Chance", "P80")
	}
	t := d.table(columns...)
	for i := range p.Promises {
		x := &p.Promises[i]
		cells := []string{x.Name, x.Promise.Date.Short() + " (" + string(x.Promise.Kind) + ")", x.Finish.Short(), fmt.Sprint(x.Slack.N), string(x.Rating)}
		if p.Confidence.Given {
			cells = append(cells, chance(p, x)...)
		}
		t.row(cells...)
	}
	t.end()
}

// chance is how likely a promise is kept by the forecast, and the day by which four of five replications have.
func chance(p *reports.Pack, x *reports.Promised) []string {
	for _, c := range p.Confidence.Promises {
		switch {
		case c.ID != x.ID || c.Promise.Kind != x.Promise.Kind || c.Promise.Date != x.Promise.Date:
		case c.Done:
			return []string{"done", ""}
		default:
			return []string{reports.Chance(c.Chance), c.P80.Short()}
		}
	}
	return []string{"", ""}
}

func (d *document) moved(p *reports.Pack) {
	var list []*reports.Milestone
	for i := range p.Milestones {
		if m := &p.Milestones[i]; m.Change.Set && m.Change.N != 0 {
			list = append(list, m)
		}
	}
	if len(list) == 0 {
		return
	}
	d.heading("## ", "Dates that moved since the last version")
	t := d.table("Date", "Was", "Is", "Days", "Why")
	for _, m := range list[:min(len(list), mostMoved)] {
		t.row(m.Name, m.Was.Short(), m.Date.Short(), fmt.Sprintf("%+d", m.Change.N), m.HeldBy)
	}
	t.end()
	d.rest(len(list)-mostMoved, "date")
}

func (d *document) decisions(p *reports.Pack) {
	if len(p.Decisions) == 0 {
		return
	}
	d.heading("## ", fmt.Sprintf("Decisions in the next %d days", reports.DecisionDays))
	t := d.table("Decision", "Date", "Who decides", "Papers close", "Waits for")
	for _, x := range p.Decisions {
		waits := "nothing"
		if n := len(x.WaitsFor); n > 0 {
			waits = reports.Count(n, "activity")
		}
		t.row(x.Name, x.Date.Short(), x.Body, stated(x.PapersClose), waits)
	}
	t.end()
}

func (d *document) trusts(p *reports.Pack) {
	list := p.Pressing(mostTrusts)
	if len(list) == 0 {
		return
	}
	d.heading("## ", "Trusts")
	t := d.table("Trust", "Next go-live", "Date", "Sites live", "Rating")
	for _, x := range list {
		live := "none to go live"
		if x.Sites.Of > 0 {
			live = fmt.Sprintf("%d of %d", x.Sites.N, x.Sites.Of)
		}
		t.row(x.Name, x.NextSite, stated(x.NextDate), live, string(x.Rating))
	}
	t.end()
	d.rest(len(p.Trusts)-len(list), "trust")
}

func (d *document) risks(p *reports.Pack) {
	d.heading("## ", "Top risks")
	if len(p.Risks.Rows) == 0 {
		d.paragraph("The register holds no risk.")
		return
	}
	t := d.table("Score", "Risk", "Owner", "Next action", "Due")
	for i := range p.Risks.Rows[:min(len(p.Risks.Rows), mostRisks)] {
		x := &p.Risks.Rows[i]
		t.row(fmt.Sprintf("%d %s", x.Score, x.Band), x.Name, x.Owner, x.Next.Action, stated(x.Next.Due))
	}
	t.end()
	d.rest(len(p.Risks.Rows)-mostRisks, "risk")
}

func (d *document) chart(p *reports.Pack) error {
	d.heading("## ", "Plan")
	d.b.WriteString("```mermaid\n")
	if err := mermaid.Write(&d.b, p); err != nil {
		return err
	}
	d.b.WriteString("```\n\n")
	return nil
}

// foot says what the summary was made from.
func (d *document) foot(p *reports.Pack) {
	text := reports.Count(len(p.Schedule), "activity") + ", by epr " + p.Header.Version
	if p.Header.Hash != "" {
		text += ", model " + p.Header.Hash
	}
	d.paragraph(text+".", reports.RatingRule)
}

func stated(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Short()
}

// document is the text under way.
type document struct{ b strings.Builder }

func (d *document) heading(level, s string) { d.b.WriteString(level + plain(s) + "\n\n") }

// paragraph is some sentences, without those that are empty.
func (d *document) paragraph(sentences ...string) {
	var said []string
	for _, s := range sentences {
		if s = plain(s); s != "" {
			said = append(said, s)
		}
	}
	if len(said) > 0 {
		d.b.WriteString(strings.Join(said, " ") + "\n\n")
	}
}

// rest counts what a table leaves out.
func (d *document) rest(n int, noun string) {
	if n > 0 {
		d.paragraph("And " + reports.Count(n, "more "+noun) + ".")
	}
}
