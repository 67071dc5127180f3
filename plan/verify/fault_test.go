package verify_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/plan/plantest"
	"epr/plan/verify"
)

// A fault breaks the ward's schedule in one way: by other dates, by a plan that asks for more, or by
// a network that does not say what the plan does.
type fault struct {
	name string
	plan func(*plan.Plan)     // before it is expanded
	late func(*plan.Plan)     // after
	net  func(*plan.Network)  // what expanding made of it
	rows func(*plan.Schedule) // the dates
	want string               // the violations, a line each
}

var faults = []fault{
	{name: "row dropped", rows: drop("coach"),
		want: `missing: "coach" has no dates in the schedule`},
	{name: "rows out of order", rows: func(s *plan.Schedule) { s.Rows[4], s.Rows[5] = s.Rows[5], s.Rows[4] },
		want: `missing: the row of "go-live" stands after that of "go-no-go", but rows are sorted by id`},
	{name: "row of nothing", rows: func(s *plan.Schedule) { s.Rows = append(s.Rows, row("zeal", "2026-11-02", "2026-11-03")) },
		want: `extra: the schedule has dates for "zeal", which is not in the plan`},
	{name: "two rows", rows: func(s *plan.Schedule) {
		s.Rows = slices.Insert(s.Rows, 1, row("archive", "2026-12-07", "2026-12-11"))
	},
		want: `extra: the schedule has more than one row for "archive"`},

	{name: "no date", rows: func(s *plan.Schedule) { s.Rows[0].Finish = 0 },
		want: `span: "archive" has a row without a date`},
	{name: "finish before start", rows: set("archive", "2026-12-04", "2026-11-30"),
		want: `span: "archive" finishes on 2026-11-30, before it starts on 2026-12-04`},
	{name: "a day too many", rows: set("archive", "2026-11-30", "2026-12-07"),
		want: `span: "archive" has 6 worked days from 2026-11-30 to 2026-12-07 but takes 5`},
	{name: "a day too few", rows: set("coach", "2026-11-02", "2026-11-05"),
		want: `span: "coach" has 4 worked days from 2026-11-02 to 2026-11-05 but takes 5`},

	{name: "after the programme", plan: meetsAlso("2027-07-08"), rows: set("safety", "2027-07-08", "2027-07-08"),
		want: `horizon: "safety" finishes on 2027-07-08, after the programme ends on 2027-06-30`},
	{name: "before the programme", rows: set("opening", "2026-08-31", "2026-08-31"),
		want: `horizon: "opening" starts on 2026-08-31, before the programme starts on 2026-09-01
progress: "opening" has not started but is planned for 2026-08-31, before the status date 2026-10-01
not-before: "opening" starts on 2026-08-31, but it may not start before 2026-10-05
not-before: "opening" starts on 2026-08-31, but nothing of phase "one" may start before 2026-09-07`},
	{name: "far outside the programme", rows: set("safety", "2036-07-01", "2036-07-01"),
		want: `horizon: "safety" runs from 2036-07-01 to 2036-07-01, far outside the programme (2026-09-01 to 2027-06-30)`},

	{name: "before the status date", plan: step("opening", func(s *plan.Step) { s.NotBefore = 0 }),
		rows: set("opening", "2026-09-30", "2026-09-30"),
		want: `progress: "opening" has not started but is planned for 2026-09-30, before the status date 2026-10-01`},
	{name: "done work moved", rows: set("survey", "2026-09-09", "2026-09-21"),
		want: `progress: "survey" started on 2026-09-08 but the schedule says 2026-09-09
progress: "survey" finished on 2026-09-18 but the schedule says 2026-09-21`},
	{name: "work under way begins elsewhere", rows: set("design", "2026-09-15", "2026-10-07"),
		want: `progress: "design" started on 2026-09-14 but the schedule says 2026-09-15`},
	{name: "too few days for what remains", rows: set("design", "2026-09-14", "2026-10-06"),
		want: `progress: "design" has 5 worked days left on 2026-10-01 but only 4 until it finishes on 2026-10-06`},
	{name: "what remains is not stated", plan: func(p *plan.Plan) { p.Progress[1].Remaining = plan.Whole{} },
		want: `progress: "design" has 7 worked days left on 2026-10-01 but only 5 until it finishes on 2026-10-07`},
	{name: "work under way finished in the past", rows: set("design", "2026-09-14", "2026-09-30"),
		want: `progress: "design" has not finished but its finish is 2026-09-30, before the status date 2026-10-01`},

	{name: "starts on a weekend", rows: set("coach", "2026-10-31", "2026-11-06"),
		want: `calendar: "coach" starts on 2026-10-31, a Saturday that calendar "weekdays" does not work`},
	{name: "finishes on a weekend", rows: set("coach", "2026-11-02", "2026-11-08"),
		want: `calendar: "coach" finishes on 2026-11-08, a Sunday that calendar "weekdays" does not work`},
	{name: "starts on a bank holiday", rows: set("handover", "2026-12-25", "2026-12-30"),
		want: `calendar: "handover" starts on 2026-12-25, a Friday that calendar "weekdays" does not work`},
	{name: "work under way finishes on a Saturday", rows: all(
		set("design", "2026-09-14", "2026-10-10"), set("build", "2026-10-12", "2026-10-23"), set("train", "2026-10-26", "2026-11-06")),
		want: `calendar: "design" finishes on 2026-10-10, a Saturday that calendar "weekdays" does not work`},
	{name: "unknown calendar", late: step("coach", func(s *plan.Step) { s.Calendar = "nights" }),
		want: `span: "coach" has 0 worked days from 2026-11-02 to 2026-11-06 but takes 5
calendar: "coach" is worked in calendar "weekdays" in the network but in "nights" by the plan
calendar: "coach" is worked in calendar "nights", which the plan does not have
calendar: "coach" starts on 2026-11-02, a Monday that calendar "nights" does not work
calendar: "coach" finishes on 2026-11-06, a Friday that calendar "nights" does not work`},

	{name: "into winter", plan: meetsAlso("2026-12-10"), rows: all(set("coach", "2026-11-25", "2026-12-01"), set("safety", "2026-12-10", "2026-12-10")),
		want: `blackout: "coach" runs from 2026-11-25 to 2026-12-01 but blackout "winter" forbids it on 2026-12-01`},
	{name: "only a weekend of the span inside", plan: blackout("winter", func(b *plan.Blackout) {
		b.Windows = calendar.Windows{Spans: []calendar.Span{span("2026-11-07", "2026-11-08")}}
	}), rows: set("coach", "2026-11-05", "2026-11-11"),
		want: `blackout: "coach" runs from 2026-11-05 to 2026-11-11 but blackout "winter" forbids it on 2026-11-07 to 2026-11-08`},
	{name: "waiver of another blackout", plan: func(p *plan.Plan) { p.Waivers.Get("audit").Blackout = "winter" },
		want: `blackout: "build" runs from 2026-10-08 to 2026-10-21 but blackout "audit" forbids it on 2026-10-08 to 2026-10-09`},
	{name: "waiver of other work", plan: func(p *plan.Plan) { p.Waivers.Get("audit").Activities = []string{"survey"} },
		want: `blackout: "build" runs from 2026-10-08 to 2026-10-21 but blackout "audit" forbids it on 2026-10-08 to 2026-10-09`},
	{name: "soft blackout made hard", plan: blackout("inspection", func(b *plan.Blackout) { b.Soft = false }),
		want: `blackout: "migrate" runs from 2026-10-19 to 2026-12-04 but blackout "inspection" forbids it on 2026-11-05 to 2026-11-07`},
	{name: "starts on a paused day", plan: step("archive", func(s *plan.Step) { s.After[0].Lag = -5 }), rows: set("migrate", "2026-10-26", "2026-12-11"),
		want: `blackout: "migrate" starts on 2026-10-26, when blackout "half-term" pauses it`},
	{name: "finishes on a paused day", plan: blackout("half-term", func(b *plan.Blackout) {
		b.Windows.Spans = append(b.Windows.Spans, span("2026-12-07", "2026-12-08"))
	}), rows: set("migrate", "2026-10-19", "2026-12-07"),
		want: `blackout: "migrate" finishes on 2026-12-07, when blackout "half-term" pauses it`},

	{name: "wrong weekday", rows: all(set("go-live", "2026-11-13", "2026-11-14"), set("live", "2026-11-14", "2026-11-14")),
		want: `starts-on: "go-live" starts on 2026-11-13, a Friday, but starts only on sat`},
	{name: "wrong weekday by an adjust table", plan: adjust(plan.Adjust{Selector: "coach", StartsOn: calendar.Weekdays(0).With(calendar.Tuesday)}),
		want: `starts-on: "coach" starts on 2026-11-02, a Monday, but starts only on tue`},

	{name: "before its not_before", rows: set("archive", "2026-11-27", "2026-12-03"),
		want: `not-before: "archive" starts on 2026-11-27, but it may not start before 2026-11-30`},
	{name: "before its phase", late: func(p *plan.Plan) { p.Phases.Get("one").NotBefore = plantest.Date("2026-10-06") },
		want: `not-before: "opening" starts on 2026-10-05, but nothing of phase "one" may start before 2026-10-06`},
	{name: "before the not_before of an adjust table", plan: adjust(plan.Adjust{Selector: "co*", NotBefore: plantest.Date("2026-11-03")}),
		want: `not-before: "coach" starts on 2026-11-02, but it may not start before 2026-11-03`},

	{name: "before its contract", late: contract("partner", func(c *plan.Contract) { c.Starts = plantest.Date("2026-10-20") }),
		want: `contract: "migrate" starts on 2026-10-19, before contract "partner" starts on 2026-10-20`},
	{name: "after its contract", late: contract("partner", func(c *plan.Contract) { c.Extensions = nil }),
		want: `contract: "migrate" finishes on 2026-12-04, after contract "partner" ends on 2026-11-30`},
	{name: "after the legacy contract", late: contract("legacy", func(c *plan.Contract) { c.Ends = plantest.Date("2026-12-03") }),
		want: `outlast: "archive" finishes on 2026-12-04, after contract "legacy", which must outlast it, ends on 2026-12-03`},

	{name: "after its must_by", rows: set("archive", "2026-12-10", "2026-12-16"),
		want: `must-by: "archive" finishes on 2026-12-16 but must by 2026-12-15`},
	{name: "after the must_by of an adjust table", late: adjust(plan.Adjust{Selector: "coach", Target: plan.Target{MustBy: plantest.Date("2026-11-05")}}),
		want: `must-by: "coach" finishes on 2026-11-06 but must by 2026-11-05`},
	{name: "phase after its must_by", plan: func(p *plan.Plan) { p.Phases.Get("one").MustBy = plantest.Date("2026-11-24") },
		want: `must-by: phase "one" finishes on 2026-11-25, with "hypercare", but must by 2026-11-24`},

	{name: "gate without a meeting", rows: set("safety", "2026-11-25", "2026-11-25"),
		want: `gate: gate "safety" is on 2026-11-25, but "board" does not meet then; its next meeting is on 2026-11-26`},
	{name: "gate on a meeting that falls out", plan: step("safety", func(s *plan.Step) { s.After = nil }), rows: set("safety", "2026-10-29", "2026-10-29"),
		want: `gate: gate "safety" is on 2026-10-29, but "board" does not meet then; its next meeting is on 2026-11-12`},
	{name: "gate after the last meeting", rows: set("safety", "2027-03-12", "2027-03-12"),
		want: `gate: gate "safety" is on 2027-03-12, but "board" does not meet then`},
	{name: "gate of two days", rows: set("safety", "2026-11-26", "2026-11-27"),
		want: `gate: gate "safety" runs from 2026-11-26 to 2026-11-27 but takes one day`},
	{name: "gate decided by nobody", late: step("safety", func(s *plan.Step) { s.Meets = "nobody" }),
		want: `gate: gate "safety" is decided by "nobody", which is not a meeting calendar of the plan`},
	{name: "two gates in one slot", rows: set("safety", "2026-11-12", "2026-11-12"),
		want: `slots: "board" takes 1 decision on 2026-11-12 but has 2 gates: "go-no-go" and "safety"`},

	{name: "milestone with a duration", rows: set("opening", "2026-10-05", "2026-10-06"),
		want: `milestone: milestone "opening" runs from 2026-10-05 to 2026-10-06 but has no duration`},
	{name: "milestone put off", rows: set("opening", "2026-10-06", "2026-10-06"),
		want: `milestone: milestone "opening" is on 2026-10-06, but all it waits for is reached on 2026-10-05`},
	{name: "milestone put off after what it waits for", rows: all(set("live", "2026-11-16", "2026-11-16"), set("hypercare", "2026-11-17", "2026-11-26")),
		want: `milestone: milestone "live" is on 2026-11-16, but all it waits for is reached on 2026-11-15`},
	{name: "milestone before what it waits for", rows: set("live", "2026-11-14", "2026-11-14"),
		want: `link: "live" is reached on 2026-11-14 but "go-live" finishes on 2026-11-15 (finish-start)`},

	{name: "finish-start", plan: step("train", func(s *plan.Step) { s.Needs = nil }), rows: set("train", "2026-10-21", "2026-11-03"),
		want: `link: "train" starts on 2026-10-21 but "build" finishes on 2026-10-21 (finish-start)`},
	{name: "start-start with a lag", plan: step("migrate", func(s *plan.Step) { s.After[0].Lag = 8 }),
		want: `link: "migrate" starts on 2026-10-19, 7 worked days after "build" starts on 2026-10-08, but the lag is 8 (start-start)`},
	{name: "finish-finish with a negative lag", plan: step("archive", func(s *plan.Step) { s.NotBefore = 0 }), rows: set("archive", "2026-11-25", "2026-12-01"),
		want: `link: "archive" finishes on 2026-12-01, 3 worked days before "migrate" finishes on 2026-12-04, but the lag is -2 (finish-finish)`},
	{name: "start-finish", rows: set("handover", "2026-11-12", "2026-11-13"),
		want: `link: "handover" finishes on 2026-11-13 but "hypercare" starts on 2026-11-16 (start-finish)`},
	{name: "share of the work, and papers", plan: step("train", func(s *plan.Step) { s.Needs = nil }), rows: set("train", "2026-10-30", "2026-11-12"),
		want: `link: "go-no-go" starts on 2026-11-12, 1 worked day after 0.8 of "train" is done on 2026-11-10, but the lag is 2 (finish-start)`},
	{name: "share of work under way", plan: all(
		blackout("audit", func(b *plan.Blackout) { b.Effect = plan.NoEffect }),
		step("build", func(s *plan.Step) { s.After[0].Done = 90 })), rows: set("build", "2026-10-05", "2026-10-16"),
		want: `link: "build" starts on 2026-10-05 but 0.9 of "design" is done on 2026-10-05 (finish-start)`},

	{name: "maximum lag after a milestone", rows: all(set("hypercare", "2026-11-20", "2026-11-29"), set("handover", "2026-11-18", "2026-11-19")),
		want: `maximum-lag: "hypercare" starts on 2026-11-20, 4 worked days after "live" is reached on 2026-11-15, but at most 3 are allowed (finish-start)`},
	{name: "maximum lag before a start", plan: step("archive", func(s *plan.Step) { s.MustBy = 0 }), rows: set("archive", "2026-12-14", "2026-12-18"),
		want: `maximum-lag: "archive" starts on 2026-12-14, 21 worked days after "handover" starts on 2026-11-13, but at most 20 are allowed (start-start)`},

	{name: "maximum lag in the calendar of the earlier work", plan: step("handover", func(s *plan.Step) { s.Calendar = plan.EveryDay }),
		rows: all(set("handover", "2026-11-15", "2026-11-16"), set("archive", "2026-12-07", "2026-12-11")),
		want: `maximum-lag: "archive" starts on 2026-12-07, 22 worked days after "handover" starts on 2026-11-15, but at most 20 are allowed (start-start)`},

	{name: "team too small for two", rows: set("coach", "2026-10-29", "2026-11-04"),
		want: `team: "coach" and "train" need 9.5 of team "trainers" on 2026-10-29 but the team has 6; it is too small on 1 day more until 2026-10-30`},
	{name: "team reduced by a blackout", rows: set("train", "2026-10-29", "2026-11-11"),
		want: `team: "train" needs 6 of team "trainers" on 2026-11-09 but the team has 5; it is too small on 2 days more until 2026-11-11`},
	{name: "team of work under way", plan: step("design", func(s *plan.Step) { s.Needs = []plan.Need{{Team: "trainers", Amount: 650}} }),
		want: `team: "design" needs 6.5 of team "trainers" on 2026-10-01 but the team has 6; it is too small on 4 days more until 2026-10-07`},
	{name: "unknown team", plan: step("coach", func(s *plan.Step) { s.Needs = []plan.Need{{Team: "ghosts", Amount: 100}} }),
		want: `team: "coach" needs "ghosts", a team the plan does not have`},

	{name: "other days by an adjust table", plan: adjust(plan.Adjust{Selector: "archive", Days: days(4)}),
		want: `span: "archive" has 5 worked days from 2026-11-30 to 2026-12-04 but takes 4`},
	{name: "more people by an adjust table", plan: adjust(plan.Adjust{Selector: "coach", Needs: []plan.Need{{Team: "trainers", Amount: 450}}}),
		want: `team: "coach" and "train" need 10.5 of team "trainers" on 2026-11-02 but the team has 10; it is too small on 2 days more until 2026-11-04`},

	{name: "network has other days", net: func(n *plan.Network) { at(n, "train").Days.Likely = 9 },
		want: `span: "train" takes 9 days in the network but 10 by the plan`},
	{name: "network needs other people", net: func(n *plan.Network) { at(n, "coach").Needs = nil },
		want: `team: "coach" does not need the people in the network that it needs by the plan`},
	{name: "network has another calendar", net: terms("coach", func(t *plan.Terms) { t.CalendarID = plan.EveryDay }),
		want: `calendar: "coach" is worked in calendar "every-day" in the network but in "weekdays" by the plan`},
	{name: "network forgets a forbidding blackout", net: terms("coach", func(t *plan.Terms) { t.Forbids = nil }),
		want: `blackout: "coach" is forbidden by blackout "winter" by the plan but not in the network`},
	{name: "network forgets a pausing blackout", net: terms("migrate", func(t *plan.Terms) { t.Pauses = nil }),
		want: `blackout: "migrate" is paused by blackout "half-term" by the plan but not in the network`},
	{name: "network makes a soft blackout hard", net: terms("migrate", func(t *plan.Terms) { t.Forbids, t.Soft = t.Soft, nil }),
		want: `blackout: "migrate" is forbidden by blackout "inspection" in the network but not by the plan
blackout: "migrate" is priced by blackout "inspection" by the plan but not in the network`},
	{name: "network forgets a contract", net: func(n *plan.Network) { at(n, "migrate").Contracts = nil },
		want: `contract: "migrate" is covered by contract "partner" by the plan but not in the network`},
	{name: "network invents a contract", net: func(n *plan.Network) {
		at(n, "coach").Outlast = []*plan.Contract{n.Plan.Contracts.Get("partner")}
	},
		want: `outlast: "coach" is outlasted by contract "partner" in the network but not by the plan`},
	{name: "network forgets what has happened", net: func(n *plan.Network) { at(n, "design").Progress = nil },
		want: `progress: "design" does not have the progress in the network that the plan gives it`},
	{name: "network lets a milestone end its day too early", net: func(n *plan.Network) { at(n, "live").StartOfDay = true },
		want: `milestone: milestone "live" is reached at the wrong end of its day in the network`},
	{name: "network forgets when papers close", net: func(n *plan.Network) { n.Links[slices.IndexFunc(n.Links, into(n, "safety"))].Lag = 0 },
		want: `gate: gate "safety" waits 0 worked days for "coach" in the network, but its papers close 2 before the meeting`},
	{name: "network counts a lag in another calendar", net: func(n *plan.Network) {
		n.Links[slices.IndexFunc(n.Links, into(n, "build"))].Calendar = at(n, "go-live").Terms.Calendar
	},
		want: `link: "build" waits for "design" by another calendar than its own, "weekdays"`},
	{name: "network counts a maximum lag in another calendar", net: func(n *plan.Network) {
		k := slices.IndexFunc(n.Links, func(l plan.Link) bool { return l.Max && l.To == n.Index("archive") })
		n.Links[k].Calendar = at(n, "go-live").Terms.Calendar
	},
		want: `maximum-lag: "archive" is tied to "handover" by a calendar of neither`},
}

