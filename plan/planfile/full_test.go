package planfile_test

import (
	"reflect"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"epr/calendar"
	"epr/plan"
)

// asWritten compares nouns but for the places where they were written.
var asWritten = []cmp.Option{
	cmpopts.IgnoreTypes(plan.Origin{}),
	cmp.Exporter(func(reflect.Type) bool { return true }),
}

// on is a date of a test.
func on(text string) calendar.Date {
	date, err := calendar.Parse(text)
	if err != nil {
		panic(err)
	}
	return date
}

func span(from, to string) calendar.Span { return calendar.Span{From: on(from), To: on(to)} }

func days(low, likely, high int) plan.Duration {
	return plan.Duration{Low: low, Likely: likely, High: high}
}

func whole(n int) plan.Whole { return plan.Whole{N: n, Set: true} }

func chance(share int) plan.Chance { return plan.Chance{Share: share, Set: true} }

func same(h plan.Hundredths) plan.Range { return plan.Range{Low: h, Likely: h, High: h} }

// table is a plan.Table of entries, each under the id that it has itself.
func table[T any](id func(*T) string, entries ...*T) plan.Table[T] {
	var t plan.Table[T]
	for _, e := range entries {
		if !t.Add(id(e), e) {
			panic("twice")
		}
	}
	return t
}

