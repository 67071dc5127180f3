package reports

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/explain"
)

// TestChain follows reasons through a small network by hand: 3 waits for 2, which must not come long before 3
// and waits for 1, which waits for 0. The push of a maximum lag is no cause of its own.
func TestChain(t *testing.T) {
	f := &facts{
		rows:   []plan.Row{{Finish: 10}, {Finish: 20}, {Finish: 40}, {Finish: 50}},
		before: [][]int{nil, {0}, {0, 1}, {2}},
	}
	f.in.Reasons = [][]explain.Reason{
		{{Cause: explain.Programme, Other: -1, From: 1, To: 1}},
		{{Cause: explain.Link, Other: 0, From: 11, To: 11}, {Cause: explain.Team, Other: -1, From: 11, To: 15}},
		{{Cause: explain.MaximumLag, Other: 3, From: 21, To: 38}},
		{{Cause: explain.Link, Other: 2, From: 41, To: 41}, {Cause: explain.Calendar, Other: -1, From: 41, To: 43}},
	}
	got := f.chainTo(3)
	if diff := cmp.Diff([]int{0, 1, 2, 3}, got.links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	if got.pushed != 1 || got.push.Cause != explain.Team || got.push.Days() != 4 {
		t.Errorf("pushed most: %d by %v, %d days", got.pushed, got.push.Cause, got.push.Days())
	}
}

// TestChainEnds sees that reasons in a circle are left, and that reasons nobody gave are no chain.
func TestChainEnds(t *testing.T) {
	f := &facts{rows: []plan.Row{{Finish: 1}, {Finish: 2}}, before: [][]int{{1}, {0}}}
	f.in.Reasons = [][]explain.Reason{
		{{Cause: explain.MaximumLag, Other: 1}},
		{{Cause: explain.Link, Other: 0}},
	}
	if diff := cmp.Diff([]int{1, 0}, f.chainTo(0).links); diff != "" {
		t.Errorf("a circle (-want +got):\n%s", diff)
	}
	f.in.Reasons = nil
	if diff := cmp.Diff([]int{0}, f.chainTo(0).links); diff != "" {
		t.Errorf("no reasons (-want +got):\n%s", diff)
	}
}

// TestHeldBy leaves days off aside unless there is nothing else to tell.
func TestHeldBy(t *testing.T) {
	weekend := explain.Reason{Cause: explain.Calendar, Other: -1, From: 6, To: 8}
	meeting := explain.Reason{Cause: explain.Meeting, Other: -1, From: 8, To: 9}
	f := &facts{net: &plan.Network{}}
	f.in.Schedule = &plan.Schedule{}
	f.in.Reasons = [][]explain.Reason{{meeting, weekend}, {weekend}}
	for i, want := range []explain.Reason{meeting, weekend} {
		if got, want := f.heldBy(i), explain.Say(f.net, f.in.Schedule, want); got != want {
			t.Errorf("%d is held by %q, want %q", i, got, want)
		}
	}
}