func TestFaults(t *testing.T) {
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			got := broken(f.check(t))
			if diff := cmp.Diff(f.want, got); diff != "" {
				t.Errorf("violations (-want +got):\n%s", diff)
			}
		})
	}
}

func (f fault) check(t *testing.T) verify.Report {
	t.Helper()
	p, s := ward(), wardSchedule()
	apply(f.plan, p)
	n := network(t, p)
	apply(f.late, p)
	apply(f.net, n)
	apply(f.rows, s)
	return verify.Check(n, s)
}

func apply[T any](change func(*T), to *T) {
	if change != nil {
		change(to)
	}
}

// TestEveryRuleIsBrokenByAFault makes sure that no rule can fall silent: each is broken by some fault
// that breaks nothing else.
func TestEveryRuleIsBrokenByAFault(t *testing.T) {
	alone := map[verify.Rule]bool{}
	for _, f := range faults {
		rules := map[verify.Rule]bool{}
		var last verify.Rule
		for _, v := range f.check(t).Violations {
			rules[v.Rule], last = true, v.Rule
		}
		if len(rules) == 1 {
			alone[last] = true
		}
	}
	for _, rule := range verify.Rules {
		if !alone[rule] {
			t.Errorf("no fault breaks the rule %q alone", rule)
		}
	}
}

