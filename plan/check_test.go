package plan_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
)

// sound is a plan in which Check finds nothing: one phase of two trusts, a team, a board, and one-off work.
func sound() *plan.Plan {
	p := &plan.Plan{Programme: plan.Programme{
		Name: "Test", Start: calendar.MustOf(2027, 1, 4), End: calendar.MustOf(2028, 12, 29),
		Status: calendar.MustOf(2027, 3, 1), Calendar: plan.Weekdays,
	}}
	ulth := &plan.Trust{ID: "ulth", ODS: "RWD", Groups: []string{"wave-1"}, Staff: plan.Staff{{Group: "nurses", Count: 300}}}
	ulth.Sites.Add("lincoln", &plan.Site{ID: "lincoln"})
	lchs := &plan.Trust{ID: "lchs", Groups: []string{"wave-1"}}
	lchs.Sites.Add("east", &plan.Site{ID: "east"})
	p.Trusts.Add("ulth", ulth)
	p.Trusts.Add("lchs", lchs)
	p.Workflows.Add("ed", &plan.Workflow{ID: "ed"})
	p.Teams.Add("trainers", &plan.Team{ID: "trainers", Size: plan.Dated{{Is: 4 * plan.One}}})
	p.Calendars.Add("board", &plan.Calendar{ID: "board", Meeting: &plan.Meeting{Dates: []calendar.Date{calendar.MustOf(2027, 5, 11)}}})
	p.Phases.Add("one", &plan.Phase{ID: "one", Trusts: []string{"wave-1"}, Workflows: []string{"all"}, Playbooks: []string{"acute"}})
	acute := &plan.Playbook{ID: "acute"}
	acute.Steps.Add("train", &plan.Step{ID: "train", Kind: plan.Training, Per: []plan.Dimension{plan.PerTrust}, Days: days(5),
		Needs: []plan.Need{{Team: "trainers", Amount: 2 * plan.One}}})
	acute.Steps.Add("decide", &plan.Step{ID: "decide", Kind: plan.Gate, Meets: "board", After: []plan.After{{Step: "train"}}})
	p.Playbooks.Add("acute", acute)
	p.Activities.Add("sign", &plan.Step{ID: "sign", Kind: plan.Governance, Days: days(5)})
	return p
}

func days(n int) plan.Duration { return plan.Duration{Low: n, Likely: n, High: n} }

func step(p *plan.Plan, name string) *plan.Step { return p.Playbooks.Get("acute").Steps.Get(name) }

// found is what Check says, a line a problem.
func found(p *plan.Plan) []string {
	var all []string
	for _, problem := range plan.Check(p) {
		all = append(all, fmt.Sprintf("%s %s: %s; %s", problem.Severity, problem.Code, problem.Text, problem.Hint))
	}
	return all
}

