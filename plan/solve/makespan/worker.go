package makespan

import (
	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
	"epr/plan/solve/sgs"
)

const (
	roundSteps     = 2_000_000
	descentSize    = 600 // conflicts
	liftSize       = 600
	windowSize     = 150
	evolveSize     = 12_000 // schedules
	populationSize = 120
	shakenRate     = 80 // of the children in hundred
	scheduleSteps  = 5  // steps that a task of a schedule is worth
	mostPairs      = 2000
)

// worker is one engine and how it is used.
type worker struct {
	m         *model.Model
	sink      lcg.Var
	solver    *lcg.Solver
	board     board
	known     int32 // upper of the board that the solver knows of
	methods   []method
	turn      int
	stride    int32 // days above the bound that lift tries
	random    random
	left      int64          // steps left in the round
	owed      int            // schedules of the present turn still to be tried
	evolution *sgs.Evolution // nil if the model is no plain project, or the worker looks for proofs only
}

func newWorker(m *model.Model, sink lcg.Var, number, of int) *worker {
	w := &worker{
		m: m, sink: sink, solver: lcg.New(m), board: board{upper: m.Horizon + 1}, known: m.Horizon + 1,
		random: random(number + 1),
	}
	if plain, ok := sgs.NewPlain(m); ok && !proves(number, of) {
		w.evolution = sgs.NewEvolution(plain, populationSize, shakenRate, uint64(number)+1)
	}
	w.solver.AddPairs(mostPairs)
	if of > 1 {
		w.solver.Teach()
	}
	w.methods = w.choose(number, of)
	return w
}

// proves reports whether a worker leaves shorter schedules to the others: every second one does.
func proves(number, of int) bool { return of > 1 && number%2 == 1 }

// choose picks the methods of a worker: with two, one looks for shorter schedules and the other for proofs.
// A project that is not plain has no population search.
func (w *worker) choose(number, of int) []method {
	descend, lift := method{run: (*worker).descend}, method{run: (*worker).lift, patience: liftPatience}
	evolve := method{run: (*worker).evolve, patience: evolvePatience}
	mend := method{run: (*worker).mend, patience: mendPatience}
	isPlain := w.evolution != nil
	switch {
	case proves(number, of):
		return []method{lift, descend}
	case of == 1 && isPlain:
		return []method{descend, lift, evolve, mend, mend}
	case of == 1:
		return []method{descend, lift, mend, mend}
	case isPlain:
		return []method{evolve, mend, {run: (*worker).descend, patience: liftPatience}}
	}
	return []method{mend, mend, mend, descend}
}

// method is a way to improve the schedule or the bound. One that does not succeed skips its next turns,
// more of them each time, up to a limit that depends on how far the bound is from the schedule.
type method struct {
	run      func(*worker)
	patience func(gap int32) int32 // most turns to skip; nil if it skips none
	skip     int32
	failures int32
	gained   bool // in the present turn
}

// Far from the bound, better schedules are what is wanted; close to it, proofs.
func evolvePatience(gap int32) int32 { return max(24/gap-1, 0) }
func mendPatience(gap int32) int32   { return max(16/gap-1, 0) }
func liftPatience(gap int32) int32   { return min(gap-1, 7) }

// round works until the steps of a round are spent or the board is closed.
func (w *worker) round() {
	for w.left += roundSteps; w.left > 0 && !w.board.closed(); {
		w.tighten()
		w.try(&w.methods[w.turn%len(w.methods)])
		if w.owed == 0 {
			w.turn++
		}
	}
}

// try gives a method its turn, or goes on with it.
func (w *worker) try(m *method) {
	if m.skip > 0 {
		m.skip--
		return
	}
	upper, lower := w.board.upper, w.board.lower
	m.run(w)
	m.gained = m.gained || w.board.upper < upper || w.board.lower > lower
	if w.owed == 0 {
		w.rest(m)
	}
}

// rest ends the turn of a method: if it gained nothing it skips the next ones.
func (w *worker) rest(m *method) {
	m.failures = 2*m.failures + 1
	if m.gained {
		m.failures = 0
	}
	m.gained = false
	if gap := w.board.upper - w.board.lower; m.patience != nil && gap > 0 {
		m.failures = min(m.failures, m.patience(gap))
		m.skip = m.failures
	}
}

// tighten tells the solver what is known.
func (w *worker) tighten() {
	if w.board.upper < w.known {
		w.known = w.board.upper
		w.solver.Steer(w.board.best)
		w.solver.Require(lcg.AtMost(w.sink, w.known-1))
	}
	w.solver.Require(lcg.AtLeast(w.sink, w.board.lower))
}

// search searches under assumptions and takes note of a schedule. If there is no other schedule at all,
// the best known is the shortest.
func (w *worker) search(assumed []lcg.Literal, conflicts int64) lcg.Status {
	before := w.solver.Counts().Steps
	status := w.solver.Search(assumed, conflicts, max(w.left, 1))
	w.left -= w.solver.Counts().Steps - before + 1000
	switch {
	case status == lcg.Found:
		starts := w.solver.Values()[:len(w.m.Tasks)]
		w.board.take(&board{best: starts, upper: starts[w.sink]})
		w.tighten()
	case status == lcg.Refuted && len(w.solver.Core()) == 0:
		w.board.lower = w.board.upper
	}
	from, _ := w.solver.Bounds(w.sink)
	w.board.lower = max(w.board.lower, min(from, w.board.upper))
	return status
}

// descend looks for any shorter schedule.
func (w *worker) descend() { w.search(nil, descentSize) }

// lift looks for a schedule almost as short as the bound, and if there is none raises the bound. As long
// as that succeeds its strides grow: each asks for as many days more than the bound, and twice as many the
// next time.
func (w *worker) lift() {
	gap := w.board.upper - w.board.lower
	tried := w.board.lower + min(w.stride, (gap-1)/2)
	if w.search([]lcg.Literal{lcg.AtMost(w.sink, tried)}, liftSize) == lcg.Refuted {
		w.board.lower = max(w.board.lower, tried+1)
		w.stride = 2*w.stride + 1
	} else {
		w.stride /= 4
	}
}

// evolve tries schedules, as many as the round has time for: a worker that overdraws its round lets the
// others wait at the end of it.
func (w *worker) evolve() {
	if w.owed == 0 {
		w.owed = evolveSize
	}
	if _, makespan := w.evolution.Best(); w.board.upper < makespan {
		w.evolution.Adopt(w.board.best, w.board.upper)
	}
	cost := scheduleSteps * int64(len(w.m.Tasks))
	size := min(w.owed, int(w.left/cost)+1)
	w.evolution.Run(size, w.board.lower)
	w.left -= cost * int64(size)
	w.owed -= size
	starts, makespan := w.evolution.Best()
	w.board.take(&board{best: starts, upper: makespan})
}
