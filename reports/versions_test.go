package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestVersions holds the earlier figures of the invented programme against its baselines, which lay 60 and at most
// 14 days earlier, and its last version.
func TestVersions(t *testing.T) {
	in := reportstest.WithBaselines(reportstest.Input())
	p := reports.Build(in)
	var names []string
	for i := range p.Tiles.Versions {
		names = append(names, p.Tiles.Versions[i].Name())
	}
	if diff := cmp.Diff([]string{"baseline “outline”", "baseline “approved”", "last version"}, names); diff != "" {
		t.Fatal(diff)
	}
	outline, last := p.Tiles.Versions[0], p.Tiles.Versions[2]
	if want := p.Tiles.LastGoLive.Date - 60; outline.LastGoLive != want {
		t.Errorf("the outline's last go-live is %s, want %s", outline.LastGoLive.Short(), want.Short())
	}
	if last.LastGoLive != p.Tiles.LastGoLive.Was {
		t.Errorf("the last version's last go-live is %s, and %s on the tile", last.LastGoLive.Short(), p.Tiles.LastGoLive.Was.Short())
	}
	if outline.Promises.N < p.Tiles.Promises.N || outline.Promises.Of == 0 {
		t.Errorf("everything 60 days earlier keeps %d of %d promises, now %d are kept", outline.Promises.N, outline.Promises.Of, p.Tiles.Promises.N)
	}
}

// TestWasExtreme counts the last register by hand.
func TestWasExtreme(t *testing.T) {
	in := reportstest.Input()
	want := plan.Whole{Set: true}
	for _, r := range in.LastRegister {
		if r.Score >= 15 {
			want.N++
		}
	}
	if got := reports.Build(in).Tiles.WasExtreme; got != want || want.N == 0 {
		t.Errorf("%+v, want %+v", got, want)
	}
	in.LastRegister = nil
	if got := reports.Build(in).Tiles.WasExtreme; got.Set {
		t.Errorf("without a last register %+v", got)
	}
}

func TestTrend(t *testing.T) {
	day := calendar.MustOf
	m := reports.Milestone{Date: day(2027, 6, 20), Was: day(2027, 6, 6)}
	m.Baselines = []reports.BaselineDate{{ID: "one", Date: day(2027, 5, 23)}, {ID: "two", Date: day(2027, 6, 13)}}
	want := []reports.TrendPoint{
		{"baseline “one”", day(2027, 5, 23), 0},
		{"baseline “two”", day(2027, 6, 13), 21},
		{"last version", day(2027, 6, 6), -7},
		{"now", day(2027, 6, 20), 14},
	}
	if diff := cmp.Diff(want, m.Trend()); diff != "" {
		t.Error(diff)
	}
	if got := m.Drift(); got != (plan.Whole{N: 28, Set: true}) {
		t.Errorf("it drifted by %+v, want 28 days", got)
	}
	for len(m.Baselines) < 9 {
		m.Baselines = append(m.Baselines, reports.BaselineDate{ID: "more", Date: day(2027, 6, 13)})
	}
	if got := m.Trend(); len(got) != reports.MostTrend || got[len(got)-1].Version != "now" || got[len(got)-2].Later != -7 {
		t.Errorf("a long trend is %+v", got)
	}
	if got := (&reports.Milestone{Date: day(2027, 6, 20)}).Trend(); got != nil {
		t.Errorf("a new milestone has the trend %+v", got)
	}
}

// TestCliffs holds that the list is the milestones with a cliff, the nearest first.
func TestCliffs(t *testing.T) {
	p := reportstest.Pack()
	list, want := p.Cliffs(), 0
	for i := range p.Milestones {
		if p.Milestones[i].Float.Cliff.Set {
			want++
		}
	}
	if len(list) != want || want == 0 {
		t.Fatalf("%d, want %d", len(list), want)
	}
	for k := 1; k < len(list); k++ {
		if list[k].Float.Cliff.N < list[k-1].Float.Cliff.N {
			t.Errorf("%s comes after %s", list[k].ID, list[k-1].ID)
		}
	}
}

func TestOverloads(t *testing.T) {
	month := calendar.MustOf(2027, 3, 1)
	for _, c := range []struct {
		name  string
		teams reports.Teams
		want  string
	}{
		{"none", reports.Teams{}, "No team is needed beyond its size in any period to come."},
		{"past", reports.Teams{Overloads: []reports.Overload{{Team: "Trainers", First: month, Past: true}}},
			"No team is needed beyond its size in any period to come; 1 period that is over was."},
		{"both", reports.Teams{Overloads: []reports.Overload{{Past: true}, {Past: true}, {}}},
			"1 period to come needs a team beyond its size; 2 periods that are over were."},
	} {
		if got := c.teams.OverloadSentence(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestOverloadsAreLoads holds that exactly the loads beyond a size are overloads, and that sizes add up.
func TestOverloadsAreLoads(t *testing.T) {
	teams := reportstest.Pack().Teams
	over, sizes := 0, make([]plan.Hundredths, len(teams.Periods))
	for _, row := range teams.Rows {
		for p, load := range row.Loads {
			sizes[p] += load.Size
			if load.Percent() > 100 {
				over++
			}
		}
	}
	if len(teams.Overloads) != over {
		t.Errorf("%d overloads, %d loads over 100%%", len(teams.Overloads), over)
	}
	if diff := cmp.Diff(sizes, teams.Sizes); diff != "" {
		t.Error(diff)
	}
}

// TestContractOptions holds the extensions of a contract with the notice that each wants, and what lies beyond its
// last go-live.
func TestContractOptions(t *testing.T) {
	in, all := reportstest.Input(), 0
	for _, c := range reports.Build(in).Contracts {
		all += len(c.Options)
		source := in.Network.Plan.Contracts.Get(c.ID)
		if len(c.Options) != len(source.Extensions) {
			t.Fatalf("%s has %d options of %d extensions", c.ID, len(c.Options), len(source.Extensions))
		}
		needed, end := 0, source.Ends
		for k, x := range c.Options {
			if want := end - calendar.Date(source.Extensions[k].Notice); !end.IsZero() && x.NoticeBy != want {
				t.Errorf("%s: notice by %s, want %s", c.ID, x.NoticeBy.Short(), want.Short())
			}
			if end = x.To; x.Needed {
				needed++
			}
		}
		if needed != len(c.Needed) {
			t.Errorf("%s: %d options are needed, %d extensions", c.ID, needed, len(c.Needed))
		}
		if c.BeyondGoLive.Set && c.BeyondGoLive.N < c.Cover.N {
			t.Errorf("%s: cover of %d days beyond the go-live, and %d beyond the last work", c.ID, c.BeyondGoLive.N, c.Cover.N)
		}
	}
	if all == 0 {
		t.Error("no contract of the invented programme has an extension")
	}
}
