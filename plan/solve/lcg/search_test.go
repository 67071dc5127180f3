package lcg

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/model"
)

// priced is a solver for a tiny model that has a variable z for the sum of some weighted latenesses and tolls, and
// maybe others for the orders of pairs.
type priced struct {
	*Solver
	m      *model.Model // without ranks
	prices *prices
	terms  []Term
	z      Var
	check  *checker
}

// prices say what z adds up.
type prices struct {
	due       []int32
	weights   []int64
	withPairs bool
	tolls     []tollOf
	ranked    []Var       // tasks whose ranks are known
	calendar  int32       // in which days between them are counted
	between   []model.Arc // ranks, by their numbers, for what all schedules keep of them
}

// tollOf is a toll to be added, with its weight.
type tollOf struct {
	task   Var
	spans  []Span
	weight int64
}

func drawPrices(t *rapid.T, m *model.Model) prices {
	q := prices{
		due:       rapid.SliceOfN(rapid.Int32Range(0, 4), 3, 3).Draw(t, "due"),
		withPairs: rapid.Bool().Draw(t, "pairs"),
		weights:   rapid.SliceOfN(rapid.Int64Range(0, 3), 3, 3).Draw(t, "weights"),
	}
	for range rapid.IntRange(0, 2).Draw(t, "tolls") {
		toll := tollOf{task: Var(rapid.IntRange(0, len(m.Tasks)-1).Draw(t, "task")), weight: rapid.Int64Range(0, 3).Draw(t, "price")}
		for from := int32(0); from < m.Horizon; from += 4 {
			if span := (Span{from, from + rapid.Int32Range(-1, 2).Draw(t, "span")}); span.From <= span.To {
				toll.spans = append(toll.spans, span)
			}
		}
		q.tolls = append(q.tolls, toll)
	}
	if rapid.Bool().Draw(t, "ranks") {
		q.drawRanks(t, m)
	}
	return q
}

func (q *prices) drawRanks(t *rapid.T, m *model.Model) {
	for task := range m.Tasks {
		if len(q.ranked) < 4 && (len(m.Tasks)-task <= 2-len(q.ranked) || rapid.Bool().Draw(t, "ranked")) {
			q.ranked = append(q.ranked, Var(task))
		}
	}
	q.calendar = rapid.Int32Range(0, 1).Draw(t, "rank calendar")
	rank := rapid.Int32Range(0, int32(len(q.ranked))-1)
	for range rapid.IntRange(0, 4).Draw(t, "between") {
		a := model.Arc{From: rank.Draw(t, "from"), To: rank.Draw(t, "to"), Lag: rapid.Int32Range(-3, 2).Draw(t, "lag")}
		a.Ordered, a.Calendar = a.Lag >= 0, rapid.Int32Range(0, 1).Draw(t, "calendar")
		a.FromDays = rapid.Int32Range(0, 3).Draw(t, "from days")
		if a.From != a.To {
			q.between = append(q.between, a)
		}
	}
}

// sorted are the values of the ranks in a schedule.
func (q *prices) sorted(starts []int32) []int32 {
	var sorted []int32
	for _, x := range q.ranked {
		sorted = append(sorted, starts[x])
	}
	slices.Sort(sorted)
	return sorted
}

// extended is a model with tasks for the ranks, and the arcs between them that all schedules keep.
func (q *prices) extended(m *model.Model, schedules [][]int32) *model.Model {
	extended := *m
	extended.Tasks, extended.Arcs = slices.Clone(m.Tasks), slices.Clone(m.Arcs)
	first := int32(len(m.Tasks))
	for range q.ranked {
		extended.Tasks = append(extended.Tasks, model.Task{Latest: m.Horizon, Calendar: q.calendar})
	}
	for _, a := range q.between {
		a.From, a.To = a.From+first, a.To+first
		broken := slices.ContainsFunc(schedules, func(starts []int32) bool {
			ranks := q.sorted(starts)
			return !arcKeeps(&extended, &a, ranks[a.From-first], ranks[a.To-first])
		})
		if !broken {
			extended.Arcs = append(extended.Arcs, a)
		}
	}
	return &extended
}

// ranks are the variables of the ranks.
func (q *prices) ranks(m *model.Model) []Var {
	var ranks []Var
	for k := range q.ranked {
		ranks = append(ranks, Var(len(m.Tasks)+k))
	}
	return ranks
}

func newPriced(t *rapid.T, m *model.Model, q prices) *priced {
	schedules := allSchedules(m)
	extended := q.extended(m, schedules)
	p := &priced{Solver: New(extended), m: m, prices: &q, check: &checker{m: extended, shadow: New(extended)}}
	for _, s := range []*Solver{p.Solver, p.check.shadow} {
		vars := []Var{s.AddGoal(&m.Goals[0]), s.AddGoal(&m.Goals[1]), Var(len(m.Tasks) - 1)}
		var terms []Term
		for i, x := range vars {
			terms = append(terms, Term{Var: x, Due: q.due[i], Weight: q.weights[i]})
		}
		for _, toll := range q.tolls {
			terms = append(terms, Term{Var: s.AddToll(toll.task, toll.spans), Weight: toll.weight})
		}
		if ranks := q.ranks(m); len(ranks) > 0 {
			s.AddRanks(q.ranked, ranks)
			for k, x := range ranks {
				terms = append(terms, Term{Var: x, Due: q.due[k%3], Weight: q.weights[k%3]})
			}
		}
		z := s.AddSum(terms)
		if q.withPairs && !s.AddPairs(1000) {
			t.Fatal("too many pairs")
		}
		p.z, p.terms = z, terms
	}
	for _, starts := range schedules {
		p.check.known = append(p.check.known, p.withValues(starts))
	}
	if rapid.Bool().Draw(t, "balanced") {
		p.energy.earned = math.MaxInt64 / 2 // it may always look
	}
	p.inspector = p.check
	return p
}

