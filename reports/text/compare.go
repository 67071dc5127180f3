package text

import (
	"io"
	"strings"

	"epr/reports"
)

// How much of a comparison is shown.
const mostCompared = 20

// Compare prints a plan and its scenarios side by side. No line is wider than the page. The only errors are those
// of the writer.
func Compare(w io.Writer, c *reports.Comparison, o Options) error {
	p := newPage(o)
	p.command = "epr compare"
	p.text(lead{}, c.Programme, bold)
	p.facts([]string{"status " + c.Status.Short(), reports.Count(len(c.Variants)-1, "scenario"), "each planned afresh"})
	p.variants(c)
	p.comparedDates(c)
	p.binding(c)
	_, err := io.WriteString(w, p.out.String())
	return err
}

// variants is what each comes to.
func (p *page) variants(c *reports.Comparison) {
	t := table{title: "Scenario", columns: []column{
		{title: "Scenario", fill: name},
		{title: "Kept"},
		{title: "Finish", right: true},
		{title: "Later"},
		{title: "P80", right: true},
		{title: "All kept"},
		{title: "Late cost", right: true, from: wide},
		{title: "By forecast", right: true, from: wide},
		{title: "Moved", right: true, from: wide},
	}}
	for i := range c.Variants {
		t.rows = append(t.rows, variantRow(&c.Variants[i]))
	}
	p.print(t)
}

func variantRow(v *reports.Variant) row {
	if v.Impossible {
		return row{words(v.Name), words("no schedule"), {}, {}, {}, {}, {}, {}, {}}
	}
	r := row{words(v.Name), words(reports.Number(v.Promises.N) + " of " + reports.Number(v.Promises.Of)), date(v.Finish),
		{}, {}, {}, money(v.LateCost), money(v.Price), {}}
	if !v.P80.Date.IsZero() {
		r[4] = words(v.P80.Short())
	}
	if v.AllKept.Set {
		r[5] = words(reports.Chance(v.AllKept.Share))
	}
	if v.Later.Set {
		r[3] = change(v.Later)
		r[8] = words(reports.Number(v.Moved + v.Added + v.Removed))
	}
	return r
}

// comparedDates is when each phase is finished, and the other dates that differ.
func (p *page) comparedDates(c *reports.Comparison) {
	if len(c.Dates) == 0 {
		return
	}
	t := table{title: "Dates that differ, and phases", columns: []column{{title: "Date", fill: name}}}
	for i := range c.Variants {
		t.columns = append(t.columns, column{title: shortVariant(&c.Variants[i]), right: true})
	}
	n := p.shown(len(c.Dates), mostCompared)
	for _, d := range c.Dates[:n] {
		r := row{words(d.Name)}
		for _, day := range d.Dates {
			r = append(r, date(day))
		}
		t.rows = append(t.rows, r)
	}
	p.print(t)
	p.rest(len(c.Dates)-n, "date", "")
	if c.Same > 0 {
		p.say(reports.Count(c.Same, "other date") + " " + reports.Plural(c.Same, "is", "are") + " the same in all.")
	}
}

// shortVariant is a variant at the head of a column.
func shortVariant(v *reports.Variant) string {
	if v.ID == "" {
		return "plan"
	}
	return v.ID
}

// binding says what finishes each variant, and what holds that.
func (p *page) binding(c *reports.Comparison) {
	p.heading("What binds")
	for i := range c.Variants {
		v := &c.Variants[i]
		switch {
		case v.Impossible:
			p.item(late, v.Name+": no schedule keeps its rules; \"epr plan --scenario "+v.ID+"\" says why.")
		case len(v.Binds) > 0:
			p.item(unmarked, v.Name+": "+strings.Join(v.Binds, " "))
		case v.HeldBy == "":
			p.item(unmarked, v.Name+": ends with "+quoted(v.Last)+".")
		default:
			p.item(unmarked, v.Name+": ends with "+quoted(v.Last)+"; "+v.HeldBy+".")
		}
	}
}
