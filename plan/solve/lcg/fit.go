package lcg

import (
	"math"

	"epr/plan/solve/model"
)

// fit counts all tasks touched and raises the bounds of tasks for which there is no room in the pools. It
// reports false on a conflict.
func (s *Solver) fit() bool {
	t := &s.timing
	for _, x := range t.touched {
		t.count(x, &s.trail)
	}
	if t.isFull {
		s.conflict = t.full
		return false
	}
	t.touched, t.looked = t.looked[:0], t.touched
	for _, x := range t.looked {
		t.flags[x] &^= isTouched
	}
	for r := range t.pools {
		if t.pools[r].stirred && !s.fitPool(int32(r)) {
			return false
		}
		t.pools[r].risen, t.pools[r].stirred = span{}, false
	}
	for _, x := range t.looked {
		if t.flags[x]&isTouched == 0 {
			t.flags[x] = isUser
		}
	}
	return true
}

// fitPool looks at the users of a pool, as far as their bounds or the need near them rose. The largest
// come first: when the fullest day has room for one, it has room for all that follow.
func (s *Solver) fitPool(r int32) bool {
	p := &s.timing.pools[r]
	if p.risen.from >= p.risen.to {
		return s.fitFresh(r)
	}
	peak := peak(p.excess[:s.timing.end])
	s.counts.Steps += int64(s.timing.end)/4 + int64(len(p.users))
	for _, u := range p.users {
		if peak+u.amount <= 0 {
			return true
		}
		if !s.fixed(u.task) && !(s.fitLower(r, u) && s.fitUpper(r, u)) {
			return false
		}
	}
	return true
}

// fitFresh looks at the users of a pool whose bounds rose, when the need did not.
func (s *Solver) fitFresh(r int32) bool {
	t := &s.timing
	s.counts.Steps += int64(len(t.looked)) * 2
	for _, x := range t.looked {
		u := user{x, t.amount(x, r)}
		if u.amount > 0 && t.flags[x]&isFresh != 0 && !s.fixed(x) && !(s.fitLower(r, u) && s.fitUpper(r, u)) {
			return false
		}
	}
	return true
}

// peak is the largest of some amounts.
func peak(excess []int32) int32 {
	peak := int32(math.MinInt32 / 2)
	for _, amount := range excess {
		peak = max(peak, amount)
	}
	return peak
}

// news reports whether there is anything new to a user that would be at work on some days.
func (t *timetable) news(p *pool, u user, days span) bool {
	return t.flags[u.task]&isFresh != 0 || p.risen.from < days.to && days.from < p.risen.to
}

// fitLower moves the earliest start of a user past the days that have no room for it. A user is at work on
// all days from its latest start to its earliest finish, and counted there already, so only the days
// before matter.
func (s *Solver) fitLower(r int32, u user) bool {
	t := &s.timing
	p, spell := &t.pools[r], &t.spells[u.task]
	for {
		from := s.lower(u.task)
		days := span{from, min(spell.finish(from), s.upper(u.task))}
		if !t.news(p, u, days) {
			return true
		}
		day := p.lastClash(u.amount, spell, days)
		s.counts.Steps += int64(max(days.to-days.from, 0))
		if day == model.None {
			return true
		}
		if !s.raise(u.task.lower(), day+1, byTimetable, r*t.m.Horizon+day) {
			return false
		}
	}
}

// fitUpper does the same with the latest start, where the days after its earliest finish matter.
func (s *Solver) fitUpper(r int32, u user) bool {
	t := &s.timing
	p, spell := &t.pools[r], &t.spells[u.task]
	for {
		to := s.upper(u.task)
		days := span{max(to, spell.finish(s.lower(u.task))), spell.finish(to)}
		if !t.news(p, u, days) {
			return true
		}
		day := p.firstClash(u.amount, spell, days)
		s.counts.Steps += int64(max(days.to-days.from, 0))
		if day == model.None {
			return true
		}
		if !s.raise(u.task.upper(), -spell.lastBefore(day), byTimetable, r*t.m.Horizon+day) {
			return false
		}
	}
}

// lastClash is the last worked day of a span without room for an amount, model.None if all have room.
func (p *pool) lastClash(amount int32, spell *spell, days span) int32 {
	for day := days.to - 1; day >= days.from; day-- {
		if p.excess[day]+amount > 0 && spell.works(day) {
			return day
		}
	}
	return model.None
}

// firstClash is the first such day.
func (p *pool) firstClash(amount int32, spell *spell, days span) int32 {
	for day := days.from; day < days.to; day++ {
		if p.excess[day]+amount > 0 && spell.works(day) {
			return day
		}
	}
	return model.None
}
