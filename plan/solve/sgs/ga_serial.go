package sgs

// serial makes schedules of a plain project by serial generation, in either direction of time. Going
// backwards, the project is turned round and days count from its end.
type serial struct {
	p      *Plain
	free   []uint64 // what is left on each day, packed
	used   int32    // days of free that are not full
	waits  []int32  // tasks before each that are not placed
	heap   []turn   // tasks that wait for nothing, the smallest first
	starts []int32
}

// turn is a task with its key in the upper half, so that one comparison orders by key, and equal keys by
// number.
type turn int64

func turnOf(task, key int32) turn { return turn(key)<<32 | turn(task) }

func (t turn) task() int32 { return int32(t) }

func newSerial(p *Plain) *serial {
	s := &serial{
		p: p, free: make([]uint64, int(p.horizon)*p.words), waits: make([]int32, len(p.days)),
		heap: make([]turn, 0, len(p.days)), starts: make([]int32, len(p.days)),
	}
	s.used = p.horizon
	return s
}

// schedule places the tasks by rising keys as far as the links allow, each on the first day with room. It
// returns the starts, valid until the next call, and the makespan.
func (s *serial) schedule(n *network, keys []int32) (starts []int32, makespan int32) {
	s.begin(n, keys)
	for len(s.heap) > 0 {
		task := s.pop().task()
		x := int32(0)
		for _, from := range n.before.of(task) {
			x = max(x, s.starts[from]+s.p.days[from])
		}
		if s.p.words == 1 {
			x = s.placeOne(task, x)
		} else {
			x = s.place(task, x)
		}
		s.starts[task] = x
		makespan = max(makespan, x+s.p.days[task])
		for _, to := range n.after.of(task) {
			if s.waits[to]--; s.waits[to] == 0 {
				s.push(turnOf(to, keys[to]))
			}
		}
	}
	s.used = makespan
	return s.starts, makespan
}

func (s *serial) begin(n *network, keys []int32) {
	s.heap = s.heap[:0]
	words := s.p.words
	for day := 0; day < int(s.used)*words; day += words {
		copy(s.free[day:day+words], s.p.full)
	}
	for task := range s.waits {
		s.waits[task] = n.before.start[task+1] - n.before.start[task]
		if s.waits[task] == 0 {
			s.push(turnOf(int32(task), keys[task]))
		}
	}
}

// place takes what a task needs from the first day on or after x on which it fits in.
func (s *serial) place(task, x int32) int32 {
	days, words := s.p.days[task], s.p.words
	demand := s.p.demands[int(task)*words : int(task+1)*words]
	checked := x // days before it, from x on, have room
	for day := x + days - 1; day >= checked; {
		if s.hasRoom(day, demand) {
			day--
			continue
		}
		checked = x + days
		x = day + 1
		checked = max(checked, x)
		day = x + days - 1
	}
	for day := x; day < x+days; day++ {
		for w, amount := range demand {
			s.free[int(day)*words+w] -= amount
		}
	}
	return x
}

func (s *serial) hasRoom(day int32, demand []uint64) bool {
	at := int(day) * len(demand)
	for w, amount := range demand {
		if ((s.free[at+w]|guards)-amount)&guards != guards {
			return false
		}
	}
	return true
}

// placeOne is place for amounts that fit into one word, where most of the time goes.
func (s *serial) placeOne(task, x int32) int32 {
	days, demand, free := s.p.days[task], s.p.demands[task], s.free
	checked := x
	for day := x + days - 1; day >= checked; day-- {
		if ((free[day]|guards)-demand)&guards != guards {
			checked = max(x+days, day+1)
			x = day + 1
			day = x + days // one more than the last day to look at
		}
	}
	span := free[x : x+days]
	for i := range span {
		span[i] -= demand
	}
	return x
}

func (s *serial) push(t turn) {
	s.heap = append(s.heap, t)
	at := len(s.heap) - 1
	for at > 0 && t < s.heap[(at-1)/2] {
		s.heap[at] = s.heap[(at-1)/2]
		at = (at - 1) / 2
	}
	s.heap[at] = t
}

func (s *serial) pop() turn {
	heap := s.heap
	top, last := heap[0], len(heap)-1
	t := heap[last]
	heap = heap[:last]
	s.heap = heap
	at := 0
	for child := 1; child < last; child = 2*at + 1 {
		if child+1 < last && heap[child+1] < heap[child] {
			child++
		}
		if heap[child] >= t {
			break
		}
		heap[at] = heap[child]
		at = child
	}
	if last > 0 {
		heap[at] = t
	}
	return top
}
