package flow

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// strand is some people of a team, or places on an agenda, that always go together.
type strand struct {
	amount plan.Hundredths
	has    []int           // activities that have them: one, or several interleaved; none so far
	had    []int           // every activity that has had them
	away   []calendar.Span // when they are not there
}

// pool is a team, or a body's agenda, whose people go from one activity to the next.
type pool struct {
	team    *plan.Team
	body    *plan.Calendar
	strands []strand
	users   []user
}

// user is an activity that needs people of a pool.
type user struct {
	activity int
	amount   plan.Hundredths
}

// handOver finds for every pool who hands people to whom, and makes arcs of it.
func (f *Flow) handOver() []*pool {
	f.index()
	pools := f.pools()
	for _, p := range pools {
		slices.SortFunc(p.users, func(a, b user) int {
			return cmp.Or(cmp.Compare(f.starts[a.activity], f.starts[b.activity]), cmp.Compare(a.activity, b.activity))
		})
		p.serve(f)
		for _, s := range p.strands {
			for _, i := range s.had {
				f.nodes[i].away = append(f.nodes[i].away, s.away...)
			}
		}
	}
	for i := range f.nodes {
		f.nodes[i].away = calendar.Merge(f.nodes[i].away)
	}
	f.mergeHandOvers()
	return pools
}

// serve gives every user its people, in the order of their starts. Those who leave a team do so before
// the activities of that day start.
func (p *pool) serve(f *Flow) {
	gaps := p.gaps(f)
	for _, u := range p.users {
		for len(gaps) > 0 && gaps[0].span.From <= f.starts[u.activity] {
			p.leave(f, gaps[0])
			gaps = gaps[1:]
		}
		p.give(f, u)
	}
	for _, g := range gaps {
		p.leave(f, g)
	}
}

// give hands people to an activity.
func (p *pool) give(f *Flow, u user) {
	need := u.amount
	for _, k := range p.offers(f, u) {
		if need == 0 {
			break
		}
		p.cut(k, need)
		need -= p.strands[k].amount
		p.pass(f, k, u.activity)
	}
	if need > 0 {
		f.Loose = append(f.Loose, Loose{Activity: u.activity, Team: p.team, Body: p.body, Amount: need})
	}
}

// cut makes a strand no larger than some amount; the rest becomes a strand of its own.
func (p *pool) cut(k int, most plan.Hundredths) {
	if s := p.strands[k]; s.amount > most {
		rest := strand{amount: s.amount - most, has: slices.Clone(s.has), had: slices.Clone(s.had), away: slices.Clone(s.away)}
		p.strands[k].amount = most
		p.strands = append(p.strands, rest)
	}
}

// pass notes who has a strand now, and from whom.
func (p *pool) pass(f *Flow, k, to int) {
	s := &p.strands[k]
	var still []int
	for _, from := range s.has {
		shared := f.delivered(from) > f.starts[to]
		if shared {
			still = append(still, from)
		}
		f.HandOvers = append(f.HandOvers, HandOver{
			From: from, To: to, Team: p.team, Body: p.body, Amount: s.amount, Interleaved: shared,
		})
	}
	s.has = append(still, to)
	s.had = append(s.had, to)
}

// delivered is the moment at which an activity finishes in the schedule.
func (f *Flow) delivered(i int) calendar.Date {
	return f.nodes[i].finish(f.starts[i], f.nodes[i].days)
}

// fits reports whether the people of a strand are there on every worked day of an activity, and busy on
// none of them.
func (s *strand) fits(f *Flow, i int) bool {
	nd, x, fin := &f.nodes[i], f.starts[i], f.delivered(i)
	if j := (job{node: nd, days: nd.days, away: s.away}); j.pastAway(x, fin) > 0 {
		return false
	}
	return !slices.ContainsFunc(s.has, func(h int) bool { return f.clash(h, x, fin, nd.works) })
}

// clash reports whether an activity that has started works on one of some days on which others do.
func (f *Flow) clash(h int, from, to calendar.Date, works func(calendar.Date) bool) bool {
	for day := from; day < min(to, f.delivered(h)); day++ {
		if f.nodes[h].works(day) && works(day) {
			return true
		}
	}
	return false
}
