package reportstest

import (
	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// WithBaselines gives the plan of an input two baselines: "outline" of June 2026, in which everything lay 60 days
// earlier, and "approved" of October, in which every other activity lay 14 days earlier. The first activity of
// the network is in neither.
func WithBaselines(in reports.Input) reports.Input {
	add := func(id string, approved calendar.Date, earlier func(i int) calendar.Date) {
		b := &plan.Baseline{ID: id, File: "baselines/" + id + ".schedule.toml", Date: approved, Approver: "EPR Programme Board", Schedule: &plan.Schedule{}}
		for i, row := range in.Schedule.Rows[1:] {
			row.Start, row.Finish = row.Start-earlier(i), row.Finish-earlier(i)
			b.Schedule.Rows = append(b.Schedule.Rows, row)
		}
		for i := range in.Network.Goals {
			if goal := &in.Network.Goals[i]; goal.Phase {
				b.Phases = append(b.Phases, plan.PhaseDates{Phase: goal.ID, Finish: b.Schedule.Finish(in.Network, goal), By: goal.By})
			}
		}
		in.Network.Plan.Baselines.Add(id, b)
	}
	add("approved", calendar.MustOf(2026, 10, 5), func(i int) calendar.Date { return calendar.Date(14 * (i % 2)) })
	add("outline", calendar.MustOf(2026, 6, 1), func(int) calendar.Date { return 60 })
	return in
}
