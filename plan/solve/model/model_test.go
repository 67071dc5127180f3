package model_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// week works on Monday to Friday, starting on a Monday.
func week(days int) model.Calendar {
	worked := make([]bool, days)
	for day := range worked {
		worked[day] = day%7 < 5
	}
	return model.NewCalendar(worked)
}

func TestCalendarCounts(t *testing.T) {
	c := week(21)
	for _, tt := range []struct {
		rule      string
		got, want int32
	}{
		{"five days from Monday are done on Saturday morning", c.After(0, 5), 5},
		{"a sixth is done on Tuesday morning", c.After(0, 6), 8},
		{"a milestone finishes when it starts", c.After(6, 0), 6},
		{"work that the horizon does not hold is never done", c.After(0, 16), model.Never},
		{"to be done after the second Monday, three days start on Thursday or later", c.From(8, 3), 3},
		{"to be done by Saturday, three days start by Wednesday", c.Until(5, 3), 2},
		{"nothing is done before the first day", c.Until(0, 1), model.None},
		{"a lag of two from Friday morning ends on Tuesday morning", c.Lag(4, 2), 8},
		{"a lag of none over the weekend ends on Saturday morning", c.Lag(7, 0), 5},
		{"the last boundary with two worked days left before Tuesday is Friday morning", c.Lead(8, 2), 4},
		{"a lead beyond the first day is none", c.Lead(1, 2), model.None},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %d, want %d", tt.rule, tt.got, tt.want)
		}
	}
}

// TestArcBounds holds MinTo and MaxFrom against the meaning of an arc, which Check knows.
func TestArcBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		for i := range m.Arcs {
			a := &m.Arcs[i]
			if a.From == model.Origin || a.To == model.Origin {
				continue
			}
			pair := bare(m, a)
			for from := range pair.Horizon + 1 {
				for to := range pair.Horizon + 1 {
					if !finishes(pair, from, to) {
						continue
					}
					holds := len(pair.Check([]int32{from, to})) == 0
					arc := &pair.Arcs[0]
					if got := pair.MinTo(arc, from) <= to; got != holds {
						t.Fatalf("arc %+v: from %d to %d holds is %v, MinTo %d", *a, from, to, holds, pair.MinTo(arc, from))
					}
					if got := pair.MaxFrom(arc, to) >= from; got != holds {
						t.Fatalf("arc %+v: from %d to %d holds is %v, MaxFrom %d", *a, from, to, holds, pair.MaxFrom(arc, to))
					}
				}
			}
		}
	})
}

// bare is a model of nothing but one arc and its two tasks.
func bare(m *model.Model, a *model.Arc) *model.Model {
	task := func(i int32) model.Task {
		return model.Task{Days: m.Tasks[i].Days, Calendar: m.Tasks[i].Calendar, Latest: m.Horizon}
	}
	arc := *a
	arc.From, arc.To = 0, 1
	return &model.Model{
		Horizon: m.Horizon, Calendars: m.Calendars, Domains: []model.Domain{model.AnyDay(m.Horizon)},
		Tasks: []model.Task{task(a.From), task(a.To)}, Arcs: []model.Arc{arc},
	}
}

func finishes(m *model.Model, from, to int32) bool {
	return m.Finish(0, from) <= m.Horizon && m.Finish(1, to) <= m.Horizon
}

// TestCheckAgreesWithTrials holds the two naive readings of the rules against each other: every best
// schedule passes, and moving one task passes exactly if trying everything would allow it too.
func TestCheckAgreesWithTrials(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		if err := m.Validate(); err != nil {
			t.Fatal(err)
		}
		best, _ := modeltest.Best(m)
		if best == nil {
			t.Skip("no schedule")
		}
		if found := m.Check(best); len(found) > 0 {
			t.Fatalf("best %v: %v", best, found)
		}
		task := rapid.IntRange(0, len(best)-1).Draw(t, "moved")
		moved := slices.Clone(best)
		moved[task] = int32(rapid.IntRange(0, int(m.Horizon)).Draw(t, "to"))
		if got, want := len(m.Check(moved)) == 0, isSchedule(m, moved); got != want {
			t.Fatalf("%v passes is %v, is a schedule %v: %v", moved, got, want, m.Check(moved))
		}
	})
}

// isSchedule asks the trials whether nothing but these starts is possible in a model that allows no other.
func isSchedule(m *model.Model, starts []int32) bool {
	only := *m
	only.Tasks = slices.Clone(m.Tasks)
	only.Domains = slices.Clone(m.Domains)
	for i, x := range starts {
		may := make([]bool, m.Horizon+1)
		may[x] = m.Domains[m.Tasks[i].Domain].Has(x)
		only.Tasks[i].Domain = int32(len(only.Domains))
		only.Domains = append(only.Domains, model.NewDomain(may))
	}
	best, _ := modeltest.Best(&only)
	return best != nil
}

// TestWindowHoldsEverySchedule: no schedule lies outside the window, and a conflict means that there is
// none.
func TestWindowHoldsEverySchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		best, _ := modeltest.Best(m)
		w, conflict := model.FindWindow(m, model.NewGraph(m))
		if best == nil {
			return
		}
		if conflict != nil {
			t.Fatalf("conflict %+v, but %v is a schedule", conflict, best)
		}
		for task, x := range best {
			if x < w.Earliest[task] || x > w.Latest[task] {
				t.Fatalf("task %d starts on %d, outside %d to %d", task, x, w.Earliest[task], w.Latest[task])
			}
		}
	})
}

