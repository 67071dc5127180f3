package reports_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// rowsIn lists the activities of some groups.
func rowsIn(groups []reports.GanttGroup) []int {
	var rows []int
	for i := range groups {
		rows = append(append(rows, groups[i].Rows...), rowsIn(groups[i].Groups)...)
	}
	slices.Sort(rows)
	return rows
}

// TestFolded sees that of many trusts those with the least slack stand first, that the rest is counted and nothing is
// lost.
func TestFolded(t *testing.T) {
	p := reports.Build(reportstest.InputOf(reportstest.Many(60)))
	for name, groups := range map[string][]reports.GanttGroup{"by trust": p.Gantt.ByTrust, "by phase": p.Gantt.ByPhase} {
		folded := reports.Folded(groups)
		if diff := cmp.Diff(rowsIn(groups), rowsIn(folded)); diff != "" {
			t.Errorf("%s: activities lost (-all +folded):\n%s", name, diff)
		}
		if name == "by phase" {
			if len(folded) != len(groups) {
				t.Fatalf("%d phases of %d", len(folded), len(groups))
			}
			folded = folded[len(folded)-1].Groups
		}
		checkFolded(t, name, folded)
	}
}

func checkFolded(t *testing.T, name string, folded []reports.GanttGroup) {
	t.Helper()
	var trusts []reports.GanttGroup
	for _, g := range folded {
		if g.Level == reports.LevelTrust && g.ID != "" {
			trusts = append(trusts, g)
		}
	}
	rest := folded[len(folded)-1]
	if len(trusts) != reports.PageGroups-1 || rest.Level != reports.LevelRest || rest.Name != "37 more trusts" || len(rest.Groups) != 37 {
		t.Fatalf("%s: %d trusts, then %q with %d", name, len(trusts), rest.Name, len(rest.Groups))
	}
	order := slices.Concat(trusts, rest.Groups)
	done, of := 0, 0
	for k := range order {
		if k > 0 && order[k-1].Slack.N > order[k].Slack.N {
			t.Errorf("%s: %s with a slack of %d stands before %s with %d", name, order[k-1].ID, order[k-1].Slack.N, order[k].ID, order[k].Slack.N)
		}
		if k >= len(trusts) {
			done, of = done+order[k].Activities.N, of+order[k].Activities.Of
			if order[k].Start < rest.Start || order[k].Finish > rest.Finish {
				t.Errorf("%s: %s is outside the rest", name, order[k].ID)
			}
		}
	}
	first := rest.Groups[0]
	if rest.Activities != (reports.Share{N: done, Of: of}) || rest.Slack != first.Slack || rest.Rating != first.Rating || rest.Promise != first.Promise {
		t.Errorf("%s: the rest is %+v", name, rest)
	}
}

// TestFoldedOfFew sees that few trusts stay as they are.
func TestFoldedOfFew(t *testing.T) {
	p := reportstest.Pack()
	if diff := cmp.Diff(p.Gantt.ByTrust, reports.Folded(p.Gantt.ByTrust)); diff != "" {
		t.Errorf("(-all +folded):\n%s", diff)
	}
}

// TestPressingPhases sees that few phases stay in the plan's order and that of many the least slack comes first.
func TestPressingPhases(t *testing.T) {
	slack := func(id string, n int, set bool) reports.Phase {
		return reports.Phase{ID: id, Slack: plan.Whole{N: n, Set: set}}
	}
	p := &reports.Pack{Phases: []reports.Phase{slack("a", 9, true), slack("b", 0, false), slack("c", -3, true), slack("d", 9, true)}}
	for n, want := range map[int]string{4: "abcd", 5: "abcd", 3: "cad", 1: "c"} {
		got := ""
		for _, phase := range p.PressingPhases(n) {
			got += phase.ID
		}
		if got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}
