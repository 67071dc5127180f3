package makespan

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// project is a small project whose shortest schedule is looked for. Its last task waits for all others.
type project struct {
	days    []int32
	amounts [][]int32 // of each task, one for each resource
	limits  []int32
	links   [][2]int32 // from finish to start
	leads   []model.Arc
}

// drawProject draws one of so many tasks at most, maybe with maximum lags.
func drawProject(t *rapid.T, tasks int) *project {
	p := &project{limits: rapid.SliceOfN(rapid.Int32Range(3, 5), 1, 2).Draw(t, "limits")}
	for i := range rapid.Int32Range(2, int32(tasks)).Draw(t, "tasks") {
		p.days = append(p.days, rapid.Int32Range(0, 4).Draw(t, "days"))
		n := len(p.limits)
		p.amounts = append(p.amounts, rapid.SliceOfN(rapid.Int32Range(0, 3), n, n).Draw(t, "amounts"))
		if i > 0 && rapid.Bool().Draw(t, "waits") {
			p.links = append(p.links, [2]int32{rapid.Int32Range(0, i-1).Draw(t, "for"), i})
		}
	}
	return p
}

// bind makes some links tight: the second task starts soon after the first.
func (p *project) bind(t *rapid.T) *project {
	for _, link := range p.links {
		if rapid.IntRange(0, 2).Draw(t, "tight") == 0 {
			most := p.days[link[0]] + rapid.Int32Range(0, 2).Draw(t, "most")
			p.leads = append(p.leads, model.Arc{From: link[1], To: link[0], Lag: -most, Back: true})
		}
	}
	return p
}

// model makes the integer model, in which days are worked as a calendar says. The sink is the last task.
func (p *project) model(c model.Calendar) *model.Model {
	horizon := int32(len(c.W)) - 1
	sink := int32(len(p.days))
	m := &model.Model{
		Horizon: horizon, Calendars: []model.Calendar{c}, Domains: []model.Domain{model.AnyDay(horizon)},
		Arcs:  slices.Clone(p.leads),
		Goals: []model.Goal{{Members: []int32{sink}, Announced: model.Never, By: model.Never, Finish: 1}},
	}
	for i, days := range p.days {
		task := model.Task{Days: days, Latest: horizon}
		for r, amount := range p.amounts[i] {
			if amount > 0 {
				task.Demands = append(task.Demands, model.Demand{Resource: int32(r), Amount: amount})
			}
		}
		m.Tasks = append(m.Tasks, task)
		m.Arcs = append(m.Arcs, model.Arc{From: int32(i), To: sink, FromDays: days, Ordered: true})
	}
	m.Tasks = append(m.Tasks, model.Task{Latest: horizon})
	for _, link := range p.links {
		from, to := link[0], link[1]
		m.Arcs = append(m.Arcs, model.Arc{From: from, To: to, FromDays: p.days[from], Ordered: true})
	}
	for _, limit := range p.limits {
		m.Resources = append(m.Resources, model.Resource{Capacity: slices.Repeat([]int32{limit}, int(horizon))})
	}
	return m
}

// total is how long the tasks take one after the other.
func (p *project) total() int32 {
	total := int32(0)
	for _, days := range p.days {
		total += days
	}
	return total
}

// plain is the model of a project in which all days are worked.
func (p *project) plain() *model.Model { return p.model(model.EveryDay(p.total() + 1)) }

// shortest is the makespan that Search proves to be the smallest, None if it proves that there is none.
func shortest(t *rapid.T, m *model.Model, workers int) int32 {
	r := Search(m, int32(len(m.Tasks))-1, Options{Workers: workers, Rounds: 20})
	if !r.Closed {
		t.Fatalf("not closed: %+v", r)
	}
	if r.Starts == nil {
		return model.None
	}
	if broken := m.Check(r.Starts); len(broken) > 0 || r.Starts[len(r.Starts)-1] != r.Makespan {
		t.Fatalf("a schedule of %d, %v, breaks rules: %v", r.Makespan, r.Starts, broken)
	}
	return r.Makespan
}

// tried is the smallest makespan found by trying all schedules.
func tried(m *model.Model) int32 {
	starts, _ := modeltest.Best(m)
	if starts == nil {
		return model.None
	}
	return starts[len(starts)-1]
}

// What is proved to be the shortest is what trying all schedules finds.
func TestShortest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawProject(t, 4).bind(t).plain()
		want := tried(m)
		for workers := 1; workers <= 3; workers++ {
			if got := shortest(t, m, workers); got != want {
				t.Fatalf("%d workers: %d, want %d", workers, got, want)
			}
		}
	})
}

// Lifting never raises the bound above the shortest makespan, whatever it begins with, and arrives there.
// A search that refutes a makespan may already have raised the bound, which must not be done twice.
func TestLift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawProject(t, 4).plain()
		want := tried(m)
		w := newWorker(m, lcg.Var(len(m.Tasks)-1), 0, 1)
		w.stride = rapid.Int32Range(0, 3).Draw(t, "stride")
		for turns := 0; !w.board.closed(); turns++ {
			w.left = roundSteps
			w.tighten()
			w.lift()
			if w.board.lower > want || turns > 100 {
				t.Fatalf("after %d turns the bound is %d, the shortest makespan %d", turns, w.board.lower, want)
			}
		}
		if w.board.upper != want {
			t.Fatalf("closed at %d, want %d", w.board.upper, want)
		}
	})
}
