package solve_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/plantest"
	"epr/plan/solve"
)

func TestNoSchedule(t *testing.T) {
	for _, tt := range []struct {
		what, model string
		want        solve.NoSchedule
	}{
		{"a chain is too long", `
[activity.build]
kind = "build"
days = 20
[activity.test]
kind = "test"
days = 10
after = ["build"]
[activity.train]
kind = "training"
days = 5
after = ["test"]
must_by = 2026-10-16
`, solve.NoSchedule{Proved: true, Activity: "train", Chain: []string{"build", "test", "train"},
			Reason: `"train" would have to start by 2026-10-12 to finish in time, by 2026-10-16, but cannot start before 2026-10-19, even with every team free; held back by "build", then by "test"`}},
		{"a team is too small", `
team.crew.size = [ { from = 2026-09-07, is = 2 }, { from = 2026-10-01, is = 1 } ]
[activity.early]
kind = "build"
days = 10
[activity.build]
kind = "build"
days = 10
needs = { crew = 2 }
after = ["early"]
`, solve.NoSchedule{Proved: true, Activity: "build", Chain: []string{"early", "build"},
			Reason: `"build" has no day to start from 2026-09-21 to 2027-03-18, the last on which it could and still finish in time, by 2027-03-31: it needs 2 of team "crew", more than there is then; held back by "early"`}},
		{"two teams are never there together", `
team.crew.size = [ { from = 2026-09-07, is = 1 }, { from = 2026-10-01, is = 0 } ]
team.night.size = [ { from = 2026-10-01, is = 1 } ]
[activity.build]
kind = "build"
days = 10
needs = { crew = 1, night = 1 }
`, solve.NoSchedule{Proved: true, Activity: "build", Chain: []string{"build"},
			Reason: `"build" has no day to start from 2026-09-07 to 2027-03-18, the last on which it could and still finish in time, by 2027-03-31: its teams are never all there together`}},
		{"a team has too much to do", `
team.crew.size = 1
[phase.one]
must_by = 2026-09-18
[activity.a]
phase = "one"
kind = "build"
days = 6
needs = { crew = 1 }
[activity.b]
phase = "one"
kind = "build"
days = 5
needs = { crew = 1 }
`, solve.NoSchedule{Proved: true,
			Reason: `phase "one" cannot be finished in time: team "crew" alone needs until 2026-09-21 for what has to be done before, from 2026-09-07 on`}},
		{"meetings have too few slots", `
[calendar.board]
dates = [2026-09-10, 2026-09-24]
slots = 1
[activity.a]
kind = "gate"
meets = "board"
[activity.b]
kind = "gate"
meets = "board"
[activity.c]
kind = "gate"
meets = "board"
[activity.end]
kind = "milestone"
after = ["a", "b", "c"]
`, solve.NoSchedule{Proved: true, Activity: "end",
			Reason: `"end" cannot be finished in time: "board" needs longer than the programme for the 3 decisions it has to take before, from 2026-09-10 on`}},
		{"a milestone cannot wait", `
[activity.signed]
kind = "milestone"
not_before = 2026-09-08
[activity.work]
kind = "build"
days = 5
not_before = 2026-10-05
within = { after = "signed", days = 10 }
`, solve.NoSchedule{Proved: true, Activity: "signed", Chain: []string{"work", "signed"},
			Reason: `milestone "signed" is reached by 2026-09-08, as soon as all it waits for is, but a maximum lag wants it no earlier than 2026-09-19`}},
		{"a maximum lag after history", `
programme.status = 2026-09-21
[activity.done]
kind = "design"
days = 5
[activity.work]
kind = "build"
days = 5
not_before = 2026-10-05
within = { after = "done", days = 10 }
[progress.done]
started = 2026-09-07
finished = 2026-09-11
`, solve.NoSchedule{Proved: true, Activity: "work", Chain: []string{"work"},
			Reason: `"work" would have to start by 2026-09-28, a maximum lag after what has happened already, but cannot start before 2026-10-05, even with every team free`}},
		{"a window with a maximum lag", `
[blackout.freeze]
from = 2026-09-14
to = 2027-03-26
effect = "forbid"
blocks = ["go-live"]
[activity.go-live]
kind = "go-live"
days = 2
after = [{ step = "train", within = 5 }]
[activity.train]
kind = "training"
days = 5
must_by = 2026-10-30
`, solve.NoSchedule{Proved: true, Activity: "train", Chain: []string{"go-live", "train"},
			Reason: `"train" would have to start by 2026-10-26 to finish in time, by 2026-10-30, but cannot start before 2027-03-15, even with every team free; held back by "go-live"`}},
		{"work gets in the way of work", `
team.crew.size = 1
[activity.a]
kind = "build"
days = 6
needs = { crew = 1 }
must_by = 2026-09-17
[activity.b]
kind = "build"
days = 5
needs = { crew = 1 }
must_by = 2026-09-17
`, solve.NoSchedule{Activity: "b",
			Reason: `no order of work was found that keeps every rule; most often no day was left for "b", which must finish by 2026-09-17`}},
	} {
		t.Run(tt.what, func(t *testing.T) {
			if diff := cmp.Diff(&tt.want, noSchedule(t, plantest.ExpandText(t, head+tt.model))); diff != "" {
				t.Error(diff)
			}
		})
	}
}
