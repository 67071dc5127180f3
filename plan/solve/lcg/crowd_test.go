package lcg

import (
	"math"
	"math/rand/v2"
	"testing"

	"epr/plan/solve/model"
)

// crowded makes a model that takes some search: a dozen tasks, two scarce resources, a few links and
// maximum lags, and, if asked for, a calendar with weekends, starts left out and a resource that grows.
func crowded(seed uint64, dated bool) *model.Model {
	const horizon, tasks = 45, 11
	r := rand.New(rand.NewPCG(seed, 7))
	worked, starts := make([]bool, horizon), make([]bool, horizon+1)
	for day := range worked {
		worked[day] = !dated || day%7 < 5
		starts[day] = !dated || day%5 != 3
	}
	m := &model.Model{
		Horizon:   horizon,
		Calendars: []model.Calendar{model.EveryDay(horizon), model.NewCalendar(worked)},
		Domains:   []model.Domain{model.AnyDay(horizon), model.NewDomain(starts)},
	}
	for range 2 {
		capacity := make([]int32, horizon)
		for day := range capacity {
			capacity[day] = 4
			if dated && day < 9 {
				capacity[day] = 3
			}
		}
		m.Resources = append(m.Resources, model.Resource{Capacity: capacity})
	}
	for i := range int32(tasks) {
		m.Tasks = append(m.Tasks, model.Task{
			Days: r.Int32N(5) + 1, Calendar: r.Int32N(2), Domain: r.Int32N(2), Latest: horizon,
			Demands: []model.Demand{{Resource: 0, Amount: r.Int32N(3) + 1}, {Resource: 1, Amount: r.Int32N(4)}},
		})
		if i > 0 && r.Int32N(2) == 0 {
			from := r.Int32N(i)
			m.Arcs = append(m.Arcs, model.Arc{From: from, To: i, FromDays: m.Tasks[from].Days, Ordered: true})
			if r.Int32N(3) == 0 {
				m.Arcs = append(m.Arcs, model.Arc{From: i, To: from, Lag: -m.Tasks[from].Days - r.Int32N(6), Back: true})
			}
		}
	}
	goal := model.Goal{}
	for i := range m.Tasks {
		goal.Members = append(goal.Members, int32(i))
	}
	m.Goals = []model.Goal{goal}
	return m
}

// shortest finds the values with the smallest end z of a crowded model, and returns both; 0 if there are none.
func shortest(t *testing.T, s *Solver, z Var, conflicts int64) (end int32, starts []int32) {
	for {
		switch s.Search(nil, conflicts, 1<<40) {
		case Refuted:
			return end, starts
		case Found:
			values := s.Values()
			if broken := s.model.Check(values[:len(s.model.Tasks)]); len(broken) > 0 {
				t.Fatalf("%v breaks rules: %v", values, broken)
			}
			starts = append(starts[:0], values...)
			end = values[z]
			s.Steer(values)
			s.Require(AtMost(z, end-1))
		}
	}
}

// Every conclusion of a longer search can be derived again, and no nogood excludes the best schedule. Two
// searches with different restarts, half of them with orders of pairs and without, agree on what is best.
func TestDerivations(t *testing.T) {
	models := 20
	if testing.Short() {
		models = 8
	}
	conflicts, looked, windows := int64(0), 0, 0
	for seed := range models {
		m := crowded(uint64(seed), seed%2 == 1)
		plain := New(m)
		want, best := shortest(t, plain, plain.AddGoal(&m.Goals[0]), 1<<40)
		s, c := New(m), &checker{m: m, shadow: New(m)}
		c.shadow.AddGoal(&m.Goals[0])
		c.shadow.nogoods.limit = math.MaxInt // it must not forget what the other may use
		z := s.AddGoal(&m.Goals[0])
		if seed%4 < 2 && !(s.AddPairs(1000) && c.shadow.AddPairs(1000)) {
			t.Fatal("too many pairs")
		}
		if best != nil {
			c.known = [][]int32{withOrders(s, best)}
		}
		s.inspector = c
		if seed%3 > 0 {
			s.energy.earned = math.MaxInt64 / 2 // it may always look
		}
		s.nogoods.limit = 20
		got, _ := shortest(t, s, z, 7)
		if got != want {
			t.Errorf("model %d: %d, and with more restarts %d", seed, want, got)
		}
		for _, fault := range c.faults {
			t.Errorf("model %d: %s", seed, fault)
		}
		conflicts, looked = conflicts+s.counts.Conflicts, looked+c.looked
		windows += c.windows
	}
	t.Logf("%d conflicts, %d conclusions derived again, %d of them windows too full", conflicts, looked, windows)
	if !testing.Short() && (conflicts < int64(10*models) || windows < models) { // a short run tries too few
		t.Errorf("only %d conflicts: the models are too easy to test anything", conflicts)
	}
}
