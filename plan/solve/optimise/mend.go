package optimise

import (
	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
)

const (
	mendConflicts = 400
	smallest      = 20 // tasks of a part
	largest       = 400
)

// mending is the memory of mend.
type mending struct {
	size    int // tasks to free: more when parts turn out easy, fewer when they turn out hard
	turn    int
	byStart []int32 // tasks by their start in the best schedule
	isFree  []bool
}

func newMending(o *optimiser) mending {
	return mending{isFree: make([]bool, len(o.m.Tasks))}
}

func (d *mending) begin() { d.size = 60 }

// mend frees a part of the schedule and looks for a better one inside, as long as it finds one.
func (o *optimiser) mend() {
	free := o.neighbourhood()
	if len(free) == 0 {
		o.steps += int64(len(o.m.Tasks))
		return
	}
	p := newPiece(o.m, o.g, o.starts, free, !o.opens())
	o.steps += int64(len(o.m.Tasks)/4 + 100*len(free))
	for level := range o.level {
		if level != model.Moves {
			p.addLevel(level, o.starts)
			p.pay(level)
			p.atMost(level, o.value[level])
		}
	}
	p.addLevel(o.level, o.starts)
	p.pay(o.level)
	if !p.levels[o.level].known {
		o.mending.size = o.mending.size*3/4 + 1
		return
	}
	p.steer(o.starts)
	for !o.done() {
		p.atMost(o.level, o.value[o.level]-1)
		status := o.search(p, nil, mendConflicts)
		o.resize(status)
		if status != lcg.Found || !o.take(p) {
			return
		}
		p.steer(o.starts)
	}
}

// opens reports whether the part may enter soft windows that are not entered yet: every second one, when the engine looks
// at what they cost.
func (o *optimiser) opens() bool {
	return o.level <= model.Late && o.entire != nil && o.mending.turn%2 == 0 && !o.entire.levels[o.level].without
}

// steer steers a piece to a schedule.
func (p *piece) steer(starts []int32) {
	values := make([]int32, len(p.free))
	for i, task := range p.free {
		values[i] = starts[task]
	}
	p.solver.Steer(values)
}

// resize makes parts larger when they are exhausted and smaller when they are too hard.
func (o *optimiser) resize(status lcg.Status) {
	d := &o.mending
	switch status {
	case lcg.Refuted:
		d.size = min(d.size+d.size/20+1, largest, len(o.m.Tasks))
	case lcg.Spent:
		d.size = max(d.size-d.size/10, smallest)
	}
}
