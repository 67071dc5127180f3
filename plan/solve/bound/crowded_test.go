package bound_test

import (
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/bound"
	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// What is said to be impossible has no schedule.
func TestImpossibleIsTrue(t *testing.T) {
	crowded := 0
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		g := model.NewGraph(m)
		w, conflict := model.FindWindow(m, g)
		if conflict != nil {
			return
		}
		if !bound.IsCrowded(m, w) && !bound.IsBeyond(m, g, w) {
			return
		}
		crowded++
		if best, _ := modeltest.Best(m); best != nil {
			t.Fatalf("said to be impossible, but %v is a schedule", best)
		}
	})
	if crowded == 0 {
		t.Log("no model drawn was said to be impossible")
	}
}

// Three tasks of two days that take two of a team of three exclude each other, and do not fit into five days.
func TestIsCrowded(t *testing.T) {
	for _, tt := range []struct {
		amount, latest int32
		want           bool
	}{{2, 5, true}, {2, 6, false}, {1, 2, false}, {3, 5, true}, {1, 1, true}} {
		m := &model.Model{Horizon: 10, Calendars: []model.Calendar{model.EveryDay(10)}, Domains: []model.Domain{model.AnyDay(10)},
			Resources: []model.Resource{{Capacity: []int32{3, 3, 3, 3, 3, 3, 3, 3, 3, 3}}}}
		for range 3 {
			m.Tasks = append(m.Tasks, model.Task{Days: 2, Latest: tt.latest, Demands: []model.Demand{{Resource: 0, Amount: tt.amount}}})
		}
		w, conflict := model.FindWindow(m, model.NewGraph(m))
		if got := conflict != nil || bound.IsCrowded(m, w); got != tt.want {
			t.Errorf("%d each by %d: crowded %v", tt.amount, tt.latest, got)
		}
	}
}
