package diff_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/diff"
)

const two = `
programme = { name = "Two", start = 2026-09-07, end = 2027-12-31, status = 2026-09-07 }
team.crew = { name = "Crew", size = 1 }
[calendar.board]
name = "the board"
rule = "second tuesday of every month"
[activity.a]
name = "A"
kind = "build"
days = 30
needs = { crew = 1 }
by = 2026-10-30
priority = 5
[activity.b]
name = "B"
kind = "build"
days = 5
needs = { crew = 1 }
[activity.c]
name = "C"
kind = "other"
days = 1
after = ["b"]
by = 2027-03-31
`

// A link turned round is two edits, of which the first alone makes a circle: they share their days. So do groups
// of which one says that something is a gate, and the next when it is decided.
func TestJoined(t *testing.T) {
	old := version(t, changed(t, two, "kind = \"build\"\ndays = 5\n", "kind = \"build\"\ndays = 5\nafter = [\"a\"]\n"), nil)
	new := version(t, changed(t, two, "days = 30\n", "days = 30\nafter = [\"b\"]\n"), old)
	d := compare(t, old, new, diff.Options{Attribute: true, ByEdit: true, ByOrder: true})
	checkSums(t, 0, d)
	checkShares(t, 0, d)
	scope := d.Attribution.Steps[diff.Scope]
	if len(scope.Shares) != 1 || !cmp.Equal(scope.Shares[0].Edits, []int{0, 1}) {
		t.Errorf("the link turned round is %+v", scope)
	}

	old = version(t, two, nil)
	new = version(t, changed(t, two, "kind = \"other\"\ndays = 1\n", "kind = \"gate\"\nmeets = \"board\"\n", "days = 5", "days = 6"), old)
	d = compare(t, old, new, diff.Options{Attribute: true, ByEdit: true, ByOrder: true})
	checkSums(t, 0, d)
	checkShares(t, 0, d)
	checkRanges(t, 0, d)
	var groups [][]diff.Group
	for _, s := range d.Attribution.Steps {
		groups = append(groups, s.Groups)
	}
	want := [][]diff.Group{{diff.Progress}, {diff.Estimates, diff.Scope, diff.Capacity}, {diff.Targets}}
	if diff := cmp.Diff(want, groups); diff != "" {
		t.Error(diff)
	}
	if d.Attribution.Invalid == 0 {
		t.Error("no set of groups was invalid")
	}
}

// Where the old order of work gives no dates, the groups are said, and their days are in the re-planning.
func TestLeft(t *testing.T) {
	gate := changed(t, two, "kind = \"other\"\ndays = 1\n", "kind = \"gate\"\nmeets = \"board\"\n", "by = 2026-10-30", "by = 2026-10-16")
	old := version(t, gate, nil)
	if row, _ := old.Schedule.Find("b"); row.Start.String() < "2026-10-01" {
		t.Fatalf("b does not come after a: %v", row)
	}
	new := version(t, changed(t, gate, `rule = "second tuesday of every month"`, "dates = [2026-09-22]", "by = 2026-10-16", "by = 2026-11-30"), nil)
	d := compare(t, old, new, diff.Options{Attribute: true, ByEdit: true, ByOrder: true})
	checkSums(t, 0, d)
	a := d.Attribution
	if diff := cmp.Diff([]diff.Group{diff.Capacity, diff.Targets}, a.Left); diff != "" {
		t.Error(diff)
	}
	if a.Orders != 0 {
		t.Error("orders were tried although there are no dates at their end")
	}
	if d.Milestones[len(d.Milestones)-1].Moved.IsZero() {
		t.Errorf("nothing moved: %+v", d.Milestones)
	}
}

// People of a team, and days of an activity, that a later group brings wait for it: each group keeps its own days.
func TestWaiting(t *testing.T) {
	old := version(t, two, nil)
	text := changed(t, two, "team.crew = {", "team.gang = { name = \"Gang\", size = 0.5 }\nteam.crew = {",
		"days = 5\nneeds = { crew = 1 }", "days = 5\nneeds = { gang = 0.5 }") +
		"[activity.d]\nname = \"D\"\nkind = \"build\"\ndays = 3\nneeds = { gang = 0.5 }\nafter = [\"b\"]\n[adjust.d]\nreason = \"longer\"\ndays = 9\n[progress.d]\nstarted = 2026-09-07\n"
	new := version(t, text, old)
	d := compare(t, old, new, diff.Options{Attribute: true, ByEdit: true, ByOrder: true})
	checkSums(t, 0, d)
	checkShares(t, 0, d)
	checkRanges(t, 0, d)
	if len(d.Attribution.Steps) != len(diff.Groups) || len(d.Attribution.Left) > 0 {
		t.Errorf("groups were joined: %+v", d.Attribution.Steps)
	}
}

// A date that cannot be broken does not stop a replay: what the old order of work makes of it is too late, and the
// re-planning mends that.
func TestMustBy(t *testing.T) {
	old := version(t, changed(t, two, "by = 2026-10-30", "by = 2026-10-16"), nil)
	new := version(t, changed(t, two, "by = 2026-10-30", "by = 2026-11-30", "by = 2027-03-31", "must_by = 2026-09-30"), nil)
	d := compare(t, old, new, diff.Options{Attribute: true, ByEdit: true, ByOrder: true})
	checkSums(t, 0, d)
	k := slices.IndexFunc(d.Milestones, func(m diff.Milestone) bool { return m.ID == "c" })
	if k < 0 || d.Milestones[k].Is.String() > "2026-09-30" || d.Milestones[k].Was.String() < "2026-10-16" {
		t.Fatalf("c is not moved by its new date: %+v", d.Milestones)
	}
	if m := d.Attribution.Moves[k]; len(d.Attribution.Left) > 0 || m.Reoptimisation.Calendar >= 0 {
		t.Errorf("left %v, %+v", d.Attribution.Left, m)
	}
}
