// Package critical finds the critical chain of each phase: [Chains] follows, from the activity that reaches the phase back
// to what holds its start, the links and the hand-overs of people that decide when it is reached, with what moved each
// step on from the day on which it could have started. It reads the order of work in package flow and the reasons of
// package explain.
package critical

import (
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/explain"
	"epr/plan/flow"
)

// Chain is the critical chain of a goal: the activities that decide when it is reached, each held by the
// one before, by links or by the people it hands over.
type Chain struct {
	Goal   *plan.Goal
	Finish calendar.Date
	// Steps are the activities from the first to the one that reaches the goal.
	Steps []Step
}

// Step is one activity of a critical chain with what makes it critical.
type Step struct {
	Activity int
	// By is what it waits for: the step before. Its From is -1 at the beginning of a chain.
	By flow.Wait
	// Near is the activity that it is held back for, so as not to come too long before it; -1 if it is not.
	Near int
	// Own is the first of its reasons: at the beginning of a chain, what holds its start.
	Own explain.Reason
	// Ready is the first day on which By lets it start, and Moved what moved it on from there to its start:
	// days off, a blackout, the next meeting.
	Ready calendar.Date
	Moved []explain.Reason
}

// IsHandOver reports whether a step is critical for its people and not for a link.
func (s *Step) IsHandOver() bool { return s.By.From >= 0 && s.By.HandOver != nil }

// Pushed is how many calendar days a step starts later than By lets it.
func (s *Step) Pushed() int {
	days := 0
	for _, r := range s.Moved {
		days += r.Days()
	}
	return days
}

// Chains are the chains of the phases still to be finished: first that of the phase finished last,
// which is the programme's, then the others in the order of the network's goals. A plan without phases has
// one chain, that of the goal reached last.
//
// A chain is followed back from the activity that reaches the goal: to what alone keeps it from starting
// sooner, a link before a hand-over where both do, or, where nothing does, as for work held back so as not
// to come too long before other work, to what lets it start last. It ends with what has happened and with
// what is held by dates of its own. The reasons are those of [explain.Reasons], for the same schedule.
func Chains(f *flow.Flow, reasons [][]explain.Reason) []Chain {
	x := &critics{flow: f, net: f.Network, reasons: reasons}
	last := x.lastGoal()
	if last == nil {
		return nil
	}
	chains := []Chain{x.chain(last)}
	for k := range x.net.Goals {
		if g := &x.net.Goals[k]; g != last && g.Phase && x.open(g) {
			chains = append(chains, x.chain(g))
		}
	}
	return chains
}

// critics follows critical chains.
type critics struct {
	flow    *flow.Flow
	net     *plan.Network
	reasons [][]explain.Reason
}

// lastGoal is the phase, or without phases the goal, that is reached last, the first of several; nil if all
// are reached.
func (x *critics) lastGoal() *plan.Goal {
	var last *plan.Goal
	for k := range x.net.Goals {
		switch g := &x.net.Goals[k]; {
		case !x.open(g) || last != nil && last.Phase && !g.Phase:
		case last == nil, g.Phase && !last.Phase, x.finish(x.last(g)) > x.finish(x.last(last)):
			last = g
		}
	}
	return last
}

// open reports whether a goal is still to be reached.
func (x *critics) open(g *plan.Goal) bool { return len(g.Members) > 0 && !x.flow.IsFixed(x.last(g)) }

// last is the member of a goal that finishes last, the first of several.
func (x *critics) last(g *plan.Goal) int {
	last := g.Members[0]
	for _, i := range g.Members {
		if x.finish(i) > x.finish(last) {
			last = i
		}
	}
	return last
}

// finish is the day on which an activity finishes.
func (x *critics) finish(i int) calendar.Date { return x.flow.Finished(i) - x.flow.DueAt(i, 0) }

func (x *critics) chain(g *plan.Goal) Chain {
	c := Chain{Goal: g, Finish: x.finish(x.last(g))}
	seen := map[int]bool{}
	for at := x.last(g); at >= 0; {
		seen[at] = true
		step := x.step(at, seen)
		if k := len(c.Steps) - 1; k >= 0 && step.Near == c.Steps[k].Activity {
			x.pull(&c.Steps[k])
		}
		c.Steps = append(c.Steps, step)
		at = step.By.From
	}
	slices.Reverse(c.Steps)
	return c
}

// pull makes a step count from the day on which it could have started, had the work before it not been held
// back for it: what moved it on from there moved both.
func (x *critics) pull(s *Step) {
	s.Ready = s.Own.To
	s.Moved = x.after(s)
}

// step says what makes an activity critical; what was seen is not followed again.
func (x *critics) step(i int, seen map[int]bool) Step {
	s := Step{Activity: i, By: flow.Wait{From: -1}, Near: x.near(i), Own: x.reasons[i][0]}
	s.Ready = s.Own.To
	if w, ok := x.wait(i, seen); ok && !x.isOwn(s.Own, x.flow.Date(i, w.Ready)) {
		s.By, s.Ready = w, x.flow.Date(i, w.Ready)
		if w.Binds {
			s.Near = -1
		}
	}
	s.Moved = x.after(&s)
	return s
}

// isOwn reports whether an activity's own dates hold it rather than what lets it start on a day.
func (x *critics) isOwn(own explain.Reason, ready calendar.Date) bool {
	switch own.Cause {
	case explain.Programme, explain.Status:
		return ready < own.To
	case explain.NotBefore, explain.Contract:
		return ready <= own.To
	}
	return own.Cause == explain.Progress
}

// wait is what alone keeps an activity from starting sooner; failing that, what lets it start last, from
// where something else moves it on.
func (x *critics) wait(i int, seen map[int]bool) (flow.Wait, bool) {
	var last flow.Wait
	found := false
	for _, w := range x.flow.Waits(i) {
		switch {
		case seen[w.From] || x.flow.IsFixed(w.From):
		case w.Binds:
			return w, true
		case !found:
			last, found = w, true
		}
	}
	return last, found
}

// near is the activity that another is held back for by a maximum lag; -1 if none.
func (x *critics) near(i int) int {
	for _, r := range x.reasons[i] {
		if r.Cause == explain.MaximumLag {
			return r.Other
		}
	}
	return -1
}

// after are the reasons that move a step on from the day that it waited for. What a busy team adds to a
// hand-over are days off: the hand-over tells the rest.
func (x *critics) after(s *Step) []explain.Reason {
	var moved []explain.Reason
	for _, r := range x.reasons[s.Activity][1:] {
		r.From = max(r.From, s.Ready)
		if r.Cause == explain.Team && s.IsHandOver() && s.By.Binds {
			r = explain.Reason{Cause: explain.Calendar, From: r.From, To: r.To, Other: -1}
		}
		if r.To > r.From {
			moved = append(moved, r)
		}
	}
	return moved
}