// TestCheck looks at rules on their edges. That each code is found, and where, is tested by the models of the
// command.
func TestCheck(t *testing.T) {
	for _, c := range []struct {
		rule   string
		change func(p *plan.Plan)
		want   []string
	}{
		{"a sound plan has no problem", func(*plan.Plan) {}, nil},
		{"a site has to belong to a trust of the phase", func(p *plan.Plan) {
			p.Phases.Get("one").Trusts = []string{"ulth"}
			p.Phases.Get("one").Sites = []string{"lincoln", "east"}
			p.Activities.Get("sign").In.Trust = "lchs"
			p.Trusts.Get("ulth").Groups, p.Trusts.Get("lchs").Groups = nil, nil
		}, []string{
			`error unknown-site: phase "one" names the site "east", which belongs to trust "lchs" and to none of its own; ` +
				`add the trust to "trusts", or leave the site out`,
		}},
		{"a name has to be in scope in every phase that uses the playbook", func(p *plan.Plan) {
			book := &plan.Playbook{ID: "more"}
			book.Steps.Add("prepare", &plan.Step{ID: "prepare", Kind: plan.Other, Days: days(1)})
			p.Playbooks.Add("more", book)
			p.Phases.Get("one").Playbooks = []string{"acute", "more"}
			p.Phases.Add("two", &plan.Phase{ID: "two", Trusts: []string{"all"}, Playbooks: []string{"acute"}})
			step(p, "train").After = []plan.After{{Step: "prepare"}}
		}, []string{
			`error unknown-step: step "train" of playbook "acute" waits for "prepare", which is neither a step of phase "two" nor a ` +
				`one-off activity; playbook "more" has such a step; to name a step of another phase, write its ids, as in "*/prepare"`,
		}},
		{"one-off work of a phase may wait for its steps", func(p *plan.Plan) {
			p.Activities.Get("sign").In.Phase = "one"
			p.Activities.Get("sign").After = []plan.After{{Step: "train"}}
		}, nil},
		{"other one-off work may not", func(p *plan.Plan) {
			p.Activities.Get("sign").After = []plan.After{{Step: "train"}}
		}, []string{
			`error unknown-activity: activity "sign" waits for "train", which is no one-off activity; ` +
				`playbook "acute" has such a step; to name a step of another phase, write its ids, as in "*/train"`,
		}},
		{"a phase is no activity", func(p *plan.Plan) {
			p.Activities.Get("sign").After = []plan.After{{Step: "one"}}
		}, []string{
			`error unknown-activity: activity "sign" waits for "one", which is no one-off activity; ` +
				`to wait for all of phase "one", write "one/*"`,
		}},
		{"names after an unknown playbook are not judged", func(p *plan.Plan) {
			p.Phases.Get("one").Playbooks = []string{"acute", "cmmunity"}
			step(p, "train").After = []plan.After{{Step: "decide"}}
			p.Phases.Get("one").CompleteWhen = []string{"visit"}
		}, []string{
			`error unknown-playbook: phase "one" names the playbook "cmmunity", which is not in the plan; ` +
				`there is "acute"; define it in [playbook.cmmunity]`,
		}},
		{"a misspelt name does not leave what it means unused", func(p *plan.Plan) {
			step(p, "train").Needs[0].Team = "trainer"
			p.Teams.Add("testers", &plan.Team{ID: "testers", Size: plan.Dated{{Is: plan.One}}})
		}, []string{
			`error unknown-team: step "train" of playbook "acute" names the team "trainer", which is not in the plan; did you mean "trainers"?`,
			`warning unused: team "testers" is never used: no work needs it; take it out, or name it where it belongs`,
		}},
		{"nothing of a kind is called unused if a name could mean any", func(p *plan.Plan) {
			step(p, "train").Needs[0].Team = "teachers"
		}, []string{
			`error unknown-team: step "train" of playbook "acute" names the team "teachers", which is not in the plan; ` +
				`there is "trainers"; define it in [team.teachers]`,
		}},
		{"a group that is misspelt where it is joined does not leave its members unused", func(p *plan.Plan) {
			p.Workflows.Add("wards", &plan.Workflow{ID: "wards", Groups: []string{"urgnet"}})
			p.Phases.Get("one").Workflows = []string{"ed", "urgent"}
			p.Workflows.Add("theatres", &plan.Workflow{ID: "theatres", Groups: []string{"urgent"}})
		}, []string{
			`warning unused: the group "urgnet" of workflow "wards" is never used: no phase calls it; did you mean "urgent"?`,
		}},
		{"a group that is misspelt where it is called does not leave its members unused", func(p *plan.Plan) {
			p.Workflows.Add("wards", &plan.Workflow{ID: "wards", Groups: []string{"urgent"}})
			p.Phases.Get("one").Workflows = []string{"ed", "urgnet"}
		}, []string{
			`error unknown-workflow: phase "one" names the workflow "urgnet", which is not in the plan; did you mean "urgent"?`,
		}},
		{"the size of a team counts within the programme", func(p *plan.Plan) {
			p.Teams.Get("trainers").Size = plan.Dated{
				{From: calendar.MustOf(2026, 1, 1), Is: 9 * plan.One},
				{From: calendar.MustOf(2027, 1, 4), Is: plan.One},
				{From: calendar.MustOf(2029, 1, 1), Is: 9 * plan.One},
			}
		}, []string{
			`error need-above-team: step "train" of playbook "acute" needs 2 people of team "trainers", which never has more than 1; ` +
				`need fewer, for longer, or let the team grow`,
		}},
		{"a team that comes after the programme is empty", func(p *plan.Plan) {
			p.Teams.Get("trainers").Size = plan.Dated{{From: calendar.MustOf(2029, 1, 1), Is: 9 * plan.One}}
		}, []string{
			`error empty-team: team "trainers" is needed, but there is nobody in it at any time of the programme; give it a size, such as size = 4`,
		}},
		{"a blackout can give a team more capacity", func(p *plan.Plan) {
			p.Teams.Get("trainers").Size = plan.Dated{{Is: plan.One}}
			p.Blackouts.Add("summer", &plan.Blackout{ID: "summer", Capacity: []plan.Factor{{Team: "trainers", By: 2 * plan.One}},
				Windows: calendar.Windows{Spans: []calendar.Span{{From: calendar.MustOf(2027, 7, 1), To: calendar.MustOf(2027, 8, 1)}}}})
		}, nil},
		{"a promise lies inside the programme", func(p *plan.Plan) {
			p.Phases.Get("one").By = calendar.MustOf(2026, 12, 31)
		}, []string{
			`error date-outside: phase "one" is promised by 2026-12-31, before the start of the programme on 2027-01-04; ` +
				`correct the date, or move the start of the programme`,
		}},
		{"a date announced before the start may have been kept", func(p *plan.Plan) {
			p.Activities.Get("sign").Announced = []plan.Announced{{Date: calendar.MustOf(2026, 12, 31)}}
		}, nil},
		{"only the announcement in force has to lie inside the programme", func(p *plan.Plan) {
			p.Phases.Get("one").Announced = []plan.Announced{{Date: calendar.MustOf(2030, 1, 1)}, {Date: calendar.MustOf(2028, 1, 1)}}
		}, nil},
		{"work may not start after the programme", func(p *plan.Plan) {
			p.Activities.Get("sign").NotBefore = calendar.MustOf(2029, 1, 1)
		}, []string{
			`error date-outside: activity "sign" may not start before 2029-01-01, after the end of the programme on 2028-12-29; ` +
				`correct the date, or move the end of the programme`,
		}},
		{"a milestone is reached without having started", func(p *plan.Plan) {
			p.Activities.Add("signed", &plan.Step{ID: "signed", Kind: plan.Milestone})
			p.Progress = []plan.Progress{{Activity: "signed", Finished: calendar.MustOf(2027, 2, 1)}}
		}, nil},
		{"so is a gate of a playbook", func(p *plan.Plan) {
			p.Progress = []plan.Progress{{Activity: "one/ulth/decide", Finished: calendar.MustOf(2027, 2, 1)}}
		}, nil},
		{"the status date is history", func(p *plan.Plan) {
			p.Progress = []plan.Progress{{Activity: "sign", Started: calendar.MustOf(2027, 3, 1)}}
		}, nil},
		{"a response to a risk of the schedule says what it changes", func(p *plan.Plan) {
			risk := &plan.Risk{ID: "late", Probability: plan.Chance{Share: 2000, Set: true}, Hits: []string{"sign"},
				Impact: plan.Impact{Delay: plan.Range{Low: 500, Likely: 500, High: 500}}}
			risk.Responses.Add("call", &plan.Response{ID: "call"})
			p.Risks.Add("late", risk)
		}, []string{
			`warning risk-effect: response "call" to risk "late" does not say what it leaves of the risk, so the forecast cannot count it; ` +
				`state the "probability", "delay" or "stretch" after the response`,
		}},
		{"a risk without any effect on the schedule is complete", func(p *plan.Plan) {
			risk := &plan.Risk{ID: "late"}
			risk.Responses.Add("call", &plan.Response{ID: "call"})
			p.Risks.Add("late", risk)
		}, nil},
		{"a waiver lets work into a blackout that pauses it", func(p *plan.Plan) {
			p.Blackouts.Add("winter", &plan.Blackout{ID: "winter", Effect: plan.Pause, Windows: calendar.Windows{
				Every: &calendar.Yearly{From: calendar.MonthDay{Month: 12, Day: 1}, To: calendar.MonthDay{Month: 2, Day: 28}}}})
			p.Waivers.Add("sign", &plan.Waiver{ID: "sign", Blackout: "winter", Activities: []string{"sign"}})
		}, nil},
		{"staff are counted for each trust or site", func(p *plan.Plan) {
			step(p, "train").Days = plan.Duration{Quantity: &plan.Quantity{AllStaff: true, PerDay: plan.One}}
		}, nil},
		{"one-off work belongs to a site of its trust", func(p *plan.Plan) {
			p.Activities.Get("sign").In = plan.Place{Trust: "ulth", Site: "east"}
		}, []string{
			`error unknown-site: activity "sign" belongs to site "east", which trust "ulth" does not have; that is a site of trust "lchs"`,
		}},
		{"a site nobody has is looked for in the trust", func(p *plan.Plan) {
			p.Activities.Get("sign").In = plan.Place{Trust: "ulth", Site: "lincon"}
		}, []string{
			`error unknown-site: activity "sign" belongs to site "lincon", which trust "ulth" does not have; did you mean "lincoln"?`,
		}},
		{"one-off work counts the staff of its trust alone", func(p *plan.Plan) {
			p.Activities.Get("sign").Days = plan.Duration{Quantity: &plan.Quantity{Staff: []string{"nurses"}, PerDay: plan.One}}
		}, []string{
			`error staff-without-trust: activity "sign" takes as long as its staff need, but belongs to no trust whose staff could be counted; ` +
				`name the "trust", or count them: { count = …, per_day = … }`,
		}},
		{"a step of a playbook is named by ids", func(p *plan.Plan) {
			p.Contracts.Add("partner", &plan.Contract{ID: "partner", Covers: []string{"train", "one", "peace"}})
		}, []string{
			`error unknown-activity: contract "partner" names the activity "one", which is not in the plan; for all of the phase, write "one/*"`,
			`error unknown-activity: contract "partner" names the activity "peace", which is not in the plan; ` +
				`write the id of a one-off activity, or of a step with its phase: "one/ulth/train"`,
			`error unknown-activity: contract "partner" names the activity "train", which is not in the plan; for a step wherever it is done, write "*/train"`,
		}},
		{"a contract ends after it starts", func(p *plan.Plan) {
			p.Contracts.Add("partner", &plan.Contract{Covers: []string{"sign"}, Starts: calendar.MustOf(2028, 4, 1), Ends: calendar.MustOf(2028, 3, 31)})
		}, []string{
			`error contract-window: contract "partner" ends on 2028-03-31, before it starts on 2028-04-01; correct one of the dates`,
		}},
		{"an old contract outlasts work only if it ends", func(p *plan.Plan) {
			p.Contracts.Add("old", &plan.Contract{Outlast: []string{"sign"}})
		}, []string{`error missing-key: contract "old" has "outlast" but no end; add the date on which it "ends"`}},
		{"a contract without a start cannot be compared", func(p *plan.Plan) {
			p.Contracts.Add("engine", &plan.Contract{Covers: []string{"sign"}, Route: "below-threshold", Value: plan.One})
		}, []string{
			`warning threshold-unchecked: contract "engine" is said to be below the threshold "goods-and-services", which cannot be checked: ` +
				`it has no start; state "value" and "starts", or another "route"`,
		}},
		{"a window does not end before it begins", func(p *plan.Plan) {
			spans := []calendar.Span{{From: calendar.MustOf(2027, 5, 2), To: calendar.MustOf(2027, 5, 1)}}
			p.Blackouts.Add("strike", &plan.Blackout{Effect: plan.Pause, Windows: calendar.Windows{Spans: spans}})
		}, []string{`error window-empty: blackout "strike" ends on 2027-05-01, before it begins on 2027-05-02; correct one of the dates`}},
		{"a blackout has days", func(p *plan.Plan) {
			p.Blackouts.Add("strike", &plan.Blackout{Effect: plan.Pause})
		}, []string{
			`error missing-key: blackout "strike" has no days; add "from" and "to", "every" for each year, or "windows" for several`,
		}},
		{"milestones cannot be blocked", func(p *plan.Plan) {
			every := &calendar.Yearly{From: calendar.MonthDay{Month: 12, Day: 1}, To: calendar.MonthDay{Month: 2, Day: 28}}
			p.Blackouts.Add("winter", &plan.Blackout{Effect: plan.Forbid, Blocks: []plan.Kind{plan.Milestone}, Windows: calendar.Windows{Every: every}})
		}, []string{
			`warning no-effect: blackout "winter" blocks milestones, which take no time and cannot be blocked; block the work that the milestone waits for`,
		}},
		{"what has finished has started before and has nothing remaining", func(p *plan.Plan) {
			p.Progress = []plan.Progress{{Activity: "sign", Started: calendar.MustOf(2027, 2, 2), Finished: calendar.MustOf(2027, 2, 1),
				Remaining: plan.Whole{N: 1, Set: true}}}
		}, []string{
			`error conflicting-keys: "sign" has finished but has 1 working day remaining; take out "remaining" or "finished"`,
			`error window-empty: "sign" ends on 2027-02-01, before it begins on 2027-02-02; correct one of the dates`,
		}},
		{"work of a playbook has started before it finishes", func(p *plan.Plan) {
			p.Progress = []plan.Progress{{Activity: "one/ulth/train", Finished: calendar.MustOf(2027, 2, 1)}}
		}, []string{
			`error not-started: "one/ulth/train" has finished but does not say when it started; add the date on which it "started"`,
		}},
		{"a response changes only what the risk has", func(p *plan.Plan) {
			risk := &plan.Risk{ID: "late"}
			risk.Responses.Add("call", &plan.Response{ID: "call", Probability: plan.Chance{Share: 1, Set: true}})
			p.Risks.Add("late", risk)
		}, []string{
			`warning risk-effect: response "call" to risk "late" changes an effect on the schedule that the risk does not have; ` +
				`give the risk "probability", "hits" and "delay" or "stretch", or leave them out of the response`,
		}},
		{"a stretch is no effect without a probability", func(p *plan.Plan) {
			stretch := plan.Range{Low: 120, Likely: 150, High: 200}
			p.Risks.Add("late", &plan.Risk{ID: "late", Hits: []string{"sign"}, Impact: plan.Impact{Stretch: stretch}})
		}, []string{
			`warning risk-effect: risk "late" has "hits" and "delay" or "stretch" but no "probability", so the forecast leaves it out; ` +
				`state "probability" with "hits" and "delay" or "stretch", or with "closes", or none of them`,
		}},
		{"a step is tied to something", func(p *plan.Plan) {
			step(p, "train").Within = []plan.Within{{Days: 5}, {After: "train", Days: 5}, {Before: "nothing", Days: 5}}
		}, []string{
			`error cycle: step "train" of playbook "acute" is tied to itself; take it out`,
			`error missing-key: step "train" of playbook "acute" has a "within" with neither "before" nor "after"; say which work it is tied to`,
			`error unknown-step: step "train" of playbook "acute" is tied to "nothing", which is neither a step of phase "one" nor a one-off activity; ` +
				`name a step, a one-off activity, or ids with a selector`,
		}},
		{"a phase is complete when steps are, not activities", func(p *plan.Plan) {
			p.Phases.Get("one").CompleteWhen = []string{"one/ulth/train"}
		}, []string{
			`error unknown-step: phase "one" is complete when "one/ulth/train" is, which is no step of it; name the step alone: "train"`,
		}},
		{"only gates have criteria and evidence", func(p *plan.Plan) {
			step(p, "train").Evidence, step(p, "train").Criteria = []string{"report"}, []string{"80%"}
		}, []string{
			`error conflicting-keys: step "train" of playbook "acute" is no gate, so that "criteria" means nothing; take it out, or change the kind of the work`,
			`error conflicting-keys: step "train" of playbook "acute" is no gate, so that "evidence" means nothing; take it out, or change the kind of the work`,
		}},
		{"one person is a person", func(p *plan.Plan) {
			step(p, "train").Needs[0].Amount = plan.One
			p.Teams.Get("trainers").Size = plan.Dated{{Is: plan.One / 2}}
		}, []string{
			`error need-above-team: step "train" of playbook "acute" needs 1 person of team "trainers", which never has more than 0.5; ` +
				`need fewer, for longer, or let the team grow`,
		}},
		{"a gate does not meet by a calendar that works", func(p *plan.Plan) {
			p.Calendars.Add("office", &plan.Calendar{ID: "office", Working: &calendar.Rule{Workdays: calendar.MonToFri}})
			step(p, "decide").Meets = "office"
			p.Activities.Add("agree", &plan.Step{ID: "agree", Kind: plan.Gate, Meets: "board"})
		}, []string{
			`error wrong-calendar: step "decide" of playbook "acute" is decided at the meetings of calendar "office", which has working days ` +
				`instead of meetings; name a calendar that has "dates" or a "rule"`,
		}},
		{"an adjustment is checked like a step", func(p *plan.Plan) {
			p.Adjusts = []plan.Adjust{{Selector: "one/*/train", Calendar: "board", Needs: []plan.Need{{Team: "trainers", Amount: 9 * plan.One}},
				After: []plan.After{{Step: "sing"}}}}
		}, []string{
			`error need-above-team: the adjustment of "one/*/train" needs 9 people of team "trainers", which never has more than 4; ` +
				`need fewer, for longer, or let the team grow`,
			`error unknown-step: the adjustment of "one/*/train" waits for "sing", which is neither a step nor a one-off activity; did you mean "sign"?`,
			`error wrong-calendar: the adjustment of "one/*/train" works by calendar "board", which has meetings instead of working days; ` +
				`name a working calendar, such as "weekdays"`,
		}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := sound()
			c.change(p)
			if diff := cmp.Diff(c.want, found(p)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCheckThreshold(t *testing.T) {
	const is = "is said to be below the threshold"
	own := plan.Threshold{ID: "net", Amount: plan.Dated{{Is: 100_000 * plan.One}}}
	start := calendar.MustOf(2027, 2, 1)
	for _, c := range []struct {
		rule     string
		contract plan.Contract
		want     string
	}{
		{"VAT is added for a threshold that includes it", plan.Contract{Value: 77_273 * plan.One, VAT: 20, Starts: start}, ""},
		{"at the threshold is not below it", plan.Contract{Value: 135_018 * plan.One, IncludesVAT: true, Starts: start},
			is + ` "goods-and-services", but its value is £135,018 including VAT; the threshold on 2027-02-01 is £135,018 including VAT`},
		{"a penny below is", plan.Contract{Value: 135_018*plan.One - 1, IncludesVAT: true, Starts: start}, ""},
		{"the threshold of the day counts", plan.Contract{Value: 135_018 * plan.One, IncludesVAT: true, Starts: calendar.MustOf(2025, 12, 31)}, ""},
		{"pence are kept", plan.Contract{Value: 112_515*plan.One + 50, VAT: 20, Starts: start},
			is + ` "goods-and-services", but £112,515.50 + 20% VAT = £135,018.60; the threshold on 2027-02-01 is £135,018 including VAT`},
		{"VAT is taken off for a threshold without it", plan.Contract{Threshold: "net", Value: 120_000 * plan.One, IncludesVAT: true, VAT: 20, Starts: start},
			is + ` "net", but £120,000 less 20% VAT = £100,000; the threshold on 2027-02-01 is £100,000 without VAT`},
		{"or not added", plan.Contract{Threshold: "net", Value: 99_999 * plan.One, VAT: 20, Starts: start}, ""},
		{"a threshold that did not exist yet cannot be checked", plan.Contract{Value: plan.One, Starts: calendar.MustOf(2023, 1, 2)},
			is + ` "goods-and-services", which cannot be checked: the threshold has no amount for 2023-01-02`},
	} {
		p := sound()
		p.Thresholds.Add("net", &own)
		contract := c.contract
		contract.Route, contract.Covers = "below-threshold", []string{"sign"}
		p.Contracts.Add("engine", &contract)
		p.Contracts.Add("other", &plan.Contract{Threshold: "net", Covers: []string{"sign"}})
		want := []string(nil)
		if c.want != "" {
			want = []string{`contract "engine" ` + c.want}
		}
		var got []string
		for _, problem := range plan.Check(p) {
			got = append(got, problem.Text)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", c.rule, diff)
		}
	}
}

func TestCheckODS(t *testing.T) {
	for ods, hint := range map[string]string{
		"RWD": "", "RP7": "", "RWDDA": "", "A81001": "", "71E": "", "QJM": "",
		"rwd":     `did you mean "RWD"?`,
		"R WD":    `did you mean "RWD"?`,
		"RW":      `a trust has three capital letters and digits, as in "RWD", a site five, a practice six`,
		"81001A":  `a trust has three capital letters and digits, as in "RWD", a site five, a practice six`,
		"A810012": `a trust has three capital letters and digits, as in "RWD", a site five, a practice six`,
		"R-D":     `a trust has three capital letters and digits, as in "RWD", a site five, a practice six`,
	} {
		p := sound()
		p.Trusts.Get("ulth").ODS = ods
		var want []string
		if hint != "" {
			want = []string{`warning ods-shape: trust "ulth" has the ODS code "` + ods + `", a shape that no code has; ` + hint}
		}
		if diff := cmp.Diff(want, found(p)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestCheckHolidays(t *testing.T) {
	const hint = `; a one-off holiday may still come or one be moved; put such a day under "not_worked" of the calendar when it is known`
	for end, want := range map[calendar.Date]string{
		calendar.MustOf(2028, 12, 31): "",
		calendar.MustOf(2029, 1, 1):   "those of 2029 are worked out by today's rules",
		calendar.MustOf(2031, 3, 31):  "those of 2029 to 2031 are worked out by today's rules",
	} {
		p := sound()
		p.Programme.End = end
		var all []string
		if want != "" {
			all = []string{"note holidays-projected: the programme outruns the bank holidays that are proclaimed, which go to 2028: " + want + hint}
		}
		if diff := cmp.Diff(all, found(p)); diff != "" {
			t.Error(diff)
		}
	}
}
