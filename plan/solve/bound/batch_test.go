package bound_test

import (
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/bound"
	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// promised draws a model of two promises to two trusts each. Each trust is trained for a day by people who are scarce,
// the last one for another day after the first, and the first one is gone over with by a team that is not always there.
// Training on some days costs extra. A promise is kept when both its trusts are done.
func promised(number modeltest.Draw) *model.Model {
	const horizon = 8
	draw := func(label string, lo, hi int) int32 { return int32(number(label, lo, hi)) }
	people, team := make([]int32, horizon), make([]int32, horizon)
	for day := range people {
		people[day], team[day] = draw("people", 1, 3), min(1, draw("team", 0, 2))
	}
	from := draw("dear from", 1, 4)
	to := from + draw("dear days", 1, 2)
	cheap := make([]bool, horizon+1)
	for x := range int32(horizon) {
		cheap[x] = x+1 <= from || x >= to
	}
	amount := draw("amount", 1, 2)
	train := func(project int32) model.Task {
		return model.Task{
			Days: 1, Earliest: draw("begins", 0, 2), Latest: horizon, Strict: 1, Softs: []int32{0},
			Demands: []model.Demand{{Resource: 0, Amount: amount}}, Project: project,
		}
	}
	live := model.Task{Days: 1, Latest: horizon, Demands: []model.Demand{{Resource: 1, Amount: 1}}}
	promise := func(members ...int32) model.Goal {
		return model.Goal{
			Members: members, Announced: model.Never, By: draw("by", 1, 3), Weight: int64(draw("weight", 1, 3)), Finish: 1,
		}
	}
	return &model.Model{
		Horizon:   horizon,
		Calendars: []model.Calendar{model.EveryDay(horizon)},
		Domains:   []model.Domain{model.AnyDay(horizon), model.NewDomain(cheap)},
		Resources: []model.Resource{{Capacity: people}, {Capacity: team}},
		Softs:     []model.Soft{{Windows: []model.SoftWindow{{From: from, To: to, Price: int64(draw("price", 0, 200))}}}},
		Tasks:     []model.Task{train(0), live, train(1), train(2), train(3), train(3)},
		Arcs: []model.Arc{
			{From: 0, FromDays: 1, To: 1, Ordered: true},
			{From: 4, FromDays: 1, To: 5, Ordered: true},
		},
		Goals: []model.Goal{promise(1, 2), promise(3, 5)},
	}
}

// TestPromisesBelowEverySchedule: no lateness is priced above the best schedule's.
func TestPromisesBelowEverySchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := promised(modeltest.Rapid(t))
		if best, value := modeltest.Best(m); best != nil {
			priced(t, m, func(level model.Level) int64 {
				if level == model.Late {
					return value[level] // nothing is announced, so that it is the first level
				}
				return bestAt(m, level)
			})
		}
	})
}

// TestPromises: prices prove more of lateness than the other bounds do in most cases, and often the best.
func TestPromises(t *testing.T) {
	late, better, exact := 0, 0, 0
	for seed := range uint64(60) {
		m := promised(modeltest.Seeded(seed))
		best, value := modeltest.Best(m)
		if best == nil || value[model.Late] == 0 {
			continue
		}
		g := model.NewGraph(m)
		w, _ := model.FindWindow(m, g)
		b := bound.Find(m, g, w)
		least := value[model.Late]
		if b.Value[model.Late] == least {
			continue
		}
		late++
		o := bound.PriceOptions{Level: model.Late, Target: least + 1, Steps: 200_000}
		switch got := bound.NewPricer(m, g, w, b).Price(o).Value; {
		case got > least:
			t.Fatalf("seed %d: prices prove %d, the best is %d", seed, got, least)
		case got == least:
			exact++
			better++
		case got > b.Value[model.Late]:
			better++
		}
	}
	t.Logf("of %d late cases better in %d, exact in %d", late, better, exact)
	if better < late/2 || exact < late/10 {
		t.Errorf("of %d late cases better in %d, exact in %d", late, better, exact)
	}
}
