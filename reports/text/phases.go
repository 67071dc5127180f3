package text

import (
	"slices"

	"epr/reports"
)

const mostPhases = 8

// phases is the table of the phases, in the plan's order; of very many the worst.
func (p *page) phases(pack *reports.Pack) {
	if len(pack.Phases) == 0 {
		p.heading("Phases")
		p.say("No phase has any work.")
		return
	}
	list := pack.Phases
	n := p.shown(len(list), mostPhases)
	if n < len(list) {
		list = slices.Clone(list)
		slices.SortStableFunc(list, func(a, b reports.Phase) int { return bySlack(a.Slack, b.Slack) })
	}
	t := table{title: "Phases", columns: []column{
		{title: "Phase", fill: name},
		{title: "Start", right: true},
		{title: "Finish", right: true},
		{title: "Promised", right: true},
		{title: "Slack"},
		{title: "Change"},
		{title: "Ends with", fill: name, from: wide},
		{title: "Because", fill: sentence, from: widest},
		{title: "Owner", fill: name, from: widest},
	}}
	for i := range list[:n] {
		t.rows = append(t.rows, phaseRow(&list[i], pack.Header.Previous))
	}
	p.print(t)
	p.rest(len(list)-n, "phase", "")
}

func phaseRow(ph *reports.Phase, compared bool) row {
	r := row{
		words(ph.Name), date(ph.Start), date(ph.Finish), date(ph.Promise.Date),
		slack(ph.Slack, ph.Rating), {}, words(ph.Last), words(ph.HeldBy), words(ph.Owner),
	}
	if compared {
		r[5] = change(ph.Change)
	}
	return r
}
