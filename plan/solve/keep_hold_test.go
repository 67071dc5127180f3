package solve_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"epr/plan"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/verify"
)

// TestHold: what is held stays, whatever that costs, and the cost is said.
func TestHold(t *testing.T) {
	first := committed(t, three) // b, then c, then a
	promised := strings.Replace(three, "days = 10", "days = 10\nby = 2026-09-18", 1)
	for _, tt := range []struct {
		name, model string
		hold        []string
		want        string
		kept        solve.Keeping
	}{
		{"the last", promised, []string{"a"}, "a 2026-09-22 2026-10-05\nb 2026-09-07 2026-09-11\nc 2026-09-14 2026-09-21\n",
			solve.Keeping{Held: 1, FreshMoves: 3, LaterDays: 17}},
		{"the first", promised, []string{"b"}, "a 2026-09-14 2026-09-25\nb 2026-09-07 2026-09-11\nc 2026-09-28 2026-10-05\n",
			solve.Keeping{Held: 1, Moves: 2, LargestMove: 14, FreshMoves: 3, LaterDays: 7}},
		{"what is longer now starts when it did", strings.Replace(promised, "days = 5", "days = 7", 1), []string{"b"},
			"a 2026-09-16 2026-09-29\nb 2026-09-07 2026-09-15\nc 2026-09-30 2026-10-07\n",
			solve.Keeping{Held: 1, Moves: 3, LargestMove: 16, FreshMoves: 3, LaterDays: 11}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := plantest.ExpandText(t, tt.model)
			r := mustSolve(t, n, solve.Options{Committed: first, Hold: tt.hold})
			if got := rows(r.Schedule); got != tt.want {
				t.Errorf("got\n%s", got)
			}
			r.Kept.Fresh, r.Kept.FreshFinishEarlierDays = nil, 0
			if *r.Kept != tt.kept {
				t.Errorf("%+v", *r.Kept)
			}
		})
	}
}

// TestHoldImpossible: what cannot be held is proved or not, never moved.
func TestHoldImpossible(t *testing.T) {
	first := committed(t, three) // b from 7 September, c from 14, a from 22 to 5 October
	for _, tt := range []struct {
		name, old, new string
		hold           []string
		want           string // empty: whatever the search says
	}{
		{"two that need the crew together", "days = 5", "days = 7", []string{"b", "c"}, ""},
		{"before it may start", `kind = "build"
days = 10`, `kind = "build"
not_before = 2026-10-01
days = 10`, []string{"a"}, `"a" cannot start on 2026-09-22: it can start from 2026-10-01 on`},
		{"a blackout since", "[activity.a]", "[blackout.week]\nfrom = 2026-09-21\nto = 2026-09-22\neffect = \"forbid\"\n[activity.a]", []string{"a"},
			`"a" cannot start on 2026-09-22: its calendar, blackouts, weekdays or meetings leave that day out`},
		{"a deadline since", `days = 10`, "days = 10\nmust_by = 2026-10-02", []string{"a"}, `"a" cannot start on 2026-09-22 and finish in time`},
		{"more left than there was", `[activity.a]`, "[progress.b]\nstarted = 2026-09-07\nremaining = 8\n[activity.a]", []string{"b"},
			`"b" cannot finish on 2026-09-11: what is left of it takes longer`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := plantest.ExpandText(t, strings.Replace(three, tt.old, tt.new, 1))
			_, err := solve.Solve(n, solve.Options{Committed: first, Hold: tt.hold})
			var none *solve.NoSchedule
			if !errors.As(err, &none) || !none.Held || tt.want != "" && none.Reason != tt.want {
				t.Errorf("%v", err)
			}
			if _, err := solve.Solve(n, solve.Options{Committed: first}); err != nil {
				t.Errorf("without holding: %v", err)
			}
		})
	}
}

// TestHeldStays: whatever is held starts when it was to, or there is no schedule; all else is as free as before.
func TestHeldStays(t *testing.T) {
	if testing.Short() {
		t.Skip("plans many networks twice")
	}
	held := 0
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		first := solved(t, n, solve.Options{Effort: solve.Quick})
		if first == nil {
			return
		}
		other := shifted(t, first.Schedule)
		var ids []string
		for i := range n.Activities {
			if a := &n.Activities[i]; solve.CanHold(a, other) && rapid.IntRange(0, 3).Draw(t, "holds") == 0 {
				ids = append(ids, a.ID)
			}
		}
		r, err := solve.Solve(n, solve.Options{Effort: solve.Quick, Committed: other, Hold: ids})
		var none *solve.NoSchedule
		if errors.As(err, &none) && none.Held {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if broken := verify.Check(n, r.Schedule).Violations; len(broken) > 0 {
			t.Fatal(broken)
		}
		for _, id := range ids {
			was, _ := other.Find(id)
			is, _ := r.Schedule.Find(id)
			if hasStarted(n, id) {
				was.Start = is.Start // what has started holds its finish
			} else {
				was.Finish = is.Finish // and all else its start: days may have changed
			}
			if was != is {
				t.Fatalf("%s from %v to %v", id, was, is)
			}
			held++
		}
	})
	if held == 0 {
		t.Error("nothing was ever held")
	}
}

func hasStarted(n *plan.Network, id string) bool { return n.Activities[n.Index(id)].Started() }
