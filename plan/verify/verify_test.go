package verify_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/plantest"
	"epr/plan/verify"
)

// The counts say that no rule was passed for want of anything to look at.
func TestWardKeepsEveryRule(t *testing.T) {
	p := ward()
	got := verify.Check(network(t, p), wardSchedule())
	want := verify.Report{
		Rules: []verify.RuleCount{
			{verify.Missing, 14}, {verify.Extra, 14}, {verify.Span, 22},
			{verify.Horizon, 25}, {verify.Progress, 16}, {verify.Calendar, 17},
			{verify.Blackout, 6}, {verify.StartsOn, 1}, {verify.NotBefore, 14},
			{verify.Contract, 2}, {verify.Outlast, 1}, {verify.MustBy, 2},
			{verify.Gate, 4}, {verify.Slots, 2}, {verify.Milestone, 4},
			{verify.Link, 11}, {verify.MaximumLag, 2}, {verify.Team, 12},
		},
		Entered: []verify.Entry{
			{Activity: "build", Blackout: p.Blackouts.Get("audit"), Why: verify.Waived, Waiver: p.Waivers.Get("audit"),
				First: plantest.Date("2026-10-08"), Last: plantest.Date("2026-10-09"), Days: 2},
			{Activity: "design", Blackout: p.Blackouts.Get("audit"), Why: verify.History,
				First: plantest.Date("2026-10-05"), Last: plantest.Date("2026-10-07"), Days: 3},
			{Activity: "migrate", Blackout: p.Blackouts.Get("inspection"), Why: verify.Soft,
				First: plantest.Date("2026-11-05"), Last: plantest.Date("2026-11-07"), Days: 3},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
}

// A rule is kept up to its last day, and history has its own ways.
func TestWardKeepsEveryRuleJust(t *testing.T) {
	for _, f := range []fault{
		{name: "every end on its last day", late: func(p *plan.Plan) {
			last := plantest.Date("2026-12-04")
			p.Programme.End = last
			p.Activities.Get("archive").MustBy = last
			p.Phases.Get("one").MustBy = plantest.Date("2026-11-25")
			p.Contracts.Get("partner").Ends, p.Contracts.Get("partner").Extensions = last, nil
			p.Contracts.Get("legacy").Ends = last
		}},
		{name: "every start on its first day", late: func(p *plan.Plan) {
			p.Programme.Start = plantest.Date("2026-10-01")
			p.Programme.Status = plantest.Date("2026-10-01")
			p.Phases.Get("one").NotBefore = plantest.Date("2026-10-05")
		}},
		{name: "history long before the programme", plan: func(p *plan.Plan) {
			p.Progress[0].Started, p.Progress[0].Finished = plantest.Date("2024-01-08"), plantest.Date("2024-02-02")
		}, rows: set("survey", "2024-01-08", "2024-02-02")},
		{name: "a gate that says only that it is done", plan: func(p *plan.Plan) {
			p.Progress = append(p.Progress, plan.Progress{Activity: "safety", Finished: plantest.Date("2026-09-30")})
		}, rows: set("safety", "2026-09-30", "2026-09-30")},
		{name: "a milestone reached", plan: func(p *plan.Plan) {
			p.Progress = append(p.Progress, plan.Progress{Activity: "opening", Started: plantest.Date("2026-09-30"), Finished: plantest.Date("2026-09-30")})
		}, rows: set("opening", "2026-09-30", "2026-09-30")},
		{name: "a gate that has started is still to be held", plan: func(p *plan.Plan) {
			p.Progress = append(p.Progress, plan.Progress{Activity: "safety", Started: plantest.Date("2026-09-30")})
		}},
		{name: "progress that is only a note", plan: func(p *plan.Plan) {
			p.Progress = append(p.Progress, plan.Progress{Activity: "coach", Note: "rooms are booked"})
		}},
		{name: "two gates at a meeting without a limit", plan: func(p *plan.Plan) { p.Calendars.Get("board").Meeting.Slots = 0 },
			rows: set("safety", "2026-11-12", "2026-11-12")},
		{name: "two gates at a meeting for two", plan: func(p *plan.Plan) { p.Calendars.Get("board").Meeting.Slots = 2 },
			rows: set("safety", "2026-11-12", "2026-11-12")},
		{name: "a maximum lag in full", rows: all(set("hypercare", "2026-11-19", "2026-11-28"), set("handover", "2026-11-17", "2026-11-18"))},
		{name: "papers close on the last day", plan: step("train", func(s *plan.Step) { s.Needs = nil }), rows: set("train", "2026-10-29", "2026-11-11")},
		{name: "another calendar by an adjust table", plan: adjust(plan.Adjust{Selector: "coach", Calendar: plan.EveryDay}),
			rows: set("coach", "2026-11-03", "2026-11-07")},
		{name: "papers of its own", plan: step("safety", func(s *plan.Step) { s.Papers = plan.Whole{N: 13, Set: true} })},
		{name: "a lag from an adjust table", plan: adjust(plan.Adjust{Selector: "safety", After: []plan.After{{Step: "survey", Lag: 3}}})},
		{name: "a lag from a phase", plan: func(p *plan.Plan) {
			p.Phases.Get("one").After = []plan.After{{Step: "tender", Lag: 7}}
			p.Activities.Add("tender", &plan.Step{ID: "tender", Kind: plan.Procurement, Days: days(5)})
			p.Activities.Get("safety").After = nil
			p.Progress = append(p.Progress, plan.Progress{Activity: "tender", Started: plantest.Date("2026-09-01"), Finished: plantest.Date("2026-09-07")})
		}, rows: func(s *plan.Schedule) { s.Rows = slices.Insert(s.Rows, 13, row("tender", "2026-09-01", "2026-09-07")) }},
		{name: "a milestone after a lag", plan: step("live", func(s *plan.Step) { s.After[0].Lag = 2 }),
			rows: all(set("live", "2026-11-17", "2026-11-17"), set("hypercare", "2026-11-18", "2026-11-27"), set("handover", "2026-11-16", "2026-11-17"))},
		{name: "a milestone before a negative lag is over", plan: step("live", func(s *plan.Step) { s.After[0].Lag = -2 }),
			rows: all(set("live", "2026-11-11", "2026-11-11"), set("hypercare", "2026-11-15", "2026-11-24"))},
		{name: "a share of work under way that is done already", plan: all(step("build", func(s *plan.Step) { s.After[0].Done = 75 }),
			func(p *plan.Plan) { p.Waivers.Get("audit").Activities = []string{"build", "design"} }),
			rows: set("build", "2026-10-01", "2026-10-14")},
		{name: "a share of work that took less than its days", plan: func(p *plan.Plan) {
			p.Activities.Get("build").After[0] = plan.After{Step: "survey", Done: 99}
			p.Progress[0].Finished = plantest.Date("2026-09-15")
		}, rows: set("survey", "2026-09-08", "2026-09-15")},
		{name: "done work needs nobody any more", plan: step("survey", func(s *plan.Step) { s.Needs = []plan.Need{{Team: "trainers", Amount: 1000}} })},
		{name: "a contract without an end", plan: contract("partner", func(c *plan.Contract) { c.Ends, c.Extensions = 0, nil })},
		{name: "a phase that is complete with all its work", plan: func(p *plan.Plan) {
			p.Phases.Get("one").CompleteWhen = nil
			p.Phases.Get("one").MustBy = plantest.Date("2026-12-04")
		}},
		{name: "a pause inside the span", rows: set("migrate", "2026-10-23", "2026-12-10"), plan: step("archive", func(s *plan.Step) { s.After[0].Lag = -6 })},
	} {
		t.Run(f.name, func(t *testing.T) {
			if r := f.check(t); !r.OK() {
				t.Error(broken(r))
			}
		})
	}
}

// broken is the violations of a report, a line each.
func broken(r verify.Report) string {
	var lines []string
	for _, v := range r.Violations {
		lines = append(lines, string(v.Rule)+": "+v.Text)
	}
	return strings.Join(lines, "\n")
}
