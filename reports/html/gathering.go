package html

import (
	"slices"

	"epr/plan"
	"epr/reports"
)

// gathering is the data being put together.
type gathering struct {
	data
	pack                 *reports.Pack
	texts                map[string]int
	phases, trusts, team map[string]int
}

func (g *gathering) gather() {
	chart := &g.pack.Gantt
	g.Status = day(g.pack.Header.Status)
	g.Span = [2]int{day(chart.Span.From), day(chart.Span.To)}
	g.Show = [2]int{day(chart.Show.From), day(chart.Show.To)}
	g.LittleFloat = reports.LittleFloat
	g.Lanes = chart.Lanes
	g.gatherNames()
	for _, windows := range chart.Windows {
		var days []int
		for _, w := range windows {
			days = append(days, day(w.From), day(w.To))
		}
		g.Windows = append(g.Windows, days)
	}
	for _, b := range chart.Blackouts {
		g.Blackouts = append(g.Blackouts, blackout{named(b.Name, b.ID), day(b.Span.From), day(b.Span.To), b.Lane, b.Soft})
	}
	for i := range g.pack.Schedule {
		g.add(&g.pack.Schedule[i], &chart.Rows[i])
	}
	g.gatherChains()
	g.gatherForecasts()
	g.gatherChecks()
	compared := g.gatherEarlier()
	g.ByPhase, g.ByTrust = g.groupsOf(reports.Folded(chart.ByPhase), compared), g.groupsOf(reports.Folded(chart.ByTrust), compared)
}

// states are how far an activity can have come.
var states = [...]reports.State{reports.Done, reports.UnderWay, reports.Planned}

// gatherNames numbers the kinds, phases, trusts and teams, for the filters and to say each once.
func (g *gathering) gatherNames() {
	for _, k := range plan.Kinds {
		g.Kinds = append(g.Kinds, kind{capital(string(k)), string(reports.BandOf(k))})
	}
	g.phases, g.trusts, g.team = map[string]int{}, map[string]int{}, map[string]int{}
	for i, p := range g.pack.Phases {
		g.phases[p.ID] = i
		g.Phases = append(g.Phases, named(p.Name, p.ID))
	}
	for i, t := range g.pack.Trusts {
		g.trusts[t.ID] = i
		g.Trusts = append(g.Trusts, named(t.Name, t.ID))
	}
	for _, state := range states {
		g.States = append(g.States, string(state))
	}
	for i, t := range g.pack.Teams.Rows {
		g.team[t.ID] = i
		g.Teams = append(g.Teams, named(t.Name, t.ID))
	}
}

// at is the number of a name, −1 if it has none.
func at(names map[string]int, id string) int {
	if i, ok := names[id]; ok {
		return i
	}
	return -1
}

// text is the number of a text that is kept once.
func (g *gathering) text(s string) int {
	s = plain(s)
	i, ok := g.texts[s]
	if !ok {
		i = len(g.Texts)
		g.texts[s] = i
		g.Texts = append(g.Texts, s)
	}
	return i
}

func (g *gathering) textsOf(list []string) []int {
	numbers := make([]int, 0, len(list))
	for _, s := range list {
		numbers = append(numbers, g.text(s))
	}
	return numbers
}

func (g *gathering) add(a *reports.Activity, row *reports.GanttRow) {
	l := &g.Activities
	l.ID = append(l.ID, a.ID)
	l.Name = append(l.Name, named(a.Name, a.ID))
	l.Kind = append(l.Kind, kindNumber(a.Kind))
	l.Phase = append(l.Phase, at(g.phases, a.Phase))
	l.Trust = append(l.Trust, at(g.trusts, a.Trust))
	l.Site = append(l.Site, plain(row.Site))
	l.Workflow = append(l.Workflow, plain(row.Workflow))
	l.Owner = append(l.Owner, plain(a.Owner))
	l.Start = append(l.Start, day(a.Start))
	l.Finish = append(l.Finish, day(a.Finish))
	l.Days = append(l.Days, a.Days)
	l.State = append(l.State, slices.Index(states[:], a.State))
	needs := []any{}
	for _, need := range a.Needs {
		needs = append(needs, at(g.team, need.Team), need.Amount.String())
	}
	l.Needs = append(l.Needs, needs)
	l.Float = append(l.Float, whole(a.Float.Promise))
	l.ByRule = append(l.ByRule, a.Float.ByRule)
	l.Goals = append(l.Goals, whole(a.Float.Goals))
	l.Cliff = append(l.Cliff, whole(a.Float.Cliff))
	l.Promise = append(l.Promise, day(row.Promise.Date))
	l.Slack = append(l.Slack, whole(row.Slack))
	l.Critical = append(l.Critical, g.textsOf(row.Critical))
	l.Closed = append(l.Closed, row.Closed)
	l.Why = append(l.Why, g.textsOf(row.Why))
}

func kindNumber(k plan.Kind) int {
	for i := range plan.Kinds {
		if plan.Kinds[i] == k {
			return i
		}
	}
	panic("html: a kind of work of its own: " + string(k))
}

// gatherForecasts adds the forecasts of the events.
func (g *gathering) gatherForecasts() {
	position := map[string]int{}
	for i := range g.pack.Schedule {
		position[g.pack.Schedule[i].ID] = i
	}
	g.Activities.Forecasts = []prospect{}
	for i := range g.pack.Milestones {
		m := &g.pack.Milestones[i]
		if m.Prospect.Name == "" {
			continue
		}
		f := prospect{Activity: position[m.ID], P50: percentile(m.Prospect.P50), P80: percentile(m.Prospect.P80)}
		if m.Prospect.Chance.Set {
			f.Chance = chance(m.Prospect.Chance)
		}
		g.Activities.Forecasts = append(g.Activities.Forecasts, f)
	}
}

func (g *gathering) groupsOf(list []reports.GanttGroup, compared []reports.Earlier) []group {
	var groups []group
	for i := range list {
		x := &list[i]
		name := named(x.Name, x.ID)
		groups = append(groups, group{
			Level: levelNames[x.Level], Name: name, Start: day(x.Start), Finish: day(x.Finish), Done: x.Activities.N, Of: x.Activities.Of,
			Promise: day(x.Promise.Date), Slack: whole(x.Slack), Rating: string(x.Rating), Glyph: ratingGlyph(x.Rating),
			Closed: x.Closed, Was: g.groupWas(x, compared), Groups: g.groupsOf(x.Groups, compared), Rows: x.Rows,
		})
	}
	return groups
}

var levelNames = map[reports.Level]string{
	reports.LevelPhase: "phase", reports.LevelShared: "shared", reports.LevelTrust: "trust", reports.LevelSite: "site", reports.LevelRest: "rest",
}
