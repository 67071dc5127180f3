package sgs

// stretch is the keys from some on, up to but not including others.
type stretch struct{ from, to int32 }

// pack places the tasks of the block by parallel generation among those that are placed already: day by day, of the
// tasks that wait for none of the others, those for which there is room from then on, by rising keys. It returns how
// long the schedule takes at least, and gives up where that is more than most.
func (s *serial) pack(n *network, most int32) (bound int32) {
	clear(s.waits)
	for _, task := range s.block {
		for _, to := range n.after.of(task) {
			s.waits[to]++
		}
	}
	for day := int32(0); len(s.block) > 0 && bound <= most; {
		on := day
		day = s.p.horizon
		kept := s.block[:0]
		for _, task := range s.block {
			if again := s.delay(task, on); again > on {
				day = min(day, again)
				kept = append(kept, task)
				continue
			}
			s.take(task, on)
			bound = max(bound, s.placed(n, task, on))
			for _, to := range n.after.of(task) {
				if s.waits[to]--; s.waits[to] == 0 {
					day = min(day, s.starts[to])
				}
			}
		}
		s.block = kept
	}
	return bound
}

// delay is the day on which to look at a task of the block again; if it can start on the day, that one.
func (s *serial) delay(task, day int32) int32 {
	switch {
	case s.waits[task] > 0:
		return s.p.horizon
	case s.starts[task] > day:
		return s.starts[task]
	case !s.fits(task, day):
		return day + 1
	}
	return day
}

// fits reports whether a task has room from a day on.
func (s *serial) fits(task, x int32) bool {
	demand := s.p.demand(task)
	for day := x; day < x+s.p.days[task]; day++ { // days fill up from the front
		if !s.hasRoom(day, demand) {
			return false
		}
	}
	return true
}
