package lcg

import "epr/plan/solve/model"

// Solver is a model under search. Its parts are the ideas of the package, a file each.
type Solver struct {
	trail            // what is known, and by what
	holes  holes     // values that variables may not take
	arcs   arcs      // x_b ≥ f(x_a)
	timing timetable // tasks against capacities
	energy energy    // the same, over many days
	sums   sums      // z ≥ Σ w·max(0, x-due)
	pairs  pairs     // two tasks that exclude each other, in one order or the other
	tolls  []toll    // tasks that start within some days
	ranks  rankings  // variables in ascending order

	nogoods nogoods  // what was learned
	lessons lessons  // what others may learn from it
	order   activity // what to decide next
	phase   []int32  // value each variable is steered to; model.None for its lower bound
	follows []bool   // of each variable whether it is decided by the starts, and need not be asked for
	model   *model.Model

	values []int32   // of the last schedule found
	core   []Literal // of the last refutation

	next     int32 // first entry of the trail not yet propagated
	conflict claim
	analysis analysis
	restarts restarts

	inspector inspector // nil but in tests
	dead      bool      // a conflict that no decision is to blame for
	counts    Counts
}

// claim is a literal that a cause demands although its negation is true; or, of an overload, a cause alone.
type claim struct {
	literal Literal
	cause   cause
	ref     int32
}

// Counts say how much work a solver has done.
type Counts struct {
	Conflicts    int64
	Decisions    int64
	Propagations int64 // bounds raised
	Steps        int64 // effort: bounds raised, and clauses, days and tasks looked at, in like measure
	Learned      int64 // literals of nogoods
}

// Counts are those since the solver was made.
func (s *Solver) Counts() Counts { return s.counts }

// inspector is told of everything that is concluded. The tests check it all from scratch.
type inspector interface {
	raised(s *Solver, index int32)       // an entry was pushed
	conflicted(s *Solver)                // s.conflict was found
	learned(s *Solver, nogood []Literal) // these literals cannot all be true
	adopted(s *Solver, clause []Literal) // one of these literals is true, another solver says
	quiet(s *Solver)                     // propagation came to its end without a conflict
}

// New takes in a model: its tasks, arcs and resources. Every task's start is the variable of the same
// number. Goals and soft windows are not looked at; see [Solver.AddGoal], [Solver.AddToll] and [Solver.AddSum].
func New(m *model.Model) *Solver {
	s := &Solver{model: m}
	for i := range m.Tasks {
		t := &m.Tasks[i]
		s.addVar(t.Earliest, m.LatestStart(int32(i)), s.domainOf(t))
	}
	s.timing = newTimetable(m)
	for i := range m.Arcs {
		s.addArc(int32(i))
	}
	s.nogoods.limit, s.nogoods.bumped = firstLimit, 1<<8
	s.order.weight = 1 << 10
	return s
}

// domainOf is the domain of a task, nil if it leaves out no day.
func (s *Solver) domainOf(t *model.Task) *model.Domain {
	d := &s.model.Domains[t.Domain]
	for x := t.Earliest; x <= s.model.Horizon; x++ {
		if !d.Has(x) {
			return d
		}
	}
	return nil
}

// addVar adds a variable. Bounds that cross, or that no value of the domain lies between, make the
// solver dead.
func (s *Solver) addVar(from, to int32, d *model.Domain) Var {
	s.holes = append(s.holes, d)
	s.arcs.out = append(s.arcs.out, nil, nil)
	s.nogoods.watchers = append(s.nogoods.watchers, watchers{}, watchers{})
	s.phase = append(s.phase, model.None)
	s.follows = append(s.follows, false)
	s.analysis.addVar()
	s.order.addVar()
	if d != nil {
		from, to = d.AtOrAfter(from), d.AtOrBefore(to)
	}
	s.dead = s.dead || from > to
	s.settle()
	s.next = 0
	return s.trail.addVar(from, to)
}

// addArc adds an arc of the model, or what it means for one task if its other end is fixed.
func (s *Solver) addArc(i int32) {
	a := &s.model.Arcs[i]
	switch {
	case a.From == model.Origin:
		s.Require(AtLeast(Var(a.To), min(s.model.MinTo(a, 0), s.model.Horizon+1)))
	case a.To == model.Origin:
		s.Require(AtMost(Var(a.From), s.model.MaxFrom(a, 0)))
	case s.isShift(a):
		lag := a.Lag
		if a.Ordered {
			lag = max(lag, 0)
		}
		s.arcs.add(Var(a.From), Var(a.To), a.FromDays+lag-a.ToDays, -1)
	default:
		s.arcs.rules = append(s.arcs.rules, rule{m: s.model, arc: i})
		s.arcs.add(Var(a.From), Var(a.To), 0, int32(len(s.arcs.rules))-1)
	}
}

// isShift reports whether all the calendars that an arc counts in work every day.
func (s *Solver) isShift(a *model.Arc) bool {
	return (s.everyDay(a.Calendar) || a.Ordered && a.Lag == 0) &&
		(a.FromDays == 0 || s.everyDay(s.model.Tasks[a.From].Calendar)) &&
		(a.ToDays == 0 || s.everyDay(s.model.Tasks[a.To].Calendar))
}

// everyDay reports whether all days are worked in a calendar.
func (s *Solver) everyDay(calendar int32) bool {
	return len(s.model.Calendars[calendar].D) == int(s.model.Horizon)
}

// AddGoal adds a variable that is at least the boundary at which a goal of the model is reached.
func (s *Solver) AddGoal(g *model.Goal) Var {
	reached := s.addVar(g.Reached, s.model.Horizon, nil)
	for _, task := range g.Members {
		s.arcs.rules = append(s.arcs.rules, rule{m: s.model, arc: -1, task: task})
		s.arcs.add(Var(task), reached, 0, int32(len(s.arcs.rules))-1)
	}
	return reached
}

// Require makes a literal true for good. It must be called at level 0, where Search leaves the solver.
func (s *Solver) Require(l Literal) {
	if !s.dead && !s.raise(l.bound, l.value, byRoot, 0) {
		s.dead = true
	}
}

// Bounds are those of a variable that hold without any decision, given what was required so far.
func (s *Solver) Bounds(x Var) (from, to int32) { return s.lower(x), s.upper(x) }

// Steer makes the search prefer a schedule close to the one given. It changes no answer but how soon it
// is found.
func (s *Solver) Steer(values []int32) {
	copy(s.phase, values)
	for _, p := range s.pairs.list {
		s.phase[p.order] = 0
		if s.phase[p.first] < s.phase[p.second] {
			s.phase[p.order] = 1
		}
	}
	for i := range s.tolls {
		t := &s.tolls[i]
		s.phase[t.due] = t.at(s.phase[t.task])
	}
	for i := range s.ranks.list {
		s.steerRanks(&s.ranks.list[i])
	}
}
