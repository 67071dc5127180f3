package reportstest

import (
	"epr/plan"
	"epr/plan/diff"
	"epr/reports"
)

// WithHistory gives an input what a repository would know: that the first phase was announced and planned for other
// days before, and a comparison with the version before, in which 30 days less were promised of it, two trainers more
// were there, and training took longer.
func WithHistory(in reports.Input) reports.Input {
	n := in.Network
	first := &n.Goals[0]
	now := in.Schedule.Finish(n, first)
	in.History = []diff.History{{
		ID: first.ID, IsPhase: first.Phase,
		Told: []plan.Announced{{Date: now - 200, On: day(2026, 2, 2), Where: "0123456789"}, {Date: now - 30}},
		Stood: []diff.Stood{{Name: "0123456789", On: day(2026, 2, 2), Finish: now - 60, By: first.By - 30},
			{Name: "89abcdef01", On: day(2026, 6, 1), Finish: now - 7, By: first.By - 30}},
	}}
	for k := range n.Goals {
		if g := &n.Goals[k]; !g.Phase {
			in.History = append(in.History, diff.History{ID: g.ID, Stood: []diff.Stood{{Name: "89abcdef01", On: day(2026, 6, 1), Finish: in.Schedule.Finish(n, g) - 14}}})
			break
		}
	}
	in.Looked = diff.Looked{Versions: 2, From: day(2026, 2, 2), IsCut: true}
	in.Since = since(in)
	return in
}

func since(in reports.Input) *diff.Diff {
	p := Programme()
	for _, phase := range p.Phases.All() {
		phase.By -= 30
		break
	}
	p.Teams.Get("trainers").Size[1].Is += 2 * plan.One
	for _, book := range p.Playbooks.All() {
		if train := book.Steps.Get("train"); train != nil {
			train.Days = days(20, 25, 34)
		}
	}
	old := InputOf(p)
	was := &diff.Version{Name: "89abcdef01 of 1 Jun 2026", Plan: p, Network: old.Network, Schedule: old.Schedule, IsSound: true, Quality: old.Assurance}
	now := Programme()
	withoutGateDays(p)
	withoutGateDays(now)
	is := &diff.Version{Name: "this plan", Plan: now, Network: in.Network, Schedule: in.Schedule, IsSound: true, Quality: in.Assurance}
	d, err := diff.Compare(was, is, diff.Options{Attribute: true, ByEdit: true, ByOrder: true})
	if err != nil {
		panic("reportstest: " + err.Error())
	}
	d.Histories, d.Looked = in.History, in.Looked
	return d
}

// withoutGateDays takes the days off gates, which the rules of a plan do not let them state.
func withoutGateDays(p *plan.Plan) {
	free := func(steps *plan.Table[plan.Step]) {
		for _, s := range steps.All() {
			if s.Kind == plan.Gate {
				s.Days = plan.Duration{}
			}
		}
	}
	free(&p.Activities)
	for _, book := range p.Playbooks.All() {
		free(&book.Steps)
	}
}
