package text

import (
	"epr/reports"
)

const mostRiskCosts = 6

// riskCosts is what each risk costs the finish of the programme, and whether its response pays.
func (p *page) riskCosts(pack *reports.Pack) {
	r := &pack.Risks
	if !r.Forecast || len(r.Rows) == 0 {
		return
	}
	var played, left []*reports.Risk
	for i := range r.Rows {
		if r.Rows[i].Now.Set {
			played = append(played, &r.Rows[i])
		} else {
			left = append(left, &r.Rows[i])
		}
	}
	n := p.shown(len(played), mostRiskCosts)
	t := table{title: "Cost of each risk", columns: []column{
		{title: "Risk", fill: name},
		{title: "Happens"},
		{title: "On average"},
		{title: "Price", right: true},
		{title: "At P80"},
		{title: "After action", from: wide},
		{title: "Action"},
		{title: "It costs", right: true, from: wide},
		{title: "It saves", right: true, from: wide},
		{title: "Chance lost", fill: name, from: widest},
		{title: "Owner", fill: name, from: widest},
	}}
	for _, risk := range played[:n] {
		t.rows = append(t.rows, riskCostRow(risk))
	}
	if len(t.rows) > 0 {
		p.print(t)
		p.rest(len(played)-n, "risk", "")
		p.text(lead{}, "By "+r.OrderRule()+".", faint)
	}
	p.leftOutRisks(left)
}

func riskCostRow(r *reports.Risk) row {
	after := words("not said")
	if r.After.Set {
		after = daysCell(r.After.Days())
	}
	most := ""
	if r.Now.Most.Name != "" {
		most = r.Now.Most.Name + ": " + reports.Points(r.Now.Most.Chance)
	}
	return row{
		words(riskName(r)), chance(r.Probability.Share), daysCell(r.Now.Days()), money(r.Now.Price), daysCell(r.Now.P80), after, words(pays(r)),
		money(r.Cost), money(r.Saved), words(most), words(r.Owner),
	}
}

// pays says whether what is still to be done about a risk is worth its price.
func pays(r *reports.Risk) string {
	switch {
	case len(r.Responses) == 0:
		return "none"
	case r.Done == len(r.Responses):
		return "done"
	case r.Pays == reports.PaysYes:
		return "pays"
	case r.Pays == reports.PaysNo:
		return "does not pay"
	}
	return "not priced"
}

// leftOutRisks names the risks that the forecast cannot play, and why.
func (p *page) leftOutRisks(list []*reports.Risk) {
	if len(list) == 0 {
		return
	}
	if !p.All {
		p.say(reports.Count(len(list), "risk is", "risks are") + " not played (" + p.command + " --all says why).")
		return
	}
	for _, r := range list {
		p.say("Not played: " + quoted(riskName(r)) + ": " + r.LeftOut + ".")
	}
}

func riskName(r *reports.Risk) string {
	if r.Name == "" {
		return r.Event
	}
	return r.Name
}
