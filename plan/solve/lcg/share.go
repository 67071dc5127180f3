package lcg

// share is a user of a resource and how many days of it a window has at least, wherever it starts.
type share struct {
	user
	days  int32
	known int32 // as many as it would have without any decision
}

// whyEnergy appends the reason why a resource is needed more in a window than it gives. A task of d days has
// at least k of them in the days from a to b if
//
//	x ≥ a+k-d  and  x ≤ b-k.
//
// What the tasks need beyond the capacity, less one, is surplus. It is spent on leaving tasks out or asking
// for fewer of their days, the smallest amounts first.
func (s *Solver) whyEnergy(r int32, reason []Literal) []Literal {
	window := s.energy.window
	surplus := s.listShares(r) - 1
	shares := s.energy.shares
	for i := len(shares) - 1; i >= 0; i-- {
		h := &shares[i]
		less := min(h.days-h.known, int32(surplus/int64(h.amount)))
		surplus -= int64(less) * int64(h.amount)
		if days := h.days - less; days > h.known {
			worked := s.timing.spells[h.task].days
			reason = append(reason, AtLeast(h.task, window.from+days-worked), AtMost(h.task, window.to-days))
		}
	}
	return reason
}

// listShares lists the users that have days in the window because of decisions, and returns what all users
// need of it beyond the capacity.
func (s *Solver) listShares(r int32) (excess int64) {
	e, p := &s.energy, &s.timing.pools[r]
	for day := e.window.from; day < e.window.to; day++ {
		excess -= int64(p.capacity[day])
	}
	e.shares = e.shares[:0]
	for _, u := range p.users {
		worked := s.timing.spells[u.task].days
		h := share{user: u}
		h.days = e.window.least(worked, s.lower(u.task), s.upper(u.task))
		h.known = e.window.least(worked, s.root(u.task.lower()), -s.root(u.task.upper()))
		excess += int64(h.days) * int64(u.amount)
		if h.days > h.known {
			e.shares = append(e.shares, h)
		}
	}
	return excess
}

// least is how many days of a task the window has at least if the task starts between two days.
func (window span) least(days, first, last int32) int32 {
	return max(0, min(days, window.to-window.from, first+days-window.from, window.to-last))
}
