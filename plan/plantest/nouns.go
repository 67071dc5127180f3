package plantest

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
)

// The ids of everything a generated plan has but for its activities.
var (
	calendarIDs = []string{"", plan.Weekdays, plan.EveryDay, "odd-days", "shop"}
	boardIDs    = []string{"board", "monthly"}
	trustIDs    = []string{"ash", "oak"}
	siteIDs     = []string{"ash-one", "ash-two", "oak-one"}
	phaseIDs    = []string{"one", "two"}
	teamIDs     = []string{"trainers", "testers"}
)

// calendars gives the plan two working calendars of its own and two bodies that meet.
func (g *generator) calendars() {
	g.plan.Programme.Calendar = oneOf(g, "programme calendar", calendarIDs)
	g.working("odd-days", calendar.Rule{
		Workdays: calendar.Weekdays(g.number("odd weekdays", 1, int(calendar.EveryDay))),
		Holidays: oneOf(g, "nation", []calendar.Nation{calendar.NoNation, calendar.EnglandAndWales, calendar.Scotland}),
	})
	g.working("shop", calendar.Rule{
		Workdays:  calendar.MonToFri.With(calendar.Saturday),
		Holidays:  calendar.EnglandAndWales,
		Worked:    g.named("worked"),
		NotWorked: g.named("not worked"),
	})
	g.meeting("board", plan.Meeting{Dates: g.meetingDates()})
	rule := oneOf(g, "meeting rule", []string{"last thursday of every month", "first tuesday of every month", "every 3 weeks from 2026-09-02"})
	parsed, err := calendar.ParseMeetingRule(rule)
	if err != nil {
		panic("plantest: " + err.Error())
	}
	g.meeting("monthly", plan.Meeting{Rule: parsed})
}

func (g *generator) working(id string, rule calendar.Rule) {
	g.plan.Calendars.Add(id, &plan.Calendar{ID: id, Name: id, Working: &rule})
}

func (g *generator) meeting(id string, m plan.Meeting) {
	m.Slots = oneOf(g, "slots", []int{1, 0, 1, 2})
	m.Papers = g.number("papers", 0, 3)
	if dates := m.On(g.horizon()); g.chance("a meeting falls out", 20) && len(dates) > 0 {
		m.Except = []calendar.Date{oneOf(g, "which meeting", dates)}
	}
	g.plan.Calendars.Add(id, &plan.Calendar{ID: id, Name: id, Meeting: &m})
}

func (g *generator) meetingDates() []calendar.Date {
	between := g.days("days between meetings", 5, 40)
	var dates []calendar.Date
	for day := g.plan.Programme.Start + g.days("first meeting", 0, 20); day <= g.plan.Programme.End; day += between {
		dates = append(dates, day)
	}
	return dates
}

// named draws at most one short span.
func (g *generator) named(what string) []calendar.NamedSpan {
	if !g.chance(what, 40) {
		return nil
	}
	return []calendar.NamedSpan{{Span: g.span(what, 10), Name: what}}
}

// span draws a span of at most so many days that begins within the programme.
func (g *generator) span(what string, longest int) calendar.Span {
	from := g.plan.Programme.Start + g.days(what+" from", 0, length/2)
	return calendar.Span{From: from, To: from + g.days(what+" days", 0, longest-1)}
}

func (g *generator) horizon() calendar.Span {
	return calendar.Span{From: g.plan.Programme.Start, To: g.plan.Programme.End}
}

func (g *generator) trusts() {
	for i, id := range trustIDs {
		trust := &plan.Trust{ID: id, Name: id, Calendar: oneOf(g, "trust calendar", calendarIDs)}
		trust.Staff = plan.Staff{{Group: "nurses", Count: g.number("nurses", 20, 90)}, {Group: "doctors", Count: 10}}
		trust.Groups = []string{"wave-1", fmt.Sprintf("wave-%d", i+1)}
		sites := siteIDs[2*i : min(2*i+2, len(siteIDs))]
		for _, site := range sites {
			trust.Sites.Add(site, &plan.Site{ID: site, Name: site})
		}
		g.plan.Trusts.Add(id, trust)
	}
}

func (g *generator) phases() {
	for _, id := range phaseIDs {
		phase := &plan.Phase{ID: id, Name: id, Target: g.target("phase")}
		if g.chance("phase not before", 30) {
			phase.NotBefore = g.plan.Programme.Start + g.days("phase not before", 1, 60)
		}
		g.plan.Phases.Add(id, phase)
	}
}

// target draws promises; those that cannot be broken leave plenty of time.
func (g *generator) target(of string) plan.Target {
	var target plan.Target
	start := g.plan.Programme.Start
	if g.chance(of+" promised", 40) {
		target.By = start + g.days(of+" by", 10, 300)
		target.Priority = g.number(of+" priority", 0, 5)
	}
	if g.chance(of+" bound", 10) {
		target.MustBy = max(target.By, start+g.days(of+" must by", 200, length))
	}
	return target
}

// teams draws sizes that change by date; the first is enough for any single need.
func (g *generator) teams() {
	for _, id := range teamIDs {
		size := plan.Dated{{From: 0, Is: oneOf(g, "team size", []plan.Hundredths{200, 250, 300, 425})}}
		if g.chance("team size changes", 50) {
			from := g.plan.Programme.Start + g.days("team size from", 10, 120)
			size = append(size, plan.DatedStep{From: from, Is: oneOf(g, "next team size", []plan.Hundredths{50, 100, 150, 400})})
			size = append(size, plan.DatedStep{From: from + g.days("for days", 5, 60), Is: 300})
		}
		g.plan.Teams.Add(id, &plan.Team{ID: id, Name: id, Size: size})
	}
}
