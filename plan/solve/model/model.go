// Package model holds the scheduling problem in integers: tasks that start on a day between 0 and a
// horizon, calendars that say which days are worked, arcs between tasks, resources whose capacity
// changes by day, goals that are wanted early. It knows no dates, no names and no files; package solve
// translates a plan into it, and the schedule generators, the bounds and the constraint engine all work
// on it. [Model.Check] says from scratch what is wrong with a schedule, [Model.Evaluate] how good it is.
//
// The notation follows the field. x is the start of a task, t any boundary between days: boundary t is
// the morning of day t, so work on days 3 and 4 starts at 3 and finishes at 5. W(t) is the number of
// worked days before boundary t, D(w) the worked day number w, counted from 0. The finish of a task of
// d worked days is F(x) = D(W(x)+d-1)+1, or x if d is 0; it never decreases with x. Every rule between
// two tasks is of the form x_b >= f(x_a) with f never decreasing; a maximum lag is one that runs
// backwards.
package model

// Never is later than every day of every horizon.
const Never int32 = 1 << 30

// None stands for no day, where a day would be 0 or more.
const None int32 = -1

// Model is a scheduling problem. Indexes in it are positions in its slices. It is not changed once
// built and may be shared.
type Model struct {
	Horizon   int32 // days are 0 to Horizon-1, boundaries 0 to Horizon
	Calendars []Calendar
	Domains   []Domain
	Tasks     []Task
	Arcs      []Arc
	Resources []Resource
	Softs     []Soft
	Goals     []Goal
	// Kept are the starts that should change as little as possible, one for each task; empty if there
	// is nothing to keep.
	Kept []Anchor
}

// Task is one piece of work whose start is to be found. Work that is done is no task: what it leaves
// behind are arcs from [Origin].
type Task struct {
	Days     int32 // worked days; 0 for a milestone
	Calendar int32 // whose days are worked
	Earliest int32 // first day it may start
	Latest   int32 // boundary by which it must have finished
	Domain   int32 // days on which it may start
	// Strict is Domain less the starts that would enter a soft window; Domain if there are none.
	Strict  int32
	Softs   []int32 // soft windows it pays for when it enters them
	Demands []Demand
	// Prompt marks a consequence, as a milestone is: it has no days, may fall on any day, and is on the
	// very first that Earliest and the arcs to it allow, those of maximum lags apart. Nobody can put it
	// off to please a maximum lag; only what it waits for can come later.
	Prompt bool
	// Begun marks work under way: generators give it its place before all other work.
	Begun bool
	// Project is the part of the programme the task belongs to, a small number. Rules that order
	// whole projects use it; nothing else does.
	Project int32
	// Step is what the task was made from, a small number: work of one step is likely to be alike. It is no more than a
	// hint.
	Step int32
}

// Demand is how much of a resource a task occupies on each of its worked days.
type Demand struct {
	Resource int32
	Amount   int32
}

// Resource is a pool that tasks share.
type Resource struct {
	Capacity []int32 // on each day of the horizon
}

// Finish is F(x) of a task that starts at x: the boundary at which it has finished, [Never] if that is
// beyond the horizon.
func (m *Model) Finish(task, x int32) int32 {
	t := &m.Tasks[task]
	return m.Calendars[t.Calendar].After(x, t.Days)
}

// LatestStart is the last day on which a task can start and still finish in time, by its calendar
// alone; [None] if there is none.
func (m *Model) LatestStart(task int32) int32 {
	t := &m.Tasks[task]
	return m.Calendars[t.Calendar].Until(t.Latest, t.Days)
}
