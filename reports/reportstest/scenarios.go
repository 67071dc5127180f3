package reportstest

import (
	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// WithScenarios gives an input a plan that was planned afresh, with every open date a week earlier but for what the
// status date holds, and three scenarios: a winter that lasts until the end of March, a phase 2 that is promised for
// another date, and one that no schedule keeps.
func WithScenarios(in reports.Input) reports.Input {
	scenario := func(id, name string, edit func(*plan.Plan), edits ...string) reports.Alternative {
		p := Programme()
		edit(p)
		edited := WithForecast(InputOf(p))
		return reports.Alternative{ID: id, Name: name, Note: "Assumed.", Edits: edits, Input: &edited}
	}
	afresh := earlier(WithForecast(InputOf(Programme())))
	in.Alternatives = []reports.Alternative{
		{Name: "The plan, planned afresh", Input: &afresh},
		scenario("long-winter", "Winter lasts until the end of March", func(p *plan.Plan) {
			p.Blackouts.Get("winter").Windows.Every.To = calendar.MonthDay{Month: 3, Day: 31}
		}, `blackout.winter.every: { from = "12-01", to = "02-28" } → { from = "12-01", to = "03-31" }`),
		scenario("late-promise", "Phase 2 is promised for the end of 2027", func(p *plan.Plan) {
			p.Phases.Get("two").By = day(2027, 12, 31)
		}, "phase.two.by: 2027-10-29 → 2027-12-31"),
		{ID: "never", Name: "A date that nothing can keep", Edits: []string{"phase.one.must_by: 2026-12-01 added"}},
	}
	return in
}

// earlier moves every date after the status date a week ahead, as far as that date lets it. The result keeps no rules.
func earlier(in reports.Input) reports.Input {
	status := in.Network.Plan.Programme.Status
	s := &plan.Schedule{}
	for _, row := range in.Schedule.Rows {
		if row.Start > status+7 {
			row.Start, row.Finish = row.Start-7, row.Finish-7
		}
		s.Rows = append(s.Rows, row)
	}
	in.Schedule = s
	return in
}
