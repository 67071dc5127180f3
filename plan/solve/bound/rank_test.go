package bound_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/bound"
	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// repeated draws a model of two or three projects of the same shape, two steps each, that share two scarce
// resources and differ in their durations, days and earliest starts. Every finish is wanted early.
func repeated(t *rapid.T) *model.Model {
	const horizon = 11
	draw := func(label string, lo, hi int32) int32 { return rapid.Int32Range(lo, hi).Draw(t, label) }
	worked, may := make([]bool, horizon), make([]bool, horizon+1)
	for day := range worked {
		worked[day] = draw("worked", 0, 4) > 0
	}
	for x := range may {
		may[x] = draw("may", 0, 3) > 0
	}
	m := &model.Model{
		Horizon:   horizon,
		Calendars: []model.Calendar{model.EveryDay(horizon), model.NewCalendar(worked)},
		Domains:   []model.Domain{model.AnyDay(horizon), model.NewDomain(may)},
	}
	for range 2 {
		capacity := make([]int32, horizon)
		for day := range capacity {
			capacity[day] = draw("capacity", 1, 3)
		}
		m.Resources = append(m.Resources, model.Resource{Capacity: capacity})
	}
	var steps [2]model.Task
	for k := range steps {
		steps[k] = model.Task{Calendar: draw("calendar", 0, 1), Latest: horizon, Demands: []model.Demand{
			{Resource: draw("resource", 0, 1), Amount: draw("amount", 0, 2)},
		}}
	}
	arc := model.Arc{Lag: draw("lag", -1, 2), Calendar: draw("lag calendar", 0, 1)}
	arc.Ordered = arc.Lag >= 0
	toFinish, fromStart := rapid.Bool().Draw(t, "to finish"), rapid.Bool().Draw(t, "from start")
	for project := range draw("projects", 2, 3) {
		for _, task := range steps {
			task.Project, task.Days = project, draw("days", 1, 3)
			task.Earliest, task.Domain = draw("earliest", 0, 3), draw("domain", 0, 1)
			task.Strict = task.Domain
			i := int32(len(m.Tasks))
			m.Tasks = append(m.Tasks, task)
			m.Goals = append(m.Goals, model.Goal{
				Members: []int32{i}, Announced: model.Never, By: model.Never, Finish: int64(draw("weight", 0, 2)),
			})
		}
		a := arc
		a.From, a.To = int32(len(m.Tasks))-2, int32(len(m.Tasks))-1
		if !fromStart {
			a.FromDays = m.Tasks[a.From].Days
		}
		if toFinish {
			a.ToDays = m.Tasks[a.To].Days
		}
		m.Arcs = append(m.Arcs, a)
	}
	return m
}

// TestRepeatedProjects: the bounds of projects that go through the same steps one after the other hold for
// the best schedule, and are the best now and then.
func TestRepeatedProjects(t *testing.T) {
	solved, exact := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		m := repeated(t)
		g := model.NewGraph(m)
		w, conflict := model.FindWindow(m, g)
		if conflict != nil {
			return
		}
		b := bound.Find(m, g, w)
		best, value := modeltest.Best(m)
		if best == nil {
			return
		}
		if b.Value[model.Finish] > value[model.Finish] {
			t.Fatalf("bound %v above the best %v", b.Value, value)
		}
		m.Goals = nil
		if _, starts := modeltest.Best(m); b.Value[model.Starts] > starts[model.Starts] {
			t.Fatalf("bound %v above the best %v", b.Value, starts)
		}
		solved++
		if b.Value[model.Finish] == value[model.Finish] {
			exact++
		}
	})
	if exact == 0 {
		t.Errorf("never exact in %d models", solved)
	}
}

// Work may wait for each other in a ring, if leads let it. What it waits for is then followed once around at most.
func TestRing(t *testing.T) {
	const horizon = 8
	m := &model.Model{
		Horizon:   horizon,
		Calendars: []model.Calendar{model.EveryDay(horizon)},
		Domains:   []model.Domain{model.AnyDay(horizon)},
		Resources: []model.Resource{{Capacity: slices.Repeat([]int32{1}, horizon)}},
		Tasks: []model.Task{
			{Days: 1, Latest: horizon, Demands: []model.Demand{{Resource: 0, Amount: 1}}},
			{Days: 2, Latest: horizon}, {Days: 2, Latest: horizon},
		},
		Arcs: []model.Arc{{From: 1, To: 2, Lag: -2}, {From: 2, To: 1, Lag: -2}},
	}
	g := model.NewGraph(m)
	w, _ := model.FindWindow(m, g)
	if got := bound.Find(m, g, w).Value[model.Starts]; got != 0 {
		t.Errorf("starts are %d at least, want 0", got)
	}
}