// fullPlan is what testdata/full says.
func fullPlan() *plan.Plan {
	rule, err := calendar.ParseMeetingRule("last thursday of odd months")
	if err != nil {
		panic(err)
	}
	siteID := func(s *plan.Site) string { return s.ID }
	stepID := func(s *plan.Step) string { return s.ID }
	return &plan.Plan{
		Programme: plan.Programme{
			Name: "Electronic patient record", Start: on("2026-07-01"), End: on("2029-03-31"), Status: on("2026-11-21"),
			Calendar:    "every-day",
			CostOfDelay: plan.Dated{{From: on("2026-07-01"), Is: 25_000_000}, {From: on("2027-01-01"), Is: 100_025}},
			Owner:       "Senior responsible owner", EscalateAt: 12, Bands: plan.Bands{Moderate: 3, High: 9, Extreme: 16}, Note: "a note",
			Confidence: plan.Confidence{Rating: plan.DeliveryAmber, By: "Programme board", Date: on("2026-11-18"),
				Reason: "conditions are open", Source: "minutes"},
		},
		Forecast: plan.Forecasting{Runs: 20_000, Seed: 7, Ranges: plan.Limits,
			OptimismBias: plan.Range{Low: 100, Likely: 110, High: 154}, Source: "Mott MacDonald, 2002", Note: "starting values"},
		Calendars: table(func(c *plan.Calendar) string { return c.ID },
			&plan.Calendar{ID: "office", Name: "Office days", Note: "closed in August", Working: &calendar.Rule{
				Workdays: calendar.Weekdays(0).With(calendar.Monday, calendar.Wednesday, calendar.Saturday),
				Holidays: calendar.Scotland,
				Worked: []calendar.NamedSpan{{Span: span("2026-12-27", "2026-12-27")},
					{Span: span("2027-05-03", "2027-05-04"), Name: "extra"}},
				NotWorked: []calendar.NamedSpan{{Span: span("2027-08-01", "2027-08-31")}},
			}},
			&plan.Calendar{ID: "board", Name: "board", Meeting: &plan.Meeting{
				Dates: []calendar.Date{on("2027-01-12"), on("2027-03-09")}, Rule: rule,
				Except: []calendar.Date{on("2027-07-29")}, Slots: 3, Papers: 5,
			}}),
		Trusts: table(func(t *plan.Trust) string { return t.ID },
			&plan.Trust{ID: "ulth", Name: "United Lincolnshire", ODS: "RWD", Groups: []string{"wave-1"},
				Staff: plan.Staff{{Group: "doctors", Count: 1200}, {Group: "nurses", Count: 2900}}, Calendar: "office", Note: "acute",
				Sites: table(siteID,
					&plan.Site{ID: "lincoln", Name: "lincoln"},
					&plan.Site{ID: "pilgrim", Name: "Pilgrim Hospital", Staff: plan.Staff{{Group: "nurses", Count: 700}}, Note: "Boston"},
					&plan.Site{ID: "grantham", Name: "grantham"})},
			&plan.Trust{ID: "lchs", Name: "Community, Lincolnshire", ODS: "RY5", Groups: []string{"wave-1", "wave-2"},
				Staff: plan.Staff{{Group: "nurses", Count: 400}}, Calendar: "weekdays"},
			&plan.Trust{ID: "lpft", Name: "lpft", ODS: "RP7", Note: `said "yes"`,
				Staff: plan.Staff{{Group: "doctors", Count: 0}},
				Sites: table(siteID, &plan.Site{ID: "witham", Name: "witham"}, &plan.Site{ID: "louth", Name: "louth"})}),
		Workflows: table(func(w *plan.Workflow) string { return w.ID },
			&plan.Workflow{ID: "ed", Name: "Emergency department", Owner: "Clinical lead", Specialty: "180",
				Groups: []string{"front-door"}, Note: "first"},
			&plan.Workflow{ID: "maternity", Name: "Maternity"}),
		Teams: table(func(t *plan.Team) string { return t.ID },
			&plan.Team{ID: "trainers", Name: "Trainers", Note: "bank staff",
				Size: plan.Dated{{From: on("2026-07-01"), Is: 1200}, {From: on("2027-01-04"), Is: 2050}}},
			&plan.Team{ID: "designers", Name: "designers", Size: plan.Dated{{Is: 400}}}),
		Blackouts: table(func(b *plan.Blackout) string { return b.ID },
			&plan.Blackout{ID: "winter", Name: "Winter pressures",
				Windows: calendar.Windows{Every: &calendar.Yearly{From: calendar.MonthDay{Month: 12, Day: 1}, To: calendar.MonthDay{Month: 2, Day: 28}}},
				Effect:  plan.Forbid, Blocks: []plan.Kind{plan.Training, plan.GoLive}, Phases: []string{"one"}, Trusts: []string{"wave-1"},
				Sites: []string{"lincoln"}, Activities: []string{"one/*/go-live"}, Capacity: []plan.Factor{{Team: "trainers", By: 50}},
				Soft: true, Price: 1_000_050, Source: "Urgent care plan", Note: "agreed"},
			&plan.Blackout{ID: "move", Name: "move", Windows: calendar.Windows{Spans: []calendar.Span{span("2027-05-01", "2027-05-07")}}, Effect: plan.Pause},
			&plan.Blackout{ID: "audit", Name: "audit", Capacity: []plan.Factor{{Team: "trainers"}}, Windows: calendar.Windows{
				Spans: []calendar.Span{span("2027-06-01", "2027-06-02"), span("2028-06-01", "2028-06-02")}}}),
		Waivers: table(func(w *plan.Waiver) string { return w.ID },
			&plan.Waiver{ID: "early", Blackout: "winter", Activities: []string{"one/ulth/train"}, Approver: "Chief operating officer",
				Date: on("2026-10-01"), Reason: "the ward is new"}),
		Phases: table(func(p *plan.Phase) string { return p.ID },
			&plan.Phase{ID: "one", Name: "Phase 1", Trusts: []string{"ulth", "wave-1"}, Sites: []string{"lincoln"}, Workflows: []string{"all"},
				Playbooks: []string{"acute"}, CompleteWhen: []string{"go-live"}, NotBefore: on("2026-08-01"), After: []plan.After{{Step: "award"}},
				Owner: "Programme director", Note: "n", Target: plan.Target{By: on("2027-04-30"), MustBy: on("2027-06-30"),
					Announced: []plan.Announced{{Date: on("2027-04-01")}}, Priority: 3}},
			&plan.Phase{ID: "two", Name: "two", Trusts: []string{"all"}, Workflows: []string{"ed"}, Playbooks: []string{"acute", "light"},
				Target: plan.Target{Announced: []plan.Announced{{Date: on("2027-09-01"), On: on("2026-05-01"), Where: "board"}, {Date: on("2027-10-01")}}}}),
		Playbooks: table(func(p *plan.Playbook) string { return p.ID },
			&plan.Playbook{ID: "acute", Steps: table(stepID,
				&plan.Step{ID: "train", Name: "Train", Kind: plan.Training, Per: []plan.Dimension{plan.PerTrust, plan.PerSite},
					Only:     plan.Only{Trusts: []string{"ulth"}, Sites: []string{"lincoln"}, Workflows: []string{"ed"}},
					Days:     plan.Duration{Quantity: &plan.Quantity{AllStaff: true, PerDay: 6000, Attendance: 85, Low: 90, High: 140}},
					Calendar: "office", StartsOn: calendar.Weekdays(0).With(calendar.Monday, calendar.Tuesday), NotBefore: on("2026-09-01"),
					Needs:  []plan.Need{{Team: "trainers", Amount: 400}, {Team: "designers", Amount: 50}},
					After:  []plan.After{{Step: "design"}, {Step: "one/{trust}/build-*", Link: plan.StartStart, Lag: -2, Done: 80, Within: whole(30)}},
					Within: []plan.Within{{Before: "go-live", Days: 40}}, Contracts: []string{"partner"},
					Target: plan.Target{By: on("2027-02-01"), MustBy: on("2027-03-01"), Announced: []plan.Announced{{Date: on("2027-01-15")}}, Priority: 100},
					Owner:  "Training lead", Note: "n"},
				&plan.Step{ID: "go-no-go", Name: "go-no-go", Kind: plan.Gate, Meets: "board", Papers: whole(10), Criteria: []string{"80% trained"},
					Evidence: []string{"test report"}, Contracts: []string{"partner", "legacy"},
					Within: []plan.Within{{After: "train", Days: 20}, {Before: "x", Days: 5}}})},
			&plan.Playbook{ID: "light", Steps: table(stepID,
				&plan.Step{ID: "migrate", Name: "migrate", Kind: plan.Migration,
					Days:     plan.Duration{Quantity: &plan.Quantity{Count: 14_488, PerDay: 12_050}},
					Attempts: plan.Attempts{Pass: chance(7000), Again: whole(10), Most: 3}})}),
		Activities: table(stepID,
			&plan.Step{ID: "award", Name: "award", Kind: plan.Procurement, Days: days(10, 15, 30), Attempts: plan.Attempts{Pass: chance(9999)},
				In: plan.Place{Phase: "one", Trust: "ulth", Site: "lincoln", Workflow: "ed"}}),
		Adjusts: []plan.Adjust{{Selector: "one/ulth/*/train",
			Days:     plan.Duration{Quantity: &plan.Quantity{Staff: []string{"doctors", "nurses"}, PerDay: 4000}},
			Attempts: plan.Attempts{Pass: chance(10_000), Again: whole(0), Most: 1},
			Needs:    []plan.Need{{Team: "trainers", Amount: 600}}, Calendar: "every-day", StartsOn: calendar.Weekdays(0).With(calendar.Saturday),
			NotBefore: on("2026-10-01"), After: []plan.After{{Step: "award"}}, Owner: "o", Note: "n", Reason: "a large site",
			Target: plan.Target{By: on("2027-01-01"), MustBy: on("2027-01-02"), Announced: []plan.Announced{{Date: on("2027-01-03")}}, Priority: 2}}},
		Contracts: table(func(c *plan.Contract) string { return c.ID },
			&plan.Contract{ID: "partner", Name: "Delivery partner", Supplier: "to be awarded", Note: "n", Source: "s", Value: 150_000_075,
				IncludesVAT: true, Route: "framework", Threshold: "works", Starts: on("2026-08-01"), Ends: on("2028-07-31"),
				Covers: []string{"one/*"}, Extensions: []plan.Extension{{To: on("2029-01-31"), Price: 10_000_000, Notice: 90}, {To: on("2029-07-31")}},
				Outlast: []string{"*/go-live"}},
			&plan.Contract{ID: "legacy", Name: "legacy", VAT: 20, Threshold: "goods-and-services"}),
		Thresholds: table(func(t *plan.Threshold) string { return t.ID },
			&plan.Threshold{ID: "works", Amount: plan.Dated{{Is: 537_260_900}}, IncludesVAT: true, Source: "Procurement Act 2023", Checked: on("2026-01-01")}),
		Risks: table(func(r *plan.Risk) string { return r.ID },
			&plan.Risk{ID: "trainers", Name: "Too few trainers", Cause: "sickness", Event: "trainers are missing", Effect: "training takes longer",
				Owner: "Training lead", Category: "workforce", Proximity: "six months", Controls: "bank staff", Gaps: "none known",
				Assurance: "weekly report", Appetite: "open", Objective: "safe go-live", Committee: "programme board", Note: "n",
				Inherent: plan.Score{Consequence: 4, Likelihood: 4}, Current: plan.Score{Consequence: 4, Likelihood: 3},
				Target: plan.Score{Consequence: 4, Likelihood: 2}, Probability: chance(3000), Hits: []string{"*/train"},
				Impact: plan.Impact{Delay: plan.Range{Low: 500, Likely: 1000, High: 2050}, Stretch: same(125)}, Review: on("2027-01-15"),
				Closes: &plan.Closure{Period: span("2027-01-05", "2027-03-31"), Days: plan.Range{Low: 300, Likely: 500, High: 750},
					Scope: plan.Blackout{Effect: plan.Forbid, Blocks: []plan.Kind{plan.Training}, Phases: []string{"one"},
						Trusts: []string{"wave-1"}, Sites: []string{"lincoln"}, Activities: []string{"one/*/train"}}},
				Responses: table(func(r *plan.Response) string { return r.ID },
					&plan.Response{ID: "bank", Action: "book agency trainers", Owner: "Training lead", Due: on("2026-12-31"), Cost: 5_000_000, Done: true,
						Probability: chance(1250),
						Impact:      plan.Impact{Delay: same(300), Stretch: plan.Range{Low: 100, Likely: 110, High: 120}}})},
			&plan.Risk{ID: "strike", Name: "there is a strike", Cause: "a dispute", Event: "there is a strike", Effect: "nobody is trained",
				Owner: "Chief people officer", Current: plan.Score{Consequence: 3, Likelihood: 4}, Probability: chance(4000),
				Closes: &plan.Closure{Period: span("2027-01-05", "2027-01-09"), Scope: plan.Blackout{Effect: plan.Pause}}}),
		Progress: []plan.Progress{
			{Activity: "one/ulth/lincoln/train", Started: on("2026-09-01"), Finished: on("2026-10-01"), Note: "n"},
			{Activity: "award", Started: on("2026-09-01"), Remaining: whole(4)},
			{Activity: "one/lchs/train", Started: on("2026-09-02"), Remaining: whole(7)},
		},
		Scenarios: table(func(s *plan.Scenario) string { return s.ID },
			&plan.Scenario{ID: "more-trainers", Name: "More trainers", Note: "n", Drop: []string{"blackout.move"}}),
		Baselines: table(func(b *plan.Baseline) string { return b.ID },
			&plan.Baseline{ID: "2026-09", File: "baselines/2026-09.schedule.toml", Date: on("2026-09-14"), Approver: "Programme board", Note: "n",
				SHA256:   "bf666b965fbd59313151d7e8a249c992173713d0a07f92c7e9fa72ace700ae43",
				Schedule: &plan.Schedule{Rows: []plan.Row{{ID: "award", Start: on("2026-09-01"), Finish: on("2026-09-21")}}},
				Phases:   []plan.PhaseDates{{Phase: "one", Finish: on("2027-04-28"), By: on("2027-04-30")}, {Phase: "two", Finish: on("2027-09-30")}}}),
	}
}
