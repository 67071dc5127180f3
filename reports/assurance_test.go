package reports_test

import (
	"strings"
	"testing"

	"epr/plan/assurance"
	"epr/reports"
	"epr/reports/reportstest"
)

func TestAssuredResult(t *testing.T) {
	for _, c := range []struct {
		check reports.Assured
		want  string
	}{
		{reports.Assured{Measure: "share", Outcome: "not met", Numerator: 7, Denominator: 18}, "38.9%"},
		{reports.Assured{Measure: "share", Outcome: "met", Numerator: 0, Denominator: 3}, "0.0%"},
		{reports.Assured{Measure: "trial", Outcome: "met", Numerator: 924, Denominator: 600}, "154.0%"},
		{reports.Assured{Measure: "index", Outcome: "not met", Numerator: 949, Denominator: 1000}, "0.949"},
		{reports.Assured{Measure: "index", Outcome: "not met", Numerator: -1, Denominator: 3}, "-0.333"},
		{reports.Assured{Measure: "share", Outcome: "not applicable"}, ""},
	} {
		if got := c.check.Result(); got != c.want {
			t.Errorf("%d of %d is %q, want %q", c.check.Numerator, c.check.Denominator, got, c.want)
		}
	}
}

// TestAssurance sees that every check that was handed in is told once, with the dates of the schedule.
func TestAssurance(t *testing.T) {
	in := reportstest.Input()
	a := reports.Build(in).Assurance
	if len(a.Points) != 14 || len(a.Points)+len(a.Own) != len(in.Assurance) || a.Met+a.NotMet+a.NotApplicable != len(in.Assurance) {
		t.Errorf("%d points and %d others of %d checks; %d met, %d not, %d not applicable",
			len(a.Points), len(a.Own), len(in.Assurance), a.Met, a.NotMet, a.NotApplicable)
	}
	for _, list := range [][]reports.Assured{a.Points, a.Own} {
		for _, c := range list {
			for _, o := range c.Offenders {
				if row, ok := in.Schedule.Find(o.ID); ok && (o.Start != row.Start || o.Finish != row.Finish) {
					t.Errorf("%s of %s is from %s to %s, planned from %s to %s", o.ID, c.ID, o.Start, o.Finish, row.Start, row.Finish)
				}
			}
		}
	}
	in.Assurance = []assurance.Check{}
	if got := reports.Build(in).Assurance.Sentence; !strings.Contains(got, "was not checked") {
		t.Errorf("without checks it says %q", got)
	}
}
