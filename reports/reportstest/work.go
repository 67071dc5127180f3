package reportstest

import (
	"epr/calendar"
	"epr/plan"
)

func after(names ...string) []plan.After {
	var list []plan.After
	for _, name := range names {
		list = append(list, plan.After{Step: name})
	}
	return list
}

func days(low, likely, high int) plan.Duration {
	return plan.Duration{Low: low, Likely: likely, High: high}
}

func needs(team string, people int) []plan.Need {
	return []plan.Need{{Team: team, Amount: plan.Hundredths(people) * plan.One}}
}

var (
	perTrust    = []plan.Dimension{plan.PerTrust}
	perSite     = []plan.Dimension{plan.PerTrust, plan.PerSite}
	perWorkflow = []plan.Dimension{plan.PerWorkflow}
)

func addPlaybooks(p *plan.Plan) {
	book := add(&p.Playbooks, "acute", plan.Playbook{ID: "acute"})
	for _, step := range []plan.Step{
		{ID: "design", Name: "Design", Kind: plan.Design, Per: perWorkflow, Days: days(15, 20, 40), Needs: needs("designers", 2), Owner: "Chief nursing information officer"},
		{ID: "build", Name: "Build", Kind: plan.Build, Per: perWorkflow, Days: days(20, 25, 40), Needs: needs("analysts", 4), After: after("design"), Owner: "Head of configuration"},
		{ID: "integrate", Name: "Integrate", Kind: plan.Integration, Per: perTrust, Days: days(15, 20, 35), After: after("build"), Owner: "Head of integration", Contracts: []string{"partner"}},
		{ID: "test", Name: "Test end to end", Kind: plan.Test, Per: perTrust, Days: days(15, 20, 30), Needs: needs("testers", 4), After: after("integrate"), Owner: "Test manager"},
		{ID: "safety-case", Name: "Clinical safety case", Kind: plan.Safety, Per: perTrust, Days: days(8, 10, 20), Needs: needs("safety", 1), After: after("test"), Owner: "Clinical safety officer"},
		{ID: "approve", Name: "Approve the phase", Kind: plan.Gate, Per: perTrust, Meets: "trust-board", After: after("safety-case"), Owner: "Chief executive",
			Criteria: []string{"Safety case signed (DCB0160)", "No severe defect open", "Trial load reconciled"}, Evidence: []string{"Test report", "Hazard log"}},
		{ID: "train", Name: "Train staff", Kind: plan.Training, Per: perSite, Days: days(15, 20, 28), Needs: needs("trainers", 6), After: after("test"), Owner: "Head of training"},
		{ID: "rehearse", Name: "Dress rehearsal", Kind: plan.Rehearsal, Per: perSite, Days: days(2, 3, 5), After: after("train", "approve"), Owner: "Cutover manager"},
		{ID: "go-no-go", Name: "Go or no-go", Kind: plan.Gate, Per: perSite, Meets: "go-live-panel", After: after("rehearse"), Owner: "Chief operating officer",
			Criteria: []string{"80% of users trained", "Rehearsal passed", "Support rota filled"}},
		{ID: "go-live", Name: "Go live", Kind: plan.GoLive, Per: perSite, Days: days(2, 2, 2), Calendar: plan.EveryDay, StartsOn: calendar.Weekdays(0).With(calendar.Saturday),
			Needs: needs("cutover", 4), After: after("go-no-go"), Owner: "Chief operating officer"},
		{ID: "hypercare", Name: "Hypercare", Kind: plan.Hypercare, Per: perSite, Days: days(10, 20, 40), After: after("go-live"), Owner: "Head of service"},
	} {
		step.Days = atLeast(step)
		add(&book.Steps, step.ID, step)
	}
}

// atLeast gives a gate the one day it takes.
func atLeast(s plan.Step) plan.Duration {
	if s.Kind == plan.Gate {
		return days(1, 1, 1)
	}
	return s.Days
}

