package verify_test

import (
	"testing"

	"epr/calendar"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/plantest"
	"epr/plan/source"
)

// The ward is a small programme with something for every rule. Its status date is Thursday 1 October
// 2026; it is written so that every date of its schedule is held by a different rule.

func span(from, to string) calendar.Span {
	return calendar.Span{From: plantest.Date(from), To: plantest.Date(to)}
}

func days(n int) plan.Duration { return plan.Duration{Low: n, Likely: n, High: n} }

func ward() *plan.Plan {
	p := &plan.Plan{Programme: plan.Programme{
		Name: "Ward", Start: plantest.Date("2026-09-01"), End: plantest.Date("2027-06-30"), Status: plantest.Date("2026-10-01"),
	}}
	p.Calendars.Add("board", &plan.Calendar{ID: "board", Meeting: &plan.Meeting{
		Dates:  []calendar.Date{plantest.Date("2026-10-29"), plantest.Date("2026-11-12"), plantest.Date("2026-11-26"), plantest.Date("2027-03-11")},
		Except: []calendar.Date{plantest.Date("2026-10-29")},
		Slots:  1, Papers: 2,
	}})
	p.Trusts.Add("ash", &plan.Trust{ID: "ash", Name: "Ash", Groups: []string{"wave-1"}, Staff: plan.Staff{{Group: "nurses", Count: 95}}})
	p.Teams.Add("trainers", &plan.Team{ID: "trainers", Size: plan.Dated{
		{From: plantest.Date("2026-09-01"), Is: 600}, {From: plantest.Date("2026-11-02"), Is: 1000},
	}})
	p.Phases.Add("one", &plan.Phase{ID: "one", Name: "One", NotBefore: plantest.Date("2026-09-07"),
		Target: plan.Target{MustBy: plantest.Date("2026-12-31")}, CompleteWhen: []string{"hypercare"}})
	wardBlackouts(p)
	wardContracts(p)
	for _, step := range wardSteps() {
		p.Activities.Add(step.ID, step)
	}
	p.Progress = []plan.Progress{
		{Activity: "survey", Started: plantest.Date("2026-09-08"), Finished: plantest.Date("2026-09-18")},
		{Activity: "design", Started: plantest.Date("2026-09-14"), Remaining: plan.Whole{N: 5, Set: true}},
	}
	return p
}

func wardBlackouts(p *plan.Plan) {
	for _, b := range []*plan.Blackout{
		{ID: "winter", Effect: plan.Forbid, Blocks: []plan.Kind{plan.Training, plan.GoLive, plan.Hypercare},
			Windows: calendar.Windows{Every: &calendar.Yearly{From: calendar.MonthDay{Month: 12, Day: 1}, To: calendar.MonthDay{Month: 2, Day: 28}}}},
		{ID: "half-term", Effect: plan.Pause, Blocks: []plan.Kind{plan.Migration}, Trusts: []string{"wave-1"},
			Windows: calendar.Windows{Spans: []calendar.Span{span("2026-10-26", "2026-10-30")}}},
		{ID: "leave", Capacity: []plan.Factor{{Team: "trainers", By: 50}},
			Windows: calendar.Windows{Spans: []calendar.Span{span("2026-11-09", "2026-11-13")}}},
		{ID: "inspection", Effect: plan.Forbid, Soft: true, Price: 20_000, Blocks: []plan.Kind{plan.Migration},
			Windows: calendar.Windows{Spans: []calendar.Span{span("2026-11-05", "2026-11-07")}}},
		{ID: "audit", Effect: plan.Forbid, Blocks: []plan.Kind{plan.Design, plan.Build},
			Windows: calendar.Windows{Spans: []calendar.Span{span("2026-10-05", "2026-10-09")}}},
	} {
		p.Blackouts.Add(b.ID, b)
	}
	p.Waivers.Add("audit", &plan.Waiver{ID: "audit", Blackout: "audit", Activities: []string{"build"},
		Approver: "programme director", Date: plantest.Date("2026-09-15"), Reason: "not audited"})
}

func wardContracts(p *plan.Plan) {
	p.Contracts.Add("partner", &plan.Contract{ID: "partner", Starts: plantest.Date("2026-10-19"), Ends: plantest.Date("2026-11-30"),
		Covers:     []string{"migr*"},
		Extensions: []plan.Extension{{To: plantest.Date("2026-12-31"), Price: 100, Notice: 30}}})
	p.Contracts.Add("legacy", &plan.Contract{ID: "legacy", Ends: plantest.Date("2027-01-31"), Outlast: []string{"archive"}})
}

