package sgs

import (
	"slices"

	"epr/plan/solve/model"
)

// Options say how hard to search.
type Options struct {
	Steps int64  // effort, as Generator.Steps counts it
	Seed  uint64 // of the random moves
	// Wide tries every rule in parallel generation too, for a better first schedule in twice the time. Without, only
	// those that did well are: a search that goes on for long gains nothing from a better beginning.
	Wide bool
	// Bound is a value that no schedule is better than. The search ends when it is reached.
	Bound model.Value
	// Improved is told of each better schedule and the steps so far; nil if nobody wants to know.
	Improved func(value model.Value, steps int64)
	// Stop is asked between schedules whether to end early; nil for never.
	Stop func() bool
}

// Result is the best schedule found.
type Result struct {
	Starts []int32 // nil if none was found
	Value  model.Value
	// Blamed is the task for which no day was left most often on the way; None if there always was one.
	Blamed int32
	Steps  int64
}

// Begun is a search that has found its first schedule, if it could.
type Begun struct{ search *search }

// Begin begins to look for a good schedule of a model within its window: it stops at the first schedule, the best of those
// that simple rules make. The same arguments give the same result.
func Begin(m *model.Model, g *model.Graph, w *model.Window, o Options) Begun {
	s := newSearch(m, g, w, o)
	s.start()
	return Begun{s}
}

// First is the first schedule.
func (b Begun) First() Result { return b.search.result() }

// Settle ends the search with the first schedule, settled as every result is.
func (b Begun) Settle() Result {
	if b.search.best != nil {
		b.search.settle()
	}
	return b.search.result()
}

// Finish goes on with the search. Orders are starts suggested by others, which need keep no rules: schedules in
// their order are tried first.
func (b Begun) Finish(orders [][]int32) Result {
	s := b.search
	if s.best != nil {
		s.follow(orders)
		s.justify()
		s.improve()
		s.settle()
	}
	return s.result()
}

// search is a search under way. It walks from order to order; current is where it stands, best the best
// schedule seen.
type search struct {
	m         *model.Model
	g         *model.Graph
	generator *Generator
	justifier *justifier
	forward   *sequencer
	parallel  *parallel
	options   Options
	random    random
	rules     []rule

	best  []int32
	value model.Value

	current      []int32 // the order the search stands at
	currentEnter []bool
	currentValue model.Value

	keys    []int64
	order   []int32
	starts  []int32
	blame   []int64
	closure closure
	moves   []move
}

func newSearch(m *model.Model, g *model.Graph, w *model.Window, o Options) *search {
	n := len(m.Tasks)
	s := &search{
		m: m, g: g, options: o, random: random{o.Seed},
		generator: NewGenerator(m, g, w), justifier: newJustifier(m, g, w), forward: newSequencer(m, g, false),
		rules: rules(m, g, w), keys: make([]int64, n), order: make([]int32, 0, n),
		currentEnter: make([]bool, n), blame: make([]int64, n), closure: newClosure(m, g),
	}
	s.parallel = newParallel(s.generator)
	s.moves = s.usefulMoves()
	return s
}

func (s *search) steps() int64 { return s.generator.Steps() + s.justifier.profile.Looked/16 }

// spent reports whether a share of the effort is used up, in hundredths, or nothing can be gained.
func (s *search) spent(share int64) bool {
	return s.best != nil && s.value == s.options.Bound || s.steps() >= s.options.Steps/100*share || s.options.Stop != nil && s.options.Stop()
}

// start finds a first schedule: by every rule, then by forcing what failed, and if nothing else helps by
// entering soft windows.
func (s *search) start() {
	s.tryRules()
	if s.best != nil {
		s.tryEntering()
		return
	}
	if s.hasSofts() {
		s.force(50)
	}
	if s.best == nil {
		s.openAll()
		s.tryRules()
		s.force(100)
	}
}

// follow tries orders of work that others suggest.
func (s *search) follow(orders [][]int32) {
	for _, starts := range orders {
		for task, x := range starts {
			s.keys[task] = int64(x)
		}
		s.try()
	}
}

