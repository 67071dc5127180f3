package lcg

import (
	"slices"

	"epr/plan/solve/model"
)

// timetable holds the tasks against the capacities. A task with latest start u and earliest finish F(l)
// is at work on every worked day from u to F(l), wherever it ends up: that is its compulsory part. What
// the parts leave of a capacity is no room for another task that needs more.
type timetable struct {
	m       *model.Model
	pools   []pool
	spells  []spell
	parts   []span // of each task the part counted in the pools
	flags   []uint8
	touched []Var // tasks whose bounds changed since they were counted
	looked  []Var // those of the last look at the pools
	end     int32 // boundary by which all tasks will have finished, as far as level 0 knows
	full    claim // an overload, if isFull
	isFull  bool
	workers []user // memory of whyNoRoom
}

// pool is a resource.
type pool struct {
	capacity []int32
	excess   []int32 // what the parts need on each day, less the capacity
	users    []user  // by falling amount
	plain    bool    // whether all users work every day
	risen    span    // days on which the need rose since the pool was last looked at
}

type user struct {
	task   Var
	amount int32
}

// span is the days from from up to but not including to.
type span struct{ from, to int32 }

const (
	isUser    uint8 = 1 << iota // the task needs a resource on at least one day
	isTouched                   // it is in touched
	isFresh                     // its bounds rose since the pools were looked at
)

func newTimetable(m *model.Model) timetable {
	t := timetable{
		m: m, pools: make([]pool, len(m.Resources)), parts: make([]span, len(m.Tasks)),
		flags: make([]uint8, len(m.Tasks)), end: m.Horizon, spells: make([]spell, len(m.Tasks)),
	}
	for i := range m.Tasks {
		t.spells[i] = newSpell(m, &m.Tasks[i])
	}
	for r := range m.Resources {
		p := &t.pools[r]
		p.capacity, p.plain = m.Resources[r].Capacity, true
		for _, capacity := range p.capacity {
			p.excess = append(p.excess, -capacity)
		}
	}
	for i := range m.Tasks {
		for _, d := range m.Tasks[i].Demands {
			if d.Amount > 0 && m.Tasks[i].Days > 0 {
				t.pools[d.Resource].users = append(t.pools[d.Resource].users, user{Var(i), d.Amount})
				t.flags[i] |= isUser
				t.pools[d.Resource].plain = t.pools[d.Resource].plain && t.spells[i].calendar == nil
			}
		}
		t.moved(Var(i))
	}
	for r := range t.pools {
		slices.SortStableFunc(t.pools[r].users, func(a, b user) int { return int(b.amount - a.amount) })
	}
	return t
}

// moved notes that a bound of a variable rose, and returned that it was taken back.
func (t *timetable) moved(x Var)    { t.touch(x, isFresh) }
func (t *timetable) returned(x Var) { t.touch(x, 0) }

func (t *timetable) touch(x Var, flag uint8) {
	if int(x) >= len(t.flags) || t.flags[x]&isUser == 0 {
		return
	}
	if t.flags[x]&isTouched == 0 {
		t.touched = append(t.touched, x)
	}
	t.flags[x] |= isTouched | flag
}

// days is all of them.
func (t *timetable) days() span { return span{0, t.m.Horizon} }

// pending reports whether there is something to look at.
func (t *timetable) pending() bool { return len(t.touched) > 0 }

// setEnd looks up at level 0 when all tasks will have finished.
func (t *timetable) setEnd(trail *trail) {
	t.end = 0
	for i := range t.m.Tasks {
		t.end = max(t.end, t.m.Finish(int32(i), trail.upper(Var(i))))
	}
}

// restore counts the parts as they are after bounds were taken back. Nothing follows from that.
func (t *timetable) restore(trail *trail) {
	for _, x := range t.touched {
		t.count(x, trail)
		t.flags[x] = isUser
	}
	for _, x := range t.looked {
		t.flags[x] = isUser
	}
	t.touched, t.looked = t.touched[:0], t.looked[:0]
	t.isFull = false
	for r := range t.pools {
		t.pools[r].risen = span{}
	}
}

// count brings the part of a task in the pools up to date.
func (t *timetable) count(x Var, trail *trail) {
	spell := &t.spells[x]
	part := span{trail.upper(x), spell.finish(trail.lower(x))}
	if part.to <= part.from {
		part = span{}
	}
	old := t.parts[x]
	if part == old {
		return
	}
	t.parts[x] = part
	for _, d := range t.m.Tasks[x].Demands {
		t.take(d.Resource, -d.Amount, spell, old, part)
		t.take(d.Resource, d.Amount, spell, part, old)
	}
}

// take adds an amount to what a pool needs on the worked days that are in one span and not in another.
func (t *timetable) take(r, amount int32, spell *spell, in, not span) {
	t.takeAll(r, amount, spell, span{in.from, min(in.to, not.from)})
	t.takeAll(r, amount, spell, span{max(in.from, not.to), in.to})
}

func (t *timetable) takeAll(r, amount int32, spell *spell, days span) {
	if days.from >= days.to {
		return
	}
	p := &t.pools[r]
	for day := days.from; day < days.to; day++ {
		if !spell.works(day) {
			continue
		}
		p.excess[day] += amount
		if p.excess[day] > 0 && amount > 0 {
			t.full, t.isFull = claim{cause: byOverload, ref: r*t.m.Horizon + day}, true
		}
	}
	if amount > 0 {
		p.risen = p.risen.cover(days)
	}
}

// meet is the days that are in both of two spans.
func (s span) meet(o span) span { return span{max(s.from, o.from), min(s.to, o.to)} }

// cover is the shortest span that has the days of two.
func (s span) cover(o span) span {
	if s.from >= s.to {
		return o
	}
	return span{min(s.from, o.from), max(s.to, o.to)}
}
