package sgs

import "math/bits"

// serial makes schedules of a plain project by serial generation, in either direction of time. Going
// backwards, the project is turned round and days count from its end.
type serial struct {
	p      *Plain
	free   []uint64 // what is left on each day, packed
	used   int32    // days of free that are not full
	starts []int32
	row    row
}

func newSerial(p *Plain) *serial {
	s := &serial{
		p: p, free: make([]uint64, int(p.horizon)*p.words), used: p.horizon, starts: make([]int32, len(p.days)),
	}
	s.row.next, s.row.key = make([]int32, len(p.days)), make([]int32, len(p.days))
	return s
}

// schedule places the tasks by rising keys as far as the links allow, each on the first day with room. It
// returns the starts, valid until the next call, and the makespan. As soon as the makespan is bound to be more
// than most it gives up and returns one that is: three children in four are worse than what they would replace.
func (s *serial) schedule(n *network, keys []int32, most int32) (starts []int32, makespan int32) {
	s.begin()
	s.row.line(n, keys)
	for w, word := range s.row.taken {
		for ; word != 0; word &= word - 1 {
			for task := s.row.first[w<<6|bits.TrailingZeros64(word)]; task >= 0; task = s.row.next[task] {
				finish := s.put(task)
				makespan = max(makespan, finish)
				if finish+n.tails[task] > most {
					s.used = makespan
					return s.starts, finish + n.tails[task]
				}
				for _, to := range n.after.of(task) {
					s.starts[to] = max(s.starts[to], finish)
				}
			}
		}
	}
	s.used = makespan
	return s.starts, makespan
}

// put places a task no earlier than those before it allow.
func (s *serial) put(task int32) (finish int32) {
	x := s.starts[task]
	if s.p.words == 1 {
		x = s.placeOne(task, x)
	} else {
		x = s.place(task, x)
	}
	s.starts[task] = x
	return x + s.p.days[task]
}

func (s *serial) begin() {
	words := s.p.words
	for day := 0; day < int(s.used)*words; day += words {
		copy(s.free[day:day+words], s.p.full)
	}
	clear(s.starts)
}

// place takes what a task needs from the first day on or after x on which it fits in.
func (s *serial) place(task, x int32) int32 {
	days, words, demand := s.p.days[task], s.p.words, s.p.demand(task)
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
