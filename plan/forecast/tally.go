package forecast

import (
	"slices"

	"epr/calendar"
	"epr/plan/flow"
)

// tally counts days. It grows as days come, so that what it takes depends on how far the replications lie
// apart, not on how many there are.
type tally struct {
	from   calendar.Date
	counts []int32
	never  int
}

// add counts a day n times; [flow.Never] is none.
func (t *tally) add(day calendar.Date, n int32) {
	switch {
	case day >= flow.Never:
		t.never += int(n)
		return
	case len(t.counts) == 0:
		t.from = day
	case day < t.from:
		t.counts = slices.Concat(make([]int32, t.from-day), t.counts)
		t.from = day
	}
	if short := int(day-t.from) + 1 - len(t.counts); short > 0 {
		t.counts = append(t.counts, make([]int32, short)...)
	}
	t.counts[day-t.from] += n
}

// merge adds another tally.
func (t *tally) merge(o *tally) {
	t.never += o.never
	for i, n := range o.counts {
		if n != 0 {
			t.add(o.from+calendar.Date(i), n)
		}
	}
}

// dates is the tally as an answer, without the days at its ends that count nothing.
func (t *tally) dates() *Dates {
	first, last := 0, len(t.counts)
	for first < last && t.counts[first] == 0 {
		first++
	}
	for last > first && t.counts[last-1] == 0 {
		last--
	}
	return NewDates(t.from+calendar.Date(first), slices.Clone(t.counts[first:last]), t.never)
}

// plus is the sum of two tallies.
func (t *tally) plus(o *tally) tally {
	sum := tally{from: t.from, counts: slices.Clone(t.counts), never: t.never}
	sum.merge(o)
	return sum
}
