package flow

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// offer is the strands of one holder that fit an activity.
type offer struct {
	strands []int
	amount  plan.Hundredths
	rank    rank
	covers  bool          // they are enough
	free    calendar.Date // since when
}

// rank says whom people are taken from first.
type rank int

const (
	implied   rank = iota // the activity waits for the holder anyhow
	unused                // nobody has needed them yet
	sameTrust             // they stay at their trust
	anybody
	shared // the holder is not finished, but works on other days
)

// offers lists the strands that fit an activity, in the order in which they are taken.
func (p *pool) offers(f *Flow, u user) []int {
	before := f.ancestors(u.activity)
	var list []offer
	at := map[int]int{} // offers by who holds them last
	for k := range p.strands {
		s := &p.strands[k]
		if !s.fits(f, u.activity) {
			continue
		}
		holder := -1
		if len(s.has) > 0 {
			holder = s.has[len(s.has)-1]
		}
		x, known := at[holder]
		if r := f.rank(s, u.activity, before); !known || list[x].rank != r {
			x, at[holder] = len(list), len(list)
			list = append(list, offer{rank: r, free: f.freeSince(s)})
		}
		list[x].strands = append(list[x].strands, k)
		list[x].amount += s.amount
	}
	for x := range list {
		list[x].covers = list[x].amount >= u.amount
	}
	slices.SortStableFunc(list, func(a, b offer) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), compareBool(b.covers, a.covers), cmp.Compare(a.free, b.free))
	})
	var strands []int
	for _, o := range list {
		strands = append(strands, o.strands...)
	}
	return strands
}

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func (f *Flow) rank(s *strand, to int, before map[int]bool) rank {
	if len(s.has) == 0 {
		return unused
	}
	all, place := true, f.Network.Activities[to].Place
	same := place.Trust != ""
	for _, h := range s.has {
		if f.delivered(h) > f.starts[to] {
			return shared
		}
		all = all && before[h]
		same = same && f.Network.Activities[h].Place.Trust == place.Trust
	}
	switch {
	case all:
		return implied
	case same:
		return sameTrust
	}
	return anybody
}

// freeSince is when the last of those who have a strand finishes.
func (f *Flow) freeSince(s *strand) calendar.Date {
	var since calendar.Date
	for _, h := range s.has {
		since = max(since, f.delivered(h))
	}
	return since
}

// ancestorsSought is how many activities are looked through for those that one waits for. It keeps the
// work in proportion in large networks; what is not found costs at most a link that was not needed.
const ancestorsSought = 64

// ancestors are activities whose finish another waits for, directly or through others, the nearest first
// until there are enough.
func (f *Flow) ancestors(i int) map[int]bool {
	found := map[int]bool{}
	for queue := []int{i}; len(queue) > 0 && len(found) < ancestorsSought; queue = queue[1:] {
		for _, k := range f.in[queue[0]] {
			a := &f.arcs[k]
			if from := int(a.from); !found[from] && a.kind == link && !a.start && !a.toFinish && a.done >= plan.One && a.lag >= 0 {
				found[from] = true
				queue = append(queue, from)
			}
		}
	}
	return found
}
