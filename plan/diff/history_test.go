package diff_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"epr/calendar"
	"epr/plan"
	"epr/plan/diff"
)

// said are announcements of those days; a day is a number of days after a first one.
func said(days ...int) []plan.Announced {
	var list []plan.Announced
	for _, d := range days {
		list = append(list, plan.Announced{Date: day(d)})
	}
	return list
}

func day(n int) calendar.Date { return calendar.MustOf(2027, 1, 4) + calendar.Date(n) }

// kept is a version of a plan of one phase, kept so many weeks after the first.
func kept(name string, week, finish, by int, told ...int) diff.Kept {
	p := &plan.Plan{}
	p.Phases.Add("one", &plan.Phase{ID: "one", Target: plan.Target{By: day(by), Announced: said(told...)}})
	return diff.NewKept(name, day(7*week-700), p, nil, diff.Dated{Phases: []diff.Phase{{ID: "one", Finish: day(finish), By: day(by)}}})
}

// Each case is a history of announcements in versions, and what is made of it; the plan finishes on day 20, promised
// by day 10.
func TestHistories(t *testing.T) {
	from := func(name string, week, d int) plan.Announced {
		return plan.Announced{Date: day(d), On: day(7*week - 700), Where: name}
	}
	stood := func(name string, week, finish, by int) diff.Stood {
		return diff.Stood{Name: name, On: day(7*week - 700), Finish: day(finish), By: day(by)}
	}
	for _, c := range []struct {
		name string
		kept []diff.Kept
		told []plan.Announced // now
		want []diff.History
	}{
		{"nothing known", nil, nil, nil},
		{"what the plan tells needs no version", nil, said(1, 2), []diff.History{{Told: said(1, 2)}}},
		{"a date that was replaced is still known",
			[]diff.Kept{kept("a", 1, 20, 10, 1), kept("b", 2, 20, 10, 2)}, said(3),
			[]diff.History{{Told: []plan.Announced{from("a", 1, 1), from("b", 2, 2), {Date: day(3)}}}}},
		{"keeping this version changes nothing",
			[]diff.Kept{kept("a", 1, 20, 10, 1), kept("b", 2, 20, 10, 2), kept("c", 3, 20, 10, 3)}, said(3),
			[]diff.History{{Told: []plan.Announced{from("a", 1, 1), from("b", 2, 2), {Date: day(3)}}}}},
		{"a whole list is told as the plan tells it",
			[]diff.Kept{kept("a", 1, 20, 10, 1), kept("b", 2, 20, 10, 1, 2)}, said(1, 2, 3), []diff.History{{Told: said(1, 2, 3)}}},
		{"what was struck out of a list keeps its place",
			[]diff.Kept{kept("a", 1, 20, 10, 1, 2)}, said(1, 3), []diff.History{{Told: []plan.Announced{{Date: day(1)}, from("a", 1, 2), {Date: day(3)}}}}},
		{"a date that came back is told twice",
			[]diff.Kept{kept("a", 1, 20, 10, 1), kept("b", 2, 20, 10, 2)}, said(1),
			[]diff.History{{Told: []plan.Announced{{Date: day(1)}, from("b", 2, 2), {Date: day(1)}}}}},
		{"a date that was taken back stays",
			[]diff.Kept{kept("a", 1, 20, 10, 1)}, nil, []diff.History{{Told: []plan.Announced{from("a", 1, 1)}}}},
		{"planned dates stand where they became others, but for what stands now",
			[]diff.Kept{kept("a", 1, 5, 10), kept("b", 2, 5, 10), kept("c", 3, 9, 10), kept("d", 4, 20, 10), kept("e", 5, 20, 10)}, nil,
			[]diff.History{{Stood: []diff.Stood{stood("a", 1, 5, 10), stood("c", 3, 9, 10)}}}},
		{"so do promised ones",
			[]diff.Kept{kept("a", 1, 20, 8), kept("b", 2, 20, 10)}, nil, []diff.History{{Stood: []diff.Stood{stood("a", 1, 20, 8)}}}},
		{"a date that came back stood in between",
			[]diff.Kept{kept("a", 1, 20, 10), kept("b", 2, 9, 10), kept("c", 3, 20, 10)}, nil,
			[]diff.History{{Stood: []diff.Stood{stood("a", 1, 20, 10), stood("b", 2, 9, 10)}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := &plan.Network{Plan: &plan.Plan{}, Activities: []plan.Activity{{ID: "one/end"}},
				Goals: []plan.Goal{{ID: "one", Phase: true, Members: []int{0}, Target: plan.Target{By: day(10), Announced: c.told}}}}
			s := &plan.Schedule{Rows: []plan.Row{{ID: "one/end", Start: day(19), Finish: day(20)}}}
			for k := range c.want {
				c.want[k].ID, c.want[k].IsPhase = "one", true
			}
			if d := cmp.Diff(c.want, diff.Histories(c.kept, n, s), cmpopts.EquateEmpty()); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// A baseline tells where a date stood when it was approved.
func TestHistoriesOfBaselines(t *testing.T) {
	p := &plan.Plan{}
	p.Baselines.Add("later", &plan.Baseline{ID: "later", Date: day(2), Phases: []plan.PhaseDates{{Phase: "one", Finish: day(9), By: day(10)}}})
	p.Baselines.Add("first", &plan.Baseline{ID: "first", Date: day(1), Schedule: &plan.Schedule{Rows: []plan.Row{{ID: "live", Finish: day(4)}}}})
	n := &plan.Network{Plan: p, Activities: []plan.Activity{{ID: "live"}}, Goals: []plan.Goal{
		{ID: "one", Phase: true, Members: []int{0}}, {ID: "live", Members: []int{0}}}}
	s := &plan.Schedule{Rows: []plan.Row{{ID: "live", Start: day(20), Finish: day(20)}}}
	want := []diff.History{
		{ID: "one", IsPhase: true, Approved: []diff.Stood{{Name: "later", On: day(2), Finish: day(9), By: day(10)}}},
		{ID: "live", Approved: []diff.Stood{{Name: "first", On: day(1), Finish: day(4)}}},
	}
	if d := cmp.Diff(want, diff.Histories(nil, n, s)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
