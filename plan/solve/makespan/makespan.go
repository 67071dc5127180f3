// Package makespan finds the shortest schedule of a model and proves how short a schedule can be. It is
// what the published instances are about, and it shows how the parts of the engine play together: static
// bounds and a population search set the range, the constraint engine closes it from both ends. [Search]
// is the function to call.
//
// The work is shared by a fixed number of workers, each with an engine of its own. They work in rounds of
// a number of steps. Between rounds they tell each other, in the order of their numbers, the best schedule,
// the bound, and the shorter ones of the nogoods that their engines have learned. Threads decide only who computes
// first, never what is seen.
package makespan

import (
	"sync"

	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
	"epr/plan/solve/sgs"
)

// Options say how to search.
type Options struct {
	Workers int         // at least 1; another number may give another schedule
	Rounds  int         // most rounds
	Stop    func() bool // asked between rounds whether to end early; nil for never
}

// Result is what was found out.
type Result struct {
	Starts   []int32 // the best schedule, one start for each task; nil if none was found
	Makespan int32   // start of the sink in it
	Bound    int32   // no schedule has a smaller makespan
	Closed   bool    // the schedule is the shortest; or if there is none, none exists

	Conflicts int64 // dead ends the engines ran into, a measure of the work done
}

// Search looks for a schedule in which a task, the sink, starts as early as possible.
func Search(m *model.Model, sink int32, o Options) Result {
	board := start(m, sink)
	if board.closed() {
		return board.result()
	}
	crew := newCrew(m, lcg.Var(sink), o.Workers, board)
	for round := 0; round < o.Rounds && !board.closed(); round++ {
		if o.Stop != nil && o.Stop() {
			break
		}
		crew.round()
	}
	result := board.result()
	for _, w := range crew.workers {
		result.Conflicts += w.solver.Counts().Conflicts
	}
	return result
}

// firstSchedules is how many schedules the population search makes before the engine begins.
const firstSchedules = 2000

// start finds the range of the makespan by quick means: the window of the model, the energy of its
// resources, and if it is a plain project a population search.
func start(m *model.Model, sink int32) *board {
	b := &board{upper: m.Horizon + 1}
	window, conflict := model.FindWindow(m, model.NewGraph(m))
	if conflict != nil {
		b.lower = b.upper
		return b
	}
	b.lower = energyBound(m, window, sink)
	if plain, ok := sgs.NewPlain(m); ok {
		e := sgs.NewEvolution(plain, 60, 60, 1)
		e.Run(firstSchedules, b.lower)
		b.best, b.upper = e.Best()
	}
	return b
}

// board is what the workers know together.
type board struct {
	best  []int32 // starts
	upper int32   // makespan of best; one more than the horizon if there is none
	lower int32   // no makespan is smaller
}

func (b *board) closed() bool { return b.lower >= b.upper }

func (b *board) result() Result {
	return Result{Starts: b.best, Makespan: b.upper, Bound: b.lower, Closed: b.closed()}
}

// take keeps what another knows better.
func (b *board) take(other *board) {
	if other.upper < b.upper {
		b.best, b.upper = append([]int32(nil), other.best...), other.upper
	}
	b.lower = max(b.lower, other.lower)
}

// crew is all the workers and what they know together between rounds.
type crew struct {
	workers []*worker
	board   *board
}

func newCrew(m *model.Model, sink lcg.Var, workers int, b *board) *crew {
	c := &crew{board: b}
	for i := range workers {
		c.workers = append(c.workers, newWorker(m, sink, i, workers))
	}
	return c
}

// round lets all workers work and brings together what they found.
func (c *crew) round() {
	for _, w := range c.workers {
		w.board.take(c.board)
		w.tighten()
	}
	c.teach()
	var running sync.WaitGroup
	for _, w := range c.workers {
		running.Go(w.round)
	}
	running.Wait()
	for _, w := range c.workers {
		c.board.take(&w.board)
	}
}

// teach lets the engines learn from each other. What one has learned while it looked for a schedule shorter than
// the best is true for all of them once they look for the same.
func (c *crew) teach() {
	for _, w := range c.workers {
		for _, other := range c.workers {
			if w != other {
				w.solver.LearnFrom(other.solver)
			}
		}
	}
	for _, w := range c.workers {
		w.solver.DropLessons()
	}
}
