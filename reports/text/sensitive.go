package text

import (
	"epr/plan"
	"epr/reports"
)

const mostSensitive = 5

// sensitive is the activities that decide the finish of the programme.
func (p *page) sensitive(c *reports.Confidence) {
	if len(c.Sensitive) == 0 {
		return
	}
	n := p.shown(len(c.Sensitive), mostSensitive)
	t := table{title: "What drives the finish", columns: []column{
		{title: "Activity", fill: name},
		{title: "Critical in"},
		{title: "Cruciality"},
		{title: "Sensitivity"},
		{title: "Planned", from: wide},
		{title: "Spread", from: wide},
		{title: "Id", fill: id, from: widest},
	}}
	for i := range c.Sensitive[:n] {
		t.rows = append(t.rows, sensitiveRow(&c.Sensitive[i]))
	}
	p.print(t)
	p.rest(len(c.Sensitive)-n, "activity", "")
	p.text(lead{}, "Critical in: the share of replications in which it decides the finish. Cruciality: how closely its length goes "+
		"with the finish, −1 to 1. Sensitivity: how much of the spread of the finish is its own.", faint)
}

func sensitiveRow(s *reports.Sensitive) row {
	return row{
		words(s.Name), chance(s.Criticality), words(decimal(s.Cruciality)), words(decimal(s.Sensitivity)),
		{number: reports.Number(s.Planned), text: "working " + dayWord(s.Planned)},
		words("±" + s.Deviation.String() + " working days"), words(s.ID),
	}
}

// decimal writes ten-thousandths with two places: "0.47".
func decimal(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "−", -n
	}
	n = (n + 50) / 100
	return sign + reports.Number(n/int(plan.One)) + "." + padZero(n%int(plan.One))
}
