package diff_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/diff"
)

// cliff is trust A of the reference's winter case: a build of 150 working days, then a cutover of 10, none of it
// in winter, Monday to Friday and no bank holidays.
const cliff = `
programme = { name = "Winter cliff", start = 2026-01-05, end = 2028-12-31, calendar = "plain", status = 2026-01-05 }
[calendar.plain]
workdays = ["mon", "tue", "wed", "thu", "fri"]
holidays = "none"
[team.crew]
size = 1
[trust.a]
name = "Trust A"
[phase.one]
trusts = ["a"]
playbook = "way"
[playbook.way.build]
per = ["trust"]
kind = "build"
days = 150
needs = { crew = 1 }
[playbook.way.cutover]
per = ["trust"]
kind = "go-live"
days = 10
after = ["build"]
needs = { crew = 1 }
[blackout.winter]
name = "Winter pressures"
from = 2026-11-01
to = 2027-03-30
effect = "forbid"
`

// A build of 210 days sends the cutover past the winter: that is said.
func TestCrossed(t *testing.T) {
	old := version(t, cliff, nil)
	new := version(t, changed(t, cliff, "days = 150", "days = 210"), old)
	d := compare(t, old, new, diff.Options{})
	if diff := cmp.Diff([]string{"Winter pressures"}, d.Milestones[1].Crossed); diff != "" {
		t.Errorf("%+v: %s", d.Milestones[1], diff)
	}
}

// The worked check of the reference: a build 60 working days late, and the cutover cut from 10 days to 5. In the
// order of the method progress is charged with the missed winter and the estimate is credited with it; the mean
// over both orders lies between.
func TestWorkedCheck(t *testing.T) {
	old := version(t, cliff, nil)
	text := changed(t, cliff, "status = 2026-01-05", "status = 2026-08-03", "days = 10\n", "days = 5\n") +
		"[progress.\"one/a/build\"]\nstarted = 2026-01-05\nremaining = 60\n"
	new := version(t, text, old)
	d := compare(t, old, new, diff.Options{Attribute: true, ByEdit: true, ByOrder: true})

	m := d.Milestones[1]
	if m.ID != "one/a/cutover" || m.Was.String() != "2026-08-14" || m.Is.String() != "2026-10-30" || m.Moved.Calendar != 77 {
		t.Errorf("the cutover is %+v", m)
	}
	a := d.Attribution
	move := a.Moves[1]
	days := func(d diff.Days) int { return d.Calendar }
	var steps []int
	for _, s := range move.Steps {
		steps = append(steps, days(s))
	}
	if diff := cmp.Diff([]int{242, -165, 0, 0, 0}, steps); diff != "" {
		t.Error(diff)
	}
	if !move.Reproduction.IsZero() || !move.Reoptimisation.IsZero() || !a.IsReproduced {
		t.Errorf("besides: %+v", move)
	}
	want := []diff.Range{
		{Group: diff.Progress, Low: 84, High: 242, Shapley: 163 * 120},
		{Group: diff.Estimates, Low: -165, High: -7, Shapley: -86 * 120},
	}
	if diff := cmp.Diff(want, move.Ranges); diff != "" {
		t.Error(diff)
	}
	var shares []string
	for _, step := range a.Steps {
		for _, share := range step.Shares {
			days := 0
			for _, m := range share.Moves {
				if m.Milestone == 1 {
					days = m.Days.Calendar
				}
			}
			shares = append(shares, fmt.Sprintf("%s %s %+d", step.Edits[share.Edits[0]].Noun, step.Edits[share.Edits[0]].Key, days))
		}
	}
	// What is reported is charged with its days, the status date with those of nothing.
	if diff := cmp.Diff([]string{`progress."one/a/build"  +242`, "programme status +0", "playbook.way.cutover days -165"}, shares); diff != "" {
		t.Error(diff)
	}
	if got := d.Milestones[1].Crossed; got != nil {
		t.Errorf("it is said to have gone past %v", got)
	}
}