func all[T any](changes ...func(*T)) func(*T) {
	return func(to *T) {
		for _, change := range changes {
			change(to)
		}
	}
}

// set gives an activity other dates.
func set(id, start, finish string) func(*plan.Schedule) {
	return func(s *plan.Schedule) {
		k := slices.IndexFunc(s.Rows, func(r plan.Row) bool { return r.ID == id })
		s.Rows[k] = row(id, start, finish)
	}
}

func drop(id string) func(*plan.Schedule) {
	return func(s *plan.Schedule) {
		s.Rows = slices.DeleteFunc(s.Rows, func(r plan.Row) bool { return r.ID == id })
	}
}

func step(id string, change func(*plan.Step)) func(*plan.Plan) {
	return func(p *plan.Plan) { change(p.Activities.Get(id)) }
}

func blackout(id string, change func(*plan.Blackout)) func(*plan.Plan) {
	return func(p *plan.Plan) { change(p.Blackouts.Get(id)) }
}

func contract(id string, change func(*plan.Contract)) func(*plan.Plan) {
	return func(p *plan.Plan) { change(p.Contracts.Get(id)) }
}

func adjust(by plan.Adjust) func(*plan.Plan) {
	return func(p *plan.Plan) { p.Adjusts = append(p.Adjusts, by) }
}

func meetsAlso(day string) func(*plan.Plan) {
	return func(p *plan.Plan) {
		board := p.Calendars.Get("board").Meeting
		board.Dates = append(board.Dates, plantest.Date(day))
	}
}

func at(n *plan.Network, id string) *plan.Activity { return &n.Activities[n.Index(id)] }

// terms changes the terms of one activity alone.
func terms(id string, change func(*plan.Terms)) func(*plan.Network) {
	return func(n *plan.Network) {
		own := *at(n, id).Terms
		change(&own)
		at(n, id).Terms = &own
	}
}

// into finds the links that hold an activity.
func into(n *plan.Network, id string) func(plan.Link) bool {
	return func(l plan.Link) bool { return l.To == n.Index(id) }
}
