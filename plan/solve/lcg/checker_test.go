package lcg

import (
	"fmt"
	"slices"

	"epr/plan/solve/model"
)

// checker derives everything a solver concludes again, from scratch and day by day. It shares no shortcut
// with what it checks: it tries every start that a box of bounds leaves.
type checker struct {
	m *model.Model
	// known are schedules, with the values of all variables. None may be excluded but by what was required.
	known [][]int32
	// shadow is a second solver of the same model, which knows what the first has learned so far.
	shadow *Solver
	faults []string
	looked int // conclusions checked
	// windows are those too full among them.
	windows int
}

func (c *checker) fault(format string, args ...any) {
	if len(c.faults) < 5 {
		c.faults = append(c.faults, fmt.Sprintf(format, args...))
	}
}

// raised checks the reasons of an entry, for its full value and for the least that was new.
func (c *checker) raised(s *Solver, index int32) {
	e := s.entries[index]
	if e.cause == byRoot || e.cause == byDecision {
		return
	}
	for _, value := range [2]int32{e.value, e.before + 1} {
		claim := claim{s.holes.relax(Literal{e.bound, value}), e.cause, e.ref}
		reason := s.why(claim, index, nil)
		c.check(s, claim, reason, index)
	}
}

func (c *checker) conflicted(s *Solver) {
	claim := s.conflict
	if !claim.cause.isOverload() {
		claim.literal = s.holes.relax(claim.literal)
		if !s.fails(claim.literal) {
			c.fault("conflict over %v, which is not false", claim.literal)
		}
	}
	if claim.cause == byDecision {
		c.fault("decided %v, which is false", claim.literal)
		return
	}
	if claim.cause != byRoot {
		index := int32(len(s.entries))
		c.check(s, claim, s.why(claim, index, nil), index)
	}
}

// learned checks that no known schedule makes all literals of a nogood true, and that it can be had by
// propagation alone: if the shadow decides all its literals, it must run into a conflict.
func (c *checker) learned(s *Solver, nogood []Literal) {
	for _, schedule := range c.known {
		if c.permitted(s, schedule) && all(nogood, schedule) {
			c.fault("nogood %v excludes the schedule %v", nogood, schedule)
		}
	}
	if c.shadow == nil {
		return
	}
	for b := range s.newest {
		c.shadow.Require(Literal{bound(b), s.root(bound(b))})
	}
	if !c.refutes(nogood) {
		c.fault("nogood %v cannot be derived", nogood)
	}
	c.shadow.adopt(negations(nogood), 1)
}

// refutes reports whether the shadow, if it decides some literals, runs into a conflict or leaves the tasks
// starts with which some window is too full. It need not see the latter itself: reasons ask for less than
// what the engine looks for.
func (c *checker) refutes(literals []Literal) bool {
	s := c.shadow
	defer s.backtrack(0)
	if s.dead || !s.propagate() {
		s.dead = true
		return true
	}
	s.tidy()
	for _, l := range literals {
		s.begin()
		if !s.raise(l.bound, l.value, byDecision, 0) || !s.propagate() {
			return true
		}
	}
	box := c.open(s)
	for r := range c.m.Resources {
		if c.windowForces(int32(r), box) {
			return true
		}
	}
	return false
}

// open lists the starts between the bounds of each task.
func (c *checker) open(s *Solver) [][]int32 {
	box := make([][]int32, len(c.m.Tasks))
	for x := range box {
		for v := s.lower(Var(x)); v <= s.upper(Var(x)); v++ {
			box[x] = append(box[x], v)
		}
	}
	return box
}

func negations(literals []Literal) []Literal {
	var negated []Literal
	for _, l := range literals {
		negated = append(negated, l.Not())
	}
	return negated
}

// adopted checks that no known schedule contradicts a clause of another solver, whose own checker has derived it.
// From then on this one's shadow knows it too.
func (c *checker) adopted(s *Solver, clause []Literal) {
	for _, schedule := range c.known {
		if s.admits(schedule) && all(negations(clause), schedule) {
			c.fault("the clause %v of another excludes the schedule %v", clause, schedule)
		}
	}
	if c.shadow != nil {
		c.shadow.adopt(clause, 1)
	}
}