func addPhases(p *plan.Plan) {
	add(&p.Phases, "one", plan.Phase{ID: "one", Name: "Phase 1: core record", Trusts: []string{"nhft"}, Workflows: []string{"emergency", "inpatients", "outpatients"},
		Playbooks: []string{"acute"}, CompleteWhen: []string{"go-live"}, Owner: "Phase 1 lead",
		Target: plan.Target{By: day(2027, 4, 30), Priority: 3}})
	add(&p.Phases, "two", plan.Phase{ID: "two", Name: "Phase 2: coast and community", Trusts: []string{"coast", "community"}, Workflows: []string{"medicines", "theatres", "community"},
		Playbooks: []string{"acute"}, CompleteWhen: []string{"go-live"}, Owner: "Phase 2 lead", NotBefore: day(2026, 11, 2),
		Target: plan.Target{By: day(2027, 10, 29), Priority: 2, Announced: []plan.Announced{{Date: day(2027, 9, 30), On: day(2026, 3, 2), Where: "Board papers"}, {Date: day(2027, 11, 30), On: day(2026, 9, 15), Where: "Board papers"}}}})
	add(&p.Phases, "three", plan.Phase{ID: "three", Name: "Phase 3: specialties", Trusts: []string{"all-trusts"}, Workflows: []string{"maternity", "orders", "critical-care", "children"},
		Playbooks: []string{"acute"}, CompleteWhen: []string{"go-live"}, Owner: "Phase 3 lead", NotBefore: day(2027, 6, 1),
		Target: plan.Target{By: day(2028, 7, 31)}})
}

func addOneOffs(p *plan.Plan) {
	for _, step := range []plan.Step{
		{ID: "procure-partner", Name: "Procure the delivery partner", Kind: plan.Procurement, Days: days(40, 45, 60), Owner: "Head of procurement"},
		{ID: "interfaces", Name: "Stand up the integration engine", Kind: plan.Integration, Days: days(30, 40, 60), NotBefore: day(2026, 9, 1), Owner: "Head of integration", Contracts: []string{"engine"}},
		{ID: "devices", Name: "Replace ward devices", Kind: plan.Infrastructure, Days: days(60, 80, 110), NotBefore: day(2026, 11, 2), In: plan.Place{Phase: "one", Trust: "nhft"}, Owner: "Head of infrastructure"},
		{ID: "train-super-users", Name: "Train super-users", Kind: plan.Training, Days: days(10, 15, 20), NotBefore: day(2027, 2, 1), In: plan.Place{Phase: "one", Trust: "nhft"}, Owner: "Head of training"},
		{ID: "od-plan", Name: "Organisational development plan approved", Kind: plan.Milestone, After: after("od-work"), Owner: "Chief people officer", Target: plan.Target{By: day(2027, 2, 26)}},
		{ID: "od-approval", Name: "Approve the organisational development plan", Kind: plan.Gate, Meets: "trust-board", After: after("od-plan"), Days: days(1, 1, 1),
			Owner: "Chief people officer", Criteria: []string{"Gaps closed or funded", "Staff side consulted"}},
		{ID: "fund-devices", Name: "Release the second half of the device budget", Kind: plan.Gate, Meets: "trust-board", NotBefore: day(2026, 12, 7), Days: days(1, 1, 1),
			Owner: "Finance director", Criteria: []string{"First half delivered and paid", "Order book agreed with the supplier"}},
		{ID: "od-work", Name: "Close the organisational development gaps", Kind: plan.Engagement, Days: days(30, 40, 60), NotBefore: day(2026, 11, 30), Owner: "Chief people officer"},
		{ID: "switch-off", Name: "Switch off the old patient administration system", Kind: plan.Decommission, Days: days(20, 30, 45), After: after("one/*/hypercare"), Owner: "Head of infrastructure"},
		{ID: "all-live", Name: "Every site live", Kind: plan.Milestone, After: after("three/*/go-live"), Owner: "Senior responsible owner", Target: plan.Target{MustBy: day(2028, 11, 30)}},
	} {
		add(&p.Activities, step.ID, step)
	}
}

func addProgress(p *plan.Plan) {
	for _, done := range []struct {
		id                string
		started, finished calendar.Date
	}{
		{"procure-partner", day(2026, 7, 1), day(2026, 9, 1)},
		{"interfaces", day(2026, 9, 1), day(2026, 10, 30)},
		{"one/emergency/design", day(2026, 9, 7), day(2026, 10, 2)},
		{"one/inpatients/design", day(2026, 9, 7), day(2026, 10, 9)},
		{"one/outpatients/design", day(2026, 9, 14), day(2026, 10, 16)},
		{"one/emergency/build", day(2026, 10, 5), day(2026, 11, 13)},
		{"one/inpatients/build", day(2026, 10, 12), day(2026, 11, 20)},
	} {
		p.Progress = append(p.Progress, plan.Progress{Activity: done.id, Started: done.started, Finished: done.finished})
	}
}
