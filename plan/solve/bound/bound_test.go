package bound_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/plan/solve/bound"
	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// TestBelowEverySchedule: no level of the bound is above the best schedule's, taken level by level, and
// no goal is reached before its bound. A goal said to be beyond reach has no schedule.
func TestBelowEverySchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		g := model.NewGraph(m)
		w, conflict := model.FindWindow(m, g)
		if conflict != nil {
			return
		}
		b := bound.Find(m, g, w)
		best, _ := modeltest.Best(m)
		if best == nil {
			return
		}
		if b.Beyond != model.None {
			t.Fatalf("goal %d is beyond reach, but %v is a schedule", b.Beyond, best)
		}
		for level := range b.Value {
			// Each level is bounded over all schedules, so it is held against the best for that level.
			least := bestAt(m, model.Level(level))
			if b.Value[level] > least {
				t.Fatalf("level %d: bound %d above the best %d", level, b.Value[level], least)
			}
		}
	})
}

// bestAt is the least value of a level over all schedules.
func bestAt(m *model.Model, level model.Level) int64 {
	alone := *m
	switch level {
	case model.Unpriced:
	case model.Announced:
		alone.Tasks = withoutSofts(m.Tasks)
	case model.Late:
		alone.Tasks = withoutSofts(m.Tasks)
		alone.Goals = changed(m.Goals, func(g *model.Goal) { g.Announced = model.Never })
	case model.Moves:
		alone.Tasks, alone.Goals = withoutSofts(m.Tasks), nil
	case model.Finish:
		alone.Tasks, alone.Kept = withoutSofts(m.Tasks), nil
		alone.Goals = changed(m.Goals, func(g *model.Goal) { g.Announced, g.By = model.Never, model.Never })
	case model.Starts:
		alone.Tasks, alone.Goals, alone.Kept = withoutSofts(m.Tasks), nil, nil
	}
	_, value := modeltest.Best(&alone)
	return value[level]
}

func withoutSofts(tasks []model.Task) []model.Task {
	all := append([]model.Task(nil), tasks...)
	for i := range all {
		all[i].Softs = nil
	}
	return all
}

func changed(goals []model.Goal, change func(*model.Goal)) []model.Goal {
	all := append([]model.Goal(nil), goals...)
	for i := range all {
		change(&all[i])
	}
	return all
}

// TestCertificates gives each reason its simplest case: two trainers for five weeks, from Monday.
func TestCertificates(t *testing.T) {
	worked, two := make([]bool, 35), make([]int32, 35)
	for day := range worked {
		worked[day], two[day] = day%7 < 5, 2
	}
	train := model.Task{Days: 4, Latest: 35, Demands: []model.Demand{{Amount: 1}}}
	m := &model.Model{
		Horizon: 35, Calendars: []model.Calendar{model.NewCalendar(worked)}, Domains: []model.Domain{model.AnyDay(35)},
		Resources: []model.Resource{{Capacity: two}},
		Tasks:     []model.Task{train, train, train, train, train, {Days: 12, Latest: 35, Earliest: 2}},
		Goals: []model.Goal{
			{Members: []int32{0, 1, 2, 3, 4}, Announced: model.Never, By: 11, Weight: 3, Finish: 1},
			{Members: []int32{0, 5}, Announced: model.Never, By: model.Never, Finish: 1},
			{Reached: 4, Announced: model.Never, By: model.Never, Finish: 1},
		},
	}
	g := model.NewGraph(m)
	w, _ := model.FindWindow(m, g)
	got := bound.Find(m, g, w)
	want := bound.Bounds{
		Goals: []bound.Goal{
			{Reached: 14 - 2, Reason: bound.Team, Task: model.None, From: 0, Work: 20}, // 10 days of two people
			{Reached: 18, Reason: bound.Chain, Task: 5, Resource: model.None},
			{Reached: 4, Reason: bound.Chain, Task: model.None, Resource: model.None},
		},
		Beyond: model.None,
	}
	want.Value[model.Late] = 3 * 1 * model.LateUnit
	want.Value[model.Finish] = 12 + 18 + 4
	want.Value[model.Starts] = 2 + 5 // five times four days of two people: one of the five waits that long at least
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}

	for i := range m.Tasks[:5] {
		m.Tasks[i].Latest = 11
	}
	w, _ = model.FindWindow(m, g)
	if got := bound.Find(m, g, w).Beyond; got != 0 {
		t.Errorf("beyond %d, want 0: the trainers need a day more than there is", got)
	}
}
