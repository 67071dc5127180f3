package markdown

import (
	"fmt"
	"io"
	"strings"

	"epr/reports"
)

// How many dates of a comparison are shown, and how many where it is folded away in a summary; the rest is counted.
const (
	mostCompared = 30
	mostInShort  = 10
)

// WriteComparison writes a plan and its scenarios side by side, for a paper or a merge request. The only errors are
// those of w.
func WriteComparison(w io.Writer, c *reports.Comparison) error {
	d := &document{}
	d.heading("## ", c.Programme)
	d.paragraph(fmt.Sprintf("As at %s. Scenarios are planned afresh and measured against “%s”; the mean cost of delay counts the days after its finish.", c.Status.Long(), c.Variants[c.Base].Name))
	d.variants(c)
	d.comparedPromises(c)
	d.comparedDates(c, mostCompared)
	d.binding(c)
	_, err := io.WriteString(w, d.b.String())
	return err
}

// scenarios is the comparison of a summary, if the plan has one.
func (d *document) scenarios(c *reports.Comparison) {
	if c == nil {
		return
	}
	d.folded(reports.Count(len(c.Variants)-c.Base-1, "scenario")+" beside the plan", func() {
		d.paragraph(c.Sentence())
		d.variants(c)
		d.paragraph(c.Rule())
		d.comparedPromises(c)
		d.comparedDates(c, mostInShort)
		d.binding(c)
	})
}

// binding says what each finish waits for.
func (d *document) binding(c *reports.Comparison) {
	d.heading("### ", "What binds")
	for i := range c.Variants {
		v := &c.Variants[i]
		d.paragraph(v.Name+":", v.BindsSentence())
	}
}

func (d *document) variants(c *reports.Comparison) {
	t := d.table("Scenario", "What it changes", "Promises kept", "Finish", "Days later", "P80", "All kept", "Cost of lateness", "Mean cost of delay", "Dates moved")
	for i := range c.Variants {
		v := &c.Variants[i]
		cells := []string{v.Name, strings.Join(v.Edits, "; "), "no schedule", "", "", "", "", "", "", ""}
		if !v.Impossible {
			cells[2], cells[3] = fmt.Sprintf("%d of %d", v.Promises.N, v.Promises.Of), v.Finish.Short()
			cells[7], cells[8] = pounds(v.LateCost), pounds(v.Price)
		}
		if v.Later.Set {
			cells[4], cells[9] = reports.Signed(v.Later.N), reports.Number(v.DatesMoved())
		}
		if !v.P80.Date.IsZero() {
			cells[5] = v.P80.Short()
		}
		if v.AllKept.Set {
			cells[6] = reports.Chance(v.AllKept.Share)
		}
		t.row(cells...)
	}
	t.end()
}

func pounds(p reports.Pounds) string {
	if !p.Set {
		return ""
	}
	return "£" + reports.Number(int(p.N))
}

// comparedPromises is when each promise is reached in each variant, and with what chance it is kept.
func (d *document) comparedPromises(c *reports.Comparison) {
	list := c.Open()
	if len(list) == 0 {
		return
	}
	d.heading("### ", "Promises")
	t := d.table(append([]string{"Promise", "Promised"}, heads(c)...)...)
	for _, p := range list {
		cells := []string{p.Name, p.Promise.Date.Short()}
		for k := range p.Cells {
			if !c.Variants[k].Impossible {
				cells = append(cells, promiseIn(p, &p.Cells[k]))
			}
		}
		t.row(cells...)
	}
	t.end()
}

func promiseIn(row *reports.ComparedPromise, p *reports.PromiseIn) string {
	if p.Finish.IsZero() {
		return ""
	}
	said := p.Finish.Short()
	if p.Promise.Date != row.Promise.Date {
		said += ", promised for " + p.Promise.Date.Short()
	}
	if p.Slack.N < 0 {
		said += ", " + reports.Count(-p.Slack.N, "day") + " late"
	}
	if p.Chance.Set {
		said += " (" + reports.Chance(p.Chance.Share) + ")"
	}
	return said
}

func (d *document) comparedDates(c *reports.Comparison, most int) {
	if len(c.Dates) > 0 {
		d.heading("### ", "Other dates that differ")
		t := d.table(append([]string{"Date"}, heads(c)...)...)
		for _, x := range c.Dates[:min(len(c.Dates), most)] {
			cells := []string{x.Name}
			for k := range x.Dates {
				if !c.Variants[k].Impossible {
					cells = append(cells, sameOr(&x, k))
				}
			}
			t.row(cells...)
		}
		t.end()
		d.rest(len(c.Dates)-most, "date that differs", "dates that differ")
	}
	if c.Same > 0 {
		d.paragraph(reports.Count(c.Same, "other date") + " " + reports.Plural(c.Same, "is", "are") + " the same in all.")
	}
}

// sameOr is a date in a variant: the same as in the base, or how far from it.
func sameOr(x *reports.ComparedDate, variant int) string {
	day, later := x.Dates[variant], x.Later[variant]
	switch {
	case day.IsZero():
		return ""
	case !later.Set:
		return day.Short()
	case later.N == 0:
		return "same"
	}
	return fmt.Sprintf("%s (%+d)", day.Short(), later.N)
}

// heads are the names of the variants that have a schedule.
func heads(c *reports.Comparison) []string {
	var names []string
	for i := range c.Variants {
		if v := &c.Variants[i]; !v.Impossible {
			names = append(names, v.Name)
		}
	}
	return names
}
