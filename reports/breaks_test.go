package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/forecast"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestBreaks sees that what breaks is told by name, the likeliest first.
func TestBreaks(t *testing.T) {
	in := reportstest.Input()
	n := in.Network
	live, all := n.Index("one/nhft/royal/go-live"), n.Index("all-live")
	train := n.Index("one/nhft/royal/train")
	old := n.Plan.Contracts.Get("old-pas")
	in.Forecast.Breaks = []forecast.Break{
		{Rule: "must_by", Activity: all, Date: day(2028, 11, 30), Share: 20},
		{Rule: "within", Activity: train, Link: &plan.Link{From: train, To: live, Max: true}, Share: 9_999},
		{Rule: "outlast", Activity: live, Contract: old, Date: old.Ends, Share: 300},
		{Rule: "contract", Activity: live, Contract: old, Date: old.Ends, Share: 4_400},
	}
	c := reports.Build(in).Confidence
	var got []string
	for i := range c.Breaks {
		got = append(got, c.Breaks[i].Sentence())
	}
	want := []string{
		"“Train staff, Royal Northshire Hospital (Phase 1)” is farther from “Go live, Royal Northshire Hospital (Phase 1)” than the plan allows in over 99% of the replications.",
		"“Go live, Royal Northshire Hospital (Phase 1)” goes on after the contract “Old patient administration system” has ended in 44% of the replications.",
		"the contract “Old patient administration system” ends before “Go live, Royal Northshire Hospital (Phase 1)” is finished in 3% of the replications.",
		"“Every site live” is later than 30 November 2028 in under 1% of the replications.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("breaks (-want +got):\n%s", diff)
	}
	told := 0
	for _, rule := range reports.BreakRules {
		told += len(c.BreaksOf(rule))
	}
	if told != len(c.Breaks) {
		t.Errorf("%d of %d breaks are of a known rule", told, len(c.Breaks))
	}
}
