package text

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// How much of a comparison is shown.
const (
	mostCompared = 20 // dates
	mostEdits    = 6  // of one scenario
)

// Compare prints a plan and its scenarios side by side. No line is wider than the page. The only errors are those
// of the writer.
func Compare(w io.Writer, c *reports.Comparison, o Options) error {
	p := newPage(o)
	p.command = "epr compare"
	p.text(lead{}, c.Programme, bold)
	facts := []string{"status " + c.Status.Short(), reports.Count(len(c.Variants)-c.Base-1, "scenario")}
	if c.Base > 0 {
		facts = append(facts, "planned afresh, and measured against the plan planned afresh")
	} else {
		facts = append(facts, "planned afresh, as is the plan")
	}
	p.facts(facts)
	p.variants(c)
	p.edited(c)
	p.comparedPromises(c)
	p.comparedChances(c)
	p.comparedDates(c)
	p.binding(c)
	_, err := io.WriteString(w, p.out.String())
	return err
}

// whatIf is what the scenarios of a plan come to, in its summary.
func (p *page) whatIf(pack *reports.Pack) {
	if pack.Scenarios != nil {
		p.variants(pack.Scenarios)
		p.say("Scenarios are planned afresh; \"epr compare\" says what differs in dates, and what binds.")
	}
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
		{title: "Dates moved", right: true, from: wide},
		{title: "Id", fill: id, from: widest},
	}}
	for i := range c.Variants {
		t.rows = append(t.rows, variantRow(c, i))
	}
	p.print(t)
}

