package solve_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/plantest"
	"epr/plan/solve"
)

// The winter cliff: one team, two trusts, each a build of 150 days and a cutover of 10. The team is away,
// or work is forbidden, over winter. Taking the longer remaining work first puts the first cutover off by
// a year for nothing.
const cliff = `
programme = { name = "Cliff", start = 2026-01-05, end = 2028-12-31, calendar = "office" }
calendar.office = { workdays = ["mon", "tue", "wed", "thu", "fri"], holidays = "none" }
team.crew.size = 1

[blackout.winter]
WINTER

[activity.a-build]
kind = "build"
days = 150
needs = { crew = 1 }

[activity.a-cutover]
kind = "cutover"
days = 10
needs = { crew = 1 }
after = ["a-build"]
by = 2026-10-31

[activity.b-build]
kind = "build"
days = 150
needs = { crew = 1 }

[activity.b-cutover]
kind = "cutover"
days = 10
needs = { crew = 1 }
after = ["b-build"]
`

func TestWinterCliff(t *testing.T) {
	const once = "from = 2026-11-01\nto = 2027-03-30\n"
	const twice = "windows = [{ from = 2026-11-01, to = 2027-03-30 }, { from = 2027-11-01, to = 2028-03-30 }]\n"
	for _, tt := range []struct{ reading, winter, bBuild, bCutover string }{
		{"the team pauses", once + `effect = "pause"`, "2026-08-17 2027-08-10", "2027-08-11 2027-08-24"},
		{"the team is away", once + `capacity = { crew = 0 }
effect = "pause"`, "2026-08-17 2027-08-10", "2027-08-11 2027-08-24"},
		{"cutovers are forbidden", once + `effect = "forbid"
blocks = ["cutover"]`, "2026-08-17 2027-03-12", "2027-03-31 2027-04-13"},
		{"nothing may pause", once + `effect = "forbid"`, "2027-03-31 2027-10-26", "2027-10-27 2027-11-09"},
		{"nothing may pause in either winter", twice + `effect = "forbid"`, "2027-03-31 2027-10-26", "2028-03-31 2028-04-13"},
	} {
		t.Run(tt.reading, func(t *testing.T) {
			r := mustSolve(t, plantest.ExpandText(t, strings.Replace(cliff, "WINTER", tt.winter, 1)), solve.Options{})
			want := "a-build 2026-01-05 2026-07-31\na-cutover 2026-08-03 2026-08-14\n" +
				"b-build " + tt.bBuild + "\nb-cutover " + tt.bCutover + "\n"
			if diff := cmp.Diff(want, rows(r.Schedule)); diff != "" {
				t.Error(diff)
			}
			if late := r.Stages[0]; late.Value != 0 || !late.Proved {
				t.Errorf("lateness %+v, want none, proved", late)
			}
		})
	}
}