// quiet checks that nothing was forgotten: no clause and no arc has more to say, and no task is in the way
// of the parts that are certain.
func (c *checker) quiet(s *Solver) {
	for id := range s.nogoods.headers {
		if open, satisfied := s.openLiterals(s.nogoods.clause(int32(id))); !satisfied && open < 2 {
			c.fault("clause %v has more to say", s.nogoods.clause(int32(id)))
		}
	}
	for i := range s.arcs.edges {
		e := &s.arcs.edges[i]
		if s.holes.round(e.to, s.arcs.apply(&e.hop, s.now[e.from])) > s.now[e.to] {
			c.fault("edge %v has more to say", *e)
		}
	}
	for i := range s.pairs.edges {
		e, on := &s.pairs.edges[i], s.pairs.on[i]
		value := s.holes.round(e.to, s.arcs.apply(&e.hop, s.now[e.from]))
		if s.holds(on) && value > s.now[e.to] || !s.fails(on) && value > -s.now[e.to.opposite()] {
			c.fault("edge %v on %v has more to say", *e, on)
		}
	}
	box := c.open(s)
	for x := range box {
		if !s.fixed(Var(x)) && (c.overloaded(box, int32(x), box[x][0]) || c.overloaded(box, int32(x), s.upper(Var(x)))) {
			c.fault("task %d is in the way of others on its first or last start of %v", x, box[x])
		}
	}
}

func (s *Solver) openLiterals(clause []Literal) (open int, satisfied bool) {
	for _, l := range clause {
		satisfied = satisfied || s.holds(l)
		if !s.fails(l) {
			open++
		}
	}
	return open, satisfied
}

// before is the value that a bound had before an entry, found by going through the whole trail.
func before(s *Solver, b bound, index int32) int32 {
	value := s.root(b)
	for _, e := range s.entries[:index] {
		if e.bound == b {
			value = e.value
		}
	}
	return value
}

// permitted reports whether a schedule keeps all that holds at level 0.
func (c *checker) permitted(s *Solver, schedule []int32) bool {
	for x, value := range schedule {
		if value < s.root(Var(x).lower()) || -value < s.root(Var(x).upper()) {
			return false
		}
	}
	return true
}

// admits reports whether a schedule lies between the bounds as they are now.
func (s *Solver) admits(schedule []int32) bool {
	for x, value := range schedule {
		if value < s.lower(Var(x)) || value > s.upper(Var(x)) {
			return false
		}
	}
	return true
}

func all(literals []Literal, schedule []int32) bool {
	for _, l := range literals {
		if !isTrue(l, schedule) {
			return false
		}
	}
	return true
}

func isTrue(l Literal, schedule []int32) bool {
	value := schedule[l.bound.variable()]
	if !l.bound.isLower() {
		value = -value
	}
	return value >= l.value
}

// check checks that a reason was true before an entry and forces what is claimed.
func (c *checker) check(s *Solver, claim claim, reason []Literal, index int32) {
	c.looked++
	for _, l := range reason {
		if before(s, l.bound, index) < l.value {
			c.fault("cause %d: %v because of %v, of which %v was not true", claim.cause, claim.literal, reason, l)
			return
		}
	}
	box := c.box(s, reason)
	forced := true
	switch claim.cause {
	case byArc:
		forced = c.arcForces(s, claim, box)
	case byNogood:
		forced = c.clauseForces(s, claim, reason)
	case byTimetable:
		forced = c.roomForces(s, claim, box)
	case byOverload:
		forced = c.overloaded(box, model.None, 0)
	case byEnergy:
		c.windows++
		forced = c.windowForces(claim.ref, box)
	case bySum:
		forced = sumForces(s, claim, box)
	case byPair:
		forced = c.pairForces(s, claim, box)
	case byRanking:
		forced = rankForces(s, claim, box)
	}
	if !forced {
		c.fault("cause %d: %v does not follow from %v", claim.cause, claim.literal, reason)
	}
}

// box lists the values that level 0 and some literals leave each variable.
func (c *checker) box(s *Solver, literals []Literal) [][]int32 {
	box := make([][]int32, len(s.holes))
	for x := range box {
		from, to := s.root(Var(x).lower()), -s.root(Var(x).upper())
		for _, l := range literals {
			if l.bound == Var(x).lower() {
				from = max(from, l.value)
			} else if l.bound == Var(x).upper() {
				to = min(to, -l.value)
			}
		}
		for value := from; value <= to; value++ {
			if d := s.holes[x]; d == nil || value >= 0 && value <= c.m.Horizon && d.Next[value] == value {
				box[x] = append(box[x], value)
			}
		}
	}
	return box
}

