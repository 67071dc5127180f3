package text

import (
	"epr/plan"
	"epr/reports"
)

const mostRisks = 3

// risks is the head of the register.
func (p *page) risks(pack *reports.Pack) {
	list := pack.Risks.Rows
	if len(list) == 0 {
		p.heading("Top risks")
		p.say("The register holds no risk.")
		return
	}
	n := p.shown(len(list), mostRisks)
	t := table{title: "Top risks", columns: []column{
		{title: "Risk", fill: name},
		{title: "Score"},
		{title: "Owner", fill: name, from: wide},
		{title: "Action due", right: true},
		{title: "Next action", fill: sentence, from: wide},
		{title: "Expected delay", from: widest},
		{title: "First hit", right: true, from: widest},
	}}
	for i := range list[:n] {
		t.rows = append(t.rows, riskRow(&list[i]))
	}
	p.print(t)
	p.rest(len(list)-n, "risk", "")
}

func riskRow(r *reports.Risk) row {
	delay := cell{}
	if r.Expected.Set {
		delay = cell{number: r.Expected.N.String(), text: "working days"}
	}
	return row{
		words(riskName(r)), score(r), words(r.Owner), words(dueDate(r)), words(r.Next.Action), delay, date(r.FirstHit),
	}
}

func score(r *reports.Risk) cell {
	c := cell{number: reports.Number(r.Score), text: string(r.Band)}
	if r.Band == plan.Extreme {
		c.ink = red
	}
	return c
}

func dueDate(r *reports.Risk) string {
	switch due := r.Next.Due; {
	case r.Next.Action == "":
		return "no action"
	case r.Next.Done:
		return "done"
	case due.IsZero():
		return "no date"
	case r.Overdue:
		return "OVERDUE " + due.Short()
	default:
		return due.Short()
	}
}
