package text

import (
	"slices"
	"strings"

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
	start := 0
	if pack.Confidence.Given {
		start = wide // the chance of a phase is more use than its start
	}
	endsWith := wide
	if pack.Header.Baseline != nil {
		endsWith = widest // the baseline is more use
	}
	t := table{title: "Phases", columns: []column{
		{title: "Phase", fill: name},
		{title: "Start", right: true, from: start},
		{title: "Finish", right: true},
		{title: "Promised", right: true},
		{title: "Slack"},
		{title: "P80", right: true, from: wide},
		{title: "Chance"},
		{title: "Change"},
		{title: "Baseline", right: true, from: wide},
		{title: "From it", from: wide},
		{title: "Ends with", fill: name, from: endsWith},
		{title: "Because", fill: sentence, from: widest},
		{title: "Owner", fill: name, from: widest},
	}}
	for i := range list[:n] {
		t.rows = append(t.rows, phaseRow(&list[i], pack))
	}
	p.print(t)
	p.rest(len(list)-n, "phase", tally(reports.PhaseStandings(list[n:])))
	if pack.Header.Baseline != nil && p.Width < wide {
		p.fromBaseline(pack.Header.Baseline, list[:n])
	}
}

// fromBaseline says what a narrow table has no room for: how far each phase is from the baseline.
func (p *page) fromBaseline(b *reports.BaselineName, list []reports.Phase) {
	var said []string
	for i := range list {
		if d := list[i].Variance; d.Set {
			said = append(said, quoted(list[i].Name)+" "+varies(d))
		}
	}
	if len(said) > 0 {
		p.say("From baseline " + b.ID + ": " + strings.Join(said, "; ") + ".")
	}
}

func phaseRow(ph *reports.Phase, pack *reports.Pack) row {
	r := row{
		words(ph.Name), date(ph.Start), date(ph.Finish), date(ph.Promise.Date), slack(ph.Slack, ph.Rating),
		{}, {}, {}, date(ph.Baseline), variance(ph.Variance), words(ph.Last), words(ph.HeldBy), words(ph.Owner),
	}
	forecast := pack.Confidence.Phases
	if i := slices.IndexFunc(forecast, func(x reports.Prospect) bool { return x.ID == ph.ID }); i >= 0 {
		r[5], r[6] = words(forecast[i].P80.Short()), chanceIn(&forecast[i])
	}
	if pack.Header.Previous {
		r[7] = change(ph.Change)
	}
	return r
}

// chanceIn is the chance of a promise without a mark, for a table whose marks are about the plan.
func chanceIn(x *reports.Prospect) cell {
	c := chanceOf(x.Chance, x.Done)
	c.mark = unmarked
	return c
}

// tally is how many of what a table leaves out stand how.
func tally(standings string) string {
	if standings == "" {
		return ""
	}
	return ": " + standings
}
