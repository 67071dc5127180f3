package makespan

import (
	"slices"

	"epr/plan/solve/model"
)

// energyBound is a makespan that no schedule goes below, because some resource alone needs that long.
// Take the tasks that cannot start before day a and after which at least b days follow until the sink:
// they need the energy E, days times amount, and the resource gives C a day, so the makespan is at least
//
//	a + ⌈E/C⌉ + b.
//
// The same holds with the amounts of a relaxation: see weights. The largest capacity of any day stands
// for C, so that capacities may change and calendars pause.
func energyBound(m *model.Model, w *model.Window, sink int32) int32 {
	e := energy{bound: w.Earliest[sink], ahead: toSink(m, sink)}
	for r := range m.Resources {
		e.collect(m, w, int32(r))
		e.every(slices.Max(m.Resources[r].Capacity))
	}
	return e.bound
}

// job is a task as one resource sees it.
type job struct {
	head   int32 // first day it can start
	tail   int32 // days from its finish to the start of the sink at least
	days   int32
	amount int32
	weight int64 // amount in the relaxation looked at
}

type energy struct {
	jobs  []job // the longest tail first
	heads []int32
	ahead []int32 // days from the start of each task to the start of the sink at least
	bound int32
}

func (e *energy) collect(m *model.Model, w *model.Window, r int32) {
	e.jobs, e.heads = e.jobs[:0], e.heads[:0]
	for i := range m.Tasks {
		t := &m.Tasks[i]
		for _, d := range t.Demands {
			if d.Resource == r && t.Days > 0 && e.ahead[i] != unrelated {
				e.jobs = append(e.jobs, job{w.Earliest[i], e.ahead[i] - t.Days, t.Days, d.Amount, 0})
				e.heads = append(e.heads, w.Earliest[i])
			}
		}
	}
	slices.SortStableFunc(e.jobs, func(a, b job) int { return int(b.tail - a.tail) })
	slices.Sort(e.heads)
	e.heads = slices.Compact(e.heads)
}

// every tries all relaxations of a resource of some capacity.
func (e *energy) every(capacity int32) {
	// Of those that need more than C-q no other that needs q or more can run beside one, so they may as
	// well need all; those below q are left out.
	for q := int32(0); q <= capacity/2; q++ {
		e.improve(int64(capacity), func(amount int32) int64 {
			switch {
			case amount > capacity-q:
				return int64(capacity)
			case amount < q:
				return 0
			}
			return int64(amount)
		})
	}
	// At most q-1 tasks that need more than C/q run at once.
	for q := int32(2); q <= 4; q++ {
		e.improve(int64(q-1), func(amount int32) int64 {
			if amount*q > capacity {
				return 1
			}
			return 0
		})
	}
}

// improve raises the bound if the jobs with other amounts need longer.
func (e *energy) improve(capacity int64, weight func(amount int32) int64) {
	if capacity <= 0 {
		return
	}
	for i := range e.jobs {
		e.jobs[i].weight = weight(e.jobs[i].amount) * int64(e.jobs[i].days)
	}
	for _, head := range e.heads {
		work := int64(0)
		for i := range e.jobs {
			if j := &e.jobs[i]; j.head >= head && j.weight > 0 {
				work += j.weight
				e.bound = max(e.bound, head+int32((work+capacity-1)/capacity)+j.tail)
			}
		}
	}
}
