package sgs

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// tiny draws a problem that its window does not refute.
func tiny(t *rapid.T) (*model.Model, *model.Graph, *model.Window) {
	m := modeltest.Tiny(modeltest.Rapid(t))
	g := model.NewGraph(m)
	w, conflict := model.FindWindow(m, g)
	if conflict != nil {
		t.Skip("no schedule")
	}
	return m, g, w
}

// TestOrders: an order lists every task once and after what it waits for. Its own positions as keys draw
// the blocks together, and then give the same order again.
func TestOrders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, g, _ := tiny(t)
		s := newSequencer(m, g, false)
		keys := make([]int64, len(m.Tasks))
		for i := range keys {
			keys[i] = int64(rapid.IntRange(0, 5).Draw(t, "key"))
		}
		var order []int32
		at := make([]int, len(keys))
		again := func() {
			order = s.order(keys, order)
			for k, task := range order {
				at[task], keys[task] = k, int64(k)
			}
		}
		again()
		if sorted := slices.Sorted(slices.Values(order)); len(slices.Compact(sorted)) != len(m.Tasks) {
			t.Fatalf("%v does not list all of %d tasks", order, len(m.Tasks))
		}
		for i := range m.Arcs {
			if a := &m.Arcs[i]; !a.Back && a.From != model.Origin && a.To != model.Origin && at[a.From] > at[a.To] {
				t.Fatalf("%v lists %d before %d, which it waits for", order, a.To, a.From)
			}
		}
		again()
		drawn := slices.Clone(order)
		if again(); !slices.Equal(drawn, order) {
			t.Fatalf("%v became %v", drawn, order)
		}
	})
}

// TestJustifiedToTheRight: a schedule shifted to the right is one still, but for consequences, and no goal
// is reached later.
func TestJustifiedToTheRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, g, w := tiny(t)
		for i := range m.Tasks {
			m.Tasks[i].Prompt = false
		}
		found := Search(m, g, w, Options{Steps: 100})
		if found.Starts == nil {
			t.Skip("no schedule")
		}
		enter := make([]bool, len(m.Tasks))
		for task, x := range found.Starts {
			enter[task] = !m.Domains[m.Tasks[task].Strict].Has(x)
		}
		right, ok := newJustifier(m, g, w).right(found.Starts, enter)
		if !ok {
			return
		}
		if broken := m.Check(right); len(broken) > 0 {
			t.Fatalf("%v became %v: %v", found.Starts, right, broken)
		}
		before, after := m.Evaluate(found.Starts), m.Evaluate(right)
		if after[model.Finish] > before[model.Finish] || after[model.Starts] < before[model.Starts] {
			t.Fatalf("%v became %v", before, after)
		}
	})
}
