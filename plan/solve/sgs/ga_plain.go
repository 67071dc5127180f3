package sgs

import (
	"slices"

	"epr/plan/solve/model"
)

// Plain is a project without calendars: every day is worked, capacities never change, all links are from
// finish to start without lags, and no date but the horizon, in which there is time for all tasks one after
// the other, has to be kept. A schedule of it takes microseconds, so that thousands can be tried;
// see [Evolution].
type Plain struct {
	days    []int32
	work    []int64 // of each task, as a share of the capacities it uses, in thousandths of a day
	demands []uint64
	full    []uint64 // capacities, packed as the demands are, and the guards
	words   int      // of one packed list of amounts
	horizon int32
	along   network // links as they are
	against network // and turned round
}

// network is the links of a project seen in one direction of time.
type network struct {
	after lists   // tasks that come right after each
	waits []int32 // how many come right before each
	order []int32 // all tasks, each before those after it
	tails []int32 // days from the finish of each task to the end at least
}

// newNetwork is the network of tasks before and after each.
func newNetwork(before, after lists, days []int32) network {
	n := network{after: after, waits: make([]int32, len(days)), tails: make([]int32, len(days))}
	for task := range int32(len(days)) {
		if n.waits[task] = int32(len(before.of(task))); n.waits[task] == 0 {
			n.order = append(n.order, task)
		}
	}
	waits := slices.Clone(n.waits)
	for next := 0; next < len(n.order); next++ {
		for _, to := range after.of(n.order[next]) {
			if waits[to]--; waits[to] == 0 {
				n.order = append(n.order, to)
			}
		}
	}
	for _, task := range slices.Backward(n.order) {
		for _, to := range after.of(task) {
			n.tails[task] = max(n.tails[task], days[to]+n.tails[to])
		}
	}
	return n
}

// demand is what a task needs, packed.
func (p *Plain) demand(task int32) []uint64 {
	return p.demands[int(task)*p.words : int(task+1)*p.words]
}

// lists is one list of tasks for each task, one after the other.
type lists struct {
	start []int32
	tasks []int32
}

func (l *lists) of(task int32) []int32 { return l.tasks[l.start[task]:l.start[task+1]] }

// Amounts are packed four to a word, 15 bits each. The bit above each tells whether a subtraction went
// below zero, so that one operation compares four amounts.
const (
	lanes    = 4
	laneBits = 16
	guards   = 0x8000_8000_8000_8000
	largest  = 1<<15 - 1
)

// NewPlain looks at a model as a plain project, and reports false if it is none.
func NewPlain(m *model.Model) (*Plain, bool) {
	p := &Plain{words: (len(m.Resources) + lanes - 1) / lanes, horizon: 1}
	p.words = max(p.words, 1)
	p.full = make([]uint64, p.words)
	for r := range m.Resources {
		amount, ok := constant(m.Resources[r].Capacity)
		if !ok {
			return nil, false
		}
		pack(p.full, int32(r), amount)
	}
	for w := range p.full {
		p.full[w] |= guards
	}
	for i := range m.Tasks {
		if !p.addTask(m, int32(i)) {
			return nil, false
		}
	}
	for i := range m.Arcs {
		if !isFinishStart(m, &m.Arcs[i]) {
			return nil, false
		}
	}
	if p.horizon > m.Horizon+1 {
		return nil, false
	}
	into := listArcs(m, func(a *model.Arc) (int32, int32) { return a.To, a.From })
	out := listArcs(m, func(a *model.Arc) (int32, int32) { return a.From, a.To })
	p.along, p.against = newNetwork(into, out, p.days), newNetwork(out, into, p.days)
	return p, true
}

// constant is the capacity of all days, if there is one that fits into a lane.
func constant(capacity []int32) (int32, bool) {
	if len(capacity) == 0 {
		return 0, false
	}
	for _, amount := range capacity {
		if amount != capacity[0] {
			return 0, false
		}
	}
	return capacity[0], capacity[0] >= 0 && capacity[0] <= largest
}

// pack puts an amount into its lane.
func pack(words []uint64, r, amount int32) {
	words[r/lanes] |= uint64(amount) << (laneBits * (r % lanes))
}

func (p *Plain) addTask(m *model.Model, i int32) bool {
	t := &m.Tasks[i]
	if t.Latest < m.Horizon && !isStart(m, i) {
		return false
	}
	everyDay := len(m.Calendars[t.Calendar].D) == int(m.Horizon)
	anyStart := true
	for x := range m.Horizon + 1 {
		anyStart = anyStart && m.Domains[t.Domain].Has(x)
	}
	if !everyDay || !anyStart || t.Earliest > 0 {
		return false
	}
	packed := make([]uint64, p.words)
	work := int64(0)
	for _, d := range t.Demands {
		capacity := m.Resources[d.Resource].Capacity[0]
		if d.Amount > capacity {
			return false
		}
		pack(packed, d.Resource, d.Amount)
		work += 1000 * int64(d.Amount) * int64(t.Days) / int64(max(capacity, 1))
	}
	p.days = append(p.days, t.Days)
	p.work = append(p.work, work)
	p.demands = append(p.demands, packed...)
	p.horizon += t.Days
	return true
}

// isStart reports whether a task takes no time and waits for nothing, so that it is placed on day 0.
func isStart(m *model.Model, i int32) bool {
	for k := range m.Arcs {
		if m.Arcs[k].To == i {
			return false
		}
	}
	return m.Tasks[i].Days == 0
}

func isFinishStart(m *model.Model, a *model.Arc) bool {
	return a.From != model.Origin && a.To != model.Origin && a.FromDays == m.Tasks[a.From].Days &&
		a.ToDays == 0 && a.Lag == 0 && a.Ordered
}

func listArcs(m *model.Model, ends func(*model.Arc) (of, listed int32)) lists {
	l := lists{start: make([]int32, len(m.Tasks)+1), tasks: make([]int32, len(m.Arcs))}
	for i := range m.Arcs {
		of, _ := ends(&m.Arcs[i])
		l.start[of+1]++
	}
	for i := range m.Tasks {
		l.start[i+1] += l.start[i]
	}
	next := append([]int32(nil), l.start...)
	for i := range m.Arcs {
		of, listed := ends(&m.Arcs[i])
		l.tasks[next[of]] = listed
		next[of]++
	}
	return l
}
