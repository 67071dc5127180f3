package bound_test

import (
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/bound"
	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// boarded draws a model of three trusts that each go before a board, go live, which must not touch a winter, and
// go before the same board again, within some time of the go-live. The board meets now and then and takes few
// decisions.
func boarded(number modeltest.Draw) *model.Model {
	const horizon = 16
	draw := func(label string, lo, hi int) int32 { return int32(number(label, lo, hi)) }
	every, slots := draw("days between meetings", 2, 3), draw("slots", 1, 2)
	from := draw("winter from", 2, 6)
	to := from + draw("winter days", 0, 3)
	meets, board := make([]bool, horizon+1), make([]int32, horizon)
	for day := range board {
		if int32(day)%every == 0 {
			meets[day], board[day] = true, slots
		}
	}
	live := draw("go-live days", 1, 2)
	outside := func() model.Domain {
		may := make([]bool, horizon+1)
		for x := range int32(horizon) {
			may[x] = x+live <= from || x >= to
		}
		return model.NewDomain(may)
	}
	m := &model.Model{
		Horizon:   horizon,
		Calendars: []model.Calendar{model.EveryDay(horizon)},
		Domains:   []model.Domain{model.AnyDay(horizon), model.NewDomain(meets), outside()},
		Resources: []model.Resource{{Capacity: board}},
	}
	needsBoard := []model.Demand{{Resource: 0, Amount: 1}}
	for trust := range int32(3) {
		first := int32(len(m.Tasks))
		begins := draw("begins", 0, 3)
		for _, task := range []model.Task{
			{Days: 1, Earliest: begins, Domain: 1, Strict: 1, Demands: needsBoard},
			{Days: live, Domain: 2, Strict: 2},
			{Days: 1, Domain: 1, Strict: 1, Demands: needsBoard},
		} {
			task.Latest, task.Project = horizon, trust
			m.Tasks = append(m.Tasks, task)
		}
		for k := range int32(2) {
			m.Arcs = append(m.Arcs, model.Arc{
				From: first + k, FromDays: m.Tasks[first+k].Days, To: first + k + 1, Ordered: true,
			})
		}
		m.Arcs = append(m.Arcs, model.Arc{
			From: first + 2, To: first + 1, ToDays: live, Lag: -draw("again within", 1, 4), Back: true,
		})
		by := model.Never
		if draw("promised", 0, 1) == 1 {
			by = draw("by", 3, horizon)
		}
		m.Goals = append(m.Goals,
			model.Goal{Members: []int32{first}, Announced: model.Never, By: model.Never, Finish: int64(draw("finish", 0, 2))},
			model.Goal{Members: []int32{first + 1}, Announced: model.Never, By: by, Weight: int64(draw("weight", 1, 3)), Finish: 1},
			model.Goal{Members: []int32{first + 2}, Announced: model.Never, By: model.Never, Finish: 1})
	}
	return m
}

// priced are the values that prices prove for each level, with much effort or little, aimed at the best value or
// above it.
func priced(t *rapid.T, m *model.Model, best func(model.Level) int64) {
	g := model.NewGraph(m)
	w, conflict := model.FindWindow(m, g)
	if conflict != nil {
		return
	}
	b := bound.Find(m, g, w)
	p := bound.NewPricer(m, g, w, b)
	for _, level := range []model.Level{model.Announced, model.Late, model.Finish, model.Starts} {
		least := best(level)
		o := bound.PriceOptions{
			Level: level, Target: least + rapid.Int64Range(0, 3).Draw(t, "above"), Steps: rapid.Int64Range(0, 60_000).Draw(t, "steps"),
		}
		if got := p.Price(o); got.Value > least {
			t.Fatalf("level %d: prices prove %d, the best is %d", level, got.Value, least)
		}
	}
}

// TestPricesBelowEverySchedule: no level is priced above the best schedule's.
func TestPricesBelowEverySchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		m.Kept = nil
		if best, _ := modeltest.Best(m); best != nil {
			priced(t, m, func(level model.Level) int64 {
				if level == model.Late {
					return leastLate(m)
				}
				return bestAt(m, level)
			})
		}
	})
}

// leastLate is the least lateness with the prices of soft windows, announced dates apart.
func leastLate(m *model.Model) int64 {
	alone := *m
	alone.Goals = changed(m.Goals, func(g *model.Goal) { g.Announced = model.Never })
	alone.Softs = nil
	for _, soft := range m.Softs {
		var windows []model.SoftWindow
		for _, w := range soft.Windows {
			w.Price = max(w.Price, 0)
			windows = append(windows, w)
		}
		alone.Softs = append(alone.Softs, model.Soft{Windows: windows})
	}
	_, value := modeltest.Best(&alone)
	return value[model.Late]
}

// TestPricesOfBoards: the same of models that are about meetings, with maximum lags across a winter. Prices
// prove more than the other bounds do now and then, and the best as well.
func TestPricesOfBoards(t *testing.T) {
	better, exact := 0, 0
	for seed := range uint64(24) {
		m := boarded(modeltest.Seeded(seed))
		if best, _ := modeltest.Best(m); best == nil {
			continue
		}
		g := model.NewGraph(m)
		w, _ := model.FindWindow(m, g)
		b := bound.Find(m, g, w)
		for _, level := range []model.Level{model.Late, model.Finish, model.Starts} {
			least := bestAt(m, level)
			got := bound.NewPricer(m, g, w, b).Price(bound.PriceOptions{Level: level, Target: least + 1, Steps: 200_000}).Value
			if got > least {
				t.Fatalf("seed %d, level %d: prices prove %d, the best is %d", seed, level, got, least)
			}
			if got > b.Value[level] {
				better++
				if got == least {
					exact++
				}
			}
		}
	}
	if better == 0 || exact == 0 {
		t.Errorf("better in %d cases, exact in %d of them", better, exact)
	}
	t.Logf("better in %d cases, exact in %d of them", better, exact)
}
