// Package optimise makes a schedule better with the constraint engine, and proves how good it is. [Improve]
// is the function to call. It takes the levels of the objective in their order, and works on each from
// both ends until they meet or the effort is spent:
//
//   - descend asks the engine for any schedule that is better at this level and no worse at those before;
//   - lift asks it for one that is as good as the bound, and if there is none raises the bound;
//   - mend frees a part of the schedule, holds the rest, and asks for a better one inside. Parts are
//     stretches of time, what a goal waits for, projects, and the users of a resource.
//
// A level that is done is held: what follows may not make it worse. Models beyond a few thousand tasks are
// only mended, for the engine knows them no longer as a whole; their bounds are those of package bound.
//
// Work under way goes on before other work, as package sgs has it: its tasks never start later than in the
// schedule given, and what is proved is proved under that rule. What soft windows cost, and that consequences do
// not wait for maximum lags, the engine does not know: bounds leave it out, and a schedule found is looked at
// again before it is taken.
//
// Nothing is decided by a clock: effort is counted in the steps of the engine, and the same arguments give
// the same schedule.
package optimise

import (
	"slices"

	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
)

// Options say how hard to work.
type Options struct {
	Steps int64 // effort, about ten nanoseconds each
	// Bound is a value that no schedule is better than, level by level.
	Bound model.Value
	// Improved is told of each better schedule and the steps so far; nil if nobody wants to know.
	Improved func(value model.Value, steps int64)
	// Stop is asked from time to time whether to end early; nil for never.
	Stop func() bool
}

// Result is the schedule as improved.
type Result struct {
	Starts []int32
	Value  model.Value
	// Bound is for each level what no schedule goes below that is as good as this one at the levels before.
	Bound model.Value
	Steps int64
}

// wholeTasks is the number of tasks up to which the engine takes a model in as a whole.
const wholeTasks = 3000

// Improve makes a schedule better. Its result is no worse at any level, unless it is better at one before.
// The level Moves is left alone: it changes only with what it counts.
func Improve(m *model.Model, g *model.Graph, w *model.Window, starts []int32, o Options) Result {
	op := newOptimiser(m, g, w, starts, o)
	for _, level := range []model.Level{model.Unpriced, model.Announced, model.Late, model.Finish, model.Starts} {
		op.close(level)
	}
	op.bound[model.Moves] = o.Bound[model.Moves]
	return Result{Starts: op.starts, Value: op.value, Bound: op.bound, Steps: op.steps}
}

// optimiser is an improvement under way.
type optimiser struct {
	m       *model.Model
	g       *model.Graph
	w       *model.Window
	options Options
	steps   int64
	random  random

	starts []int32 // the best schedule so far
	value  model.Value
	bound  model.Value

	level    model.Level // being worked on
	until    int64       // steps at which the level has to be left
	relaxed  *piece      // all tasks free, soft windows open; nil if the model is too large
	strict   *piece      // the same with windows closed; nil until there is need for it
	hasSofts bool
	lifting  stride
	turn     int // number of the share lifted last
	prompts  prompts
	mending  mending
}

func newOptimiser(m *model.Model, g *model.Graph, w *model.Window, starts []int32, o Options) *optimiser {
	op := &optimiser{
		m: m, g: g, w: w, options: o, random: 1, bound: o.Bound,
		starts: slices.Clone(starts), value: m.Evaluate(starts),
		prompts: newPrompts(m, g),
	}
	op.mending = newMending(op)
	if len(m.Tasks) > wholeTasks {
		return op
	}
	op.relaxed, op.hasSofts = op.all(true), hasSofts(m)
	return op
}

func hasSofts(m *model.Model) bool {
	return slices.ContainsFunc(m.Tasks, func(t model.Task) bool { return len(t.Softs) > 0 })
}

// all is the piece in which every task is free.
func (o *optimiser) all(relaxed bool) *piece {
	free := make([]int32, len(o.m.Tasks))
	for i := range free {
		free[i] = int32(i)
	}
	p := newPiece(o.m, o.g, o.starts, free, relaxed)
	p.solver.Steer(o.starts)
	return p
}

// close works on a level until it is closed or its effort is spent, and holds what was reached.
func (o *optimiser) close(level model.Level) {
	defer o.hold(level)
	o.level = level
	o.until = o.steps + (o.options.Steps-o.steps)*shares[level]/100
	o.lifting = stride{}
	o.mending.begin()
	if o.done() {
		return
	}
	for methods := o.methods(); !o.done(); {
		next := &methods[0]
		for i := range methods {
			if methods[i].spent < next.spent {
				next = &methods[i]
			}
		}
		before := o.steps
		next.work()
		next.spent += (o.steps-before)/next.weight + 1
	}
}

// method is a way to work on a level. The one that has had the fewest steps for its weight has the next
// turn.
type method struct {
	work   func()
	weight int64
	spent  int64
}

// shares are the hundredths of the steps left that a level may use.
var shares = [model.Levels]int64{model.Announced: 60, model.Late: 60, model.Finish: 60, model.Starts: 100}

// done reports whether the level is closed or nothing more can be spent on it.
func (o *optimiser) done() bool {
	return o.value[o.level] <= o.bound[o.level] || o.steps >= o.until || o.options.Stop != nil && o.options.Stop()
}

// methods are the ways to work on the level.
func (o *optimiser) methods() []method {
	mend := method{work: o.mend, weight: 3}
	if o.relaxed == nil {
		return []method{mend}
	}
	for _, p := range o.wholes() {
		p.addLevel(o.level, o.starts)
	}
	t := &o.relaxed.levels[o.level]
	if !t.known {
		return []method{mend}
	}
	methods := []method{{work: o.descend, weight: 2}, {work: o.lift, weight: 2}, mend}
	if len(t.shares) > 0 {
		methods = append(methods, method{work: o.liftShare, weight: 3})
	}
	return methods
}

// hold makes sure that a level gets no worse.
func (o *optimiser) hold(level model.Level) {
	for _, p := range o.wholes() {
		p.addLevel(level, o.starts)
		p.atMost(level, o.value[level])
	}
}

// wholes are the pieces in which all tasks are free.
func (o *optimiser) wholes() []*piece {
	switch {
	case o.relaxed == nil:
		return nil
	case o.strict == nil:
		return []*piece{o.relaxed}
	}
	return []*piece{o.relaxed, o.strict}
}

// take takes a schedule of a piece as the best if it is. It reports whether it was.
func (o *optimiser) take(p *piece) bool {
	starts := slices.Clone(o.starts)
	for i, task := range p.free {
		starts[task] = p.solver.Values()[i]
	}
	if !o.prompts.settle(starts) {
		return false
	}
	value := o.m.Evaluate(starts)
	if o.level != model.Moves && !o.betterButMoves(value) || o.level == model.Moves && !value.Less(o.value) {
		return false
	}
	o.starts, o.value = starts, value
	for _, p := range o.wholes() {
		p.solver.Steer(starts)
	}
	if o.options.Improved != nil {
		o.options.Improved(value, o.steps)
	}
	return true
}

// betterButMoves compares with the best without the moves, which Improve leaves alone.
func (o *optimiser) betterButMoves(value model.Value) bool {
	value[model.Moves] = o.value[model.Moves]
	return value.Less(o.value)
}

// search lets the engine work on a piece and counts the steps.
func (o *optimiser) search(p *piece, assumed []lcg.Literal, conflicts int64) lcg.Status {
	before := p.solver.Counts().Steps
	status := p.solver.Search(assumed, conflicts, max(o.until-o.steps, 1))
	o.steps += p.solver.Counts().Steps - before + int64(len(p.free))
	return status
}