// withValues appends to the starts of a schedule the least values of the other variables.
func (p *priced) withValues(starts []int32) []int32 {
	values := append(slices.Clone(starts), p.prices.sorted(starts)...)
	for _, g := range p.m.Goals {
		reached := g.Reached
		for _, task := range g.Members {
			finish, _ := walk(p.m, task, starts[task], p.m.Tasks[task].Days)
			reached = max(reached, finish)
		}
		values = append(values, reached)
	}
	for i := range p.tolls {
		toll := &p.tolls[i]
		due := int32(0)
		for _, span := range toll.spans {
			if x := starts[toll.task]; x >= span.From && x <= span.To {
				due = 1
			}
		}
		values = append(values, due)
	}
	total := int64(0)
	for _, t := range p.terms {
		total += t.Weight * int64(max(0, values[t.Var]-t.Due))
	}
	return withOrders(p.Solver, append(values, int32(total)))
}

// best is the least sum among the known schedules that make some literals true; false if there are none.
func (p *priced) best(literals []Literal) (least int32, ok bool) {
	for _, schedule := range p.check.known {
		if z := schedule[p.z]; all(literals, schedule) && (!ok || z < least) {
			least, ok = z, true
		}
	}
	return least, ok
}

// accept checks the schedule found and returns its sum.
func (p *priced) accept(t *rapid.T) int32 {
	starts := p.Values()[:len(p.m.Tasks)]
	if broken := p.m.Check(starts); len(broken) > 0 {
		t.Fatalf("the schedule %v breaks rules: %v", starts, broken)
	}
	z := p.withValues(starts)[p.z]
	if said := p.Values()[p.z]; z > said {
		t.Fatalf("the sum of %v is %d, not %d", starts, z, said)
	}
	return z
}

func (p *priced) finish(t *rapid.T) {
	for _, fault := range p.check.faults {
		t.Error(fault)
	}
}

// The engine finds the best schedule that trying all of them finds, and every conclusion on the way there
// can be derived again.
func TestBestSchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := tiny(t)
		p := newPriced(t, m, drawPrices(t, m))
		defer p.finish(t)
		if rapid.Bool().Draw(t, "forgetful") {
			p.nogoods.limit = 2
		}
		want, exists := p.best(nil)
		got, found := int32(0), false
		for {
			status := p.Search(nil, rapid.Int64Range(1, 9).Draw(t, "conflicts"), 1<<40)
			if status == Refuted {
				break
			}
			if status == Found {
				got, found = p.accept(t), true
				p.Steer(p.Values())
				p.Require(AtMost(p.z, got-1))
			}
		}
		if found != exists || got != want {
			t.Fatalf("best %d (%v), want %d (%v)", got, found, want, exists)
		}
	})
}

// Under assumptions the answer is right, and a core is made of assumptions that no schedule keeps.
func TestAssumptions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := tiny(t)
		p := newPriced(t, m, drawPrices(t, m))
		defer p.finish(t)
		for range 4 {
			assumed := drawAssumptions(t, p)
			status := Spent
			for status == Spent {
				status = p.Search(assumed, 5, 1<<40)
			}
			if _, exists := p.best(assumed); exists != (status == Found) {
				t.Fatalf("assuming %v: %d, but schedules exist: %v", assumed, status, exists)
			}
			if status == Found {
				p.accept(t)
				if !all(assumed, p.Values()) {
					t.Fatalf("%v does not keep %v", p.Values(), assumed)
				}
				continue
			}
			checkCore(t, p, assumed)
		}
	})
}

// drawAssumptions draws bounds on starts, and upper bounds on the other variables, which may be larger than
// the schedule demands.
func drawAssumptions(t *rapid.T, p *priced) []Literal {
	var assumed []Literal
	for range rapid.IntRange(0, 4).Draw(t, "assumptions") {
		x := Var(rapid.IntRange(0, int(p.z)).Draw(t, "variable"))
		value := rapid.Int32Range(0, p.m.Horizon).Draw(t, "value")
		if int(x) >= len(p.m.Tasks) || rapid.Bool().Draw(t, "at most") {
			assumed = append(assumed, AtMost(x, value))
		} else {
			assumed = append(assumed, AtLeast(x, value))
		}
	}
	return assumed
}

func checkCore(t *rapid.T, p *priced, assumed []Literal) {
	if _, exists := p.best(p.Core()); exists {
		t.Fatalf("a schedule keeps the core %v", p.Core())
	}
	for _, l := range p.Core() {
		implied := false
		for _, a := range assumed {
			implied = implied || a.bound == l.bound && a.value >= l.value
		}
		if !implied {
			t.Fatalf("the core has %v, which was not assumed: %v", l, assumed)
		}
	}
}
