package reportstest

import (
	"epr/calendar"
	"epr/plan"
)

type risk struct {
	id, name, cause, event, effect, owner, category string
	inherent, current, target                       [2]int // consequence, likelihood
	chance                                          int    // percent; 0 if not stated
	delay                                           int    // working days; 0 if not stated
	hits                                            string
	action, by                                      string
	due                                             calendar.Date
	cost                                            int
	controls                                        string
}

func addRisks(p *plan.Plan) {
	for _, r := range []risk{
		{"training-release", "Staff not released for training", "Vacancies and winter sickness leave wards short", "wards cannot release nurses for training", "fewer than 80% of users are trained and the go/no-go gate fails", "Chief nurse", "Workforce",
			[2]int{5, 5}, [2]int{5, 4}, [2]int{4, 2}, 45, 15, "*/train", "Fund bank shifts for six weeks of training at each site", "Chief operating officer", day(2027, 2, 12), 180_000, "Release agreed with matrons; weekly attendance reported"},
		{"interfaces-late", "Interfaces found missing in testing", "The list of interfaces was drawn up from documents", "end-to-end testing finds interfaces nobody listed", "testing is repeated and go-live moves beyond the window", "Head of integration", "Technical",
			[2]int{4, 5}, [2]int{4, 4}, [2]int{4, 2}, 40, 20, "*/test", "Walk every interface on site before the build is frozen", "Head of integration", day(2026, 11, 13), 0, "Weekly interface board"},
		{"safety-case", "Clinical safety case not signed in time", "One and a half safety officers serve three trusts", "the safety case for a site is not signed when the board meets", "the decision waits for the next meeting, eight weeks later", "Clinical safety officer", "Clinical safety",
			[2]int{5, 4}, [2]int{5, 3}, [2]int{5, 1}, 30, 10, "*/safety-case", "Appoint a second safety officer from January", "Chief medical officer", day(2027, 1, 15), 65_000, "Hazard workshops booked with each design"},
		{"migration-defects", "Data migration takes another trial load", "Duplicate records in the old systems", "the third trial load fails reconciliation", "another load is needed, which takes three weeks", "Head of data", "Data",
			[2]int{4, 4}, [2]int{4, 4}, [2]int{3, 2}, 35, 15, "*/integrate", "Clean duplicate records before the second load", "Head of data", day(2026, 12, 18), 40_000, "Two trial loads planned for each trust"},
		{"design-decisions", "Workflow designs not decided", "Specialties disagree on one way of working", "designs are not signed off in the planned workshops", "build starts late", "Chief medical information officer", "Clinical",
			[2]int{4, 4}, [2]int{3, 4}, [2]int{3, 2}, 50, 8, "three/*/design", "Decide within five days, else the design authority does", "Chief medical officer", day(2027, 1, 29), 0, "Design authority meets weekly"},
		{"winter-surge", "Winter lasts into March", "A late flu season", "wards are still on escalation in March", "go-lives in March are refused", "Chief operating officer", "Operational",
			[2]int{4, 3}, [2]int{4, 3}, [2]int{4, 2}, 25, 10, "one/*/go-live", "Agree the go/no-go criteria for escalation levels", "Chief operating officer", day(2027, 1, 31), 0, ""},
		{"supplier-staff", "Delivery partner changes its team", "The partner is short of certified analysts", "named analysts leave during the build", "the build slows while others learn", "Programme director", "Commercial",
			[2]int{4, 3}, [2]int{3, 3}, [2]int{3, 2}, 30, 10, "*/build", "Key-person clause with 30 days' handover", "Head of procurement", day(2026, 12, 11), 0, "Monthly partner review"},
		{"legacy-extension", "Old system's notice missed", "Notice to extend is due 180 days before the contract ends", "notice is not given", "the old system stops before its replacement is stable", "Head of procurement", "Commercial",
			[2]int{5, 3}, [2]int{5, 2}, [2]int{5, 1}, 5, 0, "", "Give notice of the extension", "Head of procurement", day(2027, 1, 1), 310_000, "Contract register reviewed monthly"},
		{"network", "Ward wireless not ready", "Cabling finds asbestos", "wireless coverage is incomplete on older wards", "devices drop out at the bedside", "Head of infrastructure", "Technical",
			[2]int{3, 4}, [2]int{3, 3}, [2]int{2, 2}, 30, 5, "devices", "Survey the oldest wards first", "Head of infrastructure", day(2027, 2, 26), 25_000, ""},
		{"benefits", "Benefits owners not named", "Benefits were set centrally", "no service owns the benefit", "benefits are not realised", "Finance director", "Benefits",
			[2]int{3, 3}, [2]int{2, 3}, [2]int{2, 2}, 0, 0, "", "Name an owner for each benefit", "Finance director", day(2027, 3, 31), 0, ""},
		{"strike", "Industrial action at a go-live", "National disputes", "a strike is called for a go-live weekend", "the go-live moves by at least two weeks", "Chief people officer", "Workforce",
			[2]int{3, 3}, [2]int{3, 2}, [2]int{3, 2}, 15, 10, "*/go-live", "", "", 0, 0, "Ten days' notice is required"},
		{"capital", "Capital lapses at year end", "Capital must be spent by 31 March", "device deliveries slip into April", "unspent capital is lost", "Finance director", "Finance",
			[2]int{3, 2}, [2]int{2, 2}, [2]int{2, 1}, 10, 0, "", "Order the remaining devices", "Finance director", day(2026, 12, 4), 0, "Monthly capital review"},
	} {
		addRisk(p, r)
	}
}

func addRisk(p *plan.Plan, r risk) {
	score := func(s [2]int) plan.Score { return plan.Score{Consequence: s[0], Likelihood: s[1]} }
	entry := add(&p.Risks, r.id, plan.Risk{
		ID: r.id, Name: r.name, Cause: r.cause, Event: r.event, Effect: r.effect, Owner: r.owner, Category: r.category, Controls: r.controls,
		Inherent: score(r.inherent), Current: score(r.current), Target: score(r.target), Review: day(2026, 12, 15),
	})
	if r.chance > 0 {
		entry.Probability = plan.Chance{Share: r.chance * 100, Set: true}
	}
	if r.delay > 0 {
		d := plan.Hundredths(r.delay) * plan.One
		entry.Impact.Delay = plan.Range{Low: d / 2, Likely: d, High: d * 2}
	}
	if r.hits != "" {
		entry.Hits = []string{r.hits}
	}
	if r.action != "" {
		add(&entry.Responses, "first", plan.Response{ID: "first", Action: r.action, Owner: r.by, Due: r.due, Cost: plan.Hundredths(r.cost) * plan.One})
	}
}
