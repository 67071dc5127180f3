package sgs

import "math/bits"

// serial makes schedules of a plain project by serial generation, in either direction of time. Going
// backwards, the project is turned round and days count from its end.
type serial struct {
	p      *Plain
	free   []uint64 // what is left on each day, packed
	used   int32    // days of free that are not full: the makespan of what has its place
	starts []int32
	row    row
	block  []int32 // tasks to be placed by parallel generation, by rising keys
	waits  []int32 // how many tasks of the block each waits for
}

func newSerial(p *Plain) *serial {
	s := &serial{
		p: p, free: make([]uint64, int(p.horizon)*p.words), used: p.horizon, starts: make([]int32, len(p.days)),
		waits: make([]int32, len(p.days)),
	}
	s.row.next, s.row.key = make([]int32, len(p.days)), make([]int32, len(p.days))
	return s
}

// schedule places the tasks by rising keys as far as the links allow, each on the first day with room; those with keys
// in the packed stretch by parallel generation. It returns the starts, valid until the next call, and the makespan. As
// soon as the makespan is bound to be more than most it gives up and returns one that is: three children in four are
// worse than what they would replace.
func (s *serial) schedule(n *network, keys []int32, packed stretch, most int32) (starts []int32, makespan int32) {
	s.begin()
	s.row.line(n, keys)
	for w, word := range s.row.taken {
		for ; word != 0; word &= word - 1 {
			at := int32(w<<6 | bits.TrailingZeros64(word))
			if bound := s.placeAll(n, at, packed, most); bound > most {
				return s.starts, bound
			}
		}
	}
	if len(s.block) > 0 {
		if bound := s.pack(n, most); bound > most {
			return s.starts, bound
		}
	}
	return s.starts, s.used
}

// placeAll places the tasks of a list of the row, or adds them to the block, which is placed before what comes after it.
func (s *serial) placeAll(n *network, at int32, packed stretch, most int32) (bound int32) {
	key := s.row.low + at
	isPacked := key >= packed.from && key < packed.to
	if !isPacked && len(s.block) > 0 {
		if bound = s.pack(n, most); bound > most {
			return bound
		}
	}
	for task := s.row.first[at]; task >= 0; task = s.row.next[task] {
		if isPacked {
			s.block = append(s.block, task)
			continue
		}
		if bound = max(bound, s.placed(n, task, s.put(task))); bound > most {
			return bound
		}
	}
	return bound
}

// placed notes that a task has its place, and returns how long a schedule takes at least in which it has.
func (s *serial) placed(n *network, task, x int32) (bound int32) {
	finish := x + s.p.days[task]
	s.starts[task], s.used = x, max(s.used, finish)
	for _, to := range n.after.of(task) {
		s.starts[to] = max(s.starts[to], finish)
	}
	return finish + n.tails[task]
}

// put takes what a task needs no earlier than those before it allow, from the first day on on which it fits in.
func (s *serial) put(task int32) (x int32) {
	if s.p.words == 1 {
		return s.placeOne(task, s.starts[task])
	}
	return s.place(task, s.starts[task])
}

func (s *serial) begin() {
	words := s.p.words
	for day := 0; day < int(s.used)*words; day += words {
		copy(s.free[day:day+words], s.p.full)
	}
	s.used, s.block = 0, s.block[:0]
	clear(s.starts)
}

// place takes what a task needs from the first day on or after x on which it fits in.
func (s *serial) place(task, x int32) int32 {
	days, demand := s.p.days[task], s.p.demand(task)
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
	s.take(task, x)
	return x
}

// take takes what a task needs from a day on.
func (s *serial) take(task, x int32) {
	words, demand := int32(s.p.words), s.p.demand(task)
	for day := x; day < x+s.p.days[task]; day++ {
		for w, amount := range demand {
			s.free[int(day*words)+w] -= amount
		}
	}
}

func (s *serial) hasRoom(day int32, demand []uint64) bool {
	if len(demand) == 1 {
		return (s.free[day]-demand[0])&guards == guards
	}
	at := int(day) * len(demand)
	for w, amount := range demand {
		if (s.free[at+w]-amount)&guards != guards {
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
		if (free[day]-demand)&guards != guards {
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
