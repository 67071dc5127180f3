// Package bound says how good a schedule could be at best. Its bounds come from relaxations that leave
// out everything hard, so they are quick to find and each can be read as a sentence: this chain of work
// takes until that day even if every team were free; this team alone needs until that day for what it
// has to do; whatever the order of the trusts, the tenth of them cannot come before that day; this board
// cannot take all those decisions any sooner. [Find] works them out. Where teams and boards are short a
// [Pricer] proves more: were their time for sale, nobody could do better. A bound is never above what any
// schedule reaches; it may be far below.
package bound

import "epr/plan/solve/model"

// Reason is why a goal cannot be reached earlier.
type Reason int

const (
	// Chain: work that waits for other work takes that long, each piece taken alone with its whole team.
	Chain Reason = iota
	// Team: one resource needs that long for all that has to be done before the goal.
	Team
)

// Goal is a day before which a goal cannot be reached, with its certificate.
type Goal struct {
	Reached int32 // boundary; model.Never if the horizon is too short
	Reason  Reason
	// Task is the member that takes longest, for Reason Chain; None if the goal is reached already.
	Task int32
	// For Reason Team, tasks that can start at From at the earliest need Work of Resource, in units
	// times days, and Resource has given as much only at Reached.
	Resource int32
	From     int32
	Work     int64
}

// Bounds are the lower bounds of a model.
type Bounds struct {
	Goals []Goal
	Value model.Value
	// Beyond is a goal that cannot be reached in time by any schedule; None if there is no such goal.
	Beyond int32
}

// Find works out the bounds of a model within its window.
func Find(m *model.Model, g *model.Graph, w *model.Window) Bounds {
	b := FindGoals(m, g, w)
	r := newRanks(model.Usable(m), g, w)
	finishes, starts := finishWishes(m, w, b.Goals), startWishes(m, w)
	b.Value[model.Finish] = max(b.Value[model.Finish], fixedFinish(m, w)+r.sumBound(finishes))
	b.Value[model.Starts] = max(b.Value[model.Starts], r.sumBound(starts))
	return b
}

// FindGoals works out the bounds of each goal by itself, and what they add up to. That is a small part of the time
// of [Find], which looks besides at how goals are in each other's way.
func FindGoals(m *model.Model, g *model.Graph, w *model.Window) Bounds {
	b := Bounds{Goals: make([]Goal, len(m.Goals)), Beyond: model.None}
	teams := newTeams(m, g, w)
	reached := make([]int32, len(m.Goals))
	for i := range m.Goals {
		b.Goals[i] = chain(m, w, &m.Goals[i])
		teams.improve(&b.Goals[i], &m.Goals[i])
		reached[i] = b.Goals[i].Reached
		if b.Beyond == model.None && reached[i] > last(m, &m.Goals[i]) {
			b.Beyond = int32(i)
		}
	}
	b.Value = m.LowerBound(reached, w)
	return b
}

// fixedFinish is what goals add to the finish that are not wished for: none of their members can be later
// than what is reached already.
func fixedFinish(m *model.Model, w *model.Window) int64 {
	sum := int64(0)
	for i := range m.Goals {
		if b := chain(m, w, &m.Goals[i]); b.Task == model.None {
			sum += m.Goals[i].Finish * int64(b.Reached)
		}
	}
	return sum
}

// chain is the bound that ignores what tasks take away from each other.
func chain(m *model.Model, w *model.Window, goal *model.Goal) Goal {
	b := Goal{Reached: goal.Reached, Task: model.None, Resource: model.None}
	for _, task := range goal.Members {
		if finish := m.Finish(task, w.Earliest[task]); finish > b.Reached {
			b.Reached, b.Task = finish, task
		}
	}
	return b
}

// last is the boundary by which the members of a goal must all have finished.
func last(m *model.Model, goal *model.Goal) int32 {
	last := goal.Reached
	for _, task := range goal.Members {
		last = max(last, m.Tasks[task].Latest)
	}
	return last
}
