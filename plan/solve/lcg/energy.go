package lcg

import (
	"cmp"
	"slices"
)

// energy looks for windows of days in which a resource is needed for more than it gives in all of them
// together, though it may be enough for what is certain about each day. In the days from a to b there has
// to fit what the compulsory parts need of them, and all the rest of the tasks that start at a or later and
// finish by b (timetable edge finding, Vilím 2011, as far as it finds conflicts).
//
// That takes much time and seldom finds anything, but what it finds bounds the whole schedule. So it may
// use a share of all effort, and more of it as long as it succeeds.
type energy struct {
	loads  []load
	ends   []int32
	excess []int64 // before each day: all needs of certain parts, less the capacities
	window span    // of the conflict found
	shares []share // memory of whyEnergy
	spent  int64   // steps
	earned int64   // steps it may spend beyond its share
}

const (
	energyShare  = 20   // one step of so many
	energyReward = 3000 // steps earned by a conflict
)

// load is a task that is not fixed. The rest is what it needs of a resource beyond its compulsory part:
// days times amount.
type load struct {
	span // from the earliest start to the latest finish
	rest int64
}

// balance looks at all resources if there is effort left for that, and reports false on a conflict.
func (s *Solver) balance() bool {
	e := &s.energy
	if e.spent > s.counts.Steps/energyShare+e.earned {
		return true
	}
	before := s.counts.Steps
	balanced := true
	for r := 0; balanced && r < len(s.timing.pools); r++ {
		balanced = s.balancePool(int32(r))
	}
	e.spent += s.counts.Steps - before
	return balanced
}

// balancePool looks at all windows of a resource.
func (s *Solver) balancePool(r int32) bool {
	e, p := &s.energy, &s.timing.pools[r]
	if !p.plain || !s.listLoads(p) {
		return true
	}
	for _, end := range e.ends {
		rest := int64(0)
		for i := range e.loads {
			l := &e.loads[i]
			if l.to > end {
				continue
			}
			rest += l.rest
			if rest+e.excess[end]-e.excess[l.from] > 0 {
				e.window = span{l.from, end}
				e.earned += energyReward
				s.conflict = claim{cause: byEnergy, ref: r}
				return false
			}
		}
	}
	return true
}

// listLoads lists the users of a pool that are not fixed, those that start last first, and the days by which
// they finish, and adds up the days that they may use. It reports false if there are none.
func (s *Solver) listLoads(p *pool) bool {
	e := &s.energy
	e.loads, e.ends = e.loads[:0], e.ends[:0]
	days := span{}
	for _, u := range p.users {
		from, to := s.lower(u.task), s.upper(u.task)
		if from == to {
			continue
		}
		worked := s.timing.spells[u.task].days
		l := load{span{from, to + worked}, int64(min(worked, to-from)) * int64(u.amount)}
		e.loads, e.ends = append(e.loads, l), append(e.ends, l.to)
		days = days.cover(l.span)
	}
	s.counts.Steps += int64(len(p.users)/2 + len(e.loads)*(4+len(e.loads)/8) + int(days.to-days.from)/8)
	slices.SortFunc(e.loads, func(a, b load) int { return cmp.Compare(b.from, a.from) })
	slices.Sort(e.ends)
	e.ends = slices.Compact(e.ends)
	e.addUp(p, days)
	return len(e.loads) > 0
}

// addUp adds up the excess of some days.
func (e *energy) addUp(p *pool, days span) {
	if len(e.excess) <= len(p.excess) {
		e.excess = make([]int64, len(p.excess)+1)
	}
	total := int64(0)
	for day := days.from; day < days.to; day++ {
		e.excess[day] = total
		total += int64(p.excess[day])
	}
	e.excess[days.to] = total
}
