package sgs_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/model"
	"epr/plan/solve/sgs"
)

// Schedules made by parallel generation keep the rules in both directions of time, and none of their tasks
// could start on an earlier day beside what runs on it. One that is given up is said to be longer than
// allowed, and it is.
func TestParallelGeneration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := plain(t)
		project, ok := sgs.NewPlain(m)
		if !ok {
			t.Fatal("taken for no plain project")
		}
		d := sgs.NewDense(project)
		for range 3 { // one generator for all, as keys and directions change
			keys := rapid.SliceOfN(rapid.Int32Range(-20, 20), len(m.Tasks), len(m.Tasks)).Draw(t, "keys")
			isBackwards := rapid.Bool().Draw(t, "backwards")
			made, makespan := d.Schedule(isBackwards, keys, m.Horizon)
			starts := slices.Clone(made)
			turned := m
			if isBackwards {
				turned = turnRound(m)
			}
			if broken := turned.Check(starts); len(broken) > 0 {
				t.Fatalf("%v breaks rules: %v", starts, broken)
			}
			if last := slices.Max(finishes(turned, starts)); last != makespan {
				t.Fatalf("%v takes %d, not %d", starts, last, makespan)
			}
			for task := range starts {
				if day, ok := earlier(turned, starts, task); ok {
					t.Fatalf("task %d of %v could start on day %d", task, starts, day)
				}
			}
			most := rapid.Int32Range(0, m.Horizon).Draw(t, "most")
			if _, bound := d.Schedule(isBackwards, keys, most); bound > most != (makespan > most) || bound > makespan {
				t.Fatalf("%d days are said to be %d, with %d allowed", makespan, bound, most)
			}
		}
	})
}

// turnRound is a model in which time goes backwards.
func turnRound(m *model.Model) *model.Model {
	turned := *m
	turned.Arcs = nil
	for _, a := range m.Arcs {
		turned.Arcs = append(turned.Arcs, model.Arc{From: a.To, To: a.From, FromDays: m.Tasks[a.To].Days, Ordered: true})
	}
	return &turned
}

func finishes(m *model.Model, starts []int32) []int32 {
	var days []int32
	for task, start := range starts {
		days = append(days, start+m.Tasks[task].Days)
	}
	return days
}

// earlier looks for a day before its start on which a task waits for nothing and there is room for it beside
// what runs on that day.
func earlier(m *model.Model, starts []int32, task int) (day int32, ok bool) {
	for _, a := range m.Arcs {
		if a.To == int32(task) {
			day = max(day, starts[a.From]+a.FromDays)
		}
	}
	for ; day < starts[task]; day++ {
		if hasRoom(m, starts, task, day) {
			return day, true
		}
	}
	return 0, false
}

func hasRoom(m *model.Model, starts []int32, task int, day int32) bool {
	for _, demand := range m.Tasks[task].Demands {
		left := m.Resources[demand.Resource].Capacity[0]
		for other, start := range starts {
			if start <= day && day < start+m.Tasks[other].Days {
				left -= need(m, other, demand.Resource)
			}
		}
		if left < demand.Amount {
			return false
		}
	}
	return true
}

func need(m *model.Model, task int, resource int32) int32 {
	for _, demand := range m.Tasks[task].Demands {
		if demand.Resource == resource {
			return demand.Amount
		}
	}
	return 0
}
