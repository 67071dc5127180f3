package sgs

// dense makes schedules of a plain project by parallel generation, in either direction of time: day by day
// those of the tasks that wait for no other start for which there is room, by rising keys. No day is left with
// room for a task that could start on it, so these schedules are dense; the shortest one may not be among them.
type dense struct {
	p        *Plain
	free     []uint64 // what is left on the day, packed
	starts   []int32
	waits    []int32 // how many tasks each task still waits for
	ready    []int32 // tasks that wait for none, by rising keys
	released []int32 // tasks without a length that started just now
	ending   []int32 // first of the tasks that finish on each day, negative for none
	next     []int32 // the task after each in its list, negative for none
	last     int32   // last day on which a task finishes
}

func newDense(p *Plain) *dense {
	tasks := len(p.days)
	d := &dense{
		p: p, free: make([]uint64, p.words), starts: make([]int32, tasks), waits: make([]int32, tasks),
		ending: make([]int32, p.horizon+1), next: make([]int32, tasks), last: p.horizon,
	}
	return d
}

// schedule is what [serial.schedule] is for serial generation.
func (d *dense) schedule(n *network, keys []int32, most int32) (starts []int32, makespan int32) {
	d.begin(n, keys)
	for day := int32(0); day <= d.last; day++ {
		if day > 0 && d.ending[day] < 0 {
			continue
		}
		for task := d.ending[day]; task >= 0; task = d.next[task] {
			d.give(task)
			d.release(n, keys, task)
		}
		if bound := d.start(n, keys, day, most); bound > most {
			return d.starts, bound
		}
	}
	return d.starts, d.last
}

func (d *dense) begin(n *network, keys []int32) {
	for day := range d.ending[:d.last+1] {
		d.ending[day] = -1
	}
	d.last = 0
	copy(d.free, d.p.full)
	d.ready = d.ready[:0]
	copy(d.waits, n.waits)
	for task, waits := range d.waits {
		if waits == 0 {
			d.queue(int32(task), keys)
		}
	}
}

// queue puts a task among those that are ready.
func (d *dense) queue(task int32, keys []int32) {
	d.ready = append(d.ready, task)
	at := len(d.ready) - 1
	for ; at > 0 && keys[d.ready[at-1]] > keys[task]; at-- {
		d.ready[at] = d.ready[at-1]
	}
	d.ready[at] = task
}

// start starts what can start on a day. Tasks without a length let others start on the same day. It gives up
// where the makespan is bound to be more than most, and returns that bound.
func (d *dense) start(n *network, keys []int32, day, most int32) (bound int32) {
	for again := true; again; again = len(d.released) > 0 {
		d.released = d.released[:0]
		kept := d.ready[:0]
		for _, task := range d.ready {
			if !d.take(task) {
				kept = append(kept, task)
				continue
			}
			if bound = max(bound, d.run(task, day)+n.tails[task]); bound > most {
				return bound
			}
		}
		d.ready = kept
		for _, task := range d.released {
			d.release(n, keys, task)
		}
	}
	return bound
}

// run notes that a task starts on a day.
func (d *dense) run(task, day int32) (finish int32) {
	d.starts[task] = day
	finish = day + d.p.days[task]
	if finish == day {
		d.released = append(d.released, task)
		return finish
	}
	d.next[task] = d.ending[finish]
	d.ending[finish] = task
	d.last = max(d.last, finish)
	return finish
}

// release queues the tasks that waited for a task alone.
func (d *dense) release(n *network, keys []int32, task int32) {
	for _, to := range n.after.of(task) {
		if d.waits[to]--; d.waits[to] == 0 {
			d.queue(to, keys)
		}
	}
}

// take takes what a task needs, if there is enough of it. One without a length needs nothing.
func (d *dense) take(task int32) bool {
	if d.p.days[task] == 0 {
		return true
	}
	demand := d.p.demand(task)
	for w, amount := range demand {
		if (d.free[w]-amount)&guards != guards {
			return false
		}
	}
	for w, amount := range demand {
		d.free[w] -= amount
	}
	return true
}

// give gives it back.
func (d *dense) give(task int32) {
	for w, amount := range d.p.demand(task) {
		d.free[w] += amount
	}
}