func (s *search) result() Result {
	return Result{Starts: s.best, Value: s.value, Blamed: s.mostBlamed(), Steps: s.steps()}
}

// tryRules tries every rule, and those that made the schedules a better one, or all of them, in the order that
// parallel generation gives, which takes longer.
func (s *search) tryRules() {
	var better []rule
	for _, rule := range s.rules {
		before, had := s.value, s.best != nil
		copy(s.keys, rule.keys)
		if s.try(); s.best != nil && (!had || s.value.Less(before)) {
			better = append(better, rule)
		}
	}
	again := better[max(0, len(better)-parallelRules):]
	if s.options.Wide && len(better) > 0 {
		again = s.rules
	}
	for _, rule := range again {
		s.follow([][]int32{s.parallel.generate(rule.keys)})
	}
}

// parallelRules is the number of rules tried in parallel generation if not all are.
const parallelRules = 3

// try makes the schedule of the current keys and keeps it if it is good enough to go on from. It reports
// whether it was kept.
func (s *search) try() bool {
	s.order = s.forward.order(s.keys, s.order)
	starts, failed := s.generator.Generate(s.order, nil)
	if failed != model.None {
		s.blame[failed]++
		return false
	}
	return s.consider(starts)
}

// consider moves on to a schedule unless it is worse than the current one. Only the last level, the sum
// of starts, may get worse on the way.
func (s *search) consider(starts []int32) bool {
	value := s.m.Evaluate(starts)
	if s.best != nil && s.currentValue.LessUpTo(model.Finish, value) {
		return false
	}
	s.starts = append(s.starts[:0], starts...)
	s.current = append(s.current[:0], s.order...)
	copy(s.currentEnter, s.generator.Enter)
	s.currentValue = value
	if s.best == nil || value.Less(s.value) {
		s.best, s.value = slices.Clone(starts), value
		if s.options.Improved != nil {
			s.options.Improved(value, s.steps())
		}
	}
	return true
}

// settle makes the schedule anew in the order of its own starts until that no longer helps. [Keep] can
// then not find an improvement there that the search has missed.
func (s *search) settle() {
	s.best, s.value = newKeeper(s.m, s.generator, s.forward).settle(s.best, s.value)
}

// Settle does for any valid schedule what [Search] does with its own in the end: it makes it anew in the
// order of its starts as long as that helps.
func Settle(m *model.Model, g *model.Graph, w *model.Window, starts []int32) ([]int32, model.Value) {
	k := newKeeper(m, NewGenerator(m, g, w), newSequencer(m, g, false))
	return k.settle(slices.Clone(starts), m.Evaluate(starts))
}

// gap is the distance between the keys of neighbours in the current order.
const gap = 16

// keysFromCurrent sets the keys to the current order.
func (s *search) keysFromCurrent() {
	for k, task := range s.current {
		s.keys[task] = int64(k) * gap
	}
}

// justify shifts the current schedule right and left until that no longer helps.
func (s *search) justify() {
	for range 5 {
		before := s.currentValue
		right, ok := s.justifier.right(s.starts, s.currentEnter)
		if !ok {
			return
		}
		for task, x := range right {
			s.keys[task] = int64(x)
		}
		if !s.try() || !s.currentValue.Less(before) {
			return
		}
	}
}

// improve changes the current order at random until the effort is spent.
func (s *search) improve() {
	for round := 1; len(s.moves) > 0 && !s.spent(100); round++ {
		s.keysFromCurrent()
		copy(s.generator.Enter, s.currentEnter)
		s.moves[s.random.below(len(s.moves))](s)
		if s.try() && round%16 == 0 {
			s.justify()
		}
	}
}

func (s *search) mostBlamed() int32 {
	most := model.None
	for task, times := range s.blame {
		if times > 0 && (most == model.None || times > s.blame[most]) {
			most = int32(task)
		}
	}
	return most
}
