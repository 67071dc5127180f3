package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// TestUsable: what two and five of them can use together, and what cannot be used at all.
func TestUsable(t *testing.T) {
	m := &model.Model{
		Horizon: 8, Calendars: []model.Calendar{model.EveryDay(8)}, Domains: []model.Domain{model.AnyDay(8)},
		Resources: []model.Resource{{Capacity: []int32{0, 1, 3, 4, 5, 6, 8, 9}}, {Capacity: []int32{1, 2, 3, 4, 5, 6, 7, 8}}},
		Tasks: []model.Task{
			{Days: 1, Latest: 8, Demands: []model.Demand{{Resource: 0, Amount: 5}}},
			{Days: 1, Latest: 8, Demands: []model.Demand{{Resource: 0, Amount: 3}, {Resource: 1, Amount: 9}}},
			{Days: 0, Latest: 8, Demands: []model.Demand{{Resource: 0, Amount: 1}}},
		},
	}
	want := []model.Resource{{Capacity: []int32{0, 0, 3, 3, 5, 6, 8, 9}}, {Capacity: make([]int32, 8)}}
	if diff := cmp.Diff(want, model.Usable(m).Resources); diff != "" {
		t.Error(diff)
	}
}

// TestUsableLosesNoSchedule: the best schedule is the same.
func TestUsableLosesNoSchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		starts, value := modeltest.Best(m)
		tight, same := modeltest.Best(model.Usable(m))
		if diff := cmp.Diff(starts, tight); diff != "" || value != same {
			t.Fatal(diff)
		}
	})
}
