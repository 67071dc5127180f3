package reports_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// members lists the activities of a group and of the groups in it.
func members(g reports.GanttGroup) []int {
	list := slices.Clone(g.Rows)
	for _, inner := range g.Groups {
		list = append(list, members(inner)...)
	}
	return list
}

// TestGanttGroupsHoldEverythingOnce sees that no activity is left out of the chart or shown twice, and that a group
// says of its activities what is so.
func TestGanttGroupsHoldEverythingOnce(t *testing.T) {
	for name, p := range map[string]*reports.Pack{"programme": reportstest.Pack(), "awkward": reportstest.Hostile(), "many": reports.Build(reportstest.InputOf(reportstest.Many(20)))} {
		for by, groups := range map[string][]reports.GanttGroup{"phase": p.Gantt.ByPhase, "trust": p.Gantt.ByTrust} {
			var all []int
			for _, g := range groups {
				all = append(all, members(g)...)
				checkGroup(t, name+" by "+by, p, g)
			}
			slices.Sort(all)
			for k := range p.Schedule {
				if k >= len(all) || all[k] != k {
					t.Fatalf("%s by %s: activity %d is there twice or not at all", name, by, k)
				}
			}
			if len(all) != len(p.Schedule) {
				t.Errorf("%s by %s: %d activities, want %d", name, by, len(all), len(p.Schedule))
			}
		}
	}
}

func checkGroup(t *testing.T, name string, p *reports.Pack, g reports.GanttGroup) {
	t.Helper()
	done := 0
	for _, k := range members(g) {
		a := &p.Schedule[k]
		if a.State == reports.Done {
			done++
		}
		if a.Start < g.Start {
			t.Errorf("%s: %s begins before its group %s", name, a.ID, g.Name)
		}
		switch {
		case g.Level == reports.LevelPhase && g.ID != "" && a.Phase != g.ID, g.Level == reports.LevelTrust && g.ID != "" && a.Trust != g.ID:
			t.Errorf("%s: %s is in the group %s", name, a.ID, g.Name)
		}
	}
	if got := (reports.Share{N: done, Of: len(members(g))}); got != g.Activities {
		t.Errorf("%s: %s has %v activities done, says %v", name, g.Name, got, g.Activities)
	}
	for _, inner := range g.Groups {
		checkGroup(t, name, p, inner)
	}
}

// TestGanttGroupsAgreeWithTables sees that a phase and a trust have one slack, in the chart and in the tables.
func TestGanttGroupsAgreeWithTables(t *testing.T) {
	p := reportstest.Pack()
	phases, trusts := map[string]reports.Phase{}, map[string]reports.Trust{}
	for _, phase := range p.Phases {
		phases[phase.ID] = phase
	}
	for _, trust := range p.Trusts {
		trusts[trust.ID] = trust
	}
	for _, g := range p.Gantt.ByPhase {
		if phase, ok := phases[g.ID]; ok && (phase.Slack != g.Slack || phase.Finish != g.Finish || phase.Rating != g.Rating) {
			t.Errorf("phase %s: %v %v %v in the chart, %v %v %v in the table", g.ID, g.Slack, g.Finish, g.Rating, phase.Slack, phase.Finish, phase.Rating)
		}
	}
	for _, g := range p.Gantt.ByTrust {
		if trust, ok := trusts[g.ID]; ok && (trust.Slack != g.Slack || trust.Rating != g.Rating) {
			t.Errorf("trust %s: %v %v in the chart, %v %v in the table", g.ID, g.Slack, g.Rating, trust.Slack, trust.Rating)
		}
	}
}

// TestGanttChainsAreThoseOfThePack sees that the chain of a broken promise is the one that the summary tells.
func TestGanttChainsAreThoseOfThePack(t *testing.T) {
	p := reportstest.Pack()
	at := map[string]int{}
	for k := range p.Schedule {
		at[p.Schedule[k].ID] = k
	}
	checked := 0
	for _, promise := range p.Promises {
		if len(promise.Why) == 0 {
			continue
		}
		var want []string
		for _, step := range promise.Why[1:] {
			want = append(want, step.ID)
		}
		row := &p.Gantt.Rows[at[promise.Why[0].ID]]
		var got []string
		for _, k := range row.Back[:len(want)] {
			got = append(got, p.Schedule[k].ID)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-summary +chart):\n%s", promise.ID, diff)
		}
		if all := len(row.Back) + row.Further; all != len(want)+promise.WhyMore {
			t.Errorf("%s: %d activities lead to it in the chart, %d in the summary", promise.ID, all, len(want)+promise.WhyMore)
		}
		checked++
	}
	if checked == 0 {
		t.Error("no promise is broken, so that nothing was compared")
	}
}

// TestGanttClosedDays sees that no activity still to come that a blackout forbids is drawn over a hatched day, that every
// set of closed days is in order, and that blackouts of one lane do not overlap.
func TestGanttClosedDays(t *testing.T) {
	in := reportstest.Input()
	p := reports.Build(in)
	hatched := 0
	for k := range p.Schedule {
		a, row := &p.Schedule[k], &p.Gantt.Rows[k]
		if row.Closed < 0 || a.State != reports.Planned || len(in.Network.Activities[in.Network.Index(a.ID)].Terms.Pauses) > 0 {
			continue
		}
		hatched++
		for _, closed := range p.Gantt.Windows[row.Closed] {
			if closed.From <= a.Finish && a.Start <= closed.To {
				t.Errorf("%s, %s to %s, is drawn over days closed to it: %s", a.ID, a.Start, a.Finish, closed)
			}
		}
	}
	if hatched == 0 {
		t.Error("no activity has closed days")
	}
	for _, windows := range p.Gantt.Windows {
		for k := 1; k < len(windows); k++ {
			if windows[k].From <= windows[k-1].To {
				t.Errorf("closed days out of order: %v", windows)
			}
		}
	}
	for i, a := range p.Gantt.Blackouts {
		if a.Lane < 0 || a.Lane >= p.Gantt.Lanes {
			t.Errorf("%s is in lane %d of %d", a.ID, a.Lane, p.Gantt.Lanes)
		}
		for _, b := range p.Gantt.Blackouts[i+1:] {
			if a.Lane == b.Lane && a.Span.Overlaps(b.Span) {
				t.Errorf("%s and %s overlap in lane %d", a.ID, b.ID, a.Lane)
			}
		}
	}
}

// TestGanttCriticalIsTheChain sees that exactly the steps of the critical chains are marked.
func TestGanttCriticalIsTheChain(t *testing.T) {
	p := reportstest.Pack()
	want, got := map[string][]string{}, map[string][]string{}
	for _, chain := range p.Critical {
		for _, step := range chain.Steps {
			want[step.ID] = append(want[step.ID], chain.Name)
		}
	}
	for k := range p.Schedule {
		if names := p.Gantt.Rows[k].Critical; len(names) > 0 {
			got[p.Schedule[k].ID] = names
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-chains +chart):\n%s", diff)
	}
}

func TestGanttOfNothing(t *testing.T) {
	in := reports.Input{Network: &plan.Network{Plan: &plan.Plan{}}, Schedule: &plan.Schedule{}}
	if diff := cmp.Diff(reports.Gantt{}, reports.Build(in).Gantt); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
