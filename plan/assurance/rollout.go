package assurance

import (
	"fmt"
	"strings"

	"epr/calendar"
	"epr/plan"
)

// The checks of our own are of what has gone wrong in published rollouts: gates without evidence, go-lives with no
// room before winter, staff trained long before they need it, promises without room, waivers that nobody signed, old
// contracts that end too soon.

// ofKind lists the unfinished activities of a kind.
func (a *assessment) ofKind(k plan.Kind) []int {
	var list []int
	for _, i := range a.open {
		if a.activity(i).Kind == k {
			list = append(list, i)
		}
	}
	return list
}

// gates counts gates that nobody could pass or fail: without criteria, or without evidence to judge them by.
func (a *assessment) gates() Check {
	list := a.ofKind(plan.Gate)
	c := ours("gates", "Gates have criteria and evidence", "gates for which the plan names no criterion, or no evidence ÷ gates to come").over(len(list), "gates to come")
	for _, i := range list {
		var lacks []string
		if x := a.activity(i).Step; x == nil || len(x.Criteria) == 0 {
			lacks = append(lacks, "no criterion")
		}
		if x := a.activity(i).Step; x == nil || len(x.Evidence) == 0 {
			lacks = append(lacks, "no evidence")
		}
		if len(lacks) > 0 {
			c.against(a.id(i), strings.Join(lacks, ", "))
		}
	}
	return c.atMost(0)
}

// cliffs counts go-lives that a small slip pushes past a blackout.
func (a *assessment) cliffs() Check {
	least := a.Settings.LittleFloat
	c := ours("cliffs", "Go-lives keep their distance from a cliff",
		fmt.Sprintf("go-lives with less than %s of float before a blackout ÷ go-lives with a blackout ahead", workingDays(least)))
	c.Of = "go-lives with a blackout ahead"
	if a.Floats == nil {
		return c.without(noFloats)
	}
	n := 0
	for _, i := range a.ofKind(plan.GoLive) {
		cliff := a.Floats.Of(i).Cliff
		if !cliff.Set {
			continue
		}
		if n++; cliff.Working < least {
			c.against(a.id(i), "a slip of more than "+workingDays(cliff.Working)+" pushes it past a blackout")
		}
	}
	return c.over(n, c.Of).atMost(0)
}

// training counts trainings that begin so long before their go-live that skills fade.
func (a *assessment) training() Check {
	most := a.Settings.TrainedAhead
	c := ours("training", "Training is not too early", fmt.Sprintf("trainings that start more than %s before the first go-live of their place ÷ trainings with a go-live to come", workingDays(most)))
	c.Of = "trainings with a go-live to come"
	goLives, n := a.ofKind(plan.GoLive), 0
	for _, i := range a.ofKind(plan.Training) {
		first := a.firstGoLive(goLives, i)
		if first < 0 {
			continue
		}
		n++
		if ahead := a.between(a.rows[i].Start-1, a.rows[first].Start-1); ahead > most {
			c.against(a.id(i), fmt.Sprintf("starts %s before %s", workingDays(ahead), a.id(first)))
		}
	}
	c.Note = "Ten weeks is the longest training period that we have seen published."
	return c.over(n, c.Of).atMost(0)
}

// firstGoLive is the go-live of a training's phase and place that starts first, of those not before it; -1 if there
// is none.
func (a *assessment) firstGoLive(goLives []int, training int) int {
	first, at := -1, a.activity(training).Place
	for _, k := range goLives {
		p := a.activity(k).Place
		if p.Phase == at.Phase && (at.Trust == "" || p.Trust == at.Trust) && (at.Site == "" || p.Site == at.Site) &&
			(p.Workflow == "" || at.Workflow == "" || p.Workflow == at.Workflow) &&
			a.rows[k].Start >= a.rows[training].Start && (first < 0 || a.rows[k].Start < a.rows[first].Start) {
			first = k
		}
	}
	return first
}

// promises counts promises that the schedule breaks or keeps with little room.
func (a *assessment) promises() Check {
	least := a.Settings.LittleFloat
	c := ours("promises", "Promises have room", fmt.Sprintf("promised and announced dates that the schedule breaks, or keeps with less than %s to spare ÷ those still open", workingDays(least)))
	c.Of = "promised or announced dates still open"
	n := 0
	for k := range a.net.Goals {
		g := &a.net.Goals[k]
		promise := promiseOf(g)
		if promise.IsZero() || !a.isStillOpen(g) {
			continue
		}
		n++
		switch spare := a.between(a.reached(g), promise); {
		case a.lateBy(g) > 0:
			c.against(g.ID, counted(a.lateBy(g), "day", "days")+" late for "+promise.Short())
		case spare < least:
			c.against(g.ID, workingDays(spare)+" to spare before "+promise.Short())
		}
	}
	return c.over(n, c.Of).atMost(0)
}

// isStillOpen reports whether some member of a goal is unfinished.
func (a *assessment) isStillOpen(g *plan.Goal) bool {
	for _, m := range g.Members {
		if !a.activity(m).Done() {
			return true
		}
	}
	return false
}

// waivers counts leaves to enter a blackout that nobody answers for, or that nothing uses.
func (a *assessment) waivers() Check {
	n := 0
	c := ours("waivers", "Waivers are answered for and used", "waivers without approver, date or reason, or that no activity makes use of ÷ waivers")
	for id, w := range a.net.Plan.Waivers.All() {
		n++
		var lacks []string
		for _, x := range []struct {
			is   bool
			what string
		}{
			{w.Approver == "", "no approver"}, {w.Date.IsZero(), "no date"}, {w.Reason == "", "no reason"}, {!a.isUsed(w), "nothing makes use of it"},
		} {
			if x.is {
				lacks = append(lacks, x.what)
			}
		}
		if len(lacks) > 0 {
			c.against(id, strings.Join(lacks, ", "))
		}
	}
	return c.over(n, "waivers").atMost(0)
}

// isUsed reports whether some activity enters the blackout that it may enter by a waiver.
func (a *assessment) isUsed(w *plan.Waiver) bool {
	b := a.net.Plan.Blackouts.Get(w.Blackout)
	if b == nil {
		return false
	}
	windows := b.Windows.In(a.net.Horizon)
	for i := range a.rows {
		for _, own := range a.activity(i).Waivers {
			if own == w && overlap(windows, calendar.Span{From: a.rows[i].Start, To: a.rows[i].Finish}) {
				return true
			}
		}
	}
	return false
}

func overlap(windows []calendar.Span, span calendar.Span) bool {
	for _, window := range windows {
		if window.Intersect(span).Days() > 0 {
			return true
		}
	}
	return false
}
