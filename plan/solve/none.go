package solve

import (
	"fmt"
	"strings"

	"epr/calendar"
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
	// Held says that dates to be held are in the way: without them nothing is known to be.
	Held bool
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
	earliest := p.firstStart(c)
	switch latest := p.date(c.Latest); {
	case c.Latest < 0:
		none.Reason = fmt.Sprintf("%q does not fit before its latest finish, %s", none.Activity, p.latestOf(c.Task))
	case p.model.Tasks[c.Task].Prompt && c.Latest < p.model.LatestStart(c.Task):
		none.Reason = fmt.Sprintf("milestone %q is reached by %s, as soon as all it waits for is, but a maximum lag wants it no earlier than %s",
			none.Activity, p.milestoneDate(c.Task, c.Latest), p.milestoneDate(c.Task, c.Start))
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
	none.Reason += heldBackBy(none.Chain)
	return none
}

// firstStart is the first day on which the chain and the task's own rules about starts allow it.
func (p *problem) firstStart(c *model.Conflict) calendar.Date {
	first := p.model.Domains[p.model.Tasks[c.Task].Domain].AtOrAfter(c.Start)
	if first == model.Never {
		first = min(c.Start, p.model.Horizon)
	}
	return p.date(first)
}

// latestOf is the last day on which a task may finish.
func (p *problem) latestOf(task int32) calendar.Date {
	return p.network.Activities[p.activity[task]].Latest
}

// milestoneDate is the day of a milestone at a boundary.
func (p *problem) milestoneDate(task, at int32) calendar.Date {
	return p.row(p.activity[task], task, at).Start
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
			return fmt.Sprintf("it needs %s, more than there is then", p.demandName(demand))
		}
	}
	return "its teams are never all there together"
}

func (p *problem) demandName(d model.Demand) string {
	if teams := len(p.network.Teams); int(d.Resource) >= teams {
		return fmt.Sprintf("a slot of %q", p.bodies[int(d.Resource)-teams].ID)
	}
	return fmt.Sprintf("%s of team %q", plan.Hundredths(d.Amount), p.network.Teams[d.Resource].Team.ID)
}

// heldBackBy ends a sentence with the chain of work that decides the last one's start.
func heldBackBy(chain []string) string {
	const most = 4
	if len(chain) < 2 {
		return ""
	}
	before := chain[:len(chain)-1]
	var b strings.Builder
	b.WriteString("; held back by ")
	if skipped := len(before) - most; skipped > 0 {
		fmt.Fprintf(&b, "%d others, then by ", skipped)
		before = before[skipped:]
	}
	for k, id := range before {
		if k > 0 {
			b.WriteString(", then by ")
		}
		fmt.Fprintf(&b, "%q", id)
	}
	return b.String()
}

// explainBeyond puts into words why a team cannot do all the work of a goal in time, or a body cannot
// take all its decisions.
func (p *problem) explainBeyond(goal int, g bound.Goal) *NoSchedule {
	name := fmt.Sprintf("%q", p.network.Goals[goal].ID)
	none := &NoSchedule{Proved: true}
	if p.network.Goals[goal].Phase {
		name = "phase " + name
	} else {
		none.Activity = p.network.Goals[goal].ID
	}
	until := "longer than the programme"
	if g.Reached <= p.model.Horizon {
		until = "until " + p.date(g.Reached-1).String()
	}
	if teams := len(p.network.Teams); int(g.Resource) < teams {
		none.Reason = fmt.Sprintf("%s cannot be finished in time: team %q alone needs %s for what has to be done before, from %s on",
			name, p.network.Teams[g.Resource].Team.ID, until, p.date(g.From))
	} else {
		none.Reason = fmt.Sprintf("%s cannot be finished in time: %q needs %s for the %d decisions it has to take before, from %s on",
			name, p.bodies[int(g.Resource)-teams].ID, until, g.Work, p.date(g.From))
	}
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
