package sgs

import "epr/plan/solve/model"

// parallel goes through the days and begins on each what can begin, the smallest key first; what is placed
// has no effect on earlier days. (Serial generation goes through the tasks instead, and may fill gaps that
// lie behind.) Maximum lags are left out, so that the starts keep all other rules but are only a suggestion
// of an order. Tasks with no day left, and what waits for them, count as started at the horizon.
type parallel struct {
	g      *Generator
	keys   []int64
	day    []int32 // for each task that waits for nothing: no earlier day has room for it
	waits  []int32
	ready  heap
	starts []int32
}

func newParallel(g *Generator) *parallel {
	n := len(g.m.Tasks)
	p := &parallel{g: g, day: make([]int32, n), waits: make([]int32, n), starts: make([]int32, n)}
	p.ready.before = p.comesFirst
	return p
}

// comesFirst orders tasks by day, those of a day by key, and equal ones by number.
func (p *parallel) comesFirst(a, b int32) bool {
	switch {
	case p.day[a] != p.day[b]:
		return p.day[a] < p.day[b]
	case p.keys[a] != p.keys[b]:
		return p.keys[a] < p.keys[b]
	}
	return a < b
}

// generate returns the starts, valid until the next call.
func (p *parallel) generate(keys []int64) []int32 {
	p.begin(keys)
	for len(p.ready.tasks) > 0 {
		task := p.ready.pop()
		// Others may have taken the room since the day was found.
		if day := p.g.fit(task); day != p.day[task] {
			p.wait(task, day)
			continue
		}
		p.g.place(task, p.day[task])
		p.starts[task] = p.day[task]
		p.release(task)
	}
	return p.starts
}

func (p *parallel) begin(keys []int64) {
	p.keys = keys
	p.g.profile.Reset()
	p.g.placed++
	copy(p.g.release, p.g.window.Earliest)
	clear(p.waits)
	for task := range p.starts {
		p.g.starts[task], p.starts[task] = model.Never, p.g.m.Horizon
	}
	for task := range p.waits {
		for _, i := range p.g.g.In(int32(task)) {
			if !p.g.m.Arcs[i].Back {
				p.waits[task]++
			}
		}
		if p.waits[task] == 0 {
			p.wait(int32(task), p.g.fit(int32(task)))
		}
	}
}

// wait has a task wait for its day, unless there is none.
func (p *parallel) wait(task, day int32) {
	if day != model.Never {
		p.day[task] = day
		p.ready.push(task)
	}
}

// release lets those wait for their day that waited for a task.
func (p *parallel) release(task int32) {
	for _, i := range p.g.g.Out(task) {
		a := &p.g.m.Arcs[i]
		if a.Back {
			continue
		}
		if p.waits[a.To]--; p.waits[a.To] == 0 {
			p.wait(a.To, p.g.fit(a.To))
		}
	}
}