func wardSteps() []*plan.Step {
	steps := []*plan.Step{
		{ID: "survey", Kind: plan.Design, Days: days(9)},
		{ID: "design", Kind: plan.Design, Days: days(20), After: []plan.After{{Step: "survey"}}},
		{ID: "build", Kind: plan.Build, Days: days(10), After: []plan.After{{Step: "design"}}},
		{ID: "train", Kind: plan.Training, Days: plan.Duration{Quantity: &plan.Quantity{Staff: []string{"nurses"}, PerDay: 10 * plan.One}},
			Needs: []plan.Need{{Team: "trainers", Amount: 600}}, After: []plan.After{{Step: "build"}}},
		{ID: "coach", Kind: plan.Training, Days: days(5), Needs: []plan.Need{{Team: "trainers", Amount: 350}}, After: []plan.After{{Step: "build"}}},
		{ID: "go-no-go", Kind: plan.Gate, Meets: "board", After: []plan.After{{Step: "train", Done: 80}}},
		{ID: "safety", Kind: plan.Gate, Meets: "board", After: []plan.After{{Step: "coach"}}},
		{ID: "go-live", Kind: plan.GoLive, Days: days(2), Calendar: plan.EveryDay, StartsOn: calendar.Weekdays(0).With(calendar.Saturday),
			After: []plan.After{{Step: "go-no-go"}}},
		{ID: "live", Kind: plan.Milestone, After: []plan.After{{Step: "go-live"}}},
		{ID: "hypercare", Kind: plan.Hypercare, Days: days(10), Calendar: plan.EveryDay, After: []plan.After{{Step: "live", Within: plan.Whole{N: 3, Set: true}}}},
		{ID: "migrate", Kind: plan.Migration, Days: days(30), After: []plan.After{{Step: "build", Link: plan.StartStart, Lag: 5}}},
		{ID: "archive", Kind: plan.Decommission, Days: days(5), NotBefore: plantest.Date("2026-11-30"), Target: plan.Target{MustBy: plantest.Date("2026-12-15")},
			After: []plan.After{{Step: "migrate", Link: plan.FinishFinish, Lag: -2}}},
		{ID: "opening", Kind: plan.Milestone, NotBefore: plantest.Date("2026-10-05")},
		{ID: "handover", Kind: plan.Other, Days: days(2), After: []plan.After{{Step: "hypercare", Link: plan.StartFinish}},
			Within: []plan.Within{{Before: "archive", Days: 20}}},
	}
	for _, step := range steps {
		step.Name = step.ID
		step.In = plan.Place{Phase: "one", Trust: "ash"}
	}
	return steps
}

// wardSchedule keeps every rule of the ward.
func wardSchedule() *plan.Schedule {
	return &plan.Schedule{Rows: []plan.Row{
		row("archive", "2026-11-30", "2026-12-04"),
		row("build", "2026-10-08", "2026-10-21"),
		row("coach", "2026-11-02", "2026-11-06"),
		row("design", "2026-09-14", "2026-10-07"),
		row("go-live", "2026-11-14", "2026-11-15"),
		row("go-no-go", "2026-11-12", "2026-11-12"),
		row("handover", "2026-11-13", "2026-11-16"),
		row("hypercare", "2026-11-16", "2026-11-25"),
		row("live", "2026-11-15", "2026-11-15"),
		row("migrate", "2026-10-19", "2026-12-04"),
		row("opening", "2026-10-05", "2026-10-05"),
		row("safety", "2026-11-26", "2026-11-26"),
		row("survey", "2026-09-08", "2026-09-18"),
		row("train", "2026-10-22", "2026-11-04"),
	}}
}

func row(id, start, finish string) plan.Row {
	return plan.Row{ID: id, Start: plantest.Date(start), Finish: plantest.Date(finish)}
}

// network expands a plan that has no errors.
func network(t testing.TB, p *plan.Plan) *plan.Network {
	t.Helper()
	n, problems := expand.Expand(p)
	for _, problem := range problems {
		if problem.Severity == source.Error {
			t.Fatalf("the plan of this test is wrong: %s", problem.Text)
		}
	}
	return n
}
