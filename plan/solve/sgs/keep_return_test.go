package sgs_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
	"epr/plan/solve/sgs"
)

// TestReturn: putting tasks back keeps every rule and makes nothing worse; afterwards none can go back by itself.
func TestReturn(t *testing.T) {
	back := 0
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		m.Kept = nil
		for range m.Tasks {
			m.Kept = append(m.Kept, model.Anchor{Start: rapid.Int32Range(-1, m.Horizon).Draw(t, "kept"), Weight: rapid.Int64Range(1, 3).Draw(t, "weight")})
		}
		free := *m
		free.Kept = nil
		fresh := search(&free, 300)
		if fresh.Starts == nil {
			return
		}
		g := model.NewGraph(m)
		w, _ := model.FindWindow(m, g)
		before := slices.Clone(fresh.Starts)
		starts, value := sgs.Return(m, g, w, fresh.Starts)
		if !slices.Equal(before, fresh.Starts) {
			t.Fatal("the schedule given was changed")
		}
		if found := m.Check(starts); len(found) > 0 {
			t.Fatalf("%v: %v", starts, found)
		}
		if was := m.Evaluate(before); was.Less(value) || value != m.Evaluate(starts) {
			t.Fatalf("%v became %v", was, value)
		}
		for task, kept := range m.Kept {
			if starts[task] == kept.Start && before[task] != kept.Start {
				back++
			}
			if alone := putBack(m, starts, task); alone != nil && len(m.Check(alone)) == 0 && m.Evaluate(alone).Less(value) {
				t.Fatalf("task %d of %v can go back to %d", task, starts, kept.Start)
			}
		}
	})
	if back == 0 && !testing.Short() { // few are drawn then
		t.Error("nothing was ever put back")
	}
}

// putBack is a schedule with one task at its kept start; nil if [sgs.Return] leaves it alone.
func putBack(m *model.Model, starts []int32, task int) []int32 {
	kept, t := m.Kept[task].Start, &m.Tasks[task]
	if kept == model.None || t.Prompt || t.Begun && kept > starts[task] || m.Finish(int32(task), min(kept, m.Horizon)) == model.Never {
		return nil
	}
	alone := slices.Clone(starts)
	alone[task] = kept
	return alone
}
