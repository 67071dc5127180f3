package model

import "slices"

// Level is one step of the objective. Levels are compared in order: a later one matters only between
// schedules that agree on all before.
type Level int

// The levels of the objective. All are to be small.
const (
	// Unpriced counts the soft windows entered that have no price in days of lateness.
	Unpriced Level = iota
	// Announced is the lateness beyond announced dates: the sum over goals of weight times days.
	Announced
	// Late is the lateness beyond promised dates and the prices of the soft windows entered, in
	// hundredths of a weighted day.
	Late
	// Moves is what moving away from the kept starts costs: the sum over moved tasks of weight times
	// (MoveCharge + days moved).
	Moves
	// Finish is the sum over goals of their finish weight times the boundary at which they are reached.
	Finish
	// Starts is the sum of all starts.
	Starts

	levels
)

// Levels is the number of levels.
const Levels = int(levels)

// LateUnit is the value of one weighted day at level Late.
const LateUnit = 100

// Value is how good a schedule is, level by level.
type Value [Levels]int64

// Less reports whether v is better than o.
func (v Value) Less(o Value) bool { return slices.Compare(v[:], o[:]) < 0 }

// LessUpTo reports whether v is better than o on the levels up to and including last.
func (v Value) LessUpTo(last Level, o Value) bool {
	return slices.Compare(v[:last+1], o[:last+1]) < 0
}

// Evaluate is the value of a schedule, one start for each task. It trusts that the schedule is valid.
func (m *Model) Evaluate(starts []int32) Value {
	var v Value
	for i := range m.Goals {
		g := &m.Goals[i]
		v.addGoal(g, m.goalFinish(g, starts))
	}
	for i := range m.Tasks {
		v[Starts] += int64(starts[i])
		if len(m.Tasks[i].Softs) > 0 {
			m.addSofts(&v, int32(i), starts[i])
		}
	}
	for i, kept := range m.Kept {
		v[Moves] += kept.cost(starts[i])
	}
	return v
}

// goalFinish is the boundary at which a goal is reached.
func (m *Model) goalFinish(g *Goal, starts []int32) int32 {
	reached := g.Reached
	for _, task := range g.Members {
		reached = max(reached, m.Finish(task, starts[task]))
	}
	return reached
}

// addGoal adds what a goal costs that is reached at a boundary.
func (v *Value) addGoal(g *Goal, reached int32) {
	v[Announced] += g.Weight * int64(max(0, reached-g.Announced))
	v[Late] += LateUnit * g.Weight * int64(max(0, reached-g.By))
	v[Finish] += g.Finish * int64(reached)
}

func (m *Model) addSofts(v *Value, task, start int32) {
	finish := m.Finish(task, start)
	for _, soft := range m.Tasks[task].Softs {
		switch w := m.Softs[soft].entered(start, finish); {
		case w == nil:
		case w.Price < 0:
			v[Unpriced]++
		default:
			v[Late] += w.Price
		}
	}
}

func (a Anchor) cost(start int32) int64 {
	if a.Start == None || start == a.Start {
		return 0
	}
	return a.Weight * (MoveCharge + int64(max(start-a.Start, a.Start-start)))
}

// LowerBound is a value no schedule is better than, given boundaries before which the goals cannot be
// reached and a window in which every schedule lies.
func (m *Model) LowerBound(goals []int32, w *Window) Value {
	var v Value
	for i := range m.Goals {
		v.addGoal(&m.Goals[i], goals[i])
	}
	for task, start := range w.Earliest {
		v[Starts] += int64(start)
		if len(m.Kept) > 0 && m.Kept[task].Start != None {
			nearest := min(max(m.Kept[task].Start, start), w.Latest[task])
			v[Moves] += m.Kept[task].cost(nearest)
		}
	}
	return v
}
