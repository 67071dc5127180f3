package verify_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/verify"
)

// The counts say that no rule was passed for want of anything to look at.
func TestWardKeepsEveryRule(t *testing.T) {
	p := ward()
	got := verify.Check(network(t, p), wardSchedule())
	want := verify.Report{
		Rules: []verify.RuleCount{
			{verify.Missing, 14}, {verify.Extra, 14}, {verify.Span, 22},
			{verify.Horizon, 25}, {verify.Progress, 16}, {verify.Calendar, 17},
			{verify.Blackout, 6}, {verify.StartsOn, 1}, {verify.NotBefore, 14},
			{verify.Contract, 2}, {verify.Outlast, 1}, {verify.MustBy, 2},
			{verify.Gate, 4}, {verify.Slots, 2}, {verify.Milestone, 4},
			{verify.Link, 11}, {verify.MaximumLag, 2}, {verify.Team, 12},
		},
		Entered: []verify.Entry{
			{Activity: "build", Blackout: p.Blackouts.Get("audit"), Why: verify.Waived, Waiver: p.Waivers.Get("audit"),
				First: date("2026-10-08"), Last: date("2026-10-09"), Days: 2},
			{Activity: "design", Blackout: p.Blackouts.Get("audit"), Why: verify.History,
				First: date("2026-10-05"), Last: date("2026-10-07"), Days: 3},
			{Activity: "migrate", Blackout: p.Blackouts.Get("inspection"), Why: verify.Soft,
				First: date("2026-11-05"), Last: date("2026-11-07"), Days: 3},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
}

// broken is the violations of a report, a line each.
func broken(r verify.Report) string {
	var lines []string
	for _, v := range r.Violations {
		lines = append(lines, string(v.Rule)+": "+v.Text)
	}
	return strings.Join(lines, "\n")
}
