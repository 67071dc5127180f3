package text

import (
	"testing"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

func TestPhrases(t *testing.T) {
	days := func(n int) plan.Whole { return plan.Whole{N: n, Set: true} }
	day := calendar.MustOf(2027, 4, 30)
	for _, test := range []struct{ got, want string }{
		{slack(days(12), reports.Amber).said(), "12 days early, tight"},
		{slack(days(1200), reports.Green).said(), "1,200 days early"},
		{slack(days(1), reports.Green).said(), "1 day early"},
		{slack(days(0), reports.Amber).said(), "on the day, tight"},
		{slack(days(-1), reports.Red).said(), "1 day LATE"},
		{slack(plan.Whole{}, reports.Unpromised).said(), "no promise"},
		{slack(plan.Whole{}, reports.Live).said(), "live"},

		{change(days(9)).said(), "+9 days"},
		{change(days(-1)).said(), "−1 day"},
		{change(days(0)).said(), "same"},
		{change(plan.Whole{}).said(), "new"},

		{promised(reports.Promise{Date: day, Kind: reports.PromisedBy}), "promised by 30 Apr 2027"},
		{promised(reports.Promise{Date: day, Kind: reports.Announced}), "announced for 30 Apr 2027"},
		{promised(reports.Promise{Date: day, Kind: reports.MustBy}), "due by 30 Apr 2027"},

		{keeping(&reports.Keeping{Earlier: 9, Moved: 14}), "The committed schedule was kept: a fresh plan finishes 9 days earlier and moves 14 dates: --fresh"},
		{keeping(&reports.Keeping{Earlier: -1, Moved: 1}), "The committed schedule was kept: a fresh plan finishes 1 day later and moves 1 date: --fresh"},
		{keeping(&reports.Keeping{Moved: 2}), "The committed schedule was kept: a fresh plan finishes on the same day and moves 2 dates: --fresh"},
		{keeping(&reports.Keeping{Earlier: 4, Moved: 3, Held: 12, Later: 21}), "The committed schedule was kept and 12 dates of it held: a fresh plan is 21 weighted days less late, finishes 4 days earlier and moves 3 dates: --fresh"},
		{keeping(&reports.Keeping{}), "The committed schedule was kept: a fresh plan would be the same."},

		{unit(&reports.Stage{Value: 1, Unit: "days"}), "day"},
		{unit(&reports.Stage{Value: 1200, Unit: "weighted day"}), "weighted days"},
		{gap(&reports.Stage{Value: 7, Bound: 7, Proved: true}), "proved best"},
		{gap(&reports.Stage{Value: 7, Bound: 7}), "at most 1"},
		{gap(&reports.Stage{Value: 1200, Bound: 100}), "at most 1,100"},

		{pounds(125_000), "£1,250"},
		{pounds(125_005), "£1,250.05"},
		{due(reports.Response{}), "no action"},
		{due(reports.Response{Action: "a"}), "no date"},
		{due(reports.Response{Action: "a", Due: day}), "30 Apr 2027"},
		{due(reports.Response{Action: "a", Due: day, Done: true}), "done"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

func due(next reports.Response) string { return dueDate(&reports.Risk{Next: next}) }
