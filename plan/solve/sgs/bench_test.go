package sgs

import (
	"fmt"
	"slices"
	"testing"

	"epr/plan/solve/model"
)

// chains is a model of many projects: each a chain of thirty tasks that share six resources with the
// others, five of them tied together by a maximum lag.
func chains(projects int32) *model.Model {
	const length, horizon = 30, 4000
	worked := make([]bool, horizon)
	for day := range worked {
		worked[day] = day%7 < 5
	}
	m := &model.Model{
		Horizon: horizon, Calendars: []model.Calendar{model.NewCalendar(worked)},
		Domains: []model.Domain{model.NewDomain(append(worked, false))},
	}
	for range 6 {
		m.Resources = append(m.Resources, model.Resource{Capacity: slices.Repeat([]int32{500 + projects*20}, horizon)})
	}
	r := random{1}
	for project := range projects {
		first := int32(len(m.Tasks))
		for k := range int32(length) {
			t := model.Task{Days: 1 + int32(r.below(30)), Latest: horizon, Project: project}
			if r.below(3) > 0 {
				t.Demands = []model.Demand{{Resource: int32(r.below(6)), Amount: int32(50 + r.below(400))}}
			}
			m.Tasks = append(m.Tasks, t)
			if k > 0 {
				m.Arcs = append(m.Arcs, model.Arc{From: first + k - 1, FromDays: m.Tasks[first+k-1].Days, To: first + k, Ordered: true})
			}
		}
		m.Arcs = append(m.Arcs, model.Arc{From: first + 24, To: first + 20, Lag: -130, Back: true})
		m.Goals = append(m.Goals, model.Goal{
			Members: []int32{first + length - 1}, Announced: model.Never, By: 800, Weight: 1 + int64(project)%3, Finish: 1,
		})
	}
	return m
}

// BenchmarkGenerate makes one schedule: the order of work, and every task in its place.
func BenchmarkGenerate(b *testing.B) {
	for _, projects := range []int32{10, 206} {
		b.Run(fmt.Sprint(30*projects), func(b *testing.B) {
			m := chains(projects)
			g := model.NewGraph(m)
			w, conflict := model.FindWindow(m, g)
			if conflict != nil {
				b.Fatal(conflict)
			}
			s := newSearch(m, g, w, Options{})
			b.ReportAllocs()
			for b.Loop() {
				s.order = s.forward.order(s.rules[0].keys, s.order)
				if _, failed := s.generator.Generate(s.order, nil); failed != model.None {
					b.Fatal("no day was left for ", failed)
				}
			}
		})
	}
}
