package bound_test

import (
	"flag"
	"testing"

	"epr/plan/solve/bound"
	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

var witnessDraws = flag.Int("witnesses", 400, "models that TestWitnesses draws")

// TestWitnesses holds every bound of many tiny models against all their schedules: no goal is reached before its bound,
// and no level is less than what is found at once or what prices prove, with whatever effort and target.
func TestWitnesses(t *testing.T) {
	draws := *witnessDraws
	if testing.Short() {
		draws /= 4
	}
	models, gained := 0, 0
	kinds := []func(modeltest.Draw) *model.Model{modeltest.Tiny, modeltest.Busy, promised, boarded}
	for seed := range uint64(draws) {
		draw := modeltest.Seeded(seed)
		m := kinds[draw("kind", 0, len(kinds)-1)](draw)
		all, ok := modeltest.All(m, 10_000)
		if !ok || len(all) == 0 {
			continue
		}
		models++
		if provesMore(t, seed, draw, m, all) {
			gained++
		}
	}
	t.Logf("of %d draws %d models, prices prove more in %d", draws, models, gained)
	if models < draws/4 || gained < models/20 {
		t.Error("the models are too easy or too hard to test anything")
	}
}

// provesMore checks all bounds of a model, and reports whether prices prove more of some level.
func provesMore(t *testing.T, seed uint64, draw modeltest.Draw, m *model.Model, all [][]int32) bool {
	g := model.NewGraph(m)
	w, conflict := model.FindWindow(m, g)
	if conflict != nil || bound.IsCrowded(m, w) || bound.IsBeyond(m, g, w) {
		t.Fatalf("seed %d: said to be impossible, but %v is a schedule", seed, all[0])
	}
	least := leastOf(m, all)
	quick, b := bound.FindGoals(m, g, w), bound.Find(m, g, w)
	more := false
	for level := range least {
		proved := max(quick.Value[level], b.Value[level])
		switch model.Level(level) {
		case model.Announced, model.Late, model.Finish, model.Starts:
			o := bound.PriceOptions{
				Level: model.Level(level), Target: least[level] + int64(draw("above", 0, 300)), Steps: int64(1) << draw("steps", 6, 18),
			}
			proved = max(proved, bound.NewPricer(m, g, w, b).Price(o).Value)
		}
		if proved > least[level] {
			t.Fatalf("seed %d: level %d is said to be at least %d, but there is %d", seed, level, proved, least[level])
		}
		more = more || proved > b.Value[level]
	}
	for i := range m.Goals {
		for _, starts := range all {
			if reached := reachedIn(m, &m.Goals[i], starts); reached < b.Goals[i].Reached {
				t.Fatalf("seed %d: goal %d is said to be reached at %d, but is at %d in %v", seed, i, b.Goals[i].Reached, reached, starts)
			}
		}
	}
	return more
}

// leastOf is the least value of each level by itself.
func leastOf(m *model.Model, all [][]int32) model.Value {
	least := m.Evaluate(all[0])
	for _, starts := range all {
		value := m.Evaluate(starts)
		for level := range value {
			least[level] = min(least[level], value[level])
		}
	}
	return least
}

func reachedIn(m *model.Model, g *model.Goal, starts []int32) int32 {
	reached := g.Reached
	for _, task := range g.Members {
		reached = max(reached, m.Finish(task, starts[task]))
	}
	return reached
}
