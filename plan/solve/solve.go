// Package solve gives an activity network its dates. [Solve] is the function to call: it translates the
// network into the integer model of package model, proves what it can about the best schedule (package
// bound), searches for a good one (package sgs), makes it better and proves how good it is with the
// constraint engine (packages optimise and lcg), and translates back. It decides by steps counted, never
// by the clock, and in integers: the same network, committed schedule and options give the same schedule
// on every machine.
//
// Hard rules always hold: links, calendars, forbidding blackouts, team sizes, contract windows, dates that
// cannot be broken, gates on meeting dates and their slots, progress. Among schedules that keep them, best
// means, in this order:
//
//  1. soft windows without a price in days are not entered;
//  2. least lateness beyond announced dates: the sum over goals of priority × calendar days;
//  3. least lateness beyond promised dates, likewise, plus the price of the soft windows entered. A price
//     counts as the days of delay that it would pay for: price × 30.4 ÷ cost of delay a month, the cost in
//     force on the first day of the window, in hundredths of a day, rounded up;
//  4. with a committed schedule, least moved: the sum over activities of weight × (5 + days moved). The
//     weight is 1, times 5 for go-lives and what has an announced date, times 2 for what starts within
//     90 days of the status date;
//  5. earliest finish of phases and events: priority (1 for an event) × days from the programme's start;
//  6. earliest starts.
//
// What it does not find it says: a [NoSchedule] names what stands in the way, and whether that is proved.
package solve

import (
	"epr/plan"
	"epr/plan/solve/bound"
	"epr/plan/solve/model"
	"epr/plan/solve/sgs"
)

// Options say what to find and how hard to search.
type Options struct {
	// Committed is the schedule that was published last. Few and small moves from it are an aim, after
	// lateness. Nil if there is none.
	Committed *plan.Schedule
	// Fresh plans as if there were no committed schedule.
	Fresh bool
	// Hold are the ids of activities that start when they were committed to, whatever that costs. See [CanHold].
	Hold   []string
	Effort Effort
	// Progress is told of each better schedule on the way; nil if nobody wants to know.
	Progress func(Progress)
	// Stop is asked from time to time whether to end the search early; nil for never. A schedule found
	// before an early end may not be found again.
	Stop func() bool
}

// Result is a schedule with what is known about it.
type Result struct {
	Schedule *plan.Schedule
	Stages   []Stage
	Kept     *Keeping // nil if no committed schedule was kept
	// SoftEntries are the soft windows that activities enter.
	SoftEntries []SoftEntry
	// Stopped says that Options.Stop ended the search: another run may find another schedule.
	Stopped bool
}

// Solve finds a schedule for a network. The error is a [*NoSchedule] if it finds none.
func Solve(n *plan.Network, o Options) (*Result, error) {
	r := newRun(translate(n), o)
	fresh, none := r.freshly()
	switch keeps := o.Committed != nil && !o.Fresh; {
	case none != nil:
		return nil, none
	case !keeps && fresh.Starts == nil:
		return nil, r.foundNone(fresh.Blamed)
	case !keeps:
		return r.result(fresh, fresh), nil
	case len(o.Hold) == 0:
		return r.keepNear(fresh, fresh)
	}
	return holding(n, o, fresh)
}

// run is a solving under way.
type run struct {
	*problem
	options Options
	graph   *model.Graph
	window  *model.Window
	bounds  bound.Bounds
	general model.Value // bounds that hold of every schedule, however good and whatever goes on first
	stopped bool
}

func newRun(p *problem, o Options) *run {
	return &run{problem: p, options: o, graph: model.NewGraph(p.model)}
}

// freshly searches without regard to a committed schedule. It may find none, which proves nothing.
func (r *run) freshly() (sgs.Result, *NoSchedule) {
	if none := r.prepare(); none != nil {
		return sgs.Result{}, none
	}
	return r.improve(r.search()), nil
}

// prepare works out the window and the bounds, and reports what they prove impossible.
func (r *run) prepare() *NoSchedule {
	window, conflict := model.FindWindow(r.model, r.graph)
	if conflict != nil {
		return r.explainConflict(conflict)
	}
	r.window = window
	r.bounds = r.bound()
	if r.bounds.Beyond != model.None {
		return r.explainBeyond(int(r.bounds.Beyond), r.bounds.Goals[r.bounds.Beyond])
	}
	return nil
}

// bound works out the bounds, with the effort for a first schedule only those that cost little.
func (r *run) bound() bound.Bounds {
	if r.options.Effort == First {
		return bound.FindGoals(r.model, r.graph, r.window)
	}
	return bound.Find(r.model, r.graph, r.window)
}

// searchOptions are those of one heuristic search.
func (r *run) searchOptions() sgs.Options {
	tasks := len(r.model.Tasks)
	o := sgs.Options{
		Steps: r.options.Effort.steps(tasks), Seed: seed, Bound: r.bounds.Value,
		Wide: tasks > wideTasks,
	}
	if r.options.Progress != nil {
		o.Improved = func(value model.Value, steps int64) { r.tell(Progress{Steps: steps, Late: lateDays(value)}) }
	}
	if r.options.Stop != nil {
		o.Stop = func() bool {
			r.stopped = r.stopped || r.options.Stop()
			return r.stopped
		}
	}
	return o
}

// wideTasks is the number of tasks beyond which a search gains so little on its first schedule that a better one
// is worth more.
const wideTasks = 3000

// tell reports how far the search has come.
func (r *run) tell(p Progress) {
	p.Of = r.options.Effort.allSteps(len(r.model.Tasks))
	p.Steps = min(p.Steps, p.Of)
	r.options.Progress(p)
}

func lateDays(value model.Value) int64 {
	return value[model.Announced] + value[model.Late]/model.LateUnit
}

// nearby is the options of the search near the committed schedule, for which half the effort is enough.
func (r *run) nearby() sgs.Options {
	o := r.searchOptions()
	o.Steps /= 2
	return o
}

// seed is that of the random moves. It is fixed: the plan alone decides the schedule.
const seed = 20260701

func (r *run) result(best, fresh sgs.Result) *Result {
	result := &Result{
		Schedule: r.schedule(best.Starts),
		Stages:   r.stages(best.Value),
		Stopped:  r.stopped,
	}
	result.SoftEntries = softEntries(r.network, result.Schedule)
	if len(r.model.Kept) > 0 {
		freshly := result.Schedule
		if fresh.Starts != nil {
			freshly = r.schedule(fresh.Starts)
		}
		result.Kept = keeping(r.network, r.options.Committed, result.Schedule, freshly)
		result.Kept.Held = len(r.options.Hold)
		result.Kept.price(r.model, best, fresh)
	}
	return result
}
