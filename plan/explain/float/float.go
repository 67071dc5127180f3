// Package float says how far each activity of a schedule can slip before something breaks: [New] computes the [Float]
// of all of them, [Floats.Fall] what happens beyond. Slips are counted in calendar days and in working days of the
// activity, on the schedule with its teams as package flow times it again, so they are what a manager can count on.
package float

import (
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/flow"
)

// Float is how far an activity alone can slip. It is computed on the schedule with its teams: whoever
// waits for the activity's people waits longer, nobody is given other work to do meanwhile, closed windows
// stay closed, meetings stay where they are, and work that must not come too long before what is put off
// is put off with it. So it is what a manager can count on; float from links alone promises more.
//
// Any slip ends where a hard rule would break: the end of the programme or of a contract, a date that
// cannot be broken, a maximum lag.
type Float struct {
	// Promise is how far it can slip before a date promised (by) or announced breaks, of whatever goal, its
	// own included, or gets later that is broken already.
	Promise Slip
	// Goals is how far it can slip before the date of any goal other than itself moves at all: the finish
	// of a phase, a go-live, a gate, a milestone, or work with a promise of its own.
	Goals Slip
	// Cliff is how far it can slip before some go-live, itself or one that waits for it, is pushed past a
	// blackout, or fits nowhere any more. Unset if there is no blackout ahead of any.
	Cliff Slip
}

// Slip is a distance from the start that the schedule gives an activity.
type Slip struct {
	Set      bool
	Working  int // working days of the activity
	Calendar int // calendar days
	// Last is the last day on which it can start (for a milestone: be reached).
	Last calendar.Date
	// Rule says that no promise is behind the slip: a hard rule ends it.
	Rule bool
}

// Floats are the floats of a schedule's activities.
type Floats struct {
	flow  *flow.Flow
	net   *plan.Network
	list  []Float
	cliff []calendar.Date // last moments to start on this side of every cliff
	edges []calendar.Date // of each go-live, the last moment to start before its next blackout
	ends  []calendar.Date // of each activity, the last moment to start before the programme ends
	trial *flow.Trial
}

// New computes all floats of a schedule by its order of work, in time in proportion to its links and
// hand-overs but for go-lives, gates and milestones, which are tried one by one.
func New(f *flow.Flow) *Floats {
	x := &Floats{flow: f, net: f.Network, list: make([]Float, f.Len()), trial: f.NewTrial()}
	x.edges, x.ends = x.limitsOfCliffs(), x.limitsOfEnd()
	x.cliff = f.Latest(x.edges)
	promise, goals := f.Limits(x.promises(), true), x.goals()
	last := f.Latest(promise)
	free, hard, open := f.Rough(promise), f.Rough(f.Limits(x.noLimits(), true)), f.Rough(f.Limits(x.noLimits(), false))
	cliff := f.Rough(x.edges)
	for i := range x.list {
		if f.IsFixed(i) {
			continue
		}
		x.list[i].Promise = x.slip(i, last[i])
		x.list[i].Promise.Rule = free[i] == hard[i]
		x.list[i].Goals = x.slip(i, goals[i])
		if cliff[i] < open[i] || x.losesAGoLive(i) {
			x.list[i].Cliff = x.slip(i, x.cliff[i])
		}
	}
	return x
}

// losesAGoLive reports whether a go-live passes a blackout beyond the cliff of an activity although it is not
// the blackout that ends the slip: long before the calendars end, the order of work fits nowhere any more.
func (x *Floats) losesAGoLive(i int) bool {
	if x.cliff[i] >= x.net.Horizon.To {
		return false
	}
	x.trial.Slip(i, x.flow.Next(i, x.cliff[i]+1), x.edges)
	return slices.ContainsFunc(x.trial.Moved, func(k int) bool { return x.trial.Start(k) > x.edges[k] && x.isGoLive(k) })
}

// Loose counts the activities some of whose people change in the middle of the work, so that nobody can be
// named who hands them over: floats do not see that they may be missing ([flow.Loose]).
func (x *Floats) Loose() int {
	loose := map[int]bool{}
	for _, l := range x.flow.Loose {
		loose[l.Activity] = true
	}
	return len(loose)
}

// Of is the float of an activity. What is done has none.
func (x *Floats) Of(i int) Float { return x.list[i] }

func (x *Floats) slip(i int, last calendar.Date) Slip {
	start, a := x.flow.Start(i), &x.net.Activities[i]
	work := a.Terms.Work
	if a.Kind == plan.Gate || a.IsMilestone() {
		work = a.Terms.Calendar
	}
	return Slip{
		Set: true, Last: x.flow.Date(i, last),
		Working: work.Before(last) - work.Before(start), Calendar: int(last - start),
	}
}

func (x *Floats) noLimits() []calendar.Date {
	by := make([]calendar.Date, x.flow.Len())
	for i := range by {
		by[i] = flow.Never
	}
	return by
}

// promises are the moments by which activities have to be finished lest a promise breaks or gets later.
func (x *Floats) promises() []calendar.Date {
	by := x.noLimits()
	for k := range x.net.Goals {
		g := &x.net.Goals[k]
		for _, day := range []calendar.Date{g.By, g.InForce()} {
			if !day.IsZero() {
				x.bound(by, g, max(day, x.reached(g)))
			}
		}
	}
	return by
}

// bound limits the members of a goal to a day.
func (x *Floats) bound(by []calendar.Date, g *plan.Goal, day calendar.Date) {
	for _, i := range g.Members {
		by[i] = min(by[i], x.flow.DueAt(i, day))
	}
}

// reached is the day on which a goal is reached.
func (x *Floats) reached(g *plan.Goal) calendar.Date {
	var last calendar.Date
	for _, i := range g.Members {
		last = max(last, x.flow.Finished(i)-x.flow.DueAt(i, 0))
	}
	return last
}

// goals are the last moments for each activity with which no other goal moves. A goal of one activity
// would hold that activity itself, so these are tried with their own goal left out.
func (x *Floats) goals() []calendar.Date {
	phases := x.noLimits()
	for k := range x.net.Goals {
		if g := &x.net.Goals[k]; g.Phase {
			x.bound(phases, g, x.reached(g))
		}
	}
	all := append([]calendar.Date(nil), phases...)
	isGoal := make([]bool, len(all))
	for k := range x.net.Goals {
		if g := &x.net.Goals[k]; !g.Phase {
			x.bound(all, g, x.reached(g))
			isGoal[g.Members[0]] = true
		}
	}
	limits := x.flow.Limits(all, true)
	late := x.flow.Latest(limits)
	but := slices.Clone(late)
	for i := range but {
		if isGoal[i] && !x.flow.IsFixed(i) {
			but[i] = x.flow.LatestBut(i, x.flow.Limit(i, phases[i], true), limits, late, x.trial)
		}
	}
	return but
}
