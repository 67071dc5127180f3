package text

import (
	"cmp"
	"slices"

	"epr/reports"
)

const mostTrusts = 8

// trusts is the table of the trusts, those with the least slack first.
func (p *page) trusts(pack *reports.Pack) {
	p.legend.forecast = pack.Confidence.Given
	if len(pack.Trusts) == 0 {
		p.heading("Trusts")
		p.say("No trust takes part.")
		p.explain()
		return
	}
	list := slices.Clone(pack.Trusts)
	slices.SortStableFunc(list, func(a, b reports.Trust) int {
		return cmp.Or(bySlack(a.Slack, b.Slack), byDate(a.NextDate, b.NextDate))
	})
	n := p.shown(len(list), mostTrusts)
	t := table{title: "Trusts", columns: []column{
		{title: "Trust", fill: name},
		{title: "Next go-live", right: true},
		{title: "Last go-live", right: true},
		{title: "Slack"},
		{title: "Live", right: true, from: wide},
		{title: "Goes live next", fill: name, from: wide},
		{title: "Least slack", fill: name, from: widest},
		{title: "Because", fill: sentence, from: widest},
	}}
	for i := range list[:n] {
		t.rows = append(t.rows, trustRow(&list[i]))
	}
	p.print(t)
	p.rest(len(list)-n, "trust", tally(reports.TrustStandings(list[n:])))
	p.explain()
}

func trustRow(t *reports.Trust) row {
	next := date(t.NextDate)
	switch {
	case t.GoLives.Of == 0:
		next = words("none")
	case t.Next == "":
		next = words("all live")
	}
	live := cell{}
	if t.Sites.Of > 0 {
		live = words(reports.Number(t.Sites.N) + " of " + reports.Number(t.Sites.Of))
	}
	return row{
		words(t.Name), next, date(t.Last), slack(t.Slack, t.Rating), live,
		words(t.Next), words(t.Tightest), words(t.HeldBy),
	}
}
