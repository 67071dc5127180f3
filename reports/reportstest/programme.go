package reportstest

import (
	"epr/calendar"
	"epr/plan"
)

var day = calendar.MustOf

// Programme is the invented plan.
func Programme() *plan.Plan {
	p := &plan.Plan{Programme: plan.Programme{
		Name:        "Northshire electronic patient record",
		Owner:       "Senior responsible owner",
		Start:       day(2026, 7, 1),
		Status:      day(2026, 11, 21),
		End:         day(2028, 12, 31),
		CostOfDelay: plan.Dated{{Is: 250_000 * plan.One}},
		EscalateAt:  15,
		Bands:       plan.DefaultBands,
	}}
	addCalendars(p)
	addTrusts(p)
	addTeams(p)
	addBlackouts(p)
	addContracts(p)
	addPlaybooks(p)
	addPhases(p)
	addOneOffs(p)
	addRisks(p)
	addProgress(p)
	return p
}

func add[T any](t *plan.Table[T], id string, entry T) *T {
	if !t.Add(id, &entry) {
		panic("reportstest: " + id + " twice")
	}
	return t.Get(id)
}

func addCalendars(p *plan.Plan) {
	add(&p.Calendars, "trust-board", plan.Calendar{ID: "trust-board", Name: "Group board", Meeting: &plan.Meeting{
		Dates: []calendar.Date{
			day(2026, 9, 15), day(2026, 11, 10), day(2027, 1, 12), day(2027, 3, 9), day(2027, 5, 11), day(2027, 7, 13), day(2027, 9, 14),
			day(2027, 11, 9), day(2028, 1, 11), day(2028, 3, 14), day(2028, 5, 9), day(2028, 7, 11), day(2028, 9, 12), day(2028, 11, 14),
		},
		Papers: 5,
	}})
	add(&p.Calendars, "go-live-panel", plan.Calendar{ID: "go-live-panel", Name: "Go-live panel", Meeting: &plan.Meeting{
		Dates: everyOtherThursday(), Papers: 2,
	}})
}

func everyOtherThursday() []calendar.Date {
	var dates []calendar.Date
	for d := day(2026, 7, 2); d < day(2028, 12, 31); d += 14 {
		dates = append(dates, d)
	}
	return dates
}

func addTrusts(p *plan.Plan) {
	add(&p.Trusts, "nhft", plan.Trust{ID: "nhft", Name: "Northshire Hospitals NHS Foundation Trust", Groups: []string{"all-trusts"},
		Sites: sites("royal", "Royal Northshire Hospital", "westgate", "Westgate General Hospital", "dale-view", "Dale View Hospital")})
	add(&p.Trusts, "coast", plan.Trust{ID: "coast", Name: "Coast and Vale NHS Trust", Groups: []string{"all-trusts"},
		Sites: sites("harbour", "Harbour Hospital", "ferry-road", "Ferry Road Maternity Hospital", "priory", "Priory Day Surgery Centre")})
	add(&p.Trusts, "community", plan.Trust{ID: "community", Name: "Northshire Community NHS Trust", Groups: []string{"all-trusts"},
		Sites: sites("eastmoor", "Eastmoor Community Hospital", "st-cuthberts", "St Cuthbert's Community Hospital")})
	for _, w := range [][2]string{
		{"emergency", "Emergency department"}, {"inpatients", "Ward care and observations"}, {"outpatients", "Outpatient clinics"},
		{"medicines", "Prescribing and giving medicines"}, {"theatres", "Theatres and anaesthetics"}, {"community", "Community caseloads"},
		{"maternity", "Maternity"}, {"orders", "Ordering tests"}, {"critical-care", "Critical care"}, {"children", "Children and young people"},
	} {
		add(&p.Workflows, w[0], plan.Workflow{ID: w[0], Name: w[1]})
	}
}

func sites(pairs ...string) plan.Table[plan.Site] {
	var t plan.Table[plan.Site]
	for i := 0; i < len(pairs); i += 2 {
		add(&t, pairs[i], plan.Site{ID: pairs[i], Name: pairs[i+1]})
	}
	return t
}

