package lcg

import (
	"math/rand/v2"
	"testing"

	"epr/plan/solve/model"
)

// packed is a project too large to close in a moment: tasks of up to nine days with a few links, on two
// resources of ten units.
func packed(tasks int) *model.Model {
	r := rand.New(rand.NewPCG(5, 5))
	horizon := int32(9 * tasks)
	capacity := make([]int32, horizon)
	for day := range capacity {
		capacity[day] = 10
	}
	m := &model.Model{
		Horizon: horizon, Calendars: []model.Calendar{model.EveryDay(horizon)},
		Domains:   []model.Domain{model.AnyDay(horizon)},
		Resources: []model.Resource{{Capacity: capacity}, {Capacity: capacity}}, Goals: make([]model.Goal, 1),
	}
	for i := range int32(tasks) {
		m.Tasks = append(m.Tasks, model.Task{Days: r.Int32N(9) + 1, Latest: horizon, Demands: []model.Demand{
			{Resource: 0, Amount: r.Int32N(9) + 1}, {Resource: 1, Amount: r.Int32N(9) + 1},
		}})
		if i > 0 && r.Int32N(3) > 0 {
			from := r.Int32N(i)
			m.Arcs = append(m.Arcs, model.Arc{From: from, To: i, FromDays: m.Tasks[from].Days, Ordered: true})
		}
		m.Goals[0].Members = append(m.Goals[0].Members, i)
	}
	return m
}

// Once its memory has grown, the search loop asks for none.
func TestAllocation(t *testing.T) {
	for _, with := range []string{"nothing more", "pairs", "ranks"} {
		m := packed(50)
		var members, ranks []Var
		for x := range Var(10) {
			members, ranks = append(members, x), append(ranks, 50+x)
			m.Tasks = append(m.Tasks, model.Task{Latest: m.Horizon})
		}
		s := New(m)
		z := s.AddGoal(&s.model.Goals[0])
		if with == "ranks" {
			s.AddRanks(members, ranks)
		}
		if with == "pairs" && !(s.AddPairs(5000) && len(s.pairs.list) > 100) {
			t.Fatalf("%d pairs", len(s.pairs.list))
		}
		s.Teach()
		for s.counts.Conflicts < 8_000 {
			if s.Search(nil, 2000, 1<<40) == Found {
				s.Steer(s.Values())
				s.Require(AtMost(z, s.Values()[z]-1))
			}
			if s.dead {
				t.Fatalf("closed after %d conflicts: too easy to measure", s.counts.Conflicts)
			}
		}
		const conflicts = 1000
		allocations := testing.AllocsPerRun(3, func() {
			s.DropLessons()
			s.Search(nil, conflicts, 1<<40)
		})
		t.Logf("%.0f allocations in %d conflicts, with %s", allocations, conflicts, with)
		if allocations > conflicts/100 {
			t.Errorf("%.0f allocations in %d conflicts, with %s", allocations, conflicts, with)
		}
	}
}

// The same calls do the same work.
func TestSameAgain(t *testing.T) {
	counts := func() Counts {
		s := New(packed(30))
		z := s.AddGoal(&s.model.Goals[0])
		for range 5 {
			if s.Search(nil, 500, 1<<40) == Found {
				s.Require(AtMost(z, s.Values()[z]-1))
			}
		}
		return s.Counts()
	}
	if first, second := counts(), counts(); first != second {
		t.Errorf("%+v, then %+v", first, second)
	}
}