// arcForces tries all pairs of values that would contradict the claim against the rule of an edge.
func (c *checker) arcForces(s *Solver, claim claim, box [][]int32) bool {
	e := s.arcs.edges[claim.ref]
	from, to := e.from.variable(), e.to.variable()
	if !e.from.isLower() {
		from, to = to, from
	}
	for _, a := range box[from] {
		for _, b := range box[to] {
			end := b
			if claim.literal.bound.variable() == from {
				end = a
			}
			contradicts := end < claim.literal.value
			if !claim.literal.bound.isLower() {
				contradicts = end > -claim.literal.value
			}
			if contradicts && c.pairKeeps(s, claim.ref, a, b) {
				return false
			}
		}
	}
	return true
}

// pairKeeps reports whether the rule that an edge was made from allows two values.
func (c *checker) pairKeeps(s *Solver, edge, from, to int32) bool {
	for i := range c.m.Arcs {
		a := &c.m.Arcs[i]
		if a.From != model.Origin && a.To != model.Origin {
			if edge < 2 {
				return arcKeeps(c.m, a, from, to)
			}
			edge -= 2
		}
	}
	r := s.arcs.rules[s.arcs.edges[s.edgeOf(edge)].rule]
	finish, ok := walk(c.m, r.task, from, c.m.Tasks[r.task].Days)
	return ok && to >= finish
}

// edgeOf is the edge of that number among those that belong to no arc of the model.
func (s *Solver) edgeOf(number int32) int32 {
	edges := int32(0)
	for i := range s.model.Arcs {
		if a := &s.model.Arcs[i]; a.From != model.Origin && a.To != model.Origin {
			edges += 2
		}
	}
	return edges + number
}

// clauseForces checks that the clause is the claim and the negations of the reason.
func (c *checker) clauseForces(s *Solver, claim claim, reason []Literal) bool {
	clause := s.nogoods.clause(claim.ref)
	implies := 0
	for _, l := range clause {
		if l.bound == claim.literal.bound && s.holes.round(l.bound, l.value) >= claim.literal.value {
			implies++
			continue
		}
		found := false
		for _, r := range reason {
			found = found || r == l.Not()
		}
		if !found {
			return false
		}
	}
	return implies == 1 && len(reason) == len(clause)-1
}

// roomForces tries all starts of the task pushed aside that would contradict the claim.
func (c *checker) roomForces(s *Solver, claim claim, box [][]int32) bool {
	x := claim.literal.bound.variable()
	for _, start := range box[x] {
		contradicts := start < claim.literal.value
		if !claim.literal.bound.isLower() {
			contradicts = start > -claim.literal.value
		}
		if contradicts && !c.overloaded(box, int32(x), start) {
			return false
		}
	}
	return true
}

// overloaded reports whether on some day the tasks that are at work wherever they start in their boxes,
// with one task started on a day, need more than there is.
func (c *checker) overloaded(box [][]int32, task, start int32) bool {
	for r := range c.m.Resources {
		for day, capacity := range c.m.Resources[r].Capacity {
			need := int32(0)
			for i := range c.m.Tasks {
				starts := box[i]
				if int32(i) == task {
					starts = []int32{start}
				}
				if worksAlways(c.m, int32(i), starts, int32(day)) {
					need += amountOf(c.m, i, r)
				}
			}
			if need > capacity && need > 0 {
				return true
			}
		}
	}
	return false
}

// windowForces reports whether in some window the days that the tasks have in it at least, wherever they start
// in their boxes, need more of a resource than there is.
func (c *checker) windowForces(r int32, box [][]int32) bool {
	m := c.m
	for from := range m.Horizon {
		excess := int32(0) // of the window from there on that grows day by day
		least := make([]int32, len(m.Tasks))
		worked := make([]map[int32]int32, len(m.Tasks)) // for each start the days in the window
		for i := range worked {
			worked[i] = make(map[int32]int32)
		}
		for day := from; day < m.Horizon; day++ {
			excess -= m.Resources[r].Capacity[day]
			for i := range m.Tasks {
				before := least[i]
				least[i] = m.Horizon
				for _, start := range box[i] {
					if worksAlways(m, int32(i), []int32{start}, day) {
						worked[i][start]++
					}
					least[i] = min(least[i], worked[i][start])
				}
				excess += (least[i] - before) * amountOf(m, i, int(r))
			}
			if excess > 0 {
				return true
			}
		}
	}
	return false
}

