package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

func dayOf(n int) calendar.Date { return calendar.Date(n) }

// bare is a programme of nothing but its dates.
func bare() *plan.Plan {
	return &plan.Plan{Programme: plan.Programme{
		Name: "Bare", Start: day(2026, 7, 1), Status: day(2026, 7, 1), End: day(2027, 12, 31), Bands: plan.DefaultBands,
	}}
}

func TestBuildOfNothing(t *testing.T) {
	p := reports.Build(reportstest.InputOf(bare()))
	want := [3]string{
		"The plan makes no promise: no phase and no activity has a date to keep.",
		"The plan has no go-live and makes no promise, so there is no date to explain.",
		"No decision is left to take. The register holds no risk.",
	}
	if diff := cmp.Diff(want, p.InShort); diff != "" {
		t.Errorf("in short (-want +got):\n%s", diff)
	}
}

func TestOnePromise(t *testing.T) {
	for _, c := range []struct {
		name string
		by   calendar.Date
		want string
	}{
		{"kept", day(2026, 7, 10), "The one promise made is kept: “Tender” finishes on 7 July 2026, 3 days before its promise."},
		{"kept on the day", day(2026, 7, 7), "The one promise made is kept: “Tender” finishes on 7 July 2026, on the promised day."},
		{"missed", day(2026, 7, 6), "The one promise made is missed: “Tender” finishes on 7 July 2026, 1 day late."},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := bare()
			p.Activities.Add("tender", &plan.Step{ID: "tender", Name: "Tender", Kind: plan.Procurement,
				Days: plan.Duration{Low: 5, Likely: 5, High: 5}, Target: plan.Target{By: c.by}})
			if diff := cmp.Diff(c.want, reports.Build(reportstest.InputOf(p)).InShort[0]); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPromise(t *testing.T) {
	by, announced, must := day(2027, 4, 30), day(2027, 3, 31), day(2027, 6, 30)
	told := []plan.Announced{{Date: day(2026, 12, 31)}, {Date: announced}}
	for _, c := range []struct {
		name   string
		target plan.Target
		want   reports.Promise
	}{
		{"none", plan.Target{}, reports.Promise{}},
		{"by", plan.Target{By: by, MustBy: must}, reports.Promise{Date: by, Kind: reports.PromisedBy}},
		{"the last announced, if earlier than by", plan.Target{By: by, Announced: told}, reports.Promise{Date: announced, Kind: reports.Announced}},
		{"by, if earlier than announced", plan.Target{By: announced - 1, Announced: told}, reports.Promise{Date: announced - 1, Kind: reports.PromisedBy}},
		{"announced alone", plan.Target{Announced: told, MustBy: must}, reports.Promise{Date: announced, Kind: reports.Announced}},
		{"must by, for want of another", plan.Target{MustBy: must}, reports.Promise{Date: must, Kind: reports.MustBy}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := bare()
			p.Activities.Add("work", &plan.Step{ID: "work", Name: "Work", Kind: plan.Build,
				Days: plan.Duration{Low: 1, Likely: 1, High: 1}, Target: c.target})
			got := reports.Build(reportstest.InputOf(p)).Tiles.Worst.Promise
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestLateCost prices lateness day by day: a day costs its month's price divided by the days of the month.
func TestLateCost(t *testing.T) {
	rates := plan.Dated{{Is: 310_000 * plan.One}, {From: day(2026, 9, 1), Is: 600_000 * plan.One}}
	for _, c := range []struct {
		name string
		cost plan.Dated
		by   calendar.Date
		want reports.Pounds
	}{
		{"no cost of delay", nil, day(2026, 8, 1), reports.Pounds{}},
		{"kept", rates, day(2026, 9, 30), reports.Pounds{Set: true}},
		{"within a month", rates, day(2026, 9, 28), reports.Pounds{N: 40_000, Set: true}},
		{"over two rates", rates, day(2026, 8, 21), reports.Pounds{N: 100_000 + 600_000, Set: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := bare()
			p.Programme.CostOfDelay = c.cost
			add(t, &p.Playbooks, "book", &plan.Playbook{ID: "book"})
			p.Playbooks.Get("book").Steps.Add("build", &plan.Step{ID: "build", Name: "Build", Kind: plan.Build,
				Days: plan.Duration{Low: 1, Likely: 1, High: 1}, NotBefore: day(2026, 9, 30)})
			add(t, &p.Phases, "one", &plan.Phase{ID: "one", Name: "One", Playbooks: []string{"book"}, Target: plan.Target{By: c.by}})
			got := reports.Build(reportstest.InputOf(p)).Phases[0].LateCost
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func add[T any](t *testing.T, table *plan.Table[T], id string, entry *T) {
	t.Helper()
	if !table.Add(id, entry) {
		t.Fatalf("%s twice", id)
	}
}

func TestWhatIsNotGiven(t *testing.T) {
	in := reportstest.Input()
	in.Previous, in.Reasons, in.Checks, in.Files, in.Solve = nil, nil, nil, nil, reports.Solve{}
	in.Forecast, in.LastRegister = nil, nil
	p := reports.Build(in)
	want := []string{
		"There is no last version to compare with, so no change is shown.",
		"What holds each date was not worked out.",
		"The counts of the independent check were not given.",
	}
	if diff := cmp.Diff(want, p.Provenance.Limits[3:]); diff != "" {
		t.Errorf("limits (-want +got):\n%s", diff)
	}
	if p.InShort[1] != "What drives the dates was not worked out for this report." {
		t.Errorf("in short: %s", p.InShort[1])
	}
	if p.Header.Hash != "" || p.Tiles.LastGoLive.Change.Set {
		t.Errorf("hash %q, change %+v", p.Header.Hash, p.Tiles.LastGoLive.Change)
	}
}

func TestHash(t *testing.T) {
	in := reportstest.InputOf(bare())
	in.Files = []reports.File{{Name: "a.toml", SHA256: "0123456789abcdef"}}
	if got := reports.Build(in).Header.Hash; got != "0123456789ab" {
		t.Errorf("one file: %s", got)
	}
	in.Files = append(in.Files, reports.File{Name: "b.toml", SHA256: "fedcba"})
	// printf '0123456789abcdef  a.toml\nfedcba  b.toml\n' | sha256sum
	if got := reports.Build(in).Header.Hash; got != "5ad473c19941" {
		t.Errorf("two files: %s", got)
	}
}

// TestLive has one site live on its promised day and one to come: what is done has no slack to lose.
func TestLive(t *testing.T) {
	p := reportstest.Many(2)
	p.Programme.Status = day(2026, 12, 1)
	for id, phase := range p.Phases.All() {
		phase.By = day(2026, 11, 8)
		for _, step := range []struct {
			id              string
			start, finished calendar.Date
		}{
			{"design", day(2026, 7, 1), day(2026, 8, 11)}, {"build", day(2026, 8, 12), day(2026, 10, 7)},
			{"test", day(2026, 10, 8), day(2026, 11, 4)}, {"site/go-live", day(2026, 11, 7), day(2026, 11, 8)},
		} {
			p.Progress = append(p.Progress, plan.Progress{Activity: id + "/trust-001/" + step.id, Started: step.start, Finished: step.finished})
		}
	}
	pack := reports.Build(reportstest.InputOf(p))
	type standing struct {
		Rating reports.Rating
		Slack  plan.Whole
		Sites  reports.Share
	}
	var got []standing
	for _, trust := range pack.Trusts {
		got = append(got, standing{trust.Rating, trust.Slack, trust.Sites})
	}
	want := []standing{
		{reports.Live, plan.Whole{}, reports.Share{N: 1, Of: 1}},
		{reports.Red, whole(-161), reports.Share{Of: 1}}, // 90 working days from the status date, to 18 April
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("trusts (-want +got):\n%s", diff)
	}
	if pack.Tiles.SitesLive != (reports.Share{N: 1, Of: 2}) {
		t.Errorf("sites live: %+v", pack.Tiles.SitesLive)
	}
	if row := pack.Page.Rows[1]; row.Rating != reports.Green || row.Slack != whole(0) {
		t.Errorf("the site that is live is %s with a slack of %+v", row.Rating, row.Slack)
	}
	if p := pack.GoLives.Periods; p[0].Live != 1 || p[len(p)-1].Total != 2 {
		t.Errorf("over time: %+v", p)
	}
}
