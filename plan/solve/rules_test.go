package solve_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/plantest"
	"epr/plan/solve"
)

// head begins every model of this file: a programme from Monday 7 September 2026 without bank holidays.
const head = `
programme = { name = "Small", start = 2026-09-07, end = 2027-03-31, calendar = "office" }
calendar.office = { workdays = ["mon", "tue", "wed", "thu", "fri"], holidays = "none" }
`

// dates are small models, each about one rule, and the only best schedule of each.
var dates = []struct{ rule, model, want string }{
	{"links of all types", `
[activity.a]
kind = "build"
days = 5
[activity.done]
kind = "test"
days = 1
after = [{ step = "a", done = 0.5 }]
[activity.finish-finish]
kind = "test"
days = 2
after = [{ step = "a", link = "finish-finish" }]
[activity.lag]
kind = "test"
days = 1
after = [{ step = "a", lag = 2 }]
[activity.lead]
kind = "test"
days = 1
after = [{ step = "a", lag = -2 }]
[activity.start-finish]
kind = "test"
days = 3
after = [{ step = "a", link = "start-finish", lag = 6 }]
[activity.start-start]
kind = "test"
days = 1
after = [{ step = "a", link = "start-start", lag = 2 }]
`, `a 2026-09-07 2026-09-11
done 2026-09-10 2026-09-10
finish-finish 2026-09-10 2026-09-11
lag 2026-09-16 2026-09-16
lead 2026-09-10 2026-09-10
start-finish 2026-09-10 2026-09-14
start-start 2026-09-09 2026-09-09
`},
	{"a maximum lag holds back what comes first", `
[activity.go-live]
kind = "go-live"
days = 2
calendar = "every-day"
starts_on = ["sat"]
not_before = 2026-11-02
after = ["train"]
[activity.train]
kind = "training"
days = 10
within = { before = "go-live", days = 20 }
`, `go-live 2026-11-07 2026-11-08
train 2026-10-12 2026-10-23
`},
	{"a forbidding window keeps out weekends too, a pausing one is bridged", `
[blackout.freeze]
from = 2026-09-12
to = 2026-09-13
effect = "forbid"
blocks = ["cutover"]
[blackout.rest]
from = 2026-09-14
to = 2026-09-15
effect = "pause"
blocks = ["build"]
[activity.build]
kind = "build"
days = 7
[activity.cutover]
kind = "cutover"
days = 6
`, `build 2026-09-07 2026-09-17
cutover 2026-09-14 2026-09-21
`},
	{"gates meet, take turns, and want their papers", `
[calendar.board]
dates = [2026-09-10, 2026-09-24, 2026-10-08]
slots = 1
papers = 2
[activity.early]
kind = "gate"
meets = "board"
by = 2026-09-10
[activity.prepare]
kind = "governance"
days = 3
[activity.prepared]
kind = "gate"
meets = "board"
after = ["prepare"]
[activity.ready]
kind = "milestone"
after = ["early", "prepared"]
[activity.set-off]
kind = "milestone"
not_before = 2026-09-09
`, `early 2026-09-10 2026-09-10
prepare 2026-09-07 2026-09-09
prepared 2026-09-24 2026-09-24
ready 2026-09-24 2026-09-24
set-off 2026-09-09 2026-09-09
`},
	{"teams grow by date and rest over a window", `
team.trainers.size = [ { from = 2026-09-07, is = 1 }, { from = 2026-09-21, is = 2.5 } ]
[blackout.leave]
from = 2026-09-23
to = 2026-09-24
capacity = { trainers = 0.5 }
[activity.first]
kind = "training"
days = 10
needs = { trainers = 1 }
by = 2026-09-18
[activity.second]
kind = "training"
days = 3
needs = { trainers = 1.5 }
`, `first 2026-09-07 2026-09-18
second 2026-09-25 2026-09-29
`},
	{"what is promised comes first, what weighs more before it", `
team.crew.size = 1
[activity.heavy]
kind = "build"
days = 5
needs = { crew = 1 }
by = 2026-09-11
priority = 2
[activity.light]
kind = "build"
days = 5
needs = { crew = 1 }
by = 2026-09-11
[activity.unpromised]
kind = "build"
days = 1
needs = { crew = 1 }
`, `heavy 2026-09-07 2026-09-11
light 2026-09-14 2026-09-18
unpromised 2026-09-21 2026-09-21
`},
	{"what is announced comes before what is promised", `
team.crew.size = 1
[activity.announced]
kind = "build"
days = 5
needs = { crew = 1 }
announced = 2026-09-11
[activity.promised]
kind = "build"
days = 5
needs = { crew = 1 }
by = 2026-09-11
priority = 100
`, `announced 2026-09-07 2026-09-11
promised 2026-09-14 2026-09-18
`},
	{"what cannot be broken comes before everything", `
team.crew.size = 1
[activity.bound]
kind = "build"
days = 5
needs = { crew = 1 }
must_by = 2026-09-11
[activity.promised]
kind = "build"
days = 10
needs = { crew = 1 }
by = 2026-09-11
priority = 100
`, `bound 2026-09-07 2026-09-11
promised 2026-09-14 2026-09-25
`},
	{"contracts bound work on both sides", `
[contract.partner]
starts = 2026-09-14
covers = ["migrate"]
[contract.legacy]
ends = 2026-09-30
outlast = ["archive"]
[activity.archive]
kind = "decommission"
days = 8
[activity.migrate]
kind = "migration"
days = 3
`, `archive 2026-09-07 2026-09-16
migrate 2026-09-14 2026-09-16
`},
}

