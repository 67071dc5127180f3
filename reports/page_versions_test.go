package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestEarlierIsTheVariance sees that the dates laid beside the plan are those that the schedule, the phases and the
// comparison with the last version state elsewhere.
func TestEarlierIsTheVariance(t *testing.T) {
	p := reports.Build(reportstest.WithBaselines(reportstest.Input()))
	list := p.Earlier()
	var names []string
	for _, e := range list {
		if e.Baseline == nil {
			names = append(names, "")
		} else {
			names = append(names, e.Baseline.ID)
		}
	}
	if diff := cmp.Diff([]string{"approved", "outline", ""}, names); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	for i := range p.Schedule {
		a, was := &p.Schedule[i], list[0].Rows[i]
		if was.Finish != a.Baseline || was.Later != (plan.Whole{N: a.Variance.Calendar, Set: a.Variance.Set}) {
			t.Errorf("%s: was %s, %v days earlier; the schedule says %s, %v", a.ID, was.Finish, was.Later, a.Baseline, a.Variance)
		}
	}
	last, since := &list[2], &p.LastVersion
	if last.Later != since.Later || last.Sooner != since.Earlier || last.New != len(since.Added) {
		t.Errorf("%d later, %d sooner, %d new; the changes say %d, %d, %d", last.Later, last.Sooner, last.New, since.Later, since.Earlier, len(since.Added))
	}
	for _, e := range list {
		if n := e.Later + e.Sooner + e.Same + e.New; n != len(p.Schedule) || !e.Differs(p) {
			t.Errorf("%d of %d activities counted; differs: %t", n, len(p.Schedule), e.Differs(p))
		}
	}
}

// TestEarlierGroup sees that a whole phase was to be reached when the phase says so, and that other groups span their
// activities.
func TestEarlierGroup(t *testing.T) {
	p := reports.Build(reportstest.WithBaselines(reportstest.Input()))
	e := &p.Earlier()[0]
	phases := map[string]*reports.Phase{}
	for i := range p.Phases {
		phases[p.Phases[i].ID] = &p.Phases[i]
	}
	seen := 0
	for i := range p.Gantt.ByPhase {
		g := &p.Gantt.ByPhase[i]
		if phase := phases[g.ID]; phase != nil {
			seen++
			if was := e.Group(p, g); was.Finish != phase.Baseline || was.Later.N != phase.Variance.Calendar {
				t.Errorf("%s was to be reached on %s, %d days earlier, not %s, %d", g.ID, phase.Baseline, phase.Variance.Calendar, was.Finish, was.Later.N)
			}
		}
		for k := range g.Groups {
			inner := &g.Groups[k]
			var want reports.Was
			for _, at := range inner.Rows {
				if was := e.Rows[at]; !was.IsZero() && (want.IsZero() || was.Start < want.Start) {
					want.Start = was.Start
				}
				want.Finish = max(want.Finish, e.Rows[at].Finish)
			}
			want.Later = plan.Whole{N: int(inner.Finish - want.Finish), Set: true}
			if diff := cmp.Diff(want, e.Group(p, inner)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", inner.Name, diff)
			}
		}
	}
	if seen != len(p.Phases) {
		t.Errorf("%d of %d phases are groups", seen, len(p.Phases))
	}
}

// TestEarlierOfTheSame sees that an unchanged schedule does not differ, and that without one there is nothing.
func TestEarlierOfTheSame(t *testing.T) {
	in := reportstest.Input()
	in.Previous = in.Schedule
	p := reports.Build(in)
	if list := p.Earlier(); len(list) != 1 || list[0].Differs(p) || list[0].Same != len(p.Schedule) {
		t.Errorf("the same schedule: %d to compare with, %+v", len(list), list)
	}
	if list := (&reports.Pack{}).Earlier(); len(list) != 0 {
		t.Errorf("%d schedules to compare nothing with", len(list))
	}
}
