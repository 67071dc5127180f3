package solve

import (
	"fmt"
	"strings"

	"epr/plan"
	"epr/plan/solve/bound"
	"epr/plan/solve/model"
)

// NoSchedule is the error of a network for which no schedule was found.
type NoSchedule struct {
	// Reason is a sentence that names the activity or the team in the way, and the dates.
	Reason string
	// Proved says that no schedule exists. Otherwise none was found, and there might be one.
	Proved bool
	// Activity is the one that cannot be done in time; empty if it is not a single one.
	Activity string
	// Chain are the activities that hold it back, from the first to Activity; empty if not proved.
	Chain []string
}

// Error is the reason.
func (n *NoSchedule) Error() string { return n.Reason }

func (p *problem) id(task int32) string { return p.network.Activities[p.activity[task]].ID }

// explainConflict puts into words why an activity cannot be done in time even with every team free.
func (p *problem) explainConflict(c *model.Conflict) *NoSchedule {
	none := &NoSchedule{Proved: true, Activity: p.id(c.Task)}
	for _, task := range c.Chain {
		none.Chain = append(none.Chain, p.id(task))
	}
	earliest := p.date(min(c.Start, p.model.Horizon))
	switch latest := p.date(c.Latest); {
	case c.Latest < 0:
		none.Reason = fmt.Sprintf("%q does not fit before its latest finish, %s", none.Activity, p.latestOf(c.Task))
	case p.model.Tasks[c.Task].Prompt && c.Latest < p.model.LatestStart(c.Task):
		none.Reason = fmt.Sprintf("milestone %q is reached by %s, as soon as all it waits for is, but a maximum lag wants it no earlier than %s",
			none.Activity, p.date(c.Latest-1), p.date(c.Start-1))
		return none
	case c.Latest < p.model.LatestStart(c.Task):
		none.Reason = fmt.Sprintf("%q would have to start by %s, a maximum lag after what has happened already, but cannot start before %s, even with every team free",
			none.Activity, latest, earliest)
	case c.Start > c.Latest:
		none.Reason = fmt.Sprintf("%q would have to start by %s to finish in time, by %s, but cannot start before %s, even with every team free",
			none.Activity, latest, p.latestOf(c.Task), earliest)
	default:
		none.Reason = fmt.Sprintf("%q has no day to start from %s to %s, the last on which it could and still finish in time, by %s: %s",
			none.Activity, earliest, latest, p.latestOf(c.Task), p.obstacle(c))
	}
	none.Reason += waitsFor(none.Chain)
	return none
}

// latestOf is the last day on which a task may finish.
func (p *problem) latestOf(task int32) any {
	return p.network.Activities[p.activity[task]].Latest
}

// obstacle is what leaves no start: the teams an activity needs, or its calendar and blackouts.
func (p *problem) obstacle(c *model.Conflict) string {
	t := p.model.Tasks[c.Task]
	profile := model.NewProfile(p.model)
	fits := func(demands []model.Demand) bool {
		t.Demands = demands
		return profile.Fit(&t, &p.model.Domains[t.Domain], c.Start, c.Latest) != model.Never
	}
	demands := t.Demands
	if !fits(nil) {
		return "its calendar, blackouts or meetings leave none"
	}
	for k, demand := range demands {
		if !fits(demands[k : k+1]) {
			return fmt.Sprintf("it needs %s and they are never enough", p.demandName(demand))
		}
	}
	return "its teams are never all there together"
}

func (p *problem) demandName(d model.Demand) string {
	if int(d.Resource) < len(p.network.Teams) {
		return fmt.Sprintf("%s of team %q", plan.Hundredths(d.Amount), p.network.Teams[d.Resource].Team.ID)
	}
	return "a place on the agenda"
}

// waitsFor ends a sentence with the chain of work that comes before.
func waitsFor(chain []string) string {
	const most = 4
	if len(chain) < 2 {
		return ""
	}
	before := chain[:len(chain)-1]
	var b strings.Builder
	b.WriteString("; before it come ")
	if skipped := len(before) - most; skipped > 0 {
		fmt.Fprintf(&b, "%d others, ", skipped)
		before = before[skipped:]
	}
	for k, id := range before {
		if k > 0 {
			b.WriteString(", then ")
		}
		fmt.Fprintf(&b, "%q", id)
	}
	return b.String()
}

// explainBeyond puts into words why a team cannot do all the work of a goal in time.
func (p *problem) explainBeyond(goal int, g bound.Goal) *NoSchedule {
	name := fmt.Sprintf("%q", p.network.Goals[goal].ID)
	none := &NoSchedule{Proved: true}
	if p.network.Goals[goal].Phase {
		name = "phase " + name
	} else {
		none.Activity = p.network.Goals[goal].ID
	}
	who := "the body that decides its gates"
	if int(g.Resource) < len(p.network.Teams) {
		who = fmt.Sprintf("team %q", p.network.Teams[g.Resource].Team.ID)
	}
	until := "longer than the programme"
	if g.Reached <= p.model.Horizon {
		until = "until " + p.date(g.Reached-1).String()
	}
	none.Reason = fmt.Sprintf("%s cannot be finished in time: %s alone needs %s for what has to be done before, from %s on",
		name, who, until, p.date(g.From))
	return none
}

// foundNone puts into words where the search got stuck.
func (p *problem) foundNone(task int32) *NoSchedule {
	if task == model.None {
		return &NoSchedule{Reason: "no order of work was found that keeps every rule"}
	}
	a := &p.network.Activities[p.activity[task]]
	return &NoSchedule{
		Activity: a.ID,
		Reason: fmt.Sprintf("no order of work was found that keeps every rule; most often no day was left for %q, which must finish by %s",
			a.ID, a.Latest),
	}
}
