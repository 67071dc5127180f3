package plantest

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
)

// blackouts draws up to three windows, of every effect and scope.
func (g *generator) blackouts() {
	for i := range g.number("blackouts", 0, 3) {
		id := fmt.Sprintf("window-%d", i)
		b := &plan.Blackout{ID: id, Name: id, Windows: g.windows()}
		switch g.number("effect", 0, 3) {
		case 0:
			b.Effect = plan.Pause
		case 1:
			b.Effect = plan.Forbid
		case 2:
			b.Effect, b.Soft, b.Price = plan.Forbid, true, 50_000
		}
		if b.Effect == plan.NoEffect || g.chance("fewer people", 30) {
			b.Capacity = []plan.Factor{{Team: oneOf(g, "team", teamIDs), By: oneOf(g, "factor", []plan.Hundredths{33, 50, 75})}}
		}
		if b.Effect != plan.NoEffect {
			g.scope(b)
		}
		g.plan.Blackouts.Add(id, b)
	}
}

// windows draws a short window, several, or one of every year, also across New Year.
func (g *generator) windows() calendar.Windows {
	switch g.number("windows", 0, 3) {
	case 0:
		return calendar.Windows{Spans: []calendar.Span{g.span("window", 30)}}
	case 1:
		return calendar.Windows{Spans: []calendar.Span{g.span("first window", 10), g.span("second window", 10)}}
	case 2:
		return yearly(12, 20, 1, 5)
	}
	return yearly(2, 10, 2, 28)
}

func yearly(fromMonth, fromDay, toMonth, toDay int) calendar.Windows {
	return calendar.Windows{Every: &calendar.Yearly{
		From: calendar.MonthDay{Month: fromMonth, Day: fromDay}, To: calendar.MonthDay{Month: toMonth, Day: toDay},
	}}
}

// scope limits a blackout to some of the work, or not at all.
func (g *generator) scope(b *plan.Blackout) {
	if g.chance("by kind", 50) {
		b.Blocks = some(g, "blocks", 50, append([]plan.Kind{plan.Gate}, workKinds...))
	}
	if g.chance("by phase", 20) {
		b.Phases = []string{oneOf(g, "phase", phaseIDs)}
	}
	switch {
	case g.chance("by trust", 20):
		b.Trusts = []string{oneOf(g, "trust or group", []string{"ash", "oak", "wave-1", "wave-2"})}
	case g.chance("by site", 10):
		b.Sites = []string{oneOf(g, "site", siteIDs)}
	}
	if g.chance("by selector", 20) {
		b.Activities = []string{g.selector()}
	}
}

// selector draws a selector that names at least one activity.
func (g *generator) selector() string {
	id := activityID(g.number("selected", 0, g.plan.Activities.Len()-1))
	if g.chance("selects several", 50) {
		return id[:len(id)-1] + "*"
	}
	return id
}

func (g *generator) waivers() {
	for id := range g.plan.Blackouts.All() {
		if g.chance("waived", 25) {
			g.plan.Waivers.Add("waiver-"+id, &plan.Waiver{
				ID: "waiver-" + id, Blackout: id, Activities: []string{g.selector()},
				Approver: "programme director", Date: g.plan.Programme.Start, Reason: "the ward is closed anyway",
			})
		}
	}
}

// contracts draws one that covers work and a legacy one that must outlast work, both with time enough.
func (g *generator) contracts() {
	start := g.plan.Programme.Start
	if g.chance("contract", 30) {
		contract := &plan.Contract{ID: "partner", Name: "partner", Covers: []string{g.selector()}}
		contract.Starts = start + g.days("contract starts", 0, 40)
		contract.Ends = start + g.days("contract ends", 200, length)
		g.plan.Contracts.Add(contract.ID, contract)
	}
	if g.chance("legacy contract", 30) {
		contract := &plan.Contract{ID: "legacy", Name: "legacy", Outlast: []string{g.selector()}}
		contract.Ends = start + g.days("legacy ends", 150, 300)
		if g.chance("extension", 50) {
			contract.Extensions = []plan.Extension{{To: contract.Ends + 90, Price: 1_000_000, Notice: 30}}
		}
		g.plan.Contracts.Add(contract.ID, contract)
	}
}
