package flow

import (
	"cmp"
	"math"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// relay is loose work in a timing in which people stand in for each other. On its planned days it is done by
// whoever is free on each of them, even if these change in the middle of it. On any others nobody can know
// who is free; then it waits, from the day after its planned start on, until some that are enough for all of
// it have finished everything before it, and what they do next waits for it.
type relay struct {
	planned, until calendar.Date // its planned start and finish
	spare          []takeover    // who has to be finished by which of its days, for the planned days to be free
	before         []int32       // who has to be finished on other days
}

// findRelays finds who does loose work of a pool. What none can be found for stays without.
func (p *pool) findRelays(f *Flow) {
	taken := make([]map[calendar.Date]plan.Hundredths, len(p.strands)) // of each strand for relays, by day
	isBacking, order := make([]bool, len(p.strands)), p.leastWanted(f)
	for n, l := range f.Loose {
		if !p.lacks(l) {
			continue
		}
		r := relay{planned: f.starts[l.Activity], until: f.delivered(l.Activity)}
		backs := p.backing(f, l, order, taken)
		if backs == nil || !p.spare(f, l, &r, taken, isBacking) {
			continue
		}
		for _, k := range backs {
			isBacking[k] = true
			p.strands[k].back(f, l.Activity, &r)
		}
		f.relays[l.Activity] = append(f.relays[l.Activity], r)
		f.Loose[n].Relay, f.isSteady[l.Activity] = true, true
	}
}

// backing are strands that stay, are there all through the work, are enough for it, and are not used by
// other relays, the first in an order.
func (p *pool) backing(f *Flow, l Loose, order []int, taken []map[calendar.Date]plan.Hundredths) []int {
	need := l.Amount
	var backs []int
	span := calendar.Span{From: f.starts[l.Activity], To: f.delivered(l.Activity) - 1}
	for _, k := range order {
		s := &p.strands[k]
		if need <= 0 {
			break
		}
		if s.gone() != 0 || taken[k] != nil || overlaps(s.away, span) || slices.Contains(s.had, l.Activity) {
			continue
		}
		backs = append(backs, k)
		need -= s.amount
	}
	if need > 0 {
		return nil
	}
	return backs
}

// leastWanted are all strands, first those that are least wanted for the planned days of loose work: free on none of
// them, then only on days on which many people are.
func (p *pool) leastWanted(f *Flow) []int {
	order, scarce := make([]int, len(p.strands)), make([]plan.Hundredths, len(p.strands))
	for k := range p.strands {
		order[k], scarce[k] = k, math.MaxInt64
	}
	for _, l := range f.Loose {
		if !p.lacks(l) {
			continue
		}
		for day := f.starts[l.Activity]; day < f.delivered(l.Activity); day++ {
			p.price(f, day, scarce)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scarce[b], scarce[a]) })
	return order
}

// price lowers scarce to how many people are free on a day, for each strand that is.
func (p *pool) price(f *Flow, day calendar.Date, scarce []plan.Hundredths) {
	free := plan.Hundredths(0)
	for k := range p.strands {
		if p.strands[k].isFree(f, day) {
			free += p.strands[k].amount
		}
	}
	for k := range p.strands {
		if p.strands[k].isFree(f, day) {
			scarce[k] = min(scarce[k], free)
		}
	}
}

// lacks reports whether loose work needs people of the pool.
func (p *pool) lacks(l Loose) bool { return l.Activity >= 0 && l.Team == p.team && l.Body == p.body }

// spare finds for each planned day of loose work who is free on it. Those who have the people before it must
// be finished by then; the others must not work on that day.
func (p *pool) spare(f *Flow, l Loose, r *relay, taken []map[calendar.Date]plan.Hundredths, isBacking []bool) bool {
	u := l.Activity
	for day := r.planned; day < r.until; day++ {
		if !f.nodes[u].works(day) {
			continue
		}
		need := l.Amount
		for k := range p.strands {
			s := &p.strands[k]
			free := s.amount - taken[k][day]
			if need <= 0 || free <= 0 || isBacking[k] || !s.isFree(f, day) {
				continue
			}
			if taken[k] == nil {
				taken[k] = map[calendar.Date]plan.Hundredths{}
			}
			amount := min(need, free)
			taken[k][day] += amount
			need -= amount
			s.spend(f, u, day, r)
		}
		if need > 0 {
			return false
		}
	}
	return true
}

// isFree reports whether the people of a strand are there on a day and the schedule does not need them.
func (s *strand) isFree(f *Flow, day calendar.Date) bool {
	if overlaps(s.away, calendar.Span{From: day, To: day}) {
		return false
	}
	return !slices.ContainsFunc(s.had, func(h int) bool {
		return f.starts[h] <= day && day < f.delivered(h) && f.nodes[h].works(day)
	})
}

// spend takes a strand for a day of loose work.
func (s *strand) spend(f *Flow, u int, day calendar.Date, r *relay) {
	for _, h := range s.had {
		switch {
		case !f.nodes[h].works(day):
		case f.place[h] < f.place[u] && f.delivered(h) <= day:
			r.spare = append(r.spare, takeover{int32(h), day})
		default:
			f.nodes[h].absent = append(f.nodes[h].absent, calendar.Span{From: day, To: day})
		}
	}
}

// back makes a strand do all of loose work if it is not done as planned.
func (s *strand) back(f *Flow, u int, r *relay) {
	at := 0
	for k, h := range s.had {
		if f.place[h] < f.place[u] {
			r.before = append(r.before, int32(h))
			at = k + 1
		} else {
			f.behind[h] = append(f.behind[h], int32(u))
		}
	}
	s.had = slices.Insert(slices.Clone(s.had), at, u)
}

// wait is the moment until which a relay has to wait that would run from start to fin; start if it does not.
func (r *relay) wait(t *Timing, start, fin calendar.Date) calendar.Date {
	if start < r.planned {
		return r.planned
	}
	isPlanned := start == r.planned && fin <= r.until
	for _, s := range r.spare {
		isPlanned = isPlanned && t.fin[s.from] <= s.day
	}
	if isPlanned {
		return start
	}
	past := max(start, r.planned+1)
	for _, i := range r.before {
		past = max(past, t.fin[i])
	}
	return past
}

// relieved is the moment until which an activity waits for a relay whose people it has next, if that is not
// done as planned; 0 if it does not.
func (f *Flow) relieved(u int32, t *Timing) calendar.Date {
	if t.seen[u] > f.starts[u] || t.fin[u] > f.planned.fin[u] {
		return t.fin[u]
	}
	return 0
}
