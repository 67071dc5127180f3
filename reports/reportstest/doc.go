// Package reportstest makes one realistic programme for the tests of reports and its renderers: three
// phases, three trusts, eight sites, blackouts, boards, contracts and risks. [Pack] is all that most
// tests need.
//
// Its schedule comes from a small greedy scheduler of its own, so that the expected outputs of those
// tests do not change whenever the scheduler of the product finds better dates. No code of the product
// imports it, and the programme is invented.
package reportstest

import (
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/explain"
	"epr/plan/explain/critical"
	"epr/plan/explain/float"
	"epr/plan/flow"
	"epr/plan/source"
	"epr/plan/verify"
	"epr/reports"
)

// Pack is the pack of the invented programme, compared with its last version.
func Pack() *reports.Pack { return reports.Build(Input()) }

// Input is what Pack is built from.
func Input() reports.Input {
	return WithForecast(InputOf(Programme()))
}

// InputOf schedules a plan and gathers what a pack is built from. It panics if the plan cannot be
// expanded or scheduled, or if the independent check refuses the schedule.
func InputOf(p *plan.Plan) reports.Input {
	n, problems := expand.Expand(p)
	for _, problem := range problems {
		if problem.Severity == source.Error {
			panic("reportstest: " + problem.Text)
		}
	}
	s := Schedule(n)
	report := verify.Check(n, s)
	if !report.OK() {
		panic("reportstest: " + report.Violations[0].Text)
	}
	order, reasons := flow.New(n, s), explain.Reasons(n, s)
	return assured(reports.Input{
		Network:  n,
		Schedule: s,
		Previous: lastVersion(s),
		Solve:    solved(),
		Checks:   checks(report),
		Reasons:  reasons,
		Floats:   float.New(order),
		Critical: critical.Chains(order, reasons),
		Files: []reports.File{
			{Name: "northshire.toml", SHA256: "9f2c41aa07d1e58c3b60f4a2d9c7715e8a4b03cd6e1f2297b85ac4d3f60e1b72"},
			{Name: "northshire.risks.toml", SHA256: "71b0e2d4c8f93a15620de7b94c3f8a01d5e6297bb1c04f8ea37d95206cf14e8b"},
		},
		Version: "0.1.0",
	}, order, report)
}

func checks(r verify.Report) []reports.Check {
	var list []reports.Check
	for _, rule := range r.Rules {
		list = append(list, reports.Check{Rule: string(rule.Rule), Counted: rule.Checked})
	}
	return list
}

func solved() reports.Solve {
	return reports.Solve{
		Stages: []reports.Stage{
			{Name: "weighted lateness against promises", Value: 66, Bound: 42, Unit: "weighted days"},
			{Name: "weighted finish of phases and milestones", Value: 4120, Bound: 4120, Unit: "weighted days", Proved: true},
		},
		Keeping:      &reports.Keeping{Earlier: 9, Moved: 14},
		Reproducible: true,
	}
}

// lastVersion is a schedule in which every third activity that is not done lay a fortnight earlier, and
// every seventh a week later.
func lastVersion(s *plan.Schedule) *plan.Schedule {
	last := &plan.Schedule{}
	for i, row := range s.Rows {
		switch {
		case i%7 == 0:
			row.Start, row.Finish = row.Start+7, row.Finish+7
		case i%3 == 0:
			row.Start, row.Finish = row.Start-14, row.Finish-14
		}
		last.Rows = append(last.Rows, row)
	}
	return last
}
