package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Tiles are the figures at the head of the summary.
type Tiles struct {
	LastGoLive   LastGoLive
	Promises     Share    // promises kept, of those made: phases and activities with a date to keep, each counted once
	Worst        Promised // the promise with the least slack
	ExtremeRisks Share    // risks whose current score is in the extreme band, of all
	// WasExtreme is how many were so in the last register; unset if there is none.
	WasExtreme plan.Whole
	// Versions are what the figures were in earlier schedules, oldest first.
	Versions     []Version
	Avoided      Avoided
	NextDecision *Decision   // the next gate on or after the status date, however far, or alike ones of that day gathered; nil if none is left
	SitesLive    Share       // sites at which everything that was to go live is live
	AllKept      plan.Chance // that every promise is kept, by the forecast; unset without one
	Activities   Share       // done, of all
	UnderWay     int         // activities
	// LateCost is the largest LateCost of any promise, and LateMost the name of what is promised there; unset if no cost
	// of delay is stated, 0 and "" if nothing is late.
	LateCost Pounds
	LateMost string
	// Before is what those figures were that Versions do not have; nil if no version is known well enough to say.
	Before *TilesBefore
}

// Share is so many of so many.
type Share struct{ N, Of int }

// LastGoLive is the last go-live of the programme.
type LastGoLive struct {
	ID, Name string        // activity; "" if the plan has no go-live
	Date     calendar.Date // its finish
	// Was is the date of the last go-live in the last version, zero if there is none; Change is the
	// calendar days from it, positive if later.
	Was    calendar.Date
	Change plan.Whole
}

// Promised is a phase or an activity with a promise, and what became of it.
type Promised struct {
	ID, Name string // "" if nothing was promised
	Phase    bool   // it is a phase rather than an activity
	Finish   calendar.Date
	Promise  Promise
	Slack    plan.Whole // calendar days; negative if late
	// LateCost is the price of its lateness at the programme's cost of delay, as [Phase.LateCost] has it: that of the
	// programme being so late, so that the figures of several promises are not to be added.
	LateCost Pounds
	Rating   Rating
	// Why leads from a broken promise back to its causes, the activity that reaches it first; empty if it
	// is kept. WhyMore counts the activities further back that are left out.
	Why     []WhyStep
	WhyMore int
	last    int // the activity that reaches it
}

// Avoided counts what blackouts moved.
type Avoided struct {
	Count int // activities that would have started in, or run into, a blackout
	Days  int // calendar days that blackouts moved them, in all
	Most  int // the most that they moved one of them
}

func (f *facts) tiles(p *Pack, gates []Decision) Tiles {
	t := Tiles{
		LastGoLive:   f.lastGoLive(),
		Promises:     kept(p.Promises),
		ExtremeRisks: Share{N: p.Risks.ByBand[0].Count, Of: len(p.Risks.Rows)},
		WasExtreme:   p.Risks.wasExtreme(),
		Versions:     f.versions(),
		Avoided:      p.Clashes.sum(),
		AllKept:      p.Confidence.AllKept,
		SitesLive:    f.sitesLive(everywhere),
		Before:       f.tilesBefore(),
	}
	if len(p.Promises) > 0 {
		t.Worst = p.Promises[0]
	}
	t.LateCost.Set = len(f.plan.Programme.CostOfDelay) > 0
	for i := range p.Promises {
		if w := &p.Promises[i]; w.LateCost.N > t.LateCost.N {
			t.LateCost.N, t.LateMost = w.LateCost.N, w.Name
		}
	}
	t.Activities.Of = len(f.net.Activities)
	for i := range f.net.Activities {
		switch f.state(i) {
		case Done:
			t.Activities.N++
		case UnderWay:
			t.UnderWay++
		}
	}
	if len(gates) > 0 {
		t.NextDecision = &Agenda(gates)[0].Decision
	}
	return t
}

// kept counts the promises that the plan keeps.
func kept(promises []Promised) Share {
	share := Share{Of: len(promises)}
	for i := range promises {
		if promises[i].Slack.N >= 0 {
			share.N++
		}
	}
	return share
}

// promised lists every promise with what became of it, least slack first, then the earliest.
func (f *facts) promised() []Promised {
	var list []Promised
	for i := range f.net.Goals {
		goal := &f.net.Goals[i]
		promise := promiseOf(goal.Target)
		if promise.IsZero() || len(goal.Members) == 0 {
			continue
		}
		w := Promised{ID: goal.ID, Name: goal.Name, Phase: goal.Phase, Promise: promise, last: f.lastOf(goal)}
		w.Finish = f.rows[w.last].Finish
		w.Slack = promise.Slack(w.Finish)
		w.LateCost = f.lateCost(promise, w.Finish)
		w.Rating = f.rateGoal(goal, w.Slack)
		if w.Slack.N < 0 {
			w.Why, w.WhyMore = f.why(w.last)
		}
		list = append(list, w)
	}
	slices.SortStableFunc(list, func(a, b Promised) int {
		return cmp.Or(cmp.Compare(a.Slack.N, b.Slack.N), cmp.Compare(a.Promise.Date, b.Promise.Date))
	})
	return list
}

func (f *facts) lastGoLive() LastGoLive {
	var last LastGoLive
	for _, i := range f.goLives() {
		if f.rows[i].Finish > last.Date {
			last.ID, last.Name, last.Date = f.activity(i).ID, f.activity(i).Name, f.rows[i].Finish
		}
		last.Was = max(last.Was, f.was[i])
	}
	last.Change = change(last.Was, last.Date)
	return last
}

// sitesLive counts the places that go live, those with all of their go-lives done first. A place is a site. What goes
// live in a whole trust goes live at each of its sites; only a trust without go-lives at sites is a place itself.
func (f *facts) sitesLive(in func(plan.Place) bool) Share {
	type place struct{ trust, site string }
	isOpen := map[place]bool{} // places, and whether one of their go-lives is still to come
	sites := map[string][]place{}
	for _, i := range f.goLives() {
		if at := f.activity(i).Place; in(at) && at.Site != "" {
			p := place{at.Trust, at.Site}
			if _, known := isOpen[p]; !known {
				sites[at.Trust] = append(sites[at.Trust], p)
			}
			isOpen[p] = isOpen[p] || f.state(i) != Done
		}
	}
	for _, i := range f.goLives() {
		if at := f.activity(i).Place; in(at) && at.Site == "" {
			places := sites[at.Trust]
			if len(places) == 0 {
				places = []place{{trust: at.Trust}}
			}
			for _, p := range places {
				isOpen[p] = isOpen[p] || f.state(i) != Done
			}
		}
	}
	share := Share{Of: len(isOpen)}
	for _, open := range isOpen {
		if !open {
			share.N++
		}
	}
	return share
}
