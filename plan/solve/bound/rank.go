package bound

import (
	"cmp"
	"slices"
	"sort"

	"epr/plan/solve/model"
)

// ranks raises the ranks of families. Whatever the order in which tasks of a family come, two things hold for
// the one that comes k-th, and pass on from family to family:
//
//   - If each task y waits for a task x of its own, y ≥ f(x), then the k-th y is not before f of the k-th x.
//   - By the time the k-th task of a family has finished, k tasks of every family before it have, and of
//     these all but i-1 started no earlier than the i-th of all. The work of k-i+1 tasks has to find its
//     capacity in between.
type ranks struct {
	m        *model.Model
	w        *model.Window
	families []family
	of       []int32   // the family of each task
	waves    *ranks    // the same of projects that begin together; nil if these are they
	given    [][]int64 // of each resource: what it has given before each boundary on days it is of use
	before   [][]int32 // of each family: the families that have finished before it does, itself included
	paths    []*path   // of each resource
}

// newRanks finds the ranks of projects that begin together, and from them those of all projects of a shape.
func newRanks(m *model.Model, g *model.Graph, w *model.Window) *ranks {
	waves := &ranks{m: m, w: w}
	waves.families, waves.of = findFamilies(m, g, w, true)
	waves.find(g)
	all := &ranks{m: m, w: w, waves: waves}
	all.families, all.of = findFamilies(m, g, w, false)
	all.merge()
	all.find(g)
	return all
}

// merge begins with the ranks of the waves, one after the other.
func (r *ranks) merge() {
	for f := range r.families {
		r.families[f].rank = r.families[f].rank[:0]
	}
	for wave := range r.waves.families {
		f := &r.families[r.of[r.waves.families[wave].tasks[0]]]
		f.rank = append(f.rank, r.waves.families[wave].rank...)
	}
	for f := range r.families {
		slices.Sort(r.families[f].rank)
	}
}

// find raises all ranks.
func (r *ranks) find(g *model.Graph) {
	m, w := r.m, r.w
	r.given = make([][]int64, len(m.Resources))
	for i := range m.Resources {
		r.given[i] = given(m, newQueue(m, w, int32(i)))
	}
	r.before = make([][]int32, len(r.families))
	for _, c := range r.order(g) {
		r.pass(c)
	}
	order := g.Topological(m)
	for i := range m.Resources {
		r.paths = append(r.paths, newPath(m, g, w, order, int32(i)))
	}
}

func given(m *model.Model, q *queue) []int64 {
	given := make([]int64, m.Horizon+1)
	for day, capacity := range m.Resources[q.r].Capacity {
		given[day+1] = given[day]
		if q.open[day] {
			given[day+1] += int64(capacity)
		}
	}
	return given
}

// order lists the families so that each comes after those it is tied to, as far as possible.
func (r *ranks) order(g *model.Graph) []int32 {
	at := make([]int32, len(r.m.Tasks))
	for k, task := range g.Topological(r.m) {
		at[task] = int32(k)
	}
	order := make([]int32, len(r.families))
	last := make([]int32, len(r.families))
	for c := range r.families {
		order[c] = int32(c)
		for _, task := range r.families[c].tasks {
			last[c] = max(last[c], at[task])
		}
	}
	slices.SortFunc(order, func(a, b int32) int { return int(last[a] - last[b]) })
	return order
}

// pass raises the ranks of a family to what the families before it and its resources ask for.
func (r *ranks) pass(c int32) {
	to := &r.families[c]
	for _, tie := range to.from {
		for k := range to.rank {
			to.rank[k] = max(to.rank[k], r.least(tie.arcs, r.families[tie.family].rank[k]))
		}
		if r.finishesFirst(tie.arcs) {
			for _, b := range r.before[tie.family] {
				if !slices.Contains(r.before[c], b) {
					r.before[c] = append(r.before[c], b)
				}
			}
		}
	}
	r.before[c] = append(r.before[c], c)
	for _, d := range r.m.Tasks[to.tasks[0]].Demands {
		if d.Amount > 0 && r.m.Tasks[to.tasks[0]].Days > 0 {
			r.serve(c, d.Resource)
		}
	}
	for k := 1; k < len(to.rank); k++ {
		to.rank[k] = max(to.rank[k], to.rank[k-1])
	}
}

