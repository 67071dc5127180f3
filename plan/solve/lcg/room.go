package lcg

// whyNoRoom appends the reason why a pool has no room on a day: for the task of the claim if the cause is
// byTimetable, for those at work if it is byOverload. Task i is at work on the day for certain if
//
//	x_i ≤ day  and  x_i ≥ the first start with which it finishes after the day.
//
// Of the tasks for which that was known, as few are taken as need more than there is. Nothing stronger is
// asked of their bounds, nor of the task that is pushed aside (the pointwise explanation of Schutt et al.).
func (s *Solver) whyNoRoom(c claim, index int32, reason []Literal) []Literal {
	t := &s.timing
	r, day := c.ref/t.m.Horizon, c.ref%t.m.Horizon
	room, aside := t.pools[r].capacity[day], Var(-1)
	if c.cause == byTimetable {
		aside = c.literal.bound.variable()
		room -= t.amount(aside, r)
		if c.literal.bound.isLower() {
			reason = append(reason, AtLeast(aside, t.startAfter(aside, day)))
		} else {
			reason = append(reason, AtMost(aside, day))
		}
	}
	workers := t.workers[:0]
	for _, u := range t.pools[r].users {
		if part := t.parts[u.task]; day < part.from || day >= part.to || u.task == aside || !t.works(u.task, day) {
			continue
		}
		late, early := AtMost(u.task, day), AtLeast(u.task, t.startAfter(u.task, day))
		if s.at(late.bound, index) < late.value || s.at(early.bound, index) < early.value {
			continue
		}
		if s.always(late) && s.always(early) {
			room -= u.amount
			continue
		}
		workers = append(workers, u)
	}
	t.workers = workers
	return t.crowd(room, day, reason)
}

// crowd appends literals of enough workers to need more than the room there is, the largest first, and
// of these without those that the others do not need.
func (t *timetable) crowd(room, day int32, reason []Literal) []Literal {
	n := 0
	for room >= 0 {
		room -= t.workers[n].amount
		n++
	}
	for _, u := range t.workers[:n] {
		if room+u.amount < 0 {
			room += u.amount
			continue
		}
		reason = append(reason, AtMost(u.task, day), AtLeast(u.task, t.startAfter(u.task, day)))
	}
	return reason
}

// startAfter is the first start with which a task finishes after a day.
func (t *timetable) startAfter(x Var, day int32) int32 { return t.spells[x].startAfter(day) }

func (t *timetable) works(x Var, day int32) bool { return t.spells[x].works(day) }

// amount is what a task needs of a pool.
func (t *timetable) amount(x Var, r int32) int32 {
	for _, d := range t.m.Tasks[x].Demands {
		if d.Resource == r {
			return d.Amount
		}
	}
	return 0
}
