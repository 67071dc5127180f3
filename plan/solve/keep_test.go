package solve_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/plan"
	"epr/plan/plantest"
	"epr/plan/solve"
)

// three are pieces of work for one crew, none of them promised.
const three = head + `
team.crew.size = 1
[activity.a]
kind = "build"
days = 10
needs = { crew = 1 }
[activity.b]
kind = "build"
days = 5
needs = { crew = 1 }
[activity.c]
kind = "build"
days = 6
needs = { crew = 1 }
`

func committed(t *testing.T, model string) *plan.Schedule {
	t.Helper()
	return mustSolve(t, plantest.ExpandText(t, model), solve.Options{}).Schedule
}

// TestKeeping: what was committed stays where it is until lateness asks for more, and the price is said.
func TestKeeping(t *testing.T) {
	const before = "a 2026-09-22 2026-10-05\nb 2026-09-07 2026-09-11\nc 2026-09-14 2026-09-21\n"
	first := committed(t, three)
	if diff := cmp.Diff(before, rows(first)); diff != "" {
		t.Fatal(diff)
	}
	for _, tt := range []struct {
		edit, from, to string
		want           string
		kept           solve.Keeping
	}{
		{"nothing", "", "", before, solve.Keeping{}},
		{"shorter work leaves a gap rather than move the rest", "days = 5", "days = 2",
			"a 2026-09-22 2026-10-05\nb 2026-09-07 2026-09-08\nc 2026-09-14 2026-09-21\n",
			solve.Keeping{Moves: 1, FreshFinishEarlierDays: 5, FreshMoves: 3}},
		{"longer work moves the rest no more than it must", "days = 5", "days = 7",
			"a 2026-09-24 2026-10-07\nb 2026-09-07 2026-09-15\nc 2026-09-16 2026-09-23\n",
			solve.Keeping{Moves: 3, LargestMove: 2, FreshMoves: 3}},
		{"a promise is worth every move", "days = 10", "days = 10\nby = 2026-09-18",
			"a 2026-09-07 2026-09-18\nb 2026-09-21 2026-09-25\nc 2026-09-28 2026-10-05\n",
			solve.Keeping{Moves: 3, LargestMove: 15, FreshMoves: 3}},
	} {
		t.Run(tt.edit, func(t *testing.T) {
			n := plantest.ExpandText(t, strings.Replace(three, tt.from, tt.to, 1))
			r := mustSolve(t, n, solve.Options{Committed: first})
			if diff := cmp.Diff(tt.want, rows(r.Schedule)); diff != "" {
				t.Error(diff)
			}
			tt.kept.Fresh = mustSolve(t, n, solve.Options{}).Schedule
			if diff := cmp.Diff(&tt.kept, r.Kept); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestFresh: a fresh plan is the one without a committed schedule.
func TestFresh(t *testing.T) {
	first := committed(t, three)
	n := plantest.ExpandText(t, strings.Replace(three, "days = 5", "days = 2", 1))
	fresh := mustSolve(t, n, solve.Options{Committed: first, Fresh: true})
	if diff := cmp.Diff(mustSolve(t, n, solve.Options{}), fresh); diff != "" {
		t.Error(diff)
	}
}

// TestIdempotent: the committed schedule of an unchanged plan comes back unchanged, also if it has come
// from keeping one that was committed before.
func TestIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		first := solved(t, n, solve.Options{})
		if first == nil {
			return
		}
		other := shifted(t, first.Schedule)
		second := solved(t, n, solve.Options{Committed: other})
		for _, s := range []*plan.Schedule{first.Schedule, second.Schedule} {
			if diff := cmp.Diff(s, solved(t, n, solve.Options{Committed: s}).Schedule); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

// shifted is a schedule in which some activities lie elsewhere, whether they can or not.
func shifted(t *rapid.T, s *plan.Schedule) *plan.Schedule {
	other := &plan.Schedule{}
	for _, row := range s.Rows {
		if rapid.IntRange(0, 2).Draw(t, "shifts") == 0 {
			by := rapid.IntRange(-20, 40).Draw(t, "by")
			row.Start, row.Finish = row.Start+day(by), row.Finish+day(by)
		}
		other.Rows = append(other.Rows, row)
	}
	return other
}

// TestKeptAtAnyEffort: what was committed comes back unchanged at another effort too, unless that finds a
// schedule that is less late.
func TestKeptAtAnyEffort(t *testing.T) {
	for name, effort := range map[string]solve.Effort{"normal": solve.Normal, "first": solve.First} {
		t.Run(name, func(t *testing.T) { rapid.Check(t, func(t *rapid.T) { keptAt(t, effort) }) })
	}
}

func keptAt(t *rapid.T, effort solve.Effort) {
	n := plantest.Network(t)
	first := solved(t, n, solve.Options{})
	if first == nil {
		return
	}
	again, err := solve.Solve(n, solve.Options{Effort: effort, Committed: first.Schedule})
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range first.Stages[:len(first.Stages)-2] {
		if again.Stages[i].Value < s.Value {
			return
		}
	}
	if diff := cmp.Diff(first.Schedule, again.Schedule); diff != "" {
		t.Fatal(diff)
	}
}
