package markdown

import (
	"epr/reports"
)

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
		cells := []string{x.Name, x.Promise.Date.Short() + " (" + string(x.Promise.Kind) + ")", x.Finish.Short(), spare(x), string(x.Rating)}
		if p.Confidence.Given {
			cells = append(cells, chance(p, x)...)
		}
		t.row(cells...)
	}
	t.end()
}

// spare is the days to a promise: "82", "−51".
func spare(x *reports.Promised) string {
	if x.Slack.N < 0 {
		return reports.Signed(x.Slack.N)
	}
	return reports.Number(x.Slack.N)
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

// breaks says which rules that nobody controls may break: how many in sight, which ones folded away.
func (d *document) breaks(c *reports.Confidence) {
	if len(c.Breaks) == 0 {
		return
	}
	d.folded("By the forecast "+reports.Count(len(c.Breaks), "rule")+" may break", func() {
		t := d.table("Chance", "What breaks")
		for i := range c.Breaks[:min(len(c.Breaks), mostBreaks)] {
			t.row(reports.Chance(c.Breaks[i].Share), c.Breaks[i].Sentence())
		}
		t.end()
		d.rest(len(c.Breaks)-mostBreaks, "rule")
	})
}

const mostBreaks = 10
