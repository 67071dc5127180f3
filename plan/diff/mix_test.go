package diff_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"epr/calendar"
	"epr/plan"
	"epr/plan/diff"
	"epr/plan/expand"
	"epr/plan/source"
)

// alike compares what two networks say that moves dates, wherever and in whatever order it was written.
var alike = []cmp.Option{
	cmpopts.IgnoreTypes(source.Span{}, plan.Origin{}, []plan.Driver{}),
	cmpopts.IgnoreFields(plan.Network{}, "Plan"),
	cmpopts.IgnoreUnexported(plan.Network{}),
	cmpopts.IgnoreFields(plan.Activity{}, "Name", "Owner", "Attempts", "Step", "Adjusts"),
	cmpopts.IgnoreFields(plan.Goal{}, "Name"),
	cmpopts.EquateEmpty(),
	cmpopts.SortSlices(func(a, b plan.Supply) bool { return a.Team.ID < b.Team.ID }),
	cmpopts.SortSlices(func(a, b plan.Goal) bool { return a.ID < b.ID }),
	cmpopts.SortSlices(func(a, b plan.Need) bool { return a.Team < b.Team }),
	cmpopts.SortSlices(func(a, b *plan.Blackout) bool { return a.ID < b.ID }),
	cmpopts.SortSlices(func(a, b *plan.Contract) bool { return a.ID < b.ID }),
	cmpopts.SortSlices(func(a, b *plan.Waiver) bool { return a.ID < b.ID }),
	cmpopts.SortSlices(func(a, b plan.Link) bool {
		return fmt.Sprint(a.From, a.To, a.Type, a.Max, a.Lag, a.Done) < fmt.Sprint(b.From, b.To, b.Type, b.Max, b.Lag, b.Done)
	}),
	cmp.Transformer("weight", func(t plan.Target) [3]any { return [3]any{[2]calendar.Date{t.By, t.MustBy}, t.Announced, t.Weight()} }),
	cmp.Comparer(func(a, b *plan.Blackout) bool { return a.ID == b.ID && a.Effect == b.Effect && a.Price == b.Price }),
	cmp.Comparer(func(a, b *plan.Contract) bool { return a.ID == b.ID }), // what it covers is in the activities
	cmp.Comparer(func(a, b *plan.Waiver) bool { return a.ID == b.ID }),
	cmp.Comparer(func(a, b *plan.Team) bool { return a.ID == b.ID }), // its size is in the supply
	cmp.Comparer(func(a, b *plan.Calendar) bool {
		if a == nil || b == nil {
			return a == b
		}
		return a.ID == b.ID && (a.Meeting == nil) == (b.Meeting == nil) && (a.Meeting == nil || a.Meeting.Slots == b.Meeting.Slots)
	}), // its days are in the terms
	cmp.Comparer(func(a, b *calendar.Calendar) bool { // within the programme: expand adds 400 days on either side
		if a.Horizon() != b.Horizon() {
			return false
		}
		for day := a.Horizon().From + 400; day <= a.Horizon().To-400; day++ {
			if a.Works(day) != b.Works(day) {
				return false
			}
		}
		return true
	}),
}

// checkEnds checks that with no group of edits the plan in between is the old one, with all of them the new one: in
// every activity, link, team and goal of the networks.
func checkEnds(t *testing.T, seed int, old, new *diff.Version) {
	t.Helper()
	for _, end := range []struct {
		name   string
		groups []diff.Group
		want   *diff.Version
	}{{"no group", nil, old}, {"every group", diff.Groups[:], new}} {
		n, _ := expand.Expand(diff.Mixed(old, new, end.groups...))
		if d := cmp.Diff(end.want.Network, n, alike...); d != "" {
			t.Errorf("seed %d, %s:\n%s", seed, end.name, d)
		}
	}
}
