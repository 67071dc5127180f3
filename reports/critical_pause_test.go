package reports

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/plan/explain/critical"
	"epr/plan/flow"
)

// TestPauses follows by hand a chain of two steps of which the first rests over two windows, the second of them partly
// within the first.
func TestPauses(t *testing.T) {
	day := calendar.MustOf
	horizon := calendar.Span{From: day(2026, 10, 1), To: day(2027, 6, 30)}
	winter := &plan.Blackout{ID: "winter", Name: "Winter", Windows: calendar.Windows{Spans: []calendar.Span{{From: day(2026, 11, 1), To: day(2027, 2, 28)}}}}
	late := &plan.Blackout{ID: "late", Windows: calendar.Windows{Spans: []calendar.Span{{From: day(2027, 2, 20), To: day(2027, 3, 2)}}}}
	rule := calendar.Rule{Workdays: calendar.EveryDay}
	terms := &plan.Terms{Pauses: []*plan.Blackout{late, winter}, Work: calendar.Compile(rule, horizon, calendar.Span{From: day(2026, 11, 1), To: day(2027, 3, 2)})}
	net := &plan.Network{Plan: &plan.Plan{}, Horizon: horizon, Activities: []plan.Activity{
		{ID: "build", Name: "Build", Terms: terms},
		{ID: "test", Name: "Test", Terms: &plan.Terms{Work: calendar.Compile(rule, horizon)}},
	}}
	rows := []plan.Row{{ID: "build", Start: day(2026, 10, 23), Finish: day(2027, 4, 2)}, {ID: "test", Start: day(2027, 4, 5), Finish: day(2027, 4, 9)}}
	f := &facts{net: net, plan: net.Plan, rows: rows}
	f.in.Schedule = &plan.Schedule{Rows: rows}
	c := f.criticalChain(&critical.Chain{Goal: &plan.Goal{ID: "all"}, Finish: rows[1].Finish, Steps: []critical.Step{
		{Activity: 0, By: flow.Wait{From: -1}, Near: -1},
		{Activity: 1, By: flow.Wait{From: 0, Binds: true}, Near: -1, Ready: day(2027, 4, 3)},
	}})
	// 1 November to 2 March are 122 days; 162 days from first to last less those leave 40.
	want := []WorkPause{
		{"Winter", calendar.Span{From: day(2026, 11, 1), To: day(2027, 2, 28)}},
		{"late", calendar.Span{From: day(2027, 3, 1), To: day(2027, 3, 2)}},
	}
	if diff := cmp.Diff(want, c.Steps[0].Pauses); diff != "" {
		t.Errorf("pauses (-want +got):\n%s", diff)
	}
	if c.Work != 40+5 || c.Paused != 122 || c.Days != 162+2+5 || c.Steps[0].WorkingDays != 40 || c.Steps[1].WorkingDays != 5 {
		t.Errorf("of %d days work %d, pauses %d; working days %d and %d", c.Days, c.Work, c.Paused, c.Steps[0].WorkingDays, c.Steps[1].WorkingDays)
	}
	if got, want := c.Steps[0].Why[len(c.Steps[0].Why)-1],
		"takes 40 working days, with pauses from 1 Nov 2026 to 28 Feb 2027 (Winter) and from 1 Mar 2027 to 2 Mar 2027 (late)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := WaitsOf(&c), "Of its 169 days, work takes 45, pauses inside it 122 (the longest from 1 Nov 2026 to 28 Feb 2027, Winter) and waiting the rest: lags between activities 2."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
