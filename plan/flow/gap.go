package flow

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// gap is a period in which some people of a team are not there.
type gap struct {
	span   calendar.Span
	amount plan.Hundredths
}

// pools are the teams and the agendas that can run short, with those who need them.
func (f *Flow) pools() []*pool {
	var list []*pool
	byTeam, byBody := map[string]*pool{}, map[*plan.Calendar]*pool{}
	for k := range f.Network.Teams {
		p := &pool{team: f.Network.Teams[k].Team}
		byTeam[p.team.ID] = p
		list = append(list, p)
	}
	for i := range f.Network.Activities {
		a, nd := &f.Network.Activities[i], &f.nodes[i]
		if nd.how == done || nd.how == milestone {
			continue
		}
		for _, need := range a.Needs {
			if p := byTeam[need.Team]; p != nil && need.Amount > 0 {
				p.users = append(p.users, user{i, need.Amount})
			}
		}
		if nd.how != gate || a.Meeting == nil || a.Meeting.Meeting == nil || a.Meeting.Meeting.Slots == 0 {
			continue
		}
		p := byBody[a.Meeting]
		if p == nil {
			p = &pool{body: a.Meeting, strands: []strand{{amount: plan.One * plan.Hundredths(a.Meeting.Meeting.Slots)}}}
			byBody[a.Meeting] = p
			list = append(list, p)
		}
		p.users = append(p.users, user{i, plan.One})
	}
	return list
}

// gaps makes a strand of everybody who is ever in a team, and lists when some of them are away: before
// they join it, when it is reduced, after they leave, each from the day on which the team becomes smaller
// until the day on which it grows again. Those who were the last to go are the first to come back.
func (p *pool) gaps(f *Flow) []gap {
	k := slices.IndexFunc(f.Network.Teams, func(s plan.Supply) bool { return p.team != nil && s.Team == p.team })
	if k < 0 {
		return nil
	}
	supply := &f.Network.Teams[k]
	var gaps, open []gap
	size := plan.Hundredths(0)
	for at, is := range supply.Size {
		day := supply.From + calendar.Date(at)
		if is < size {
			open = append(open, gap{calendar.Span{From: day}, size - is})
		}
		for rise := is - size; rise > 0; {
			if len(open) == 0 {
				p.join(rise, day, at == 0)
				break
			}
			last := &open[len(open)-1]
			back := min(rise, last.amount)
			gaps = append(gaps, gap{calendar.Span{From: last.span.From, To: day - 1}, back})
			rise -= back
			if last.amount -= back; last.amount == 0 {
				open = open[:len(open)-1]
			}
		}
		size = is
	}
	for _, g := range open {
		gaps = append(gaps, gap{calendar.Span{From: g.span.From, To: Never}, g.amount})
	}
	slices.SortStableFunc(gaps, func(a, b gap) int { return int(a.span.From - b.span.From) })
	return gaps
}

// join adds people to a team, from its first day or from a later one.
func (p *pool) join(amount plan.Hundredths, day calendar.Date, isFirst bool) {
	s := strand{amount: amount}
	if !isFirst {
		s.away = []calendar.Span{{From: 1, To: day - 1}}
	}
	p.strands = append(p.strands, s)
}

// leave chooses who is away in a gap: of those not needed in it, the last to have joined.
func (p *pool) leave(f *Flow, g gap) {
	for k := len(p.strands) - 1; k >= 0 && g.amount > 0; k-- {
		if !p.strands[k].idle(f, g.span) {
			continue
		}
		p.cut(k, g.amount)
		g.amount -= p.strands[k].amount
		p.strands[k].away = calendar.Merge(append(p.strands[k].away, g.span))
	}
	if g.amount > 0 {
		f.Loose = append(f.Loose, Loose{Activity: -1, Team: p.team, Body: p.body, Amount: g.amount})
	}
}

// idle reports whether the people of a strand are there and nobody needs them in a period.
func (s *strand) idle(f *Flow, span calendar.Span) bool {
	if overlaps(s.away, span) {
		return false
	}
	return !slices.ContainsFunc(s.has, func(h int) bool {
		return f.clash(h, span.From, span.To+1, func(calendar.Date) bool { return true })
	})
}