func variantRow(c *reports.Comparison, i int) row {
	v := &c.Variants[i]
	called := words(numbered(c, i, v.Name))
	if v.Impossible {
		return row{called, words("no schedule"), {}, {}, {}, {}, {}, {}, {}, words(v.ID)}
	}
	r := row{called, words(reports.Number(v.Promises.N) + " of " + reports.Number(v.Promises.Of)), date(v.Finish),
		{}, {}, {}, money(v.LateCost), money(v.Price), {}, words(v.ID)}
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

// numbered is a name with the number of its scenario, by which the columns of the other tables are called.
func numbered(c *reports.Comparison, i int, name string) string {
	if i <= c.Base {
		return name
	}
	return headOf(c, i) + " " + name
}

// headOf is a variant at the head of a column.
func headOf(c *reports.Comparison, i int) string {
	switch {
	case i > c.Base:
		return strconv.Itoa(i - c.Base)
	case c.Base == 0:
		return "plan"
	case i == c.Base:
		return "afresh"
	}
	return "committed"
}

// edited says what each scenario makes otherwise, and by what id it is called.
func (p *page) edited(c *reports.Comparison) {
	p.heading("What they change")
	for i := c.Base + 1; i < len(c.Variants); i++ {
		v := &c.Variants[i]
		n := p.shown(len(v.Edits), mostEdits)
		said := strings.Join(v.Edits[:n], "; ")
		if more := len(v.Edits) - n; more > 0 {
			said += "; and " + reports.Count(more, "more edit") + p.seeAll()
		}
		if said == "" {
			said = "nothing"
		}
		p.text(lead{text: numbered(c, i, "")}, v.ID+": "+said+".", plain)
	}
}

// comparedPromises is when each promise is reached.
func (p *page) comparedPromises(c *reports.Comparison) {
	var first []row
	list := c.Open()
	for _, x := range list {
		first = append(first, row{words(x.Name), date(x.Promise.Date)})
	}
	p.blocks(c, []column{{title: "Promises", fill: name}, {title: "Promised", right: true}}, first, markWidth+dateWidth, func(i, k int) cell {
		x := &list[i].Cells[k]
		if x.Finish.IsZero() {
			return cell{}
		}
		shown := sameOr(x.Finish, x.Later)
		shown.mark = kept
		if x.Slack.N < 0 {
			shown.mark, shown.mean = late, "late"
		}
		return shown
	})
	if past := len(c.Promises) - len(list); past > 0 {
		p.say(reports.Count(past, "promise") + " reached before the status date " + reports.Plural(past, "is", "are") + " not shown.")
	}
	for _, x := range list {
		p.otherPromises(c, x)
	}
}

// otherPromises says where a scenario promises another date.
func (p *page) otherPromises(c *reports.Comparison, x *reports.ComparedPromise) {
	for k := range x.Cells {
		if own := x.Cells[k].Promise; !own.IsZero() && own.Date != x.Promise.Date {
			p.say(c.Variants[k].Name + ": " + quoted(x.Name) + " is " + promised(own) + ".")
		}
	}
}

// comparedChances is the chance of each promise by the forecast.
func (p *page) comparedChances(c *reports.Comparison) {
	var first []row
	var list []*reports.ComparedPromise
	for _, x := range c.Open() {
		if slices.ContainsFunc(x.Cells, func(in reports.PromiseIn) bool { return in.Chance.Set }) {
			list = append(list, x)
			first = append(first, row{words(x.Name)})
		}
	}
	p.blocks(c, []column{{title: "Chance of each", fill: name}}, first, len("committed"), func(i, k int) cell {
		shown := chanceOf(list[i].Cells[k].Chance, false)
		shown.mark = unmarked
		return shown
	})
}

// comparedDates is when the other phases are finished, and the other dates that differ.
func (p *page) comparedDates(c *reports.Comparison) {
	n := p.shown(len(c.Dates), mostCompared)
	var first []row
	for _, d := range c.Dates[:n] {
		first = append(first, row{words(d.Name)})
	}
	p.blocks(c, []column{{title: "Other dates that differ", fill: name}}, first, dateWidth, func(i, k int) cell {
		return sameOr(c.Dates[i].Dates[k], c.Dates[i].Later[k])
	})
	p.rest(len(c.Dates)-n, "date", "")
	if c.Same > 0 {
		p.say(reports.Count(c.Same, "other date") + " " + reports.Plural(c.Same, "is", "are") + " the same in all.")
	}
}

// sameOr is a date, or that it is the same as in the base.
func sameOr(day calendar.Date, later plan.Whole) cell {
	if later.Set && later.N == 0 {
		return words("same")
	}
	return date(day)
}

// Widths of "30 Apr 2027" and of a mark before it.
const (
	dateWidth = 11
	markWidth = 2
)

// blocks prints a table with a column of some width for each variant that has a schedule; where the page has no room for
// all, several, each of which begins with the base.
func (p *page) blocks(c *reports.Comparison, columns []column, first []row, width int, at func(row, variant int) cell) {
	var all []int
	for k := range c.Variants {
		if !c.Variants[k].Impossible {
			all = append(all, k)
		}
	}
	if len(first) == 0 || len(all) == 0 {
		return
	}
	const nameRoom = 20
	each := (p.Width - nameRoom - (dateWidth+between)*(len(columns)-1)) / (width + between)
	if p.Plain {
		each = len(all)
	}
	for shown := all; len(shown) > 0; {
		n := min(max(each, 2), len(shown))
		p.block(c, columns, first, shown[:n], at)
		if shown = shown[n:]; len(shown) > 0 {
			shown = append([]int{c.Base}, shown...)
		}
	}
}

func (p *page) block(c *reports.Comparison, columns []column, first []row, shown []int, at func(row, variant int) cell) {
	t := table{title: columns[0].title, columns: columns[:len(columns):len(columns)]}
	for _, k := range shown {
		t.columns = append(t.columns, column{title: headOf(c, k), right: true})
	}
	for i := range first {
		r := first[i][:len(first[i]):len(first[i])]
		for _, k := range shown {
			r = append(r, at(i, k))
		}
		t.rows = append(t.rows, r)
	}
	p.print(t)
}

// binding says what finishes each variant, and what its finish waits for.
func (p *page) binding(c *reports.Comparison) {
	p.heading("What binds")
	for i := range c.Variants {
		v := &c.Variants[i]
		called := numbered(c, i, v.Name) + ": "
		switch {
		case v.Impossible:
			p.item(late, called+"no schedule keeps its rules; \"epr plan --scenario "+v.ID+"\" says why.")
		case len(v.Binds) > 0:
			p.item(unmarked, called+strings.Join(v.Binds, " "))
		case v.HeldBy == "":
			p.item(unmarked, called+"it ends with "+quoted(v.Last)+".")
		default:
			p.item(unmarked, called+"it ends with "+quoted(v.Last)+"; "+v.HeldBy+".")
		}
	}
}
