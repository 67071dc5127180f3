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

// descend asks for any better schedule; if there is none, the best is proved. A schedule that is better
// only because it enters soft windows is none: then windows are closed, and nothing is proved.
func (o *optimiser) descend() {
	p := o.relaxed
	if o.strict != nil {
		p = o.strict
	}
	t := &p.levels[o.level]
	switch o.search(p, []lcg.Literal{lcg.AtMost(t.z, t.most(o.value[o.level]-1))}, descentConflicts) {
	case lcg.Found:
		if !o.take(p) && o.strict == nil && o.hasSofts {
			o.closeWindows()
		}
	case lcg.Refuted:
		if p == o.relaxed {
			o.bound[o.level] = o.value[o.level]
		}
	}
}

// closeWindows makes the piece in which soft windows are closed to those that are not in one.
func (o *optimiser) closeWindows() {
	o.strict = o.all(false)
	for level := range o.level + 1 {
		if level != model.Moves {
			o.strict.addLevel(level, o.starts)
			o.strict.atMost(level, o.value[level])
		}
	}
}

// stride is how far beyond the bound lift looks: twice as far after each success.
type stride struct{ by int64 }

// lift asks for a schedule at the bound or a little above, and raises the bound if there is none.
func (o *optimiser) lift() {
	t := &o.relaxed.levels[o.level]
	o.raise()
	if o.done() {
		return
	}
	tried := min(o.bound[o.level]+o.lifting.by*t.unit, o.value[o.level]-1)
	switch o.search(o.relaxed, []lcg.Literal{lcg.AtMost(t.z, t.most(tried))}, liftConflicts) {
	case lcg.Found:
		o.take(o.relaxed)
		o.lifting.by /= 4
	case lcg.Refuted:
		o.relaxed.solver.Require(lcg.AtLeast(t.z, t.most(tried)+1))
		o.lifting.by = 2*o.lifting.by + 1
	default:
		o.lifting.by /= 4
	}
	o.raise()
}

// raise raises the bound of the level to what the engine knows of it, at most to what is reached, and tells the engine
// what others know: of that, no more than is certain of its variable. A bound may be of prices of soft windows, which
// the variable leaves out; an engine told more would hold no schedule for possible, and prove everything from then on.
func (o *optimiser) raise() {
	t := &o.relaxed.levels[o.level]
	from, _ := o.relaxed.solver.Bounds(t.z)
	o.bound[o.level] = max(o.bound[o.level], min(t.value(from), o.value[o.level]))
	o.relaxed.solver.Require(lcg.AtLeast(t.z, t.least(o.bound[o.level])))
}
