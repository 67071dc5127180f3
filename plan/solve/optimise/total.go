package optimise

import (
	"cmp"
	"slices"

	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
)

// total is a level of the objective as a variable: the value is at least rest + unit × z. A sum of many
// terms is made of shares, so that a bound that rises is added up with few others.
type total struct {
	z     lcg.Var
	unit  int64
	rest  int64
	known bool // whether there is such a variable
	terms []lcg.Term
	// tolls are what soft windows cost, until the engine looks at it: see pay. Without is whether z leaves that out.
	tolls   []toll
	without bool
}

// most is the largest z with which the level is at most a value. Prices may be beyond what 32 bits hold; no z is.
func (t *total) most(value int64) int32 {
	return int32(min(max(-1, floorDiv(value-t.rest, t.unit)), lcg.MostSum))
}

// least is the smallest z with which the level can be at least a value.
func (t *total) least(value int64) int32 {
	return int32(min(max(0, -floorDiv(t.rest-value, t.unit)), lcg.MostSum))
}

// value is the value of the level at some z.
func (t *total) value(z int32) int64 { return t.rest + t.unit*int64(z) }

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// addGoals makes variables of the goals that have free members. What their other members decide is part of
// the goal.
func (p *piece) addGoals(starts []int32) {
	for i := range p.whole.Goals {
		g := &p.whole.Goals[i]
		rest := model.Goal{Reached: g.Reached}
		for _, task := range g.Members {
			if p.local[task] != model.None {
				rest.Members = append(rest.Members, p.local[task])
			} else {
				rest.Reached = max(rest.Reached, p.whole.Finish(task, starts[task]))
			}
		}
		if len(rest.Members) > 0 {
			x := p.solver.AddGoal(&rest)
			p.goals = append(p.goals, part{int32(i), x})
			p.vars = append(p.vars, x)
		}
	}
}

// addLevel makes a variable of a level unless it has been made. Its rest is what the value of the whole is
// beyond the terms, at the given starts.
func (p *piece) addLevel(level model.Level, starts []int32) {
	if p.levels[level].unit > 0 {
		return
	}
	t := total{terms: p.terms(level), tolls: p.tollsAt(level)}
	value := p.whole.Evaluate(starts)[level]
	t.rest = value
	for i := range t.terms {
		t.rest -= t.terms[i].Weight * int64(max(0, p.at(t.terms[i].Var, starts)-t.terms[i].Due))
		t.unit = divisor(t.unit, t.terms[i].Weight)
	}
	for i := range t.tolls {
		t.rest -= t.tolls[i].weight * int64(t.tolls[i].at(starts[p.free[t.tolls[i].task]]))
	}
	t.unit, t.without = max(t.unit, 1), len(t.tolls) > 0
	t.known = (value-t.rest)/t.unit <= lcg.MostSum
	if !t.known || (value-t.rest)/commonUnit(t.unit, t.tolls) > lcg.MostSum {
		t.tolls = nil // more than a sum holds: z leaves it out for good
	}
	if t.known {
		p.addTerms(level, &t, starts)
	}
	p.levels[level] = t
	if len(t.terms) == 0 {
		p.pay(level)
	}
}

// addTerms makes the variable of a total, in which weights are in units.
func (p *piece) addTerms(level model.Level, t *total, starts []int32) {
	for i := range t.terms {
		t.terms[i].Weight /= t.unit
	}
	if len(t.terms) > mostTerms {
		p.sortTerms(t.terms, starts)
	}
	shared := len(p.vars)
	t.z = p.addSum(t.terms)
	if level == model.Starts || p.byRank != nil {
		p.vars = p.vars[:shared] // another worker may add up other terms
	}
}

// mostTerms is how many terms a sum has that is not made of shares.
const mostTerms = 24

// addSum makes the variable of a sum, in two steps if it has many terms.
func (p *piece) addSum(terms []lcg.Term) lcg.Var {
	if len(terms) > mostTerms {
		var sums []lcg.Term
		for chunk := range slices.Chunk(terms, max(mostTerms*3/4, len(terms)/64)) {
			z := p.solver.AddSum(chunk)
			p.vars = append(p.vars, z)
			sums = append(sums, lcg.Term{Var: z, Weight: 1})
		}
		terms = sums
	}
	z := p.solver.AddSum(terms)
	p.vars = append(p.vars, z)
	return z
}

// sortTerms brings together what competes: users of the same resource at about the same time.
func (p *piece) sortTerms(terms []lcg.Term, starts []int32) {
	resource := func(x lcg.Var) int32 {
		if at, is := p.placeOf(x); is {
			x = lcg.Var(at.kin[0])
		}
		if int(x) >= len(p.free) || len(p.part.Tasks[x].Demands) == 0 {
			return model.None
		}
		return p.part.Tasks[x].Demands[0].Resource
	}
	slices.SortFunc(terms, func(a, b lcg.Term) int {
		return cmp.Or(cmp.Compare(resource(a.Var), resource(b.Var)), cmp.Compare(p.at(a.Var, starts), p.at(b.Var, starts)),
			cmp.Compare(a.Var, b.Var))
	})
}

// at is the value that a variable of a task, a rank, a goal or a toll has at the given starts.
func (p *piece) at(x lcg.Var, starts []int32) int32 {
	if at, is := p.placeOf(x); is {
		return p.startAt(at, starts)
	}
	if int(x) < len(p.free) {
		return starts[p.free[x]]
	}
	goal := slices.IndexFunc(p.goals, func(g part) bool { return g.x == x })
	if goal < 0 {
		t := p.tollOf(x)
		return t.at(starts[p.free[t.task]])
	}
	g := &p.whole.Goals[p.goals[goal].goal]
	reached := g.Reached
	for _, task := range g.Members {
		reached = max(reached, p.whole.Finish(task, starts[task]))
	}
	return reached
}

// terms are the parts of a level that depend on the piece, but for tolls.
func (p *piece) terms(level model.Level) []lcg.Term {
	var terms []lcg.Term
	add := func(x lcg.Var, due int32, weight int64) {
		if weight > 0 && due < p.whole.Horizon {
			terms = append(terms, lcg.Term{Var: x, Due: due, Weight: weight})
		}
	}
	if level == model.Starts && p.byRank != nil {
		return p.byRank.terms(p.part, len(p.free))
	}
	if level == model.Starts {
		for i := range p.free {
			add(lcg.Var(i), p.part.Tasks[i].Earliest, 1)
		}
		return terms
	}
	for _, part := range p.goals {
		switch g := &p.whole.Goals[part.goal]; level {
		case model.Announced:
			add(part.x, g.Announced, g.Weight)
		case model.Late:
			add(part.x, g.By, model.LateUnit*g.Weight)
		case model.Finish:
			add(part.x, g.Reached, g.Finish)
		}
	}
	return terms
}

// divisor is the greatest common divisor of two numbers, of which one may be 0.
func divisor(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
