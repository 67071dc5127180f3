package optimise

import (
	"cmp"
	"math"
	"slices"

	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
)

// total is a level of the objective as a variable: the value is at least rest + unit × z. A sum of many
// terms is made of shares, so that a bound that rises is added up with few others.
type total struct {
	z    lcg.Var
	unit int64
	rest int64
	// beside is the most that the level can be beyond rest + unit × z: of soft windows the engine knows no price.
	beside int64
	known  bool // whether there is such a variable
	terms  []lcg.Term
}

// most is the largest z with which the level is at most a value. Prices may be beyond what 32 bits hold; no z is.
func (t *total) most(value int64) int32 {
	return int32(min(max(-1, floorDiv(value-t.rest, t.unit)), math.MaxInt32/2))
}

// least is the smallest z with which the level can be at least a value.
func (t *total) least(value int64) int32 {
	return int32(min(max(0, -floorDiv(t.rest+t.beside-value, t.unit)), math.MaxInt32/2))
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
func (p *piece) addGoals(starts, local []int32) {
	for i := range p.whole.Goals {
		g := &p.whole.Goals[i]
		rest := model.Goal{Reached: g.Reached}
		for _, task := range g.Members {
			if local[task] != model.None {
				rest.Members = append(rest.Members, local[task])
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
	terms := p.terms(level)
	unit := commonUnit(terms)
	t := total{unit: unit, rest: p.whole.Evaluate(starts)[level]}
	for i := range terms {
		t.rest -= terms[i].Weight * int64(max(0, p.at(terms[i].Var, starts)-terms[i].Due))
		terms[i].Weight /= unit
	}
	if p.relaxed && level <= model.Late {
		t.rest, t.beside = p.settled(level), p.mostForSofts(level)
	}
	p.addSum(&t, terms, starts)
	p.levels[level] = t
}

// mostTerms is how many terms a sum has that is not made of shares.
const mostTerms = 24

// addSum makes the variable of a total, in two steps if it has many terms.
func (p *piece) addSum(t *total, terms []lcg.Term, starts []int32) {
	t.terms = terms
	if len(terms) > mostTerms {
		p.sortTerms(terms, starts)
		var sums []lcg.Term
		for chunk := range slices.Chunk(terms, max(mostTerms*3/4, len(terms)/64)) {
			z, ok := p.solver.AddSum(chunk)
			if !ok {
				return
			}
			p.vars = append(p.vars, z)
			sums = append(sums, lcg.Term{Var: z, Weight: 1})
		}
		terms = sums
	}
	if t.z, t.known = p.solver.AddSum(terms); t.known {
		p.vars = append(p.vars, t.z)
	}
}

// sortTerms brings together what competes: users of the same resource at about the same time.
func (p *piece) sortTerms(terms []lcg.Term, starts []int32) {
	resource := func(x lcg.Var) int32 {
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

// settled is what goals add to a lateness that have no members any more. With all tasks free, everything else
// beyond the terms is the price of soft windows.
func (p *piece) settled(level model.Level) int64 {
	late := int64(0)
	for i := range p.whole.Goals {
		switch g := &p.whole.Goals[i]; {
		case len(g.Members) > 0:
		case level == model.Announced:
			late += g.Weight * int64(max(0, g.Reached-g.Announced))
		case level == model.Late:
			late += model.LateUnit * g.Weight * int64(max(0, g.Reached-g.By))
		}
	}
	return late
}

// mostForSofts is the most that tasks can add to a level by the soft windows that they enter, one of each set.
func (p *piece) mostForSofts(level model.Level) int64 {
	sum := int64(0)
	for i := range p.whole.Tasks {
		for _, soft := range p.whole.Tasks[i].Softs {
			most := int64(0)
			for _, w := range p.whole.Softs[soft].Windows {
				switch {
				case level == model.Unpriced && w.Price < 0:
					most = max(most, 1)
				case level == model.Late:
					most = max(most, w.Price)
				}
			}
			sum += most
		}
	}
	return sum
}

// at is the value that a variable has at the given starts.
func (p *piece) at(x lcg.Var, starts []int32) int32 {
	if int(x) < len(p.free) {
		return starts[p.free[x]]
	}
	g := &p.whole.Goals[p.goals[int(x)-len(p.free)].goal]
	reached := g.Reached
	for _, task := range g.Members {
		reached = max(reached, p.whole.Finish(task, starts[task]))
	}
	return reached
}

// terms are the parts of a level that depend on the piece.
func (p *piece) terms(level model.Level) []lcg.Term {
	var terms []lcg.Term
	add := func(x lcg.Var, due int32, weight int64) {
		if weight > 0 && due < p.whole.Horizon {
			terms = append(terms, lcg.Term{Var: x, Due: due, Weight: weight})
		}
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

// commonUnit is the greatest common divisor of the weights.
func commonUnit(terms []lcg.Term) int64 {
	unit := int64(0)
	for i := range terms {
		for a, b := terms[i].Weight, unit; ; a, b = b%a, a {
			if b%a == 0 {
				unit = a
				break
			}
		}
	}
	return max(unit, 1)
}
