package optimise

import (
	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
)

const (
	descentConflicts = 300
	liftConflicts    = 300
)

// atMost keeps a level of a piece at a value or below.
func (p *piece) atMost(level model.Level, value int64) {
	if t := &p.levels[level]; t.known {
		p.solver.Require(lcg.AtMost(t.z, t.most(value)))
	}
}

// descend asks for any better schedule; if there is none, the best is proved. A schedule that is better only without what
// soft windows cost is none: from then on they are looked at.
func (o *optimiser) descend() {
	t := &o.entire.levels[o.level]
	switch o.search(o.entire, []lcg.Literal{lcg.AtMost(t.z, t.most(o.value[o.level]-1))}, descentConflicts) {
	case lcg.Found:
		if !o.take(o.entire) {
			o.pay()
		}
	case lcg.Refuted:
		o.bound[o.level] = o.value[o.level]
	}
}

// stride is how far beyond the bound lift looks: twice as far after each success.
type stride struct{ by int64 }

// lift asks for a schedule at the bound or a little above, and raises the bound if there is none.
func (o *optimiser) lift() {
	t := &o.entire.levels[o.level]
	o.raise()
	if o.done() {
		return
	}
	tried := min(o.bound[o.level]+o.lifting.by*t.unit, o.value[o.level]-1)
	switch o.search(o.entire, []lcg.Literal{lcg.AtMost(t.z, t.most(tried))}, liftConflicts) {
	case lcg.Found:
		if !o.take(o.entire) {
			o.pay()
		}
		o.lifting.by /= 4
	case lcg.Refuted:
		o.entire.solver.Require(lcg.AtLeast(t.z, t.most(tried)+1))
		o.lifting.by = 2*o.lifting.by + 1
	default:
		o.lifting.by /= 4
	}
	o.raise()
}

// raise raises the bound of the level to what the engine knows of it, at most to what is reached, and tells the engine
// what others know. A bound may be of prices of soft windows, which the variable may leave out.
func (o *optimiser) raise() {
	t := &o.entire.levels[o.level]
	from, _ := o.entire.solver.Bounds(t.z)
	o.bound[o.level] = max(o.bound[o.level], min(t.value(from), o.value[o.level]))
	if !t.without {
		o.entire.solver.Require(lcg.AtLeast(t.z, t.least(o.bound[o.level])))
	}
}

// pay lets the engine look at what soft windows cost, at the level and at those before.
func (o *optimiser) pay() {
	for level := range o.level {
		o.entire.pay(level)
		o.entire.atMost(level, o.value[level])
	}
	t := &o.entire.levels[o.level]
	tolls := len(t.tolls)
	finer := o.entire.pay(o.level)
	if !o.proves {
		return
	}
	for i := range o.coring.terms {
		o.coring.terms[i].Weight *= finer
	}
	o.coring.terms = append(o.coring.terms, t.terms[len(t.terms)-tolls:]...)
}
