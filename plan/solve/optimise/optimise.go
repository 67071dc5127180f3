// Package optimise makes a schedule better with the constraint engine, and proves how good it is. [Improve]
// is the function to call. It takes the levels of the objective in their order, and works on each from
// both ends until they meet or the effort is spent:
//
//   - descend asks the engine for any schedule that is better at this level and no worse at those before;
//   - lift asks it for one that is as good as the bound, and if there is none raises the bound;
//   - core looks for terms of the sum that cannot all be as small as each can be by itself, and raises their
//     sum as far as that is easy; such sums add up to a bound;
//   - mend frees a part of the schedule, holds the rest, and asks for a better one inside. Parts are
//     stretches of time, what a goal waits for, projects, and the users of a resource.
//
// Two workers share the work, one that improves and one that proves. Each has an engine of its own; after
// every round of steps they exchange what they found. A level that is done is held: what follows may not make
// it worse. Models beyond a few thousand tasks are only mended, by both workers, for the engine knows them no
// longer as a whole; their bounds are those of package bound.
//
// Work under way goes on before other work, as package sgs has it: its tasks never start later than in the
// schedule given, and what is proved is proved under that rule. That consequences do not wait for maximum lags the
// engine does not know: bounds leave it out, and a schedule found is looked at again before it is taken.
//
// What is proved of a level holds for every schedule that is as good as what is held at the levels before and in which
// work under way is no later. For that, the piece in which all tasks are free may be required nothing that such a
// schedule breaks: levels held, bounds proved, cores. That a schedule shall be better than the best one so far, that
// terms shall be as small as they can be: all that is assumed for one search only, or required of other pieces, whose
// answers prove nothing. What a search has shown is about what it was asked;
// bounds that it raised meanwhile are beyond that.
//
// In a rollout much work comes several times and is alike: see twins. The worker that proves looks at it in one order only,
// which is no loss, for every schedule has one as good in that order. What it learns of the value of a level holds of
// all schedules; what it learns of single starts it keeps to itself. Even more work is of the same step without being alike
// in everything: see kin. Of that it looks, when starts are added up, at who is first, second and so on: see byRank.
//
// Soft windows are paid for late: until a schedule is refused for what it would pay, the engine looks at dates alone, and
// what it proves of those holds all the more. Where there is much lateness to lose, that finds better schedules than
// looking at prices from the beginning.
//
// Nothing is decided by a clock or by the number of cores: effort is counted in the steps of the engine, and the
// same arguments give the same schedule.
package optimise

import (
	"slices"

	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
)

// Options say how hard to work.
type Options struct {
	Steps int64 // effort of each worker, about ten nanoseconds each
	// Encores is how often the last level may go on for as many steps again: each time only if those before it have
	// closed a third of the gap to its bound. Where a proof is near, it is worth having.
	Encores int
	// Bound is a value that no schedule is better than, level by level.
	Bound model.Value
	// Told is told from time to time how far the work has come; nil if nobody wants to know.
	Told func(State)
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

// levels are those that are worked on, in their order.
var levels = []model.Level{model.Unpriced, model.Announced, model.Late, model.Finish, model.Starts}

// wholeTasks is the number of tasks up to which the engine takes a model in as a whole.
const wholeTasks = 3000

// Improve makes a schedule better. Its result is no worse at any level, unless it is better at one before.
// The level Moves is left alone: it changes only with what it counts.
func Improve(m *model.Model, g *model.Graph, w *model.Window, starts []int32, o Options) Result {
	c := newCrew(m, g, w, starts, o)
	for _, level := range levels {
		c.close(level)
	}
	first := c.workers[0]
	first.bound[model.Moves] = o.Bound[model.Moves]
	return Result{Starts: first.starts, Value: first.value, Bound: first.bound, Steps: first.steps}
}

// optimiser is an improvement under way, by one worker.
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

	level   model.Level // being worked on
	until   int64       // steps at which the level has to be left
	pause   int64       // steps at which the round ends
	ways    []method    // to work on the level
	changes []change    // of the schedule in this round
	proves  bool        // rather than looks for better schedules
	entire  *piece      // all tasks free; nil if the model is too large
	twins   []twins     // that come in their order in entire
	lifting stride
	coring  coring
	prompts prompts
	mending mending
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
	op.entire = op.all(false)
	return op
}

// all is the piece in which every task is free, and twins come in their order.
func (o *optimiser) all(closed bool) *piece {
	p := o.cutOutAll(closed)
	p.open(o.starts)
	p.solver.Steer(o.aim())
	return p
}

// cutOutAll is the same before the engine has taken it in.
func (o *optimiser) cutOutAll(closed bool) *piece {
	free := make([]int32, len(o.m.Tasks))
	for i := range free {
		free[i] = int32(i)
	}
	p := cutOut(o.m, o.g, o.starts, free, closed)
	p.part.Arcs = append(p.part.Arcs, orders(o.m, o.twins)...)
	return p
}

// aim is the schedule to which a piece in which every task is free is steered: the best one, with twins in their order.
func (o *optimiser) aim() []int32 { return inOrder(o.twins, o.starts) }

// prove makes the worker one that proves. It looks at twins in one order only.
func (o *optimiser) prove() {
	o.proves = true
	if o.entire == nil {
		return
	}
	if o.twins = findTwins(o.m); len(o.twins) > 0 {
		o.entire = o.all(false)
	}
}

// lineUp goes on with an engine that knows the ranks of kin, if there are any. It holds what is held, and takes over what
// is known of tasks and goals.
func (o *optimiser) lineUp() {
	p := o.cutOutAll(false)
	p.byRank = addRanks(p.part)
	if len(p.byRank.ranked) == 0 {
		return
	}
	p.limits = o.entire.limits // work under way is no later than in the schedule given, which may be another by now
	p.open(o.starts)
	p.solver.Steer(o.aim())
	p.know(o.entire)
	o.entire = p
	for _, level := range levels {
		if level < o.level {
			o.hold(level)
		}
	}
}

// know requires of the variables of a piece what another one knows of them.
func (p *piece) know(other *piece) {
	for i := range min(len(p.vars), len(other.vars)) {
		from, to := other.solver.Bounds(other.vars[i])
		p.solver.Require(lcg.AtLeast(p.vars[i], from))
		p.solver.Require(lcg.AtMost(p.vars[i], to))
	}
}

// begin prepares the work on a level.
func (o *optimiser) begin(level model.Level) {
	o.level = level
	o.until = o.steps + (o.options.Steps-o.steps)*shares[level]/100
	o.pause = o.until
	o.lifting = stride{}
	o.mending.begin()
	if level == model.Starts && o.proves && o.entire != nil {
		o.lineUp()
	}
	o.ways = o.methods()
}

// shares are the hundredths of the steps left that a level may use.
var shares = [model.Levels]int64{model.Unpriced: 60, model.Announced: 60, model.Late: 60, model.Finish: 60, model.Starts: 100}

// done reports whether the level is closed or nothing more can be spent on it.
func (o *optimiser) done() bool {
	return o.value[o.level] <= o.bound[o.level] || o.steps >= o.until || o.options.Stop != nil && o.options.Stop()
}

// hold makes sure that a level gets no worse.
func (o *optimiser) hold(level model.Level) {
	if o.entire != nil {
		o.entire.addLevel(level, o.starts)
		o.entire.atMost(level, o.value[level])
	}
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
	o.changes = append(o.changes, difference(o.starts, starts))
	o.starts, o.value = starts, value
	o.steer()
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
