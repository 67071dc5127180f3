package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/plantest"
	"epr/reports"
	"epr/reports/reportstest"
)

func row(id string, start, finish calendar.Date) plan.Row {
	return plan.Row{ID: id, Start: start, Finish: finish}
}

// TestStatusAtTheStatusDate has everything end on, just before or just after the status date, Monday 18 January.
func TestStatusAtTheStatusDate(t *testing.T) {
	n := plantest.ExpandText(t, `
[programme]
name = "T"
start = 2027-01-04
end = 2027-12-31
status = 2027-01-18
[calendar.board]
dates = [2027-01-15, 2027-02-15]
[activity.ends-before]
kind = "build"
days = 5
[activity.ends-on]
kind = "build"
days = 5
[activity.starts-before]
kind = "build"
days = 5
[activity.starts-on]
kind = "build"
days = 5
[activity.gate]
kind = "gate"
meets = "board"
[activity.reached]
kind = "milestone"
after = ["ends-on"]
[activity.far]
kind = "build"
days = 1
[activity.last]
kind = "build"
days = 1
[activity.running]
kind = "build"
days = 10
[activity.done]
kind = "build"
days = 3
[progress.running]
started = 2027-01-11
[progress.ends-on]
started = 2027-01-12
remaining = 3
[progress.done]
started = 2027-01-13
finished = 2027-01-15
`)
	fri, mon, status := day(2027, 1, 15), day(2027, 1, 11), day(2027, 1, 18)
	committed := &plan.Schedule{Rows: []plan.Row{
		row("done", mon, mon+2), row("ends-before", mon, fri), row("ends-on", mon+1, status), row("far", day(2027, 2, 15), day(2027, 2, 15)),
		row("gate", fri, fri), row("last", day(2027, 2, 14), day(2027, 2, 14)), row("reached", status, status),
		row("running", mon, day(2027, 1, 22)), row("starts-before", fri, day(2027, 1, 21)), row("starts-on", status, day(2027, 1, 22)),
	}}
	s := reports.StatusOf(n, committed)
	late := func(calendarDays, working int) reports.DaysBoth { return both(calendarDays, working) }
	missed := func(id string, kind plan.Kind, end reports.End) reports.Missed {
		return reports.Missed{ID: id, Name: id, Kind: kind, State: reports.Planned, End: end, Due: fri, Late: late(3, 1)}
	}
	if diff := cmp.Diff([]reports.Missed{missed("ends-before", plan.Build, reports.Finishes), missed("gate", plan.Gate, reports.Finishes)}, s.NotFinished); diff != "" {
		t.Errorf("not finished (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]reports.Missed{missed("starts-before", plan.Build, reports.Starts)}, s.NotStarted); diff != "" {
		t.Errorf("not started (-want +got):\n%s", diff)
	}
	wantRunning := []reports.Running{
		{ID: "ends-on", Name: "ends-on", Started: day(2027, 1, 12), Left: 3, Earliest: day(2027, 1, 20), Due: status, Late: late(2, 2)},
		{ID: "running", Name: "running", Started: mon, Left: 5, Earliest: day(2027, 1, 22), Due: day(2027, 1, 22), Late: late(0, 0)},
	}
	if diff := cmp.Diff(wantRunning, s.UnderWay); diff != "" {
		t.Errorf("under way (-want +got):\n%s", diff)
	}
	var coming []string
	for _, c := range s.Coming {
		coming = append(coming, c.Date.String()+" "+c.ID+" "+string(c.End))
	}
	want := []string{"2027-01-18 ends-on finish", "2027-01-18 reached finish", "2027-01-18 starts-on start", "2027-01-21 starts-before finish",
		"2027-01-22 running finish", "2027-01-22 starts-on finish", "2027-02-14 last finish"}
	if diff := cmp.Diff(want, coming); diff != "" {
		t.Errorf("coming (-want +got):\n%s", diff)
	}
	if s.Activities != (reports.Share{N: 1, Of: 10}) || len(s.New) != 0 {
		t.Errorf("%+v done, new %v", s.Activities, s.New)
	}
}

// TestStatusMissesNothing compares the lists with a count by the rule itself, for any status date.
func TestStatusMissesNothing(t *testing.T) {
	in := reportstest.WithBaselines(reportstest.InputOf(reportstest.Programme()))
	n := in.Network
	baseline := n.Plan.LastBaseline().Schedule
	rapid.Check(t, func(r *rapid.T) {
		n.Plan.Programme.Status = n.Horizon.From + calendar.Date(rapid.IntRange(0, n.Horizon.Days()-1).Draw(r, "status"))
		s := reports.StatusOf(n, in.Schedule)
		listed := map[string]int{}
		for _, list := range [][]reports.Missed{s.NotFinished, s.NotStarted, s.Behind} {
			for _, m := range list {
				listed[m.ID]++
				if !m.Late.Set && !m.BaselineLate.Set || m.Late.Set && m.Late.Calendar <= 0 {
					r.Fatalf("%s is not late: %+v", m.ID, m)
				}
			}
		}
		for i := range n.Activities {
			a, want := &n.Activities[i], 0
			due, _ := in.Schedule.Find(a.ID)
			was, _ := baseline.Find(a.ID)
			for _, x := range []plan.Row{due, was} {
				if !x.Finish.IsZero() && !a.Done() && (x.Finish < s.Status || x.Start < s.Status && !a.Started()) {
					want = 1
				}
			}
			if listed[a.ID] != want {
				r.Fatalf("%s is listed %d times on %s, want %d", a.ID, listed[a.ID], s.Status, want)
			}
		}
	})
}
