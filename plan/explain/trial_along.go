package explain

import (
	"maps"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Along are the dates of an activity put on a day, and of what has to follow it so closely, by a maximum lag, that it
// comes along, by their numbers in the network. Whether anything keeps them from these days is another question.
func Along(n *plan.Network, s *plan.Schedule, activity int, day calendar.Date) map[int]plan.Row {
	_, moved := newExplainer(n, s).place(activity, day)
	return moved
}

// place finds out what keeps an activity from starting on a day with everything else where it is, but for
// what has to follow it so closely, by a maximum lag, that it comes along: that is put on the last day
// that is close enough and has least against it. It returns the dates that have changed, too.
func (x *explainer) place(i int, day calendar.Date) ([]Fact, map[int]plan.Row) {
	t := trial{x, map[int]plan.Row{}}
	facts := t.put(i, day)
	return facts, t.moved
}

// enough is a number of facts from which on nobody wants to know whether what is tied could come along.
const enough = 4

// put moves an activity, and what is tied to it, and returns all that is against it.
func (t trial) put(i int, day calendar.Date) []Fact {
	facts := t.facts(i, day)
	t.moved[i] = t.rowAt(i, day)
	for _, l := range t.out[i] {
		switch {
		case t.keeps(l, t.row(l.To)):
		case len(facts) >= enough:
			facts = union(facts, []Fact{{Cause: MaximumLag, Activity: i, Other: l.To}})
		default:
			facts = union(facts, t.pull(l))
		}
	}
	return facts
}

// pull moves the later activity of a maximum lag forward until the lag is kept.
func (t trial) pull(l plan.Link) []Fact {
	held := []Fact{{Cause: MaximumLag, Activity: l.From, Other: l.To}}
	to := &t.net.Activities[l.To]
	if _, moved := t.moved[l.To]; moved || to.Started() || to.Done() {
		return held
	}
	best, with := held, trial{}
	const tries = 40
	for day, k := t.rows[l.To].Start-1, 0; (k < tries || to.IsMilestone()) && day > t.net.Horizon.From-margin; day-- {
		if !t.keeps(l, t.rowAt(l.To, day)) || t.isOff(l.To, day) {
			continue
		}
		k++
		try := trial{t.explainer, maps.Clone(t.moved)}
		facts := try.put(l.To, day)
		if with.moved == nil || len(facts) < len(best) || len(facts) == 0 {
			best, with = facts, try
		}
		if to.IsMilestone() && len(best) == 0 {
			if len(facts) > 0 {
				break
			}
			continue // a milestone is on the first day that it can be on
		}
		if len(facts) == 0 || slices.Contains(facts, Fact{Cause: Link, Activity: l.To, Other: l.From}) {
			break
		}
	}
	maps.Copy(t.moved, with.moved)
	return best
}

// isOff reports whether work never starts on a day of this kind.
func (t trial) isOff(i int, day calendar.Date) bool {
	off := false
	if a := &t.net.Activities[i]; !a.IsMilestone() {
		t.rhythmFacts(a, day, func(f Fact) { off = off || f.Cause != Blackout })
	}
	return off
}

// union adds facts to a list, each once.
func union(list, more []Fact) []Fact {
	for _, f := range more {
		if !has(list, f) {
			list = append(list, f)
		}
	}
	return list
}

// margin is how many days before the programme's start may be looked at.
const margin = 120
