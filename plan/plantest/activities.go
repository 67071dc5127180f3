package plantest

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
)

// activityID is the id of a generated activity.
func activityID(i int) string { return fmt.Sprintf("work-%02d", i) }

var workKinds = []plan.Kind{plan.Design, plan.Build, plan.Test, plan.Training, plan.GoLive, plan.Hypercare}

// activities draws one-off work, each waiting only for earlier ones.
func (g *generator) activities() {
	for i := range g.number("activities", 3, 12) {
		id := activityID(i)
		step := &plan.Step{ID: id, Name: id, In: g.place(), Target: g.target(id), Calendar: oneOf(g, "calendar", calendarIDs)}
		switch {
		case g.chance("gate", 22):
			g.gate(step)
		case g.chance("milestone", 12):
			step.Kind = plan.Milestone
		default:
			g.work(step)
		}
		if g.chance("not before", 20) {
			step.NotBefore = g.plan.Programme.Start + g.days("not before", 1, 90)
		}
		g.links(step, i)
		g.plan.Activities.Add(id, step)
	}
}

func (g *generator) place() plan.Place {
	place := plan.Place{Phase: oneOf(g, "phase", append([]string{""}, phaseIDs...))}
	if !g.chance("of a trust", 60) {
		return place
	}
	place.Trust = oneOf(g, "trust", trustIDs)
	if g.chance("of a site", 40) {
		sites := g.plan.Trusts.Get(place.Trust).Sites
		place.Site = oneOf(g, "site", sites.IDs())
	}
	return place
}

func (g *generator) gate(step *plan.Step) {
	step.Kind = plan.Gate
	step.Meets = oneOf(g, "meets", boardIDs)
	if g.chance("own papers", 30) {
		step.Papers = plan.Whole{N: g.number("own papers", 0, 4), Set: true}
	}
}

func (g *generator) work(step *plan.Step) {
	step.Kind = oneOf(g, "kind", workKinds)
	n := g.number("days", 1, 12)
	step.Days = plan.Duration{Low: max(1, n-2), Likely: n, High: n + 3}
	if step.In.Trust != "" && g.chance("days by quantity", 15) {
		step.Days = plan.Duration{Quantity: &plan.Quantity{
			Staff: []string{"nurses"}, PerDay: oneOf(g, "per day", []plan.Hundredths{1050, 2000}),
			Attendance: oneOf(g, "attendance", []plan.Hundredths{0, 85}),
		}}
	}
	if g.chance("starts on", 15) {
		step.StartsOn = calendar.Weekdays(g.number("weekdays to start on", 1, int(calendar.EveryDay)))
	}
	for _, team := range some(g, "needs", 40, teamIDs) {
		step.Needs = append(step.Needs, plan.Need{Team: team, Amount: oneOf(g, "need", []plan.Hundredths{25, 50, 100, 125, 200})})
	}
}

// links draws what the activity waits for and what it is tied to.
func (g *generator) links(step *plan.Step, i int) {
	if i == 0 {
		return
	}
	for from := max(0, i-4); from < i; from++ {
		if g.chance("link", 35) {
			step.After = append(step.After, g.after(from))
		}
	}
	if step.Kind != plan.Milestone && g.chance("within", 10) {
		step.Within = []plan.Within{g.within(activityID(g.number("tied to", 0, i-1)))}
	}
}

func (g *generator) after(from int) plan.After {
	after := plan.After{Step: activityID(from), Link: plan.LinkType(g.number("link type", 0, 3))}
	if g.chance("lag", 40) {
		after.Lag = g.number("lag", -4, 6)
	}
	work := g.plan.Activities.Get(after.Step).Kind
	if !after.Link.FromStart() && work != plan.Gate && work != plan.Milestone && g.chance("share", 25) {
		after.Done = oneOf(g, "done", []plan.Hundredths{10, 33, 50, 80})
	}
	if g.chance("maximum lag", 15) {
		after.Within = plan.Whole{N: max(after.Lag, 0) + g.number("maximum lag", 2, 40), Set: true}
	}
	return after
}

func (g *generator) within(other string) plan.Within {
	days := g.number("within days", 5, 60)
	if g.chance("within before", 50) {
		return plan.Within{Before: other, Days: days}
	}
	return plan.Within{After: other, Days: days}
}

// history draws what has happened by the status date, from the first activity on: an activity can be
// under way only if nothing before it is still to be done.
func (g *generator) history() {
	start, status := g.plan.Programme.Start, g.plan.Programme.Status
	for i := range g.plan.Activities.Len() {
		if status <= start || !g.chance("has happened", 50) {
			return
		}
		step := g.plan.Activities.Get(activityID(i))
		progress := plan.Progress{Activity: step.ID, Started: start + g.days("started", 0, int(status-start)-1)}
		switch {
		case step.Kind == plan.Milestone || step.Kind == plan.Gate:
			progress.Started, progress.Finished = 0, progress.Started
		case g.chance("finished", 60):
			progress.Finished = progress.Started + g.days("finished after", 0, int(status-progress.Started)-1)
		case g.chance("remaining", 50):
			progress.Remaining = plan.Whole{N: g.number("remaining", 1, 8), Set: true}
		}
		g.plan.Progress = append(g.plan.Progress, progress)
	}
}
