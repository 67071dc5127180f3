package lcg

import "slices"

// ranking is the rule that some variables, the ranks, are the values of others, the members, in ascending order: the
// first rank is the smallest value, whichever member has it, the second the next. Of work that is alike, of which a
// team can do two at a time, the third cannot start before one of the first two has finished. No member has a bound
// that says so before it is decided which comes third. The third rank has.
//
// Of n members, r_k ≥ v says that n-k are at v or later (k from 0), and r_k ≤ v that k+1 are at v or before. Both
// ways are followed, so far as bounds show it (the sortedness rule of Bleuzen-Guernalec and Colmerauer 1997, without
// matching members to ranks).
type ranking struct {
	members []Var
	ranks   []Var
	// The members by their lower and by their upper bounds, as they were when the rule was looked at last.
	byLower, byUpper []Var
}

// rankings are all of them, and which have to be looked at.
type rankings struct {
	list    []ranking
	of      [][]int32 // for each bound those that it matters to
	queue   []int32
	waiting []bool // of each whether it is in the queue
}

// AddRanks makes variables the ranks of others, of which there are as many: the smallest of their values, the second
// smallest and so on. Like orders of pairs, ranks are not asked for: they follow from the members. That each is no sooner
// than the one before, and what else is between them, arcs of the model have to say.
func (s *Solver) AddRanks(members, ranks []Var) {
	r := ranking{members: members, ranks: ranks, byLower: slices.Clone(members), byUpper: slices.Clone(members)}
	for _, x := range ranks {
		s.follows[x] = true
	}
	s.steerRanks(&r)
	s.ranks.add(r, len(s.newest))
}

// steerRanks steers ranks to where the members are steered.
func (s *Solver) steerRanks(r *ranking) {
	var phases []int32
	for _, x := range r.members {
		phases = append(phases, s.phase[x])
	}
	slices.Sort(phases)
	for k, rank := range r.ranks {
		s.phase[rank] = phases[k]
	}
}

func (q *rankings) add(r ranking, bounds int) {
	for len(q.of) < bounds {
		q.of = append(q.of, nil)
	}
	i := int32(len(q.list))
	q.list, q.waiting, q.queue = append(q.list, r), append(q.waiting, true), append(q.queue, i)
	for _, x := range slices.Concat(r.members, r.ranks) {
		q.of[x.lower()] = append(q.of[x.lower()], i)
		q.of[x.upper()] = append(q.of[x.upper()], i)
	}
}

// moved notes the rankings that a bound matters to.
func (q *rankings) moved(b bound) {
	if int(b) >= len(q.of) {
		return
	}
	for _, i := range q.of[b] {
		if !q.waiting[i] {
			q.queue, q.waiting[i] = append(q.queue, i), true
		}
	}
}

// forget empties the queue.
func (q *rankings) forget() {
	for _, i := range q.queue {
		q.waiting[i] = false
	}
	q.queue = q.queue[:0]
}

// rank looks at the rankings that wait for it, the last one first, until a bound is raised.
func (s *Solver) rank() bool {
	q := &s.ranks
	for before := len(s.entries); len(q.queue) > 0 && len(s.entries) == before; {
		i := q.queue[len(q.queue)-1]
		q.queue, q.waiting[i] = q.queue[:len(q.queue)-1], false
		if !s.boundRanks(i) || !s.boundLow(i) || !s.boundHigh(i) {
			return false
		}
	}
	return true
}

// boundRanks raises the bounds of ranks to those of as many members.
func (s *Solver) boundRanks(i int32) bool {
	r := &s.ranks.list[i]
	s.counts.Steps += int64(len(r.members))
	sortVars(r.byLower, func(x Var) int32 { return s.lower(x) })
	sortVars(r.byUpper, func(x Var) int32 { return s.upper(x) })
	for k, rank := range r.ranks {
		if !s.raise(rank.lower(), s.lower(r.byLower[k]), byRanking, i) ||
			!s.raise(rank.upper(), -s.upper(r.byUpper[k]), byRanking, i) {
			return false
		}
	}
	return true
}

