package html

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/reports"
	"epr/reports/reportstest"
)

// chainIn is what leads to an activity by the data of a page, as the script puts it together.
func chainIn(d *data, activity int) (back []int, further int) {
	whole := map[int]chain{}
	for _, c := range d.Activities.Chains {
		whole[c.Activity] = c
	}
	for at := activity; at >= 0; {
		if c, ok := whole[at]; ok {
			return append(back, c.Back...), c.Further
		}
		if at = d.Activities.Back[at]; at >= 0 {
			back = append(back, at)
		}
	}
	return back, 0
}

// TestChains sees that the page tells the chain of the pack for every activity, though it says most of it once.
func TestChains(t *testing.T) {
	for name, p := range packs() {
		d := dataIn(t, write(t, p))
		for i := range p.Gantt.Rows {
			checkChain(t, name, &d, p, i)
		}
	}
}

func checkChain(t *testing.T, name string, d *data, p *reports.Pack, i int) {
	t.Helper()
	row := &p.Gantt.Rows[i]
	back, further := chainIn(d, i)
	if got, want := len(back)+further, len(row.Back)+row.Further; got != want {
		t.Fatalf("%s, %s: %d lead there, want %d", name, p.Schedule[i].ID, got, want)
	}
	if diff := cmp.Diff(row.Back, back[:len(row.Back):len(row.Back)]); len(row.Back) > 0 && diff != "" {
		t.Errorf("%s, %s (-pack +page):\n%s", name, p.Schedule[i].ID, diff)
	}
}

// TestChainsGivenInFull sees that a chain that does not go on like the one before it is kept as it is.
func TestChainsGivenInFull(t *testing.T) {
	g := gathering{pack: &reports.Pack{Gantt: reports.Gantt{Rows: []reports.GanttRow{
		{}, {Back: []int{0}}, {Back: []int{1, 0}}, {Back: []int{2, 0}, Further: 4}, {Back: []int{3, 2, 0}, Further: 4},
	}}}}
	g.gatherChains()
	if diff := cmp.Diff([]chain{{3, []int{2, 0}, 4}}, g.Activities.Chains); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for i, row := range g.pack.Gantt.Rows {
		back, further := chainIn(&g.data, i)
		if diff := cmp.Diff(row.Back, back); diff != "" || further != row.Further {
			t.Errorf("%d: %d further, want %d (-want +got):\n%s", i, further, row.Further, diff)
		}
	}
}

// baselinesPack is the invented programme with two baselines and rules that break.
func baselinesPack() *reports.Pack {
	p := reports.Build(reportstest.WithBaselines(reportstest.Input()))
	last := &p.Schedule[len(p.Schedule)-1]
	p.Confidence.Breaks = []reports.Break{
		{Rule: reports.BreakMustBy, ID: last.ID, Name: last.Name, Date: last.Finish, Share: 1_200},
		{Rule: reports.BreakOutlast, ID: p.Schedule[0].ID, Name: p.Schedule[0].Name, Other: "Old <system>", Share: 40},
	}
	return p
}
