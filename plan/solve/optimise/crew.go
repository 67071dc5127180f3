package optimise

import (
	"sync"

	"epr/plan/solve/model"
)

// crew are workers that improve the same schedule, each with an engine of its own. They work in rounds of a
// number of steps, and between rounds share what they found, in the order of their numbers. Threads decide
// only who computes first, never what is seen.
type crew struct {
	workers []*optimiser
	options Options
	stopped bool
}

const (
	// crewSize is the number of workers. It is the same on every machine: another number finds another schedule.
	crewSize = 2
	// A level begins with short rounds, for many levels are closed at once.
	firstRound = 1_000_000
	lastRound  = 10_000_000
)

// State is how far the work has come.
type State struct {
	Level model.Level // being worked on
	Value model.Value
	Bound model.Value
	Steps int64
}

func newCrew(m *model.Model, g *model.Graph, w *model.Window, starts []int32, o Options) *crew {
	c := &crew{options: o, workers: make([]*optimiser, crewSize)}
	alone := o
	alone.Stop = nil // asked between rounds
	c.each(func(i int) {
		worker := newOptimiser(m, g, w, starts, alone)
		worker.random = random(1 + i)
		if i%2 == 1 {
			worker.prove()
		}
		c.workers[i] = worker
	})
	return c
}

// each lets all workers do something at the same time.
func (c *crew) each(do func(i int)) {
	var running sync.WaitGroup
	for i := range c.workers {
		running.Go(func() { do(i) })
	}
	running.Wait()
}

// close works on a level until it is closed or its effort is spent, and holds what was reached.
func (c *crew) close(level model.Level) {
	c.each(func(i int) { c.workers[i].begin(level) })
	gap := c.gap()
	c.rounds()
	for range c.encores(level) {
		left := c.gap()
		if left == 0 || 3*left > 2*gap || c.stopped {
			break
		}
		gap = left
		c.each(func(i int) { c.workers[i].until += c.options.Steps })
		c.rounds()
	}
	c.each(func(i int) { c.workers[i].hold(level) })
}

// encores is how often a level may go on.
func (c *crew) encores(level model.Level) int {
	if level == levels[len(levels)-1] {
		return c.options.Encores
	}
	return 0
}

// gap is how far the schedule is from the bound of the level.
func (c *crew) gap() int64 {
	first := c.workers[0]
	return first.value[first.level] - first.bound[first.level]
}

// rounds lets the workers work until their effort is spent.
func (c *crew) rounds() {
	for round := int64(firstRound); !c.done(); round = min(round*3/2, lastRound) {
		c.each(func(i int) {
			worker := c.workers[i]
			worker.pause = worker.steps + round
			worker.work()
		})
		c.share()
		c.tell()
	}
}

// done reports whether the level is closed, nobody has steps left, or the work is to end.
func (c *crew) done() bool {
	c.stopped = c.stopped || c.options.Stop != nil && c.options.Stop()
	for _, worker := range c.workers {
		if !worker.done() {
			return c.stopped
		}
	}
	return true
}

func (c *crew) tell() {
	if first := c.workers[0]; c.options.Told != nil {
		c.options.Told(State{first.level, first.value, first.bound, first.steps})
	}
}

// share brings together what the workers found.
func (c *crew) share() {
	first := c.workers[0]
	for _, other := range c.workers[1:] {
		first.join(other)
		first.learn(other)
	}
	for _, worker := range c.workers {
		if worker != first {
			worker.adopt(first)
			worker.learn(first)
		}
		worker.changes = nil
	}
}

// learn takes over what another worker knows of the bounds. Both hold the same values at the levels before, for they
// had the same schedule whenever a level was held.
func (o *optimiser) learn(other *optimiser) {
	o.bound[o.level] = max(o.bound[o.level], min(other.bound[o.level], o.value[o.level]))
	if o.entire == nil || other.entire == nil {
		return
	}
	if o.canTake(other) {
		o.entire.know(other.entire)
	}
	if o.entire.levels[o.level].known {
		o.raise()
	}
}

// canTake reports whether what another engine knows of its variables is true for this one: of a worker that looks at
// twins in one order only, it is so for others that do.
func (o *optimiser) canTake(other *optimiser) bool {
	return len(other.twins) == 0 || len(o.twins) > 0
}