// least is the earliest start that any of some arcs allows if it is left at x.
func (r *ranks) least(arcs []int32, x int32) int32 {
	least := r.m.Horizon
	for _, i := range arcs {
		a := &r.m.Arcs[i]
		least = min(least, r.m.Domains[r.m.Tasks[a.To].Domain].AtOrAfter(min(r.m.MinTo(a, x), r.m.Horizon)))
	}
	return least
}

// finishesFirst reports whether tasks wait for the finish of those they are tied to.
func (r *ranks) finishesFirst(arcs []int32) bool {
	for _, i := range arcs {
		if a := &r.m.Arcs[i]; !a.Ordered || a.FromDays != r.m.Tasks[a.From].Days {
			return false
		}
	}
	return true
}

// serve raises the ranks of a family to what one of its resources can do for it and those before it.
func (r *ranks) serve(c, resource int32) {
	var users []int32
	var work [][]int64 // of the k smallest tasks of each user
	for _, b := range r.before[c] {
		if uses(&r.m.Tasks[r.families[b].tasks[0]], resource) {
			users = append(users, b)
			work = append(work, r.smallest(b, resource))
		}
	}
	given := r.given[resource]
	rank := r.families[c].rank
	for k := range rank {
		done := int32(0)
		for i := 0; i <= k; i++ {
			for _, u := range users {
				from, need := r.families[u].rank[i], int64(0)
				for v, other := range users {
					if r.families[other].rank[i] >= from {
						need += work[v][k-i+1]
					}
				}
				if given[min(done, r.m.Horizon)] < given[from]+need {
					want := given[from] + need
					done = int32(sort.Search(len(given), func(t int) bool { return given[t] >= want }))
				}
			}
		}
		rank[k] = max(rank[k], r.startFor(c, min(done, r.m.Horizon)))
	}
}

// smallest adds up the work of the tasks of a family, the least first: of none, of one, of two.
func (r *ranks) smallest(c, resource int32) []int64 {
	var work []int64
	for _, task := range r.families[c].tasks {
		for _, d := range r.m.Tasks[task].Demands {
			if d.Resource == resource {
				work = append(work, int64(d.Amount)*int64(r.m.Tasks[task].Days))
			}
		}
	}
	slices.Sort(work)
	sums := make([]int64, 1, len(work)+1)
	for k, amount := range work {
		sums = append(sums, sums[k]+amount)
	}
	return sums
}

// startFor is the earliest start with which a task of a family finishes at a boundary or later.
func (r *ranks) startFor(c, finish int32) int32 {
	least := r.m.Horizon
	for _, task := range r.families[c].tasks {
		t := &r.m.Tasks[task]
		x := r.m.Calendars[t.Calendar].From(finish, t.Days)
		least = min(least, r.m.Domains[t.Domain].AtOrAfter(min(x, r.m.Horizon)))
	}
	return least
}

// sum is the least that wishes can add up to: in each family the heaviest go with the first ranks.
func (r *ranks) sum(wishes []wish) int64 {
	slices.SortStableFunc(wishes, func(a, b wish) int { return cmp.Compare(b.weight, a.weight) })
	n := len(r.families)
	sums, floors, counts := make([]int64, n), make([]int64, n), make([]int, n)
	total, wished := int64(0), make([]bool, len(r.m.Tasks))
	for _, wish := range wishes {
		floor := wish.weight * int64(wish.floor)
		if wished[wish.task] {
			total += floor // one task cannot have two ranks
			continue
		}
		wished[wish.task] = true
		f := r.of[wish.task]
		x := r.families[f].rank[counts[f]]
		if wish.finish {
			x = r.finish(f, x)
		}
		counts[f]++
		sums[f] += wish.weight * int64(x)
		floors[f] += floor
	}
	for f := range sums {
		total += max(sums[f], floors[f])
	}
	if r.waves != nil {
		total = max(total, r.waves.sum(wishes))
	}
	return total
}

// finish is the earliest finish of a task of a family that starts at x.
func (r *ranks) finish(c, x int32) int32 {
	least := r.m.Horizon
	for _, task := range r.families[c].tasks {
		least = min(least, r.m.Finish(task, x))
	}
	return least
}
