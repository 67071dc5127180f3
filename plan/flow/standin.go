package flow

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// When people leave a team for good, the schedule has their work finished by then. In a timing it may be
// late; then, if [Timing.StandIn] says so, colleagues who stay take over what is left. From the day on
// which some leave, they and those who stand in for them count as one: of any two activities of theirs
// that are both not finished by that day, the later one in the order waits until the earlier one is
// finished. In the schedule itself that is never so.

// takeover is an activity for which another waits if both are not finished by a day.
type takeover struct {
	from int32
	day  calendar.Date
}

// heirs are those of a team who stay, and those who leave for whom they stand in, each with the activities
// for which they do.
type heirs struct {
	stays  strand
	leaves []strand
	does   map[int]bool // activities that they do, or stand in for
}

// gone is the first day of those on which the people of a strand are gone for good, 0 if they stay.
func (s strand) gone() calendar.Date {
	if last := len(s.away) - 1; last >= 0 && s.away[last].To >= Never {
		return s.away[last].From
	}
	return 0
}

// absent are the days on which the people of a strand are not there, and after which they come back.
func (s strand) absent() []calendar.Span {
	if s.gone() == 0 {
		return s.away
	}
	return s.away[:len(s.away)-1]
}

// findStandIns finds who stands in for whom in a team, and what that does to their work. Work that needs
// more people than stay is never done if it is late.
func (p *pool) findStandIns(f *Flow) {
	for k := range p.strands {
		for _, i := range p.strands[k].had {
			f.nodes[i].absent = append(f.nodes[i].absent, p.strands[k].absent()...)
		}
	}
	for _, g := range p.heirs(f) {
		g.link(f)
	}
}

// heirs shares out those who leave among those who stay, each activity of theirs by itself.
func (p *pool) heirs(f *Flow) (groups []*heirs) {
	for _, s := range p.strands {
		if s.gone() == 0 {
			groups = append(groups, newHeirs(s))
		}
	}
	for _, leaver := range p.strands {
		if leaver.gone() == 0 {
			continue
		}
		mine := map[*heirs]int{} // of the groups that stand in for this one, its position among their leaves
		for _, i := range leaver.had {
			need := leaver.amount
			for need > 0 {
				g := choose(groups, i, need, mine)
				if g == nil {
					f.strike(i, leaver.gone())
					break
				}
				if rest := g.split(need); rest != nil {
					groups = append(groups, rest)
				}
				need -= g.stays.amount
				g.add(f, leaver, i, mine)
			}
		}
	}
	return groups
}

func newHeirs(s strand) *heirs {
	g := &heirs{stays: s, does: map[int]bool{}}
	for _, i := range s.had {
		g.does[i] = true
	}
	return g
}

// choose finds who stands in for an activity of those who leave: not who does it anyhow; rather who stands in
// for them already, then for fewest, then who is enough, then the smallest. Nil if there is nobody.
func choose(groups []*heirs, i int, need plan.Hundredths, mine map[*heirs]int) *heirs {
	var best *heirs
	for _, g := range groups {
		if !g.does[i] && (best == nil || g.compare(best, need, mine) < 0) {
			best = g
		}
	}
	return best
}

func (g *heirs) compare(o *heirs, need plan.Hundredths, mine map[*heirs]int) int {
	_, isMine := mine[g]
	_, isOthers := mine[o]
	return cmp.Or(
		compareBool(isOthers, isMine),
		cmp.Compare(len(g.leaves), len(o.leaves)),
		compareBool(g.stays.amount < need, o.stays.amount < need),
		cmp.Compare(g.stays.amount, o.stays.amount),
	)
}

// split leaves a group that stands in for nobody yet with no more people than are needed, and gives the
// others; nil if there are none.
func (g *heirs) split(need plan.Hundredths) *heirs {
	if len(g.leaves) > 0 || g.stays.amount <= need {
		return nil
	}
	rest := newHeirs(g.stays)
	rest.stays.amount -= need
	g.stays.amount = need
	return rest
}

// add makes the group stand in for an activity of somebody who leaves, on the days on which those who stay
// are there.
func (g *heirs) add(f *Flow, leaver strand, i int, mine map[*heirs]int) {
	at, known := mine[g]
	if !known {
		at, mine[g] = len(g.leaves), len(g.leaves)
		g.leaves = append(g.leaves, strand{amount: leaver.amount, away: leaver.away})
	}
	g.leaves[at].had = append(g.leaves[at].had, i)
	g.does[i] = true
	from := calendar.Span{From: leaver.gone(), To: Never}
	for _, span := range g.stays.away {
		f.nodes[i].absent = append(f.nodes[i].absent, span.Intersect(from))
	}
}

// strike keeps an activity from being done on a day or later.
func (f *Flow) strike(i int, day calendar.Date) {
	f.nodes[i].absent = append(f.nodes[i].absent, calendar.Span{From: day, To: Never})
}

// link makes the work of those who count as one wait for each other.
func (g *heirs) link(f *Flow) {
	for k, leaver := range g.leaves {
		f.join(g.stays, leaver)
		for _, other := range g.leaves[:k] {
			f.join(other, leaver)
		}
	}
}

// join makes the work of two strands wait for each other from the day on which both count as one.
func (f *Flow) join(a, b strand) {
	day := max(a.gone(), b.gone())
	for _, i := range b.had {
		f.takeOver(a, i, day)
	}
	for _, i := range a.had {
		f.takeOver(b, i, day)
	}
}

// takeOver makes an activity wait for the last before it of a strand that is not its own, if both are late,
// and for those before that one that had the people at the same time.
func (f *Flow) takeOver(from strand, to int, day calendar.Date) {
	if slices.Contains(from.had, to) {
		return
	}
	isLast := true
	for _, i := range slices.Backward(from.had) {
		if f.place[i] >= f.place[to] {
			continue
		}
		if o := (takeover{int32(i), day}); (isLast || f.shares[i]) && !slices.Contains(f.takeovers[to], o) {
			f.takeovers[to] = append(f.takeovers[to], o)
		}
		isLast = isLast && len(f.relays[i]) > 0
	}
}

// standsIn reports whether people stand in for each other.
func (t *Timing) standsIn() bool { return t.StandIn && !t.isDispatched }

// wait is the moment until which a takeover makes an activity wait that would run from start to fin; start
// if it does not.
func (o takeover) wait(t *Timing, start, fin calendar.Date) calendar.Date {
	if end := t.fin[o.from]; fin > o.day && end > o.day {
		return max(start, end)
	}
	return start
}

// findStandIns finds in every team who stands in for whom.
func (f *Flow) findStandIns(pools []*pool) {
	f.takeovers, f.relays, f.behind = make([][]takeover, len(f.nodes)), make([][]relay, len(f.nodes)), make([][]int32, len(f.nodes))
	for _, p := range pools {
		p.findRelays(f)
		p.findStandIns(f)
	}
	f.colleagues = make([][]int32, len(f.nodes))
	for i := range f.nodes {
		f.nodes[i].absent = calendar.Merge(f.nodes[i].absent)
		f.colleagues[i] = f.forWhom(i)
	}
}

// forWhom lists all for whom an activity may have to wait because people stand in.
func (f *Flow) forWhom(i int) []int32 {
	list := slices.Clone(f.behind[i])
	for _, o := range f.takeovers[i] {
		list = append(list, o.from)
	}
	for _, r := range f.relays[i] {
		list = append(list, r.before...)
		for _, o := range r.spare {
			list = append(list, o.from)
		}
	}
	return list
}