// TestWindowIsASchedule: without resources and consequences the earliest starts are a schedule themselves,
// and so are the latest.
func TestWindowIsASchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		for i := range m.Tasks {
			m.Tasks[i].Demands, m.Tasks[i].Prompt = nil, false
		}
		w, conflict := model.FindWindow(m, model.NewGraph(m))
		if conflict != nil {
			if best, _ := modeltest.Best(m); best != nil {
				t.Fatalf("conflict %+v, but %v is a schedule", conflict, best)
			}
			return
		}
		for _, starts := range [][]int32{w.Earliest, w.Latest} {
			if found := m.Check(starts); len(found) > 0 {
				t.Fatalf("%v: %v", starts, found)
			}
		}
	})
}

func TestConflictNamesTheChain(t *testing.T) {
	m := &model.Model{
		Horizon: 14, Calendars: []model.Calendar{week(14)}, Domains: []model.Domain{model.AnyDay(14)},
		Tasks: []model.Task{{Days: 4, Latest: 14}, {Days: 1, Latest: 14}, {Days: 4, Latest: 9}},
		Arcs: []model.Arc{
			{From: 0, FromDays: 4, To: 2, Ordered: true},
			{From: 1, FromDays: 1, To: 2, Ordered: true},
		},
	}
	_, got := model.FindWindow(m, model.NewGraph(m))
	want := &model.Conflict{Task: 2, Chain: []int32{0, 2}, Earliest: []int32{0, 4}, Start: 4, Latest: 3}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEvaluate(t *testing.T) {
	m := &model.Model{
		Horizon: 20, Calendars: []model.Calendar{model.EveryDay(20)}, Domains: []model.Domain{model.AnyDay(20)},
		Softs: []model.Soft{
			{Windows: []model.SoftWindow{{From: 2, To: 4, Price: 150}, {From: 8, To: 9, Price: 70}}},
			{Windows: []model.SoftWindow{{From: 6, To: 7, Price: -1}}},
		},
		Tasks: []model.Task{
			{Days: 3, Latest: 20, Softs: []int32{0, 1}},
			{Days: 2, Latest: 20, Softs: []int32{0}},
		},
		Goals: []model.Goal{
			{Members: []int32{0, 1}, Announced: 8, By: 5, Weight: 2, Finish: 3},
			{Members: []int32{1}, Reached: 11, Announced: model.Never, By: model.Never, Weight: 9, Finish: 1},
		},
		Kept: []model.Anchor{{Start: 6, Weight: 4}, {Start: 10, Weight: 2}},
	}
	got := m.Evaluate([]int32{6, 8})
	want := model.Value{
		model.Unpriced:  1,              // task 0 enters window 6 to 7
		model.Announced: 2 * 2,          // reached at 10, announced for 8
		model.Late:      2*5*100 + 70*2, // promised for 5; both tasks enter window 8 to 9
		model.Moves:     2 * (5 + 2),    // task 1 by 2 days
		model.Finish:    3*10 + 11,
		model.Starts:    6 + 8,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestProfileFits(t *testing.T) {
	m := &model.Model{
		Horizon: 14, Calendars: []model.Calendar{week(14)}, Domains: []model.Domain{model.AnyDay(14)},
		Resources: []model.Resource{{Capacity: slices.Repeat([]int32{2}, 14)}},
	}
	task := model.Task{Days: 3, Demands: []model.Demand{{Amount: 2}}}
	other := model.Task{Days: 2, Demands: []model.Demand{{Amount: 1}}}
	p := model.NewProfile(m)
	p.Take(&other, 3) // Thursday and Friday
	check := func(what string, got, want int32) {
		t.Helper()
		if got != want {
			t.Errorf("%s: %d, want %d", what, got, want)
		}
	}
	check("before", p.Fit(&task, &m.Domains[0], 0, 9), 0)
	check("after", p.Fit(&task, &m.Domains[0], 1, 9), 5)
	check("too late", p.Fit(&task, &m.Domains[0], 1, 4), model.Never)
	check("last before", p.FitLast(&task, &m.Domains[0], 4), 0)
	p.Give(&other, 3)
	check("free again", p.Fit(&task, &m.Domains[0], 1, 9), 1)
}

func TestValidate(t *testing.T) {
	good := func() *model.Model {
		return &model.Model{
			Horizon: 3, Calendars: []model.Calendar{model.EveryDay(3)}, Domains: []model.Domain{model.AnyDay(3)},
			Tasks: []model.Task{{Days: 1, Latest: 3}, {Days: 1, Latest: 3}},
			Arcs:  []model.Arc{{From: 0, FromDays: 1, To: 1, Ordered: true}},
		}
	}
	for _, tt := range []struct {
		want  string
		spoil func(*model.Model)
	}{
		{"<nil>", func(*model.Model) {}},
		{"task 1: calendar 7 of 1", func(m *model.Model) { m.Tasks[1].Calendar = 7 }},
		{"task 0: resource 0 of 0", func(m *model.Model) { m.Tasks[0].Demands = []model.Demand{{Amount: 1}} }},
		{"arc 0: 2 days done of 1", func(m *model.Model) { m.Arcs[0].FromDays = 2 }},
		{"arc 0: from 0 to itself", func(m *model.Model) { m.Arcs[0].To = 0 }},
		{"domain 0: length 6, want 5", func(m *model.Model) { m.Domains[0] = model.AnyDay(4) }},
		{"1 kept starts for 2 tasks", func(m *model.Model) { m.Kept = []model.Anchor{{}} }},
	} {
		m := good()
		tt.spoil(m)
		if got := fmt.Sprint(m.Validate()); got != tt.want {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
}
