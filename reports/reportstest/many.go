package reportstest

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
)

// Many is a programme of one phase and so many trusts of one site each, for what a report does when
// there is more than a page holds.
func Many(trusts int) *plan.Plan {
	p := &plan.Plan{Programme: plan.Programme{
		Name: "Frontline", Start: day(2026, 7, 1), Status: day(2026, 7, 1), End: day(2030, 12, 31), Bands: plan.DefaultBands,
	}}
	var members []string
	for i := range trusts {
		id := fmt.Sprintf("trust-%03d", i+1)
		members = append(members, id)
		add(&p.Trusts, id, plan.Trust{ID: id, Name: fmt.Sprintf("Trust number %d NHS Trust", i+1), Sites: sites("site", "Its hospital")})
	}
	add(&p.Teams, "crew", plan.Team{ID: "crew", Name: "Cutover crew", Size: steady(6)})
	add(&p.Blackouts, "winter", plan.Blackout{ID: "winter", Name: "Winter", Effect: plan.Forbid, Blocks: []plan.Kind{plan.GoLive},
		Windows: calendar.Windows{Every: &calendar.Yearly{From: calendar.MonthDay{Month: 12, Day: 1}, To: calendar.MonthDay{Month: 2, Day: 28}}}})
	book := add(&p.Playbooks, "all", plan.Playbook{ID: "all"})
	for _, step := range []plan.Step{
		{ID: "design", Name: "Design", Kind: plan.Design, Per: perTrust, Days: days(20, 30, 40)},
		{ID: "build", Name: "Build", Kind: plan.Build, Per: perTrust, Days: days(30, 40, 60), After: after("design")},
		{ID: "test", Name: "Test", Kind: plan.Test, Per: perTrust, Days: days(15, 20, 30), After: after("build")},
		{ID: "go-live", Name: "Go live", Kind: plan.GoLive, Per: perSite, Days: days(2, 2, 2), Needs: needs("crew", 3), After: after("test"),
			Calendar: plan.EveryDay, StartsOn: calendar.Weekdays(0).With(calendar.Saturday)},
		{ID: "hypercare", Name: "Hypercare", Kind: plan.Hypercare, Per: perSite, Days: days(10, 20, 30), After: after("go-live")},
	} {
		add(&book.Steps, step.ID, step)
	}
	add(&p.Phases, "one", plan.Phase{ID: "one", Name: "Phase 1", Trusts: members, Playbooks: []string{"all"},
		Target: plan.Target{By: day(2027, 6, 30)}})
	return p
}