// boundLow raises the lower bounds of members that are no sooner than a rank, for as many others are sooner as can be.
func (s *Solver) boundLow(i int32) bool {
	r := &s.ranks.list[i]
	sooner, floor := 0, Var(-1) // members sooner than rank k; the last rank that as many are sooner than as can be
	for k, rank := range r.ranks {
		for sooner < k && s.upper(r.byUpper[sooner]) < s.lower(rank) {
			sooner++
		}
		if sooner == k {
			floor = rank
		}
		if !s.raise(r.byUpper[k].lower(), s.lower(floor), byRanking, i) {
			return false
		}
	}
	return true
}

// boundHigh lowers the upper bounds of members that are no later than a rank, likewise. The order by lower bounds is that
// before boundLow: what counts as later is, but not all that is may be counted.
func (s *Solver) boundHigh(i int32) bool {
	r := &s.ranks.list[i]
	last := len(r.members) - 1
	later, ceiling := 0, Var(-1)
	for k := last; k >= 0; k-- {
		rank := r.ranks[k]
		for later < last-k && s.lower(r.byLower[last-later]) > s.upper(rank) {
			later++
		}
		if later == last-k {
			ceiling = rank
		}
		if !s.raise(r.byLower[k].upper(), -s.upper(ceiling), byRanking, i) {
			return false
		}
	}
	return true
}

// sortVars sorts variables that are nearly in order already.
func sortVars(vars []Var, by func(Var) int32) {
	for i := 1; i < len(vars); i++ {
		x, v, at := vars[i], by(vars[i]), i
		for at > 0 && by(vars[at-1]) > v {
			vars[at] = vars[at-1]
			at--
		}
		vars[at] = x
	}
}

// whyRank appends the reason for a bound of a rank or of a member.
func (s *Solver) whyRank(c claim, index int32, reason []Literal) []Literal {
	r := &s.ranks.list[c.ref]
	l, last := c.literal, len(r.members)-1
	if k := slices.Index(r.ranks, l.Var()); k >= 0 {
		return s.enough(r.members, -1, l, beyond(l, k, last)+1, index, reason)
	}
	for k, rank := range r.ranks {
		// The weaker the literal about the rank, the more members may be on its other side.
		reached := Literal{l.bound.of(rank), s.at(l.bound.of(rank), index)}
		others := last - beyond(l, k, last)
		for _, value := range [2]int32{l.value, reached.value} {
			side := Literal{l.bound, value}
			if value >= l.value && value <= reached.value && s.count(r.members, l.Var(), side.Not(), index) >= others {
				reason = append(reason, Literal{reached.bound, value})
				return s.enough(r.members, l.Var(), side.Not(), others, index, reason)
			}
		}
	}
	panic("lcg: a member was ranked for no reason")
}

// beyond is how many members are further on the side of a literal than rank k, at the very least.
func beyond(l Literal, k, last int) int {
	if l.bound.isLower() {
		return last - k
	}
	return k
}

// of is the bound of another variable on the same side.
func (b bound) of(x Var) bound {
	if b.isLower() {
		return x.lower()
	}
	return x.upper()
}

// count is the number of variables, but for one, of which the same as a literal says was true before an entry.
func (s *Solver) count(vars []Var, but Var, l Literal, index int32) int {
	count := 0
	for _, x := range vars {
		if x != but && s.at(l.bound.of(x), index) >= l.value {
			count++
		}
	}
	return count
}

// enough appends that literal for so many of them, of those first for which nothing was decided.
func (s *Solver) enough(vars []Var, but Var, l Literal, count int, index int32, reason []Literal) []Literal {
	for _, x := range vars {
		if x != but && s.root(l.bound.of(x)) >= l.value {
			count--
		}
	}
	for _, x := range vars {
		b := l.bound.of(x)
		if count > 0 && x != but && s.root(b) < l.value && s.at(b, index) >= l.value {
			reason = append(reason, Literal{b, l.value})
			count--
		}
	}
	return reason
}
