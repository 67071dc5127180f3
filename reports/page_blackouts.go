package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// placeBlackouts finds the blackouts that close days to go-lives and gives each window the first lane
// in which it overlaps no other.
func (f *facts) placeBlackouts(p *Page) {
	span := calendar.Span{From: p.Columns[0], To: p.End(len(p.Columns) - 1)}
	for key, b := range f.closingBlackouts() {
		windows := b.Windows.In(span)
		if len(windows) > 0 {
			p.Closings = append(p.Closings, PageClosing{Key: key + 1, ID: b.ID, Name: orID(b.Name, b.ID), Soft: b.Soft, When: whenClosed(b.Windows, span)})
		}
		for _, window := range windows {
			p.Blackouts = append(p.Blackouts, PageBlackout{
				Key: key + 1, ID: b.ID, Name: orID(b.Name, b.ID), Span: window, Soft: b.Soft,
				From: p.Column(window.From), To: p.Column(window.To),
			})
		}
	}
	slices.SortStableFunc(p.Blackouts, func(a, b PageBlackout) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To))
	})
	var ends []int // the last column used of each lane
	for i := range p.Blackouts {
		b := &p.Blackouts[i]
		b.Lane = slices.IndexFunc(ends, func(end int) bool { return end < b.From })
		if b.Lane < 0 {
			b.Lane = len(ends)
			ends = append(ends, 0)
		}
		ends[b.Lane] = b.To
	}
	p.Lanes = len(ends)
}

// closingBlackouts lists the blackouts that forbid or pause some go-live, or price it, in the plan's
// order.
func (f *facts) closingBlackouts() []*plan.Blackout {
	closes := map[*plan.Blackout]bool{}
	for _, i := range f.goLives() {
		t := f.activity(i).Terms
		for _, list := range [][]*plan.Blackout{t.Forbids, t.Soft, t.Pauses} {
			for _, b := range list {
				closes[b] = true
			}
		}
	}
	var list []*plan.Blackout
	for _, b := range f.plan.Blackouts.All() {
		if closes[b] {
			list = append(list, b)
		}
	}
	return list
}
