package optimise

import (
	"slices"

	"epr/plan/solve/model"
)

// twins are strands of work that are alike in everything, task for task: workflows that are designed, built and tested
// by the same people, wards that are trained alike. In a rollout most work is of that kind, and every schedule stands
// for as many others as there are orders of the twins. A proof need look at one of them only: the one in which, at each
// position, the first strand starts first, the second next, and so on.
//
// Let any schedule be given, and let the starts at each position be sorted, each position for itself. Then
//
//   - a team is asked for as much on every day as before, for the tasks at a position are alike;
//   - a rule y ≥ f(x) between two positions still holds, for f never decreases: from the k-th y on they are all at
//     least f of the k-th x;
//   - what is outside the strands waits for all of them or for none, and they for it;
//   - a goal of each strand's own is reached when the last of its members is: the k-th of these dates was no less than
//     the k-th start at each of the positions, so that the sorted ones are no later, the k-th one for one.
//
// The sorted schedule is therefore one that the engine allows, and no worse at any level. (Consequences may be later in
// it than they need be, which the engine allows too.) So a bound that holds of sorted schedules holds of all; but what is
// known of a single variable does not.
type twins []strand

// strand is work that belongs together. Strands that are twins list it in the same order.
type strand []int32

// longestStrand is the number of tasks beyond which work is not looked at as a strand.
const longestStrand = 100

// findTwins finds the twins of a model. Work under way is left out: each piece of it has its own latest start.
func findTwins(m *model.Model) []twins {
	f := &twinFinder{m: m, rules: make([][]int32, len(m.Tasks)), goals: make([][]int32, len(m.Tasks)), taken: make([]bool, len(m.Tasks))}
	f.list()
	var all []twins
	for task := range m.Tasks {
		if t := f.twinsOf(int32(task)); len(t) > 1 && f.holds(t) {
			all = append(all, t)
			for _, s := range t {
				for _, task := range s {
					f.taken[task] = true
				}
			}
		}
	}
	return all
}

// twinFinder looks for twins.
type twinFinder struct {
	m     *model.Model
	rules [][]int32 // arcs from or to each task, or between it and the origin
	goals [][]int32 // that each task is a member of
	taken []bool    // tasks of twins that have been found
}

func (f *twinFinder) list() {
	for i := range f.m.Arcs {
		a := &f.m.Arcs[i]
		for _, end := range []int32{a.From, a.To} {
			if end != model.Origin {
				f.rules[end] = append(f.rules[end], int32(i))
			}
		}
	}
	for i := range f.m.Goals {
		for _, task := range f.m.Goals[i].Members {
			f.goals[task] = append(f.goals[task], int32(i))
		}
	}
}

// twinsOf is the strand that a task begins, and its twins; fewer than two if it has none.
func (f *twinFinder) twinsOf(task int32) twins {
	var t twins
	for other := task + 1; int(other) < len(f.m.Tasks); other++ {
		if !f.areAlike(task, other) {
			continue
		}
		p := newPairing(f)
		if !p.grow(task, other) {
			continue
		}
		if t == nil {
			t = twins{p.first}
		}
		if slices.Equal(t[0], p.first) && !slices.ContainsFunc(p.second, t.has) {
			t = append(t, p.second)
		}
	}
	return t
}

// has reports whether a task is part of a strand.
func (t twins) has(task int32) bool { return t.strandOf(task) >= 0 }

// strandOf is the number of the strand that a task is part of; -1 if of none.
func (t twins) strandOf(task int32) int {
	return slices.IndexFunc(t, func(s strand) bool { return slices.Contains(s, task) })
}

// areAlike reports whether two tasks are alike by themselves.
func (f *twinFinder) areAlike(a, b int32) bool {
	x, y := &f.m.Tasks[a], &f.m.Tasks[b]
	return !x.Begun && !y.Begun && !f.taken[a] && !f.taken[b] &&
		x.Days == y.Days && x.Calendar == y.Calendar && x.Earliest == y.Earliest && x.Latest == y.Latest &&
		x.Domain == y.Domain && x.Strict == y.Strict && x.Prompt == y.Prompt &&
		slices.Equal(x.Softs, y.Softs) && slices.Equal(x.Demands, y.Demands) &&
		len(f.rules[a]) == len(f.rules[b]) && len(f.goals[a]) == len(f.goals[b])
}

// holds looks at twins as a whole: no rule is between two of them, and a goal is that of one strand, or has of each
// the same positions. Being compared two by two leaves open what a third has to do with them.
func (f *twinFinder) holds(t twins) bool {
	for k, s := range t {
		for _, task := range s {
			for _, i := range f.rules[task] {
				a := &f.m.Arcs[i]
				if other := t.strandOf(a.From + a.To - task); other >= 0 && other != k {
					return false
				}
			}
			for _, i := range f.goals[task] {
				if !t.share(f.m.Goals[i].Members) {
					return false
				}
			}
		}
	}
	return true
}

// share reports whether the members of a goal are of one strand, or of every strand the same.
func (t twins) share(members []int32) bool {
	strands, uneven := 0, false
	for _, s := range t {
		isMember := false
		for position, task := range s {
			if slices.Contains(members, task) {
				isMember = true
				uneven = uneven || slices.ContainsFunc(t, func(other strand) bool { return !slices.Contains(members, other[position]) })
			}
		}
		if isMember {
			strands++
		}
	}
	return strands == 1 || !uneven
}

// inOrder is a schedule with the starts of all twins sorted.
func inOrder(all []twins, starts []int32) []int32 {
	if len(all) == 0 {
		return starts
	}
	starts = slices.Clone(starts)
	var sorted []int32
	for _, t := range all {
		for position := range t[0] {
			sorted = sorted[:0]
			for _, s := range t {
				sorted = append(sorted, starts[s[position]])
			}
			slices.Sort(sorted)
			for k, s := range t {
				starts[s[position]] = sorted[k]
			}
		}
	}
	return starts
}

// orders are arcs that hold in schedules in which the starts of all twins are sorted: at each position a strand starts
// no sooner than the one before it. Where a team is enough for a few of them at a time, it starts no sooner than the one
// so many before it has finished, for all between would be at work on the last day of that.
func orders(m *model.Model, all []twins) []model.Arc {
	var arcs []model.Arc
	for _, t := range all {
		for position, task := range t[0] {
			few, days := kin{task}.atOnce(m), m.Tasks[task].Days
			after := func(k int, by int32, earlier int) {
				arcs = append(arcs, model.Arc{
					From: t[earlier][position], To: t[k][position], FromDays: by, Calendar: m.Tasks[task].Calendar, Ordered: true,
				})
			}
			for k := 1; k < len(t); k++ {
				after(k, 0, k-1)
				if days > 0 && k >= few {
					after(k, days, k-few)
				}
			}
		}
	}
	return arcs
}
