package optimise

import "epr/plan/solve/model"

// method is a way to work on a level. The one that has had the fewest steps for its weight has the next
// turn.
type method struct {
	work   func()
	weight int64
	spent  int64
	// After so many turns in a row that bring nothing it becomes rarer.
	patience int64
	failures int64
}

// methods are the ways to work on the level.
func (o *optimiser) methods() []method {
	mend := method{work: o.mend, weight: 2, patience: 1 << 40}
	if o.entire == nil {
		return []method{mend}
	}
	o.entire.addLevel(o.level, o.starts)
	t := &o.entire.levels[o.level]
	if !t.known {
		return []method{mend}
	}
	descend := method{work: o.descend, weight: 2, patience: 4}
	if !o.proves {
		mend.weight = 4
		return []method{descend, mend}
	}
	o.coring = newCoring(t.terms)
	lift := method{work: o.lift, weight: 1, patience: 1}
	core := method{work: o.core, weight: 60, patience: 30}
	if o.level <= model.Late { // either proved soon or out of reach: better schedules are worth more
		core.weight, mend.weight = 2, 6
	}
	return []method{descend, lift, core, mend}
}

// work works on the level until the round or the level is done.
func (o *optimiser) work() {
	for !o.done() && o.steps < o.pause {
		next := &o.ways[0]
		for i := range o.ways {
			if o.ways[i].spent < next.spent {
				next = &o.ways[i]
			}
		}
		o.try(next)
	}
}

// try gives a method its turn. What brings nothing for long counts for more, so that its next turn comes later.
func (o *optimiser) try(m *method) {
	steps, value, bound := o.steps, o.value, o.bound
	m.work()
	m.failures++
	if o.value != value || o.bound != bound {
		m.failures = 0
	}
	m.spent += (o.steps-steps)*(1+min(m.failures/m.patience, mostPatience))/m.weight + 1
}

// mostPatience limits how much rarer a method becomes.
const mostPatience = 15
