package text

import (
	"cmp"
	"slices"

	"epr/plan"
	"epr/reports"
)

const mostProspects = 12

// prospects is the table of the programme, its phases and what else was promised: planned, promised, and
// when with what chance. Of very many it shows those with the least chance.
func (p *page) prospects(c *reports.Confidence) {
	list := slices.Concat(c.Phases, c.Dated)
	n := p.shown(len(list), mostProspects)
	if n < len(list) {
		slices.SortStableFunc(list, func(a, b reports.Prospect) int { return byChance(a.Chance, b.Chance) })
	}
	t := table{title: "Promises", columns: []column{
		{title: "Name", fill: name},
		{title: "Planned", right: true},
		{title: "Promised", right: true},
		{title: "P10", right: true, from: wide},
		{title: "P50", right: true},
		{title: "P80", right: true},
		{title: "P90", right: true, from: wide},
		{title: "Chance"},
		{title: "Reserve for P80", from: widest},
		{title: "P80 is at least", right: true, from: widest},
		{title: "and at most", right: true, from: widest},
	}}
	whole := c.Programme
	whole.Name, whole.Promise, whole.Chance = "The programme", reports.Promise{}, plan.Chance{}
	for _, x := range append([]reports.Prospect{whole}, list[:n]...) {
		t.rows = append(t.rows, prospectRow(&x))
		for k := range c.Promises {
			if made := &c.Promises[k]; made.ID == x.ID && made.Promise.Date != x.Promise.Date {
				t.rows = append(t.rows, promiseRow(made))
			}
		}
	}
	p.print(t)
	p.rest(len(list)-n, "promise", "")
	p.explainChances()
	p.explainBeyond(slices.Concat([]reports.Prospect{whole}, list[:n]))
	if made := c.PlanKeeps.Of; made > 1 && c.AllKept.Set {
		p.say(allPromises(made) + " at once: " + reports.Chance(c.AllKept.Share) + ".")
	}
}

func allPromises(n int) string {
	if n == 2 {
		return "Both promises"
	}
	return "All " + reports.Count(n, "promise")
}

// byChance orders chances, the least first and what was not promised last.
func byChance(a, b plan.Chance) int {
	switch {
	case a.Set && b.Set:
		return cmp.Compare(a.Share, b.Share)
	case a.Set:
		return -1
	case b.Set:
		return 1
	}
	return 0
}

func prospectRow(x *reports.Prospect) row {
	reserve := cell{}
	if x.Reserve.Set && !x.Done {
		reserve = daysCell(x.Reserve.Working)
		reserve.text = "working " + reserve.text
	}
	return row{
		words(x.Name), date(x.Planned), date(x.Promise.Date), percentile(x.P10), percentile(x.P50), percentile(x.P80),
		percentile(x.P90), chanceOf(x.Chance, x.Done), reserve, percentile(x.SureFrom), percentile(x.SureTo),
	}
}

// promiseRow is a further promise about the entry before.
func promiseRow(made *reports.PromiseChance) row {
	c := chanceOf(plan.Chance{Share: made.Chance, Set: true}, made.Done)
	return row{{text: firmness(made.Promise.Kind), label: "Also", indent: 2}, {}, date(made.Promise.Date), {}, {}, {}, {}, c, {}, {}, {}}
}

// firmness is how firm a promise is, in words.
func firmness(k reports.PromiseKind) string {
	switch k {
	case reports.Announced:
		return "announced"
	case reports.MustBy:
		return "cannot be later"
	}
	return "promised"
}

// percentile is the day by which some share has finished.
func percentile(x reports.Percentile) cell {
	switch {
	case x.Date.IsZero():
		return cell{}
	case x.Beyond:
		return words("beyond")
	}
	return words(x.Date.Short())
}

// explainBeyond explains the word, if the reader has met it.
func (p *page) explainBeyond(list []reports.Prospect) {
	for i := range list {
		if x := &list[i]; x.P80.Beyond || x.P90.Beyond && p.Width >= wide {
			p.text(lead{}, "beyond: after "+x.P90.Date.Short()+", where the forecast ends", faint)
			return
		}
	}
}
