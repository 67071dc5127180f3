package sgs

import (
	"cmp"
	"slices"

	"epr/plan/solve/model"
)

// Keep finds a schedule that moves little from the kept starts of the model: no more late than the better
// of fresh and of the kept order of work, then with as small moves as it can. fresh is a schedule found
// without regard to what is kept; nil if there is none.
//
// It is stable: if the kept starts are what Keep or [Begun.Finish] returned for the same model, fresh and
// options, and all of them are still possible, it returns them unchanged.
func Keep(m *model.Model, g *model.Graph, w *model.Window, fresh []int32, o Options) Result {
	k := newKeeper(m, NewGenerator(m, g, w), newSequencer(m, g, false))
	k.options = o
	k.adopt(fresh)
	k.kept = k.keptStarts(w)
	for {
		k.consider(k.reorder(k.kept))
		k.pin()
		if k.best == nil {
			return Result{Blamed: k.blamed, Steps: k.generator.Steps()}
		}
		k.best, k.value = Return(m, g, w, k.best)
		// Starting from the result, as the next run will, must not find anything less late.
		starts, value, ok := k.reorder(k.best)
		if !ok || !value.LessUpTo(model.Late, k.value) {
			break
		}
		k.kept = slices.Clone(starts)
		k.consider(k.kept, value, true)
	}
	return Result{Starts: k.best, Value: k.value, Blamed: k.blamed, Steps: k.generator.Steps()}
}

// keeper is a search for a schedule near the kept one.
type keeper struct {
	m         *model.Model
	generator *Generator
	sequencer *sequencer
	options   Options
	blamed    int32

	best  []int32
	value model.Value
	kept  []int32 // whose order of work is tried

	pinned  []bool // tasks held at their kept start or later
	keys    []int64
	release []int32
	order   []int32
}

func newKeeper(m *model.Model, generator *Generator, sequencer *sequencer) *keeper {
	n := len(m.Tasks)
	return &keeper{
		m: m, generator: generator, sequencer: sequencer, blamed: model.None,
		pinned: make([]bool, n), keys: make([]int64, n), release: make([]int32, n), order: make([]int32, 0, n),
	}
}

// adopt takes a schedule as the best so far.
func (k *keeper) adopt(starts []int32) {
	if starts != nil {
		k.best, k.value = slices.Clone(starts), k.m.Evaluate(starts)
	}
}

// consider takes a schedule as the best so far if it is better.
func (k *keeper) consider(starts []int32, value model.Value, ok bool) bool {
	if !ok || k.best != nil && !value.Less(k.value) {
		return false
	}
	k.best, k.value = slices.Clone(starts), value
	if k.options.Improved != nil {
		k.options.Improved(value, k.generator.Steps())
	}
	return true
}

// keptStarts are the kept starts, and the earliest ones of tasks that have none.
func (k *keeper) keptStarts(w *model.Window) []int32 {
	starts := slices.Clone(w.Earliest)
	for task, anchor := range k.m.Kept {
		if anchor.Start != model.None {
			starts[task] = anchor.Start
		}
	}
	return starts
}

// reorder makes the schedule in the order of some starts, holding nothing back.
func (k *keeper) reorder(starts []int32) ([]int32, model.Value, bool) {
	clear(k.pinned)
	return k.generate(starts)
}

// IsSettled reports whether a schedule made anew in the order of its own starts is no less late. [Keep] would
// return one that is not settled changed, although it is the kept one.
func IsSettled(m *model.Model, g *model.Graph, w *model.Window, starts []int32) bool {
	_, value, ok := newKeeper(m, NewGenerator(m, g, w), newSequencer(m, g, false)).reorder(starts)
	return !ok || !value.LessUpTo(model.Late, m.Evaluate(starts))
}

// settle reorders a schedule until that no longer helps.
func (k *keeper) settle(best []int32, value model.Value) ([]int32, model.Value) {
	for {
		starts, again, ok := k.reorder(best)
		if !ok || !again.Less(value) {
			return best, value
		}
		best, value = slices.Clone(starts), again
	}
}

// generate makes the schedule in the order of some starts, with the pinned tasks no earlier than where
// they are kept and in the order of that. Soft windows are open to the tasks whose start lies in one.
func (k *keeper) generate(starts []int32) ([]int32, model.Value, bool) {
	for task, x := range starts {
		k.release[task] = 0
		if k.pinned[task] {
			x = k.m.Kept[task].Start
			k.release[task] = x
		}
		k.keys[task] = int64(x)
		t := &k.m.Tasks[task]
		k.generator.Enter[task] = k.m.Domains[t.Domain].Has(x) && !k.m.Domains[t.Strict].Has(x)
	}
	k.order = k.sequencer.order(k.keys, k.order)
	made, failed := k.generator.Generate(k.order, k.release)
	if failed != model.None {
		k.blamed = failed
		return nil, model.Value{}, false
	}
	return made, k.m.Evaluate(made), true
}

// pin holds tasks at their kept starts wherever that makes the schedule better: first all of them, then,
// where that does not work, half of them, and so on. Tasks of one project stay together as long as
// possible.
func (k *keeper) pin() {
	var tasks []int32
	for task, anchor := range k.m.Kept {
		if anchor.Start != model.None {
			tasks = append(tasks, int32(task))
		}
	}
	slices.SortFunc(tasks, func(a, b int32) int {
		return cmp.Or(cmp.Compare(k.m.Tasks[a].Project, k.m.Tasks[b].Project),
			cmp.Compare(k.m.Kept[a].Start, k.m.Kept[b].Start), cmp.Compare(a, b))
	})
	clear(k.pinned)
	for queue := [][]int32{tasks}; len(queue) > 0; queue = queue[1:] {
		half := queue[0]
		if k.tryPin(half) {
			continue
		}
		if k.spent() {
			return
		}
		if middle := len(half) / 2; middle > 0 {
			queue = append(queue, half[:middle], half[middle:])
		}
	}
}

// tryPin pins some tasks and reports whether that was an improvement; if not, it lets them go again.
func (k *keeper) tryPin(tasks []int32) bool {
	from := k.best
	if from == nil {
		from = k.kept
	}
	for _, task := range tasks {
		k.pinned[task] = true
	}
	if k.consider(k.generate(from)) {
		return true
	}
	for _, task := range tasks {
		k.pinned[task] = false
	}
	return false
}

func (k *keeper) spent() bool {
	return k.generator.Steps() >= k.options.Steps || k.options.Stop != nil && k.options.Stop()
}
