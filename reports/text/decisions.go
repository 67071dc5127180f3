package text

import "epr/reports"

const mostDecisions = 3

// decisions is what boards are to decide next.
func (p *page) decisions(pack *reports.Pack) {
	if len(pack.Decisions) == 0 {
		p.heading("Next decisions")
		p.say(noDecision(pack))
		return
	}
	list := reports.Agenda(pack.Decisions)
	if p.All {
		list = reports.Singly(pack.Decisions)
	}
	n := p.shown(len(list), mostDecisions)
	t := table{title: "Next decisions", columns: []column{
		{title: "Decision", fill: name},
		{title: "Date", right: true},
		{title: "Papers close", right: true},
		{title: "Decided by", fill: name},
		{title: "If missed", from: wide},
		{title: "Releases", fill: name, from: wide},
		{title: "Live on", right: true, from: wide},
		{title: "Owner", fill: name, from: widest},
	}}
	for i := range list[:n] {
		t.rows = append(t.rows, decisionRow(&list[i].Decision))
	}
	p.print(t)
	p.rest(reports.Decisions(list[n:]), "decision", "")
}

// noDecision says that nothing is to be decided soon, and what is to be decided after that.
func noDecision(pack *reports.Pack) string {
	said := "No decision falls in the " + reports.Count(reports.DecisionDays, "day") + " from the status date"
	if next := pack.Tiles.NextDecision; next != nil {
		return said + "; the next is " + next.Name + " on " + next.Date.Short() + "."
	}
	return said + ", and none is left after them."
}

func decisionRow(d *reports.Decision) row {
	missed := words("no later meeting")
	if d.Lost > 0 {
		missed = cell{number: "+" + reports.Number(d.Lost), text: dayWord(d.Lost)}
	}
	return row{
		words(d.Name), date(d.Date), date(d.PapersClose), words(d.Body),
		missed, words(d.Releases), date(d.ReleasesDate), words(d.Owner),
	}
}
