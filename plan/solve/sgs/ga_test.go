package sgs_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/plan/solve/model"
	"epr/plan/solve/sgs"
)

// plain draws a project without calendars, with up to six resources. Its last task waits for all others.
func plain(t *rapid.T) *model.Model {
	resources := rapid.IntRange(0, 6).Draw(t, "resources")
	m := &model.Model{Horizon: 1}
	for range rapid.IntRange(1, 12).Draw(t, "tasks") {
		task := model.Task{Days: rapid.Int32Range(0, 6).Draw(t, "days")}
		for r := range resources {
			if amount := rapid.Int32Range(0, 5).Draw(t, "amount"); amount > 0 {
				task.Demands = append(task.Demands, model.Demand{Resource: int32(r), Amount: amount})
			}
		}
		m.Horizon += task.Days
		m.Tasks = append(m.Tasks, task)
	}
	sink := int32(len(m.Tasks))
	m.Tasks = append(m.Tasks, model.Task{})
	for i := range sink {
		m.Tasks[i].Latest = m.Horizon
		m.Arcs = append(m.Arcs, model.Arc{From: i, To: sink, FromDays: m.Tasks[i].Days, Ordered: true})
		if i > 0 && rapid.Bool().Draw(t, "waits") {
			from := rapid.Int32Range(0, i-1).Draw(t, "for")
			m.Arcs = append(m.Arcs, model.Arc{From: from, To: i, FromDays: m.Tasks[from].Days, Ordered: true})
		}
	}
	m.Tasks[sink].Latest = m.Horizon
	for range resources {
		capacity := make([]int32, m.Horizon)
		limit := rapid.Int32Range(5, 8).Draw(t, "capacity")
		for day := range capacity {
			capacity[day] = limit
		}
		m.Resources = append(m.Resources, model.Resource{Capacity: capacity})
	}
	m.Calendars = []model.Calendar{model.EveryDay(m.Horizon)}
	m.Domains = []model.Domain{model.AnyDay(m.Horizon)}
	return m
}

// plainProject draws a model and takes it for the plain project that it is.
func plainProject(t *rapid.T) (*model.Model, *sgs.Plain) {
	m := plain(t)
	project, ok := sgs.NewPlain(m)
	if !ok {
		t.Fatal("taken for no plain project")
	}
	return m, project
}

// Every best schedule keeps the rules, is as long as it is said to be, never gets longer, and comes out
// the same again.
func TestEvolution(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, project := plainProject(t)
		e, again := sgs.NewEvolution(project, 5, 60, 3), sgs.NewEvolution(project, 5, 60, 3)
		before := m.Horizon + 1
		for range 4 {
			e.Run(30, 0)
			again.Run(30, 0)
			starts, makespan := e.Best()
			if broken := m.Check(starts); len(broken) > 0 {
				t.Fatalf("%v breaks rules: %v", starts, broken)
			}
			if starts[len(starts)-1] != makespan || makespan > before {
				t.Fatalf("%v is said to take %d, the one before took %d", starts, makespan, before)
			}
			before = makespan
			repeated, _ := again.Best()
			if diff := cmp.Diff(starts, repeated); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

// A model with anything a plain project cannot have is none.
func TestNoPlain(t *testing.T) {
	for name, change := range map[string]func(m *model.Model){
		"a day off":         func(m *model.Model) { m.Calendars[0] = model.NewCalendar([]bool{true, false, true, true}) },
		"a start left out":  func(m *model.Model) { m.Domains[0] = model.NewDomain([]bool{true, false, true, true, true}) },
		"a lag":             func(m *model.Model) { m.Arcs[0].Lag = 1 },
		"a start-start":     func(m *model.Model) { m.Arcs[0].FromDays = 0 },
		"a first day":       func(m *model.Model) { m.Tasks[1].Earliest = 1 },
		"a capacity change": func(m *model.Model) { m.Resources[0].Capacity[2] = 1 },
		"a last day":        func(m *model.Model) { m.Tasks[1].Latest = 3 },
		"too little time":   func(m *model.Model) { m.Tasks[0].Days = 4 },
		"too large a need":  func(m *model.Model) { m.Tasks[0].Demands[0].Amount = 3 },
	} {
		m := &model.Model{
			Horizon: 4, Calendars: []model.Calendar{model.EveryDay(4)}, Domains: []model.Domain{model.AnyDay(4)},
			Tasks: []model.Task{
				{Days: 2, Latest: 4, Demands: []model.Demand{{Resource: 0, Amount: 1}}}, {Days: 1, Latest: 4},
			},
			Arcs:      []model.Arc{{From: 0, To: 1, FromDays: 2, Ordered: true}},
			Resources: []model.Resource{{Capacity: []int32{2, 2, 2, 2}}},
		}
		if _, ok := sgs.NewPlain(m); !ok {
			t.Fatal("the model itself is taken for no plain project")
		}
		change(m)
		if _, ok := sgs.NewPlain(m); ok {
			t.Errorf("with %s it is taken for a plain project", name)
		}
	}
}
