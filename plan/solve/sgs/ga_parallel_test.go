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
		m, project := plainProject(t)
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
			keepsRules(t, turned, starts, makespan)
			for task := range starts {
				if day, ok := earlier(turned, starts, task); ok {
					t.Fatalf("task %d of %v could start on day %d", task, starts, day)
				}
			}
			most := rapid.Int32Range(0, m.Horizon).Draw(t, "most")
			_, bound := d.Schedule(isBackwards, keys, most)
			isGivenUp(t, makespan, bound, most)
		}
	})
}

// A schedule of which a stretch is packed keeps the rules. One that is packed as a whole, from keys that rise along the
// links, is the one that parallel generation makes, unless tasks without a length let others start on their day.
func TestPackedStretch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, project := plainProject(t)
		s := sgs.NewSerial(project)
		for range 3 { // one generator for all, as keys and directions change
			keys := rapid.SliceOfN(rapid.Int32Range(-20, 20), len(m.Tasks), len(m.Tasks)).Draw(t, "keys")
			from, to := rapid.Int32Range(-25, 40).Draw(t, "from"), rapid.Int32Range(-25, 40).Draw(t, "to")
			isBackwards := rapid.Bool().Draw(t, "backwards")
			turned := m
			if isBackwards {
				turned = turnRound(m)
			}
			made, makespan := s.Schedule(isBackwards, keys, from, to, m.Horizon)
			keepsRules(t, turned, made, makespan)
			most := rapid.Int32Range(0, m.Horizon).Draw(t, "most")
			_, bound := s.Schedule(isBackwards, keys, from, to, most)
			isGivenUp(t, makespan, bound, most)

			if slices.ContainsFunc(m.Tasks[:len(m.Tasks)-1], func(t model.Task) bool { return t.Days == 0 }) {
				continue
			}
			rank := rising(turned, keys)
			made, makespan = s.Schedule(isBackwards, rank, 0, int32(len(rank)), m.Horizon)
			packed := slices.Clone(made)
			dense, same := sgs.NewDense(project).Schedule(isBackwards, rank, m.Horizon)
			if makespan != same || !slices.Equal(packed, dense) {
				t.Fatalf("%v packed as a whole, %v by parallel generation", packed, dense)
			}
		}
	})
}

// rising numbers the tasks of a model so that each comes after those it waits for, else by keys.
func rising(m *model.Model, keys []int32) []int32 {
	rank := make([]int32, len(m.Tasks))
	for i := range rank {
		rank[i] = -1
	}
	for next := range rank {
		first := -1
		for task := range rank {
			waits := slices.ContainsFunc(m.Arcs, func(a model.Arc) bool { return int(a.To) == task && rank[a.From] < 0 })
			if rank[task] < 0 && !waits && (first < 0 || keys[task] < keys[first]) {
				first = task
			}
		}
		rank[first] = int32(next)
	}
	return rank
}

func keepsRules(t *rapid.T, m *model.Model, starts []int32, makespan int32) {
	if broken := m.Check(starts); len(broken) > 0 {
		t.Fatalf("%v breaks rules: %v", starts, broken)
	}
	if last := slices.Max(finishes(m, starts)); last != makespan {
		t.Fatalf("%v takes %d, not %d", starts, last, makespan)
	}
}

// isGivenUp checks what is said of a schedule that may take some days at most.
func isGivenUp(t *rapid.T, makespan, bound, most int32) {
	if bound > most != (makespan > most) || bound > makespan {
		t.Fatalf("%d days are said to be %d, with %d allowed", makespan, bound, most)
	}
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
