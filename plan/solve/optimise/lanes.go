package optimise

import (
	"cmp"
	"slices"

	"epr/plan/solve/model"
)

// lane says that a rule like that of an arc holds between two ranks, whoever has them.
type lane struct {
	from, to spot
	arc      model.Arc
}

// spot is a rank, from 0, of kin by their number. Who has no kin is its own first.
type spot struct{ kin, rank int }

// lanesOf are the rules between ranks of kin of which some at least are not alone.
func lanesOf(m *model.Model, all []kin) []lane {
	var lanes []lane
	for number, k := range all {
		lanes = append(lanes, turns(m, number, k)...)
	}
	for _, b := range bundlesOf(m, all) {
		lanes = append(lanes, b.lanes(len(all[b.from]), len(all[b.to]))...)
	}
	return lanes
}

// turns: if a team is enough for a few of some kin at a time, the next starts no sooner than the one so many before it has
// finished. All between would be at work on the first day worked from its start on.
func turns(m *model.Model, number int, k kin) []lane {
	quickest := slices.MinFunc(k, func(a, b int32) int { return cmp.Compare(m.Tasks[a].Days, m.Tasks[b].Days) })
	few, days := k.atOnce(m), m.Tasks[quickest].Days
	if days == 0 {
		return nil
	}
	arc := model.Arc{From: quickest, To: quickest, FromDays: days, Calendar: m.Tasks[quickest].Calendar, Ordered: true}
	var lanes []lane
	for rank := few; rank < len(k); rank++ {
		lanes = append(lanes, lane{spot{number, rank - few}, spot{number, rank}, arc})
	}
	return lanes
}

// bundle is the arcs of one kind from some kin to others: mostly they come from one rule of the plan.
type bundle struct {
	from, to int
	pairs    [][2]int32
	arc      model.Arc // that asks for no more than any of them
}

// kind is what arcs of a bundle have in common.
type kind struct {
	from, to      int
	calendar, lag int32
	ordered       bool
	fromAt, toAt  point
}

// point is where on a task an arc begins or ends.
type point int

const (
	atStart point = iota
	atFinish
	between
)

func pointOf(t *model.Task, days int32) point {
	switch days {
	case 0:
		return atStart
	case t.Days:
		return atFinish
	}
	return between
}

// bundlesOf bundles the arcs of a model between kin of whom some are not alone.
func bundlesOf(m *model.Model, all []kin) []bundle {
	of := make([]int, len(m.Tasks))
	for number, k := range all {
		for _, task := range k {
			of[task] = number
		}
	}
	var bundles []bundle
	number := map[kind]int{}
	for i := range m.Arcs {
		a := m.Arcs[i]
		if a.From == model.Origin || a.To == model.Origin {
			continue
		}
		k := kind{
			of[a.From], of[a.To], a.Calendar, a.Lag, a.Ordered,
			pointOf(&m.Tasks[a.From], a.FromDays), pointOf(&m.Tasks[a.To], a.ToDays),
		}
		if k.from == k.to || len(all[k.from])+len(all[k.to]) == 2 {
			continue
		}
		if _, known := number[k]; !known {
			number[k] = len(bundles)
			bundles = append(bundles, bundle{from: k.from, to: k.to, arc: a})
		}
		b := &bundles[number[k]]
		if pair := [2]int32{a.From, a.To}; !slices.Contains(b.pairs, pair) {
			b.pairs = append(b.pairs, pair)
		}
		b.arc.FromDays, b.arc.ToDays = min(b.arc.FromDays, a.FromDays), max(b.arc.ToDays, a.ToDays)
	}
	return bundles
}

// lanes are what the arcs of a bundle, x_b ≥ f(x_a), mean for ranks. Let r be when the n-th of the first kin starts, n
// from 0. At most n of them are sooner. What waits for those is at most n times as much as one has behind it; all others
// that wait for anybody are no sooner than f(r). Or: all from the n-th on are no sooner than r. What waits for them is at
// least as much as they are, less those that nothing waits for, divided by how many one waits for; and none of it is sooner
// than f(r). Both say which rank of the others is at f(r) at the earliest.
func (b *bundle) lanes(from, to int) []lane {
	behind, ahead := map[int32]int{}, map[int32]int{}
	mostBehind, mostAhead := 0, 0
	for _, p := range b.pairs {
		behind[p[0]]++
		ahead[p[1]]++
		mostBehind, mostAhead = max(mostBehind, behind[p[0]]), max(mostAhead, ahead[p[1]])
	}
	var lanes []lane
	for rank := range from {
		next := rank*mostBehind + to - len(ahead)
		if waited := len(behind) - rank; waited > 0 {
			next = min(next, to-(waited+mostAhead-1)/mostAhead)
		}
		if next >= to {
			break
		}
		if last := len(lanes) - 1; last >= 0 && lanes[last].to.rank == next {
			lanes = lanes[:last] // this one says more
		}
		lanes = append(lanes, lane{spot{b.from, rank}, spot{b.to, next}, b.arc})
	}
	return lanes
}
