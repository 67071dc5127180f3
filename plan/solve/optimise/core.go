package optimise

import (
	"slices"

	"epr/plan/solve/lcg"
)

// coring raises the bound of a level by cores. It assumes of many terms of the sum that each is as small as it
// can be by itself. Where that cannot be, the engine names terms that cannot all be so small: a core. Their sum
// is at least one more, becomes one term in place of them, and is raised as far as that is easy. In the end
// terms that depend on each other are gathered, however far apart they are, and what the sums are at least adds
// up. The method is that of core-guided maximum satisfiability (Fu and Malik 2006; with sums of cores
// Morgado, Dodaro and Marques-Silva 2014).
type coring struct {
	terms     []lcg.Term
	parts     map[lcg.Var][]lcg.Term // of each term that came in place of others
	from      int                    // the first term to assume
	size      int                    // how many to assume
	found     []lcg.Var              // terms of cores found since all was possible; they are not assumed
	conflicts int64                  // after which a search is given up
	rising    int                    // the term being raised; -1 if none
	by        int32                  // how far beyond its bound to look next
}

const (
	firstCore          = 50 // terms
	leastCore          = 6
	leastCoreConflicts = 100
	mostCoreConflicts  = 5000
	longestStride      = 1 << 20
	// raisingPart is by how much sooner a core is given up that does not rise than the search for another one.
	raisingPart = 4
)

func newCoring(terms []lcg.Term) coring {
	return coring{
		terms: slices.Clone(terms), parts: map[lcg.Var][]lcg.Term{},
		size: min(firstCore, len(terms)), rising: -1, conflicts: leastCoreConflicts,
	}
}

// core takes the next step.
func (o *optimiser) core() {
	switch {
	case o.coring.rising >= 0:
		o.raiseTerm()
	case len(o.coring.terms) > 0:
		o.findCore()
	}
	o.steps += int64(len(o.coring.terms))
	o.addUp()
}

// addUp raises the bound to what the terms add up to.
func (o *optimiser) addUp() {
	t := &o.entire.levels[o.level]
	sum := int64(0)
	for i := range o.coring.terms {
		c := &o.coring.terms[i]
		sum += c.Weight * int64(o.leastOf(c)-c.Due)
	}
	o.entire.solver.Require(lcg.AtLeast(t.z, int32(min(sum, lcg.MostSum))))
	o.raise()
}

// leastOf is the value up to which a term adds no more than it must.
func (o *optimiser) leastOf(t *lcg.Term) int32 {
	from, _ := o.entire.solver.Bounds(t.Var)
	return max(from, t.Due)
}

// findCore assumes some terms at their least.
func (o *optimiser) findCore() {
	c := &o.coring
	size := min(c.size, len(c.terms))
	// What a core says is about what was assumed: the search may raise bounds beyond that.
	least := make([]int32, len(c.terms))
	for i := range c.terms {
		least[i] = o.leastOf(&c.terms[i])
	}
	var assumed []lcg.Literal
	for k := range size {
		i := (c.from + k) % len(c.terms)
		if t := &c.terms[i]; !slices.Contains(c.found, t.Var) {
			assumed = append(assumed, lcg.AtMost(t.Var, least[i]))
		}
	}
	switch o.search(o.entire, assumed, c.conflicts) {
	case lcg.Found:
		if !o.take(o.entire) && size == len(c.terms) {
			o.pay() // nothing else is left that could be more
		}
		c.goOn(size)
		c.size = 2 * size
	case lcg.Refuted:
		o.gather(o.entire.solver.Core(), least)
	default:
		c.goOn(size)
		if c.size = size * 3 / 4; c.size < leastCore {
			c.size, c.conflicts = 4*leastCore, min(2*c.conflicts, mostCoreConflicts)
		}
	}
}

// goOn goes on to the next terms.
func (c *coring) goOn(by int) {
	c.from = (c.from + by) % len(c.terms)
	c.found = c.found[:0]
}

// gather makes one term of those in a core. A term with more weight than the lightest of them stays besides,
// with what it has more. Without a core there is no better schedule at all. least are the values up to which each
// term was assumed to add no more than it must.
func (o *optimiser) gather(core []lcg.Literal, least []int32) {
	c := &o.coring
	var parts []lcg.Term
	first, weight, sum := 0, int64(0), int32(0)
	for i, t := range c.terms {
		if !slices.ContainsFunc(core, func(l lcg.Literal) bool { return l.Var() == t.Var }) {
			continue
		}
		if len(parts) == 0 || t.Weight < weight {
			weight = t.Weight
		}
		if len(parts) == 0 {
			first = i
		}
		t.Weight = 1
		parts = append(parts, t)
		sum += least[i] - t.Due
	}
	switch len(parts) {
	case 0:
		o.bound[o.level] = o.value[o.level]
	case 1:
		o.entire.solver.Require(lcg.AtLeast(parts[0].Var, parts[0].Due+sum+1))
		c.startRaising(parts[0].Var)
	default:
		z := o.entire.solver.AddSum(parts)
		o.entire.solver.Require(lcg.AtLeast(z, sum+1))
		c.parts[z] = parts
		c.replace(parts, first, lcg.Term{Var: z, Weight: weight})
		c.startRaising(z)
	}
}

// replace puts a term in place of others, as far as its weight goes.
func (c *coring) replace(parts []lcg.Term, at int, by lcg.Term) {
	for i := range c.terms {
		t := &c.terms[i]
		if slices.ContainsFunc(parts, func(p lcg.Term) bool { return p.Var == t.Var }) {
			t.Weight -= by.Weight
		}
	}
	c.terms = slices.Insert(c.terms, at, by)
	c.terms = slices.DeleteFunc(c.terms, func(t lcg.Term) bool { return t.Weight == 0 })
}

func (c *coring) startRaising(x lcg.Var) {
	c.rising = slices.IndexFunc(c.terms, func(t lcg.Term) bool { return t.Var == x })
	c.found, c.by = append(c.found, x), 1
}

// raiseTerm raises the term gathered last, in strides that grow as long as that succeeds, and no further than it is in
// the best schedule: there is one in which it is no more.
func (o *optimiser) raiseTerm() {
	c := &o.coring
	t := &c.terms[c.rising]
	least := o.leastOf(t)
	_, to := o.entire.solver.Bounds(t.Var)
	if to = min(to, o.valueOf(t.Var, o.aim())); to <= least {
		c.rising = -1
		return
	}
	tried := least + min(c.by, to-least-1)
	if o.search(o.entire, []lcg.Literal{lcg.AtMost(t.Var, tried)}, c.conflicts/raisingPart) != lcg.Refuted {
		c.rising = -1 // steps are better spent on the next core
		return
	}
	o.entire.solver.Require(lcg.AtLeast(t.Var, tried+1))
	c.by = min(2*c.by+1, longestStride)
}

// valueOf is the value of a variable of the sum, or of a term gathered, in a schedule.
func (o *optimiser) valueOf(x lcg.Var, starts []int32) int32 {
	parts, gathered := o.coring.parts[x]
	if !gathered {
		return o.entire.at(x, starts)
	}
	sum := int64(0)
	for _, t := range parts {
		sum += t.Weight * int64(max(0, o.valueOf(t.Var, starts)-t.Due))
	}
	return int32(min(sum, lcg.MostSum))
}
