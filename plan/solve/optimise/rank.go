package optimise

import (
	"slices"

	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
)

// byRank is what a piece knows of the ranks of kin: of whoever of them is first, second and so on to start. A rank is a
// task of its own in the part, which starts when whoever has it does.
//
// Ranks have to follow what the ranks of other kin have to follow: see lanes. And where kin are alike, their ranks keep
// each team as busy on every day as they do themselves. So of such a team there is a double, which works for ranks. As long
// as nobody knows which of five sites is trained on a day, no site takes a trainer for certain; but it may be certain that
// the second and the third of them are trained.
type byRank struct {
	ranked []ranked
	places map[lcg.Var]place
	double []int32 // of each resource the one that works for ranks; None if there is none
}

// ranked are kin and their ranks, each in the engine.
type ranked struct {
	kin   kin
	ranks []lcg.Var
}

// place is a rank among kin.
type place struct {
	kin  kin
	rank int
}

// addRanks adds the ranks of all kin to a part.
func addRanks(m *model.Model) *byRank {
	all := findKin(m)
	lanes, first := lanesOf(m, all), make([]int32, len(all))
	b := &byRank{places: map[lcg.Var]place{}}
	b.doubleTeams(m, all)
	for number, k := range all {
		if first[number] = k[0]; len(k) > 1 {
			first[number] = int32(len(m.Tasks))
			b.add(m, k)
		}
	}
	for _, l := range lanes {
		l.arc.From, l.arc.To = first[l.from.kin]+int32(l.from.rank), first[l.to.kin]+int32(l.to.rank)
		m.Arcs = append(m.Arcs, l.arc)
	}
	return b
}

// doubleTeams makes doubles of the resources needed by kin who are alike. Whoever has no kin like that needs both.
func (b *byRank) doubleTeams(m *model.Model, all []kin) {
	b.double = slices.Repeat([]int32{model.None}, len(m.Resources))
	var others []int32
	for _, k := range all {
		if len(k) == 1 || !k.areAlike(m) {
			others = append(others, k...)
			continue
		}
		for _, d := range m.Tasks[k[0]].Demands {
			if b.double[d.Resource] == model.None {
				b.double[d.Resource] = int32(len(m.Resources))
				m.Resources = append(m.Resources, m.Resources[d.Resource])
			}
		}
	}
	for _, task := range others {
		t := &m.Tasks[task]
		t.Demands = append(slices.Clip(t.Demands), b.doubled(t.Demands)...)
	}
}

// doubled are demands for the doubles of resources, where there are any.
func (b *byRank) doubled(demands []model.Demand) []model.Demand {
	var doubled []model.Demand
	for _, d := range demands {
		if double := b.double[d.Resource]; double != model.None {
			doubled = append(doubled, model.Demand{Resource: double, Amount: d.Amount})
		}
	}
	return doubled
}

// add adds the ranks of some kin, each no sooner than the one before.
func (b *byRank) add(m *model.Model, k kin) {
	t := b.anyOf(m, k)
	r := ranked{kin: k}
	for rank := range k {
		x := int32(len(m.Tasks))
		m.Tasks = append(m.Tasks, t)
		if rank > 0 {
			m.Arcs = append(m.Arcs, model.Arc{From: x - 1, To: x, Calendar: t.Calendar, Ordered: true})
		}
		r.ranks = append(r.ranks, lcg.Var(x))
		b.places[lcg.Var(x)] = place{k, rank}
	}
	b.ranked = append(b.ranked, r)
}

// anyOf is a task that asks for no more than any of some kin.
func (b *byRank) anyOf(m *model.Model, k kin) model.Task {
	first := &m.Tasks[k[0]]
	t := model.Task{Days: first.Days, Calendar: first.Calendar, Earliest: first.Earliest, Domain: first.Domain}
	for _, task := range k {
		other := &m.Tasks[task]
		t.Days, t.Earliest, t.Latest = min(t.Days, other.Days), min(t.Earliest, other.Earliest), max(t.Latest, other.Latest)
		if other.Domain != first.Domain {
			t.Domain = int32(len(m.Domains))
		}
	}
	if t.Domain != first.Domain {
		m.Domains = append(slices.Clip(m.Domains), model.AnyDay(m.Horizon))
	}
	if k.areAlike(m) {
		t.Demands = b.doubled(first.Demands)
	}
	return t
}

// open tells the engine what ranks are.
func (b *byRank) open(s *lcg.Solver) {
	for _, r := range b.ranked {
		var members []lcg.Var
		for _, task := range r.kin {
			members = append(members, lcg.Var(task))
		}
		s.AddRanks(members, r.ranks)
	}
}

// terms are all starts as terms of a sum: of kin, those of their ranks.
func (b *byRank) terms(m *model.Model, tasks int) []lcg.Term {
	var terms []lcg.Term
	hasKin := make([]bool, tasks)
	for _, r := range b.ranked {
		var due []int32
		for _, task := range r.kin {
			hasKin[task] = true
			due = append(due, m.Tasks[task].Earliest)
		}
		slices.Sort(due)
		for rank, x := range r.ranks {
			terms = append(terms, lcg.Term{Var: x, Due: due[rank], Weight: 1})
		}
	}
	for task := range tasks {
		if !hasKin[task] {
			terms = append(terms, lcg.Term{Var: lcg.Var(task), Due: m.Tasks[task].Earliest, Weight: 1})
		}
	}
	return terms
}

// placeOf is the place of a variable, false if it is no rank.
func (p *piece) placeOf(x lcg.Var) (at place, is bool) {
	if p.byRank == nil {
		return place{}, false
	}
	at, is = p.byRank.places[x]
	return at, is
}

// startAt is the start of whoever has a place in a schedule.
func (p *piece) startAt(at place, starts []int32) int32 {
	var sorted []int32
	for _, task := range at.kin {
		sorted = append(sorted, starts[p.free[task]])
	}
	slices.Sort(sorted)
	return sorted[at.rank]
}