func TestDates(t *testing.T) {
	for _, tt := range dates {
		t.Run(tt.rule, func(t *testing.T) {
			r := mustSolve(t, plantest.ExpandText(t, head+tt.model), solve.Options{})
			if diff := cmp.Diff(tt.want, rows(r.Schedule)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestHistory: on 21 September one thing is done, two are under way with one crew between them, and the
// rest follows.
func TestHistory(t *testing.T) {
	n := plantest.ExpandText(t, `
programme = { name = "Under way", start = 2026-09-07, status = 2026-09-21, end = 2027-03-31, calendar = "office" }
calendar.office = { workdays = ["mon", "tue", "wed", "thu", "fri"], holidays = "none" }
team.crew.size = 1
[blackout.freeze]
from = 2026-09-21
to = 2026-09-25
effect = "forbid"
blocks = ["build"]
[activity.after-build]
kind = "test"
days = 1
after = [{ step = "build", done = 0.7 }]
[activity.after-done]
kind = "test"
days = 1
after = [{ step = "done", lag = 8 }]
[activity.build]
kind = "build"
days = 12
needs = { crew = 1 }
[activity.done]
kind = "design"
days = 4
[activity.new]
kind = "test"
days = 1
needs = { crew = 1 }
by = 2026-09-21
[activity.stated]
kind = "migration"
days = 20
needs = { crew = 1 }
[progress.build]
started = 2026-09-08
[progress.done]
started = 2026-09-07
finished = 2026-09-15
[progress.stated]
started = 2026-09-09
remaining = 2
`)
	// The build has done 9 of 12 days; its 70 % are the ninth. The crew does 2 days of one, then 3 of the
	// other, and only then what is new, promised or not.
	want := `after-build 2026-09-21 2026-09-21
after-done 2026-09-28 2026-09-28
build 2026-09-08 2026-09-25
done 2026-09-07 2026-09-15
new 2026-09-28 2026-09-28
stated 2026-09-09 2026-09-22
`
	if diff := cmp.Diff(want, rows(mustSolve(t, n, solve.Options{}).Schedule)); diff != "" {
		t.Error(diff)
	}
}

// TestAllDone: where everything has happened there is nothing to decide.
func TestAllDone(t *testing.T) {
	n := plantest.ExpandText(t, `
programme = { name = "Over", start = 2026-09-07, status = 2026-09-21, end = 2027-03-31 }
[activity.done]
kind = "design"
days = 4
by = 2026-09-10
[activity.signed]
kind = "milestone"
after = ["done"]
[progress.done]
started = 2026-09-07
finished = 2026-09-15
[progress.signed]
finished = 2026-09-16
`)
	first := mustSolve(t, n, solve.Options{})
	again := mustSolve(t, n, solve.Options{Committed: first.Schedule})
	for _, r := range []*solve.Result{first, again} {
		if diff := cmp.Diff("done 2026-09-07 2026-09-15\nsigned 2026-09-16 2026-09-16\n", rows(r.Schedule)); diff != "" {
			t.Error(diff)
		}
	}
}
