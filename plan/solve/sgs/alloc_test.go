package sgs

import (
	"testing"

	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// TestNoAllocation: neither ordering tasks nor placing them asks for memory.
func TestNoAllocation(t *testing.T) {
	tried := 0
	for seed := range uint64(200) {
		m := modeltest.Tiny(modeltest.Seeded(seed))
		g := model.NewGraph(m)
		w, conflict := model.FindWindow(m, g)
		if conflict != nil {
			continue
		}
		s := newSearch(m, g, w, Options{})
		for _, rule := range s.rules {
			tried++
			generate := func() {
				s.order = s.forward.order(rule.keys, s.order)
				s.generator.Generate(s.order, nil)
			}
			if allocs := testing.AllocsPerRun(3, generate); allocs > 0 {
				t.Fatalf("seed %d, %s: %v allocations", seed, rule.name, allocs)
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d orders were tried", tried)
	}
}
