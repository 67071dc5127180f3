package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestStanding measures a phase and a milestone against the baseline approved last, which is not the one
// written last, and keeps the history of all.
func TestStanding(t *testing.T) {
	in := reportstest.WithBaselines(reportstest.InputOf(reportstest.Programme()))
	p := reports.Build(in)
	if diff := cmp.Diff(&reports.BaselineName{ID: "approved", Date: day(2026, 10, 5), Approver: "EPR Programme Board"}, p.Header.Baseline); diff != "" {
		t.Errorf("baseline (-want +got):\n%s", diff)
	}
	two := p.Phases[1]
	approved, _ := in.Network.Plan.Baselines.Get("approved").Phase("two")
	want := reports.Standing{
		Variation: reports.Variation{Baseline: approved.Finish,
			Variance: reports.DaysBoth{Calendar: int(two.Finish - approved.Finish), Working: two.Variance.Working, Set: true}},
		Told: []plan.Announced{{Date: day(2027, 9, 30), On: two.Told[0].On, Where: two.Told[0].Where}, two.Told[1]},
		Baselines: []reports.BaselineDate{
			{ID: "outline", Approved: day(2026, 6, 1), Date: two.Finish - 60, By: two.By},
			{ID: "approved", Approved: day(2026, 10, 5), Date: approved.Finish, By: two.By},
		},
	}
	if diff := cmp.Diff(want, two.Standing); diff != "" {
		t.Errorf("phase two (-want +got):\n%s", diff)
	}
	later := 0
	for _, m := range p.Milestones {
		if m.ID == in.Schedule.Rows[0].ID {
			if !m.Baseline.IsZero() || m.Variance.Set {
				t.Errorf("%s is in no baseline, but stands %+v", m.ID, m.Standing)
			}
			continue
		}
		row, ok := in.Network.Plan.Baselines.Get("approved").Schedule.Find(m.ID)
		if !ok {
			t.Errorf("%s is in no baseline", m.ID)
		}
		if m.Baseline != row.Finish || m.Variance.Calendar != int(m.Date-row.Finish) || m.Variance.Calendar != 0 && m.Variance.Calendar != 14 {
			t.Errorf("%s: baseline %s, %+v, want %s", m.ID, m.Baseline, m.Variance, row.Finish)
		}
		if m.Variance.Calendar == 14 {
			later++
			if m.Variance.Working < 6 || m.Variance.Working > 10 {
				t.Errorf("%s: 14 calendar days are %d working days", m.ID, m.Variance.Working)
			}
		}
	}
	if later == 0 {
		t.Error("no milestone is later than its baseline, so the test shows nothing")
	}
}

// TestStandingOfNewWork has no baseline for what the last one lacks, whatever the earlier ones say.
func TestStandingOfNewWork(t *testing.T) {
	in := reportstest.WithBaselines(reportstest.InputOf(reportstest.Programme()))
	id := reports.Build(in).Milestones[0].ID
	b := in.Network.Plan.Baselines.Get("approved")
	for k, row := range b.Schedule.Rows {
		if row.ID == id {
			b.Schedule.Rows = append(b.Schedule.Rows[:k:k], b.Schedule.Rows[k+1:]...)
			break
		}
	}
	for _, m := range reports.Build(in).Milestones {
		if m.ID != id {
			continue
		}
		if !m.Baseline.IsZero() || m.Variance.Set || len(m.Baselines) != 1 || m.Baselines[0].ID != "outline" {
			t.Errorf("%s stands %+v", id, m.Standing)
		}
	}
}

func TestHistories(t *testing.T) {
	a, b, c := day(2026, 9, 14), day(2027, 4, 5), day(2027, 6, 7)
	for _, test := range []struct {
		told []plan.Announced
		want string
	}{
		{nil, ""},
		{[]plan.Announced{{Date: a}}, "announced 14 Sep 2026"},
		{[]plan.Announced{{Date: a}, {Date: b}, {Date: c}}, "announced 14 Sep 2026, then 5 Apr 2027, then 7 Jun 2027"},
		{[]plan.Announced{{Date: a}, {Date: a, Where: "again"}, {Date: c}}, "announced 14 Sep 2026, then 7 Jun 2027"},
	} {
		if got := reports.Announcements(test.told); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
	kept := []reports.BaselineDate{{ID: "x", Date: a}, {ID: "y", Date: a}, {ID: "z", Date: b}}
	if got := reports.Baselined(kept); got != "baselined 14 Sep 2026, then 5 Apr 2027" {
		t.Errorf("got %q", got)
	}
}