func worksAlways(m *model.Model, task int32, starts []int32, day int32) bool {
	t := &m.Tasks[task]
	for _, start := range starts {
		finish, ok := walk(m, task, start, t.Days)
		if day < start || !ok || day >= finish || t.Days == 0 {
			return false
		}
	}
	w := m.Calendars[t.Calendar].W
	return w[day+1] > w[day]
}

func amountOf(m *model.Model, task, resource int) int32 {
	for _, d := range m.Tasks[task].Demands {
		if int(d.Resource) == resource {
			return d.Amount
		}
	}
	return 0
}

// sumForces adds up the cheapest values.
func sumForces(s *Solver, claim claim, box [][]int32) bool {
	sum := s.sums.list[claim.ref]
	x := claim.literal.bound.variable()
	least := int64(0)
	for _, t := range sum.terms {
		value := box[t.Var][0]
		if t.Var == x && !claim.literal.bound.isLower() {
			value = max(value, 1-claim.literal.value)
		}
		least += t.Weight * int64(max(0, value-t.Due))
	}
	if claim.literal.bound.isLower() {
		return least >= int64(claim.literal.value)
	}
	most := box[sum.z][len(box[sum.z])-1]
	return least > int64(most)
}

// pairForces tries all starts of two tasks and both their orders against the one order that an edge is about.
func (c *checker) pairForces(s *Solver, claim claim, box [][]int32) bool {
	on := s.pairs.on[claim.ref]
	p := s.pairs.list[on.bound.variable()-s.pairs.list[0].order]
	from, to := p.first, p.second
	if !on.bound.isLower() {
		from, to = to, from
	}
	values := make([]int32, len(s.holes))
	for _, values[from] = range box[from] {
		for _, values[to] = range box[to] {
			for _, values[p.order] = range box[p.order] {
				finish, ok := walk(c.m, int32(from), values[from], c.m.Tasks[from].Days)
				keeps := !isTrue(on, values) || ok && values[to] >= finish
				if keeps && !isTrue(claim.literal, values) {
					return false
				}
			}
		}
	}
	return true
}

// rankForces lets the members of a ranking come in any order, each as early as it can, with a value against the claim.
func rankForces(s *Solver, claim claim, box [][]int32) bool {
	r := s.ranks.list[claim.ref]
	box = slices.Clone(box)
	x := claim.literal.bound.variable()
	box[x] = slices.DeleteFunc(slices.Clone(box[x]), func(v int32) bool {
		if claim.literal.bound.isLower() {
			return v >= claim.literal.value
		}
		return -v >= claim.literal.value
	})
	used := make([]bool, len(r.members))
	var fits func(k int, from int32) bool
	fits = func(k int, from int32) bool {
		if k == len(r.members) {
			return true
		}
		for i, x := range r.members {
			if used[i] {
				continue
			}
			at := slices.IndexFunc(box[x], func(v int32) bool { return v >= from && slices.Contains(box[r.ranks[k]], v) })
			if at < 0 {
				continue
			}
			used[i] = true
			ok := fits(k+1, box[x][at])
			used[i] = false
			if ok {
				return true
			}
		}
		return false
	}
	return !fits(0, 0)
}

// withOrders appends to the values of a schedule those of the orders of pairs.
func withOrders(s *Solver, values []int32) []int32 {
	for _, p := range s.pairs.list {
		finish, _ := walk(s.model, int32(p.first), values[p.first], s.model.Tasks[p.first].Days)
		order := int32(0)
		if finish <= values[p.second] {
			order = 1
		}
		values = append(values, order)
	}
	return values
}

// walk is the boundary at which a task has done a number of its days, counted day by day; false if it
// never gets there.
func walk(m *model.Model, task, t, days int32) (int32, bool) {
	w := m.Calendars[m.Tasks[task].Calendar].W
	for ; days > 0; t++ {
		if t >= m.Horizon {
			return 0, false
		}
		days -= w[t+1] - w[t]
	}
	return t, true
}

// arcKeeps reports whether an arc allows two starts, counting the worked days between its points.
func arcKeeps(m *model.Model, a *model.Arc, x, y int32) bool {
	from, to := a.FromDays, a.ToDays
	okFrom, okTo := true, true
	if a.From != model.Origin {
		from, okFrom = walk(m, a.From, x, a.FromDays)
	}
	if a.To != model.Origin {
		to, okTo = walk(m, a.To, y, a.ToDays)
	}
	w := m.Calendars[a.Calendar].W
	return okFrom && okTo && w[to]-w[from] >= a.Lag && (!a.Ordered || to >= from)
}
