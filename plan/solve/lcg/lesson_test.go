package lcg

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/model"
)

// class are solvers of one model that learn from each other.
type class []*Solver

// require makes a literal true for all of them.
func (c class) require(l Literal) {
	for _, s := range c {
		s.Require(l)
	}
}

// share lets all learn from all, and returns how many clauses that were taken over. No known schedule that was
// admitted before may be excluded by it.
func (c class) share(known [][]int32, fault func(format string, args ...any)) int {
	adopted := 0
	for i, s := range c {
		for k, other := range c {
			if i == k {
				continue
			}
			admitted := admitted(s, known)
			s.LearnFrom(other)
			adopted += len(other.lessons.clauses)
			for _, schedule := range admitted {
				if s.dead || !s.admits(schedule) {
					fault("solver %d was taught by solver %d to leave out the schedule %v", i, k, schedule)
				}
			}
		}
	}
	for _, s := range c {
		s.DropLessons()
	}
	return adopted
}

// admitted are the schedules that a solver may still find.
func admitted(s *Solver, known [][]int32) [][]int32 {
	var admitted [][]int32
	for _, schedule := range known {
		if !s.dead && s.admits(schedule) {
			admitted = append(admitted, schedule)
		}
	}
	return admitted
}

// Two solvers that tell each other bounds all the time find the best schedule that trying all finds, and no
// bound excludes a schedule that is better than the best so far. Models as small as that yield hardly any clauses:
// for those see TestTaughtDerivations.
func TestSharedBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := tiny(t)
		q := drawPrices(t, m)
		a, b := newPriced(t, m, q), newPriced(t, m, q)
		pupils := class{a.Solver, b.Solver}
		want, exists := a.best(nil)
		got, found := int32(0), false
		for closed := false; !closed; {
			for _, p := range []*priced{a, b} {
				var assumed []Literal
				if rapid.Bool().Draw(t, "assume") {
					assumed = drawAssumptions(t, p)
				}
				switch p.Search(assumed, rapid.Int64Range(1, 4).Draw(t, "conflicts"), 1<<40) {
				case Found:
					got, found = p.accept(t), true
					pupils.require(AtMost(a.z, got-1))
				case Refuted:
					closed = closed || len(p.Core()) == 0
				}
			}
			pupils.share(a.check.known, t.Errorf)
		}
		if found != exists || got != want {
			t.Fatalf("best %d (%v), want %d (%v)", got, found, want, exists)
		}
		a.finish(t)
		b.finish(t)
	})
}

// Of longer searches too, every conclusion from what others taught can be derived again, and no clause or bound
// taken over excludes a schedule that is better than the best so far.
func TestTaughtDerivations(t *testing.T) {
	models, adopted := 12, 0
	if testing.Short() {
		models = 4
	}
	for seed := range models {
		m := crowded(uint64(seed), seed%2 == 1)
		alone := New(m)
		want, _ := shortest(t, alone, alone.AddGoal(&m.Goals[0]), 1<<40)
		pupils := class{newPupil(t, m, seed%4 < 2), newPupil(t, m, seed%4 < 2)}
		got, n := pupils.shortest(t, Var(len(m.Tasks)))
		adopted += n
		if got != want {
			t.Errorf("model %d: %d, and with lessons %d", seed, want, got)
		}
		for _, s := range pupils {
			for _, fault := range s.inspector.(*checker).faults {
				t.Errorf("model %d: %s", seed, fault)
			}
		}
	}
	t.Logf("%d clauses taken over", adopted)
	if !testing.Short() && adopted < 100*models { // a short run tries too few
		t.Errorf("only %d clauses taken over: the models are too easy to test anything", adopted)
	}
}

// newPupil is a solver of a crowded model that teaches, and whose conclusions are checked.
func newPupil(t *testing.T, m *model.Model, withPairs bool) *Solver {
	s, c := New(m), &checker{m: m, shadow: New(m)}
	s.AddGoal(&m.Goals[0])
	c.shadow.AddGoal(&m.Goals[0])
	c.shadow.nogoods.limit = math.MaxInt // it must not forget what the other may use
	if withPairs && !(s.AddPairs(1000) && c.shadow.AddPairs(1000)) {
		t.Fatal("too many pairs")
	}
	for _, values := range sample(m, 40) {
		c.known = append(c.known, withOrders(s, values))
	}
	s.inspector = c
	s.Teach()
	return s
}

// sample is some schedules of a crowded model with the value of its goal, good ones and bad ones.
func sample(m *model.Model, number uint64) [][]int32 {
	s, r := New(m), rand.New(rand.NewPCG(number, 3))
	s.AddGoal(&m.Goals[0])
	var found [][]int32
	for range number {
		var assumed []Literal
		for range 1 + r.IntN(3) {
			assumed = append(assumed, AtLeast(Var(r.IntN(len(m.Tasks))), r.Int32N(m.Horizon)))
		}
		if s.Search(assumed, 200, 1<<40) == Found {
			found = append(found, slices.Clone(s.Values()))
			s.Steer(s.Values())
		}
	}
	return found
}

// shortest finds the smallest end z of a crowded model together, and counts the clauses taken over. One solver
// looks for any shorter schedule, the other for one a few days shorter, so that they learn different things.
func (c class) shortest(t *testing.T, z Var) (end int32, adopted int) {
	for {
		for i, s := range c {
			_, most := s.Bounds(z)
			status := s.Search([]Literal{AtMost(z, most-int32(3*i))}, 7, 1<<40)
			if status == Refuted && len(s.Core()) == 0 {
				return end, adopted
			}
			if status == Found {
				end = s.Values()[z]
				c.require(AtMost(z, end-1))
			}
		}
		adopted += c.share(c[0].inspector.(*checker).known, t.Errorf)
	}
}