func addTeams(p *plan.Plan) {
	for _, team := range []plan.Team{
		{ID: "designers", Name: "Workflow designers", Size: steady(6)},
		{ID: "analysts", Name: "Configuration analysts", Size: plan.Dated{{Is: 10 * plan.One}, {From: day(2027, 1, 4), Is: 14 * plan.One}}},
		{ID: "testers", Name: "Testers", Size: steady(8)},
		{ID: "safety", Name: "Clinical safety officers", Size: plan.Dated{{Is: 150}}},
		{ID: "trainers", Name: "Trainers", Size: plan.Dated{{Is: 12 * plan.One}, {From: day(2027, 1, 4), Is: 20 * plan.One}}},
		{ID: "cutover", Name: "Cutover crew", Size: steady(6)},
	} {
		add(&p.Teams, team.ID, team)
	}
}

func steady(people int) plan.Dated { return plan.Dated{{Is: plan.Hundredths(people) * plan.One}} }

func addBlackouts(p *plan.Plan) {
	yearly := func(fromMonth, fromDay, toMonth, toDay int) calendar.Windows {
		return calendar.Windows{Every: &calendar.Yearly{
			From: calendar.MonthDay{Month: fromMonth, Day: fromDay}, To: calendar.MonthDay{Month: toMonth, Day: toDay}}}
	}
	add(&p.Blackouts, "winter", plan.Blackout{ID: "winter", Name: "Winter pressures", Windows: yearly(12, 1, 2, 28), Effect: plan.Forbid,
		Blocks: []plan.Kind{plan.Training, plan.GoLive, plan.Hypercare}, Note: "Wards are at their fullest and cannot release staff."})
	add(&p.Blackouts, "christmas", plan.Blackout{ID: "christmas", Name: "Christmas change freeze", Windows: yearly(12, 18, 1, 4), Effect: plan.Pause,
		Blocks: []plan.Kind{plan.GoLive, plan.Migration, plan.Infrastructure}})
	add(&p.Blackouts, "year-end", plan.Blackout{ID: "year-end", Name: "Financial year end", Windows: yearly(3, 29, 4, 5), Effect: plan.Forbid,
		Blocks: []plan.Kind{plan.GoLive}, Note: "Year-end returns come from the old systems."})
	add(&p.Blackouts, "changeover", plan.Blackout{ID: "changeover", Name: "Doctor changeover", Windows: yearly(8, 1, 8, 13), Effect: plan.Forbid,
		Blocks: []plan.Kind{plan.GoLive, plan.Training}, Trusts: []string{"nhft", "coast"}, Source: "First Wednesday of August"})
	add(&p.Blackouts, "late-winter", plan.Blackout{ID: "late-winter", Name: "Wards still full in March", Windows: yearly(3, 1, 3, 19), Effect: plan.Forbid,
		Blocks: []plan.Kind{plan.GoLive}, Soft: true, Price: 30_000 * plan.One})
	add(&p.Waivers, "super-users", plan.Waiver{ID: "super-users", Blackout: "winter", Activities: []string{"train-super-users"},
		Approver: "Chief operating officer", Date: day(2026, 11, 3), Reason: "Small groups, so that their wards can begin on 1 March."})
}

func addContracts(p *plan.Plan) {
	add(&p.Contracts, "partner", plan.Contract{ID: "partner", Name: "Delivery partner", Supplier: "", Value: 2_400_000 * plan.One, VAT: 20,
		Route: "competitive", Starts: day(2026, 9, 7), Ends: day(2028, 9, 30), Covers: []string{"*/integrate"}})
	add(&p.Contracts, "engine", plan.Contract{ID: "engine", Name: "Integration engine support", Value: 77_273 * plan.One, VAT: 20,
		Route: "below-threshold", Starts: day(2026, 7, 1), Ends: day(2028, 12, 31), Covers: []string{"interfaces"}})
	add(&p.Contracts, "old-pas", plan.Contract{ID: "old-pas", Name: "Old patient administration system", Starts: day(2019, 4, 1), Ends: day(2027, 6, 30),
		Outlast: []string{"one/*/hypercare"}, Extensions: []plan.Extension{{To: day(2028, 6, 30), Price: 310_000 * plan.One, Notice: 180}}})
}
