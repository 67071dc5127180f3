package lcg

import (
	"slices"

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
	if !s.fitFresh() {
		return false
	}
	for r := range t.pools {
		if !s.fitRisen(int32(r)) {
			return false
		}
		t.pools[r].risen = span{}
	}
	for _, x := range t.looked {
		if t.flags[x]&isTouched == 0 {
			t.flags[x] = isUser
		}
	}
	return true
}

// fitFresh looks at the tasks whose bounds rose.
func (s *Solver) fitFresh() bool {
	t := &s.timing
	s.counts.Steps += int64(len(t.looked)) * 2
	for _, x := range t.looked {
		if t.flags[x]&isFresh == 0 || s.fixed(x) {
			continue
		}
		for _, d := range t.m.Tasks[x].Demands {
			u := user{x, d.Amount}
			if d.Amount > 0 && !(s.fitLower(d.Resource, u, t.days()) && s.fitUpper(d.Resource, u, t.days())) {
				return false
			}
		}
	}
	return true
}

// fitRisen looks at the other users of a pool, on the days on which the need rose: on other days nothing is
// new to them. The largest come first: when the fullest day has room for one, it has room for all that follow.
func (s *Solver) fitRisen(r int32) bool {
	t := &s.timing
	p := &t.pools[r]
	risen := p.risen
	if risen.from >= risen.to {
		return true
	}
	peak := slices.Max(p.excess[risen.from:risen.to])
	s.counts.Steps += int64(risen.to-risen.from) / 2
	for i, u := range p.users {
		if peak+u.amount <= 0 {
			s.counts.Steps += int64(i)
			return true
		}
		from, to := s.lower(u.task), s.upper(u.task)
		if from == to || from >= risen.to || t.flags[u.task]&isFresh != 0 || t.spells[u.task].finish(to) <= risen.from {
			continue
		}
		if !(s.fitLower(r, u, risen) && s.fitUpper(r, u, risen)) {
			return false
		}
	}
	s.counts.Steps += int64(len(p.users))
	return true
}

// fitLower moves the earliest start of a user past the days that have no room for it, if there are any
// within a span. A user is at work on all days from its latest start to its earliest finish, and counted
// there already, so only the days before matter.
func (s *Solver) fitLower(r int32, u user, within span) bool {
	t := &s.timing
	p, spell := &t.pools[r], &t.spells[u.task]
	for {
		from := s.lower(u.task)
		days := within.meet(span{from, min(spell.finish(from), s.upper(u.task))})
		day := p.lastClash(u.amount, spell, days)
		s.counts.Steps += int64(max(days.to-days.from, 0))
		if day == model.None {
			return true
		}
		if !s.raise(u.task.lower(), day+1, byTimetable, r*t.m.Horizon+day) {
			return false
		}
		within = t.days()
	}
}

// fitUpper does the same with the latest start, where the days after its earliest finish matter.
func (s *Solver) fitUpper(r int32, u user, within span) bool {
	t := &s.timing
	p, spell := &t.pools[r], &t.spells[u.task]
	for {
		to := s.upper(u.task)
		days := within.meet(span{max(to, spell.finish(s.lower(u.task))), spell.finish(to)})
		day := p.firstClash(u.amount, spell, days)
		s.counts.Steps += int64(max(days.to-days.from, 0))
		if day == model.None {
			return true
		}
		if !s.raise(u.task.upper(), -spell.lastBefore(day), byTimetable, r*t.m.Horizon+day) {
			return false
		}
		within = t.days()
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
