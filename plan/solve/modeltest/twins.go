package modeltest

import (
	"slices"

	"epr/plan/solve/model"
)

// Twins makes a problem in which some work comes two or three times: two to four tasks, of which one or two that
// belong together are repeated with all that they are tied to. In half of the cases something is different somewhere.
// It may have no schedule.
func Twins(draw Draw) *model.Model {
	b := builder{draw: draw, m: &model.Model{Horizon: int32(draw("horizon", 6, 10))}}
	b.calendars()
	for range b.draw("resources", 1, 2) {
		b.scarce()
	}
	b.softs()
	tasks := draw("tasks", 2, 3)
	for range tasks {
		b.task()
		if b.chance("busy", 80) {
			b.keepBusy(&b.m.Tasks[len(b.m.Tasks)-1])
		}
	}
	for range draw("arcs", 0, 4) {
		b.arc()
	}
	for range draw("goals", 1, 3) {
		b.goal()
	}
	last := int32(draw("last", 1, tasks-1))
	first := max(0, last-int32(draw("more", 0, 1)))
	arcs, goals := len(b.m.Arcs), len(b.m.Goals)
	for range draw("copies", 1, 5-tasks) {
		b.repeat(first, last, arcs, goals)
	}
	if b.chance("differ", 50) {
		b.differ()
	}
	return b.m
}

// differ makes one thing different somewhere, so that what was repeated may be so no longer.
func (b *builder) differ() {
	t := &b.m.Tasks[b.draw("which", 0, len(b.m.Tasks)-1)]
	switch b.draw("what", 0, 7) {
	case 0:
		b.domains(t)
	case 1:
		t.Earliest = b.day("earliest")
	case 2:
		t.Latest = b.day("latest")
	case 3:
		t.Begun = true
	case 4:
		t.Demands = nil
	case 5:
		b.goal()
	case 6:
		g := &b.m.Goals[b.draw("goal", 0, len(b.m.Goals)-1)]
		g.Weight++
	default:
		b.arc()
	}
}

// repeat adds the tasks from first to last once more, with what the first arcs and goals say of them.
func (b *builder) repeat(first, last int32, arcs, goals int) {
	shift := int32(len(b.m.Tasks)) - first
	isRepeated := func(task int32) bool { return first <= task && task <= last }
	image := func(task int32) int32 {
		if isRepeated(task) {
			return task + shift
		}
		return task
	}
	for task := first; task <= last; task++ {
		b.m.Tasks = append(b.m.Tasks, b.m.Tasks[task])
	}
	for _, a := range b.m.Arcs[:arcs] {
		if isRepeated(a.From) || isRepeated(a.To) {
			a.From, a.To = image(a.From), image(a.To)
			b.m.Arcs = append(b.m.Arcs, a)
		}
	}
	for i := range goals {
		b.repeatGoal(i, isRepeated, image)
	}
}

// repeatGoal makes what is repeated part of the same goal, or of another like it.
func (b *builder) repeatGoal(i int, isRepeated func(int32) bool, image func(int32) int32) {
	g := b.m.Goals[i]
	if !slices.ContainsFunc(g.Members, isRepeated) {
		return
	}
	var members []int32
	for _, task := range g.Members {
		members = append(members, image(task))
	}
	if b.chance("own goal", 60) {
		g.Members = slices.DeleteFunc(members, func(task int32) bool { return slices.Contains(g.Members, task) && isRepeated(task) })
		b.m.Goals = append(b.m.Goals, g)
		return
	}
	for _, task := range members {
		if !slices.Contains(g.Members, task) {
			g.Members = append(slices.Clip(g.Members), task)
		}
	}
	b.m.Goals[i] = g
}
