package reports_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

var day = calendar.MustOf

// whole is a whole number that is stated.
func whole(n int) plan.Whole { return plan.Whole{N: n, Set: true} }

func TestTiles(t *testing.T) {
	got := reportstest.Pack().Tiles
	got.NextDecision = nil                        // see TestDecisions
	got.Worst.Why, got.Worst.WhyMore = nil, 0     // see TestWhy
	late := reports.Pounds{N: 416_667, Set: true} // a month of £250,000 and 20 of 30 days of the next
	want := reports.Tiles{
		LastGoLive: reports.LastGoLive{
			ID: "three/nhft/royal/go-live", Name: "Go live, Royal Northshire Hospital (Phase 3)",
			Date: day(2028, 5, 28), Was: day(2028, 5, 28), Change: whole(0),
		},
		Promises: reports.Share{N: 4, Of: 5},
		Worst: reports.Promised{
			ID: "one", Name: "Phase 1: core record", Phase: true, Finish: day(2027, 6, 20),
			Promise: reports.Promise{Date: day(2027, 4, 30), Kind: reports.PromisedBy},
			Slack:   whole(-51), Rating: reports.Red, LateCost: late,
		},
		ExtremeRisks: reports.Share{N: 4, Of: 12},
		Avoided:      reports.Avoided{Count: 11, Days: 647, Most: 118},
		SitesLive:    reports.Share{N: 0, Of: 8},
		Activities:   reports.Share{N: 7, Of: 134},
		AllKept:      plan.Chance{Share: 0, Set: true},
		WasExtreme:   whole(3),
		Versions:     []reports.Version{{LastGoLive: day(2028, 5, 28), Promises: reports.Share{N: 4, Of: 5}, LateCost: late}},
		LateCost:     late,
		LateMost:     "Phase 1: core record",
	}
	if diff := cmp.Diff(want, got, ignoreLast); diff != "" {
		t.Errorf("tiles (-want +got):\n%s", diff)
	}
}

// ignoreLast leaves out the index by which a promise finds its explanation.
var ignoreLast = cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".last" }, cmp.Ignore())

func inShort(p *reports.Pack) string {
	return strings.Join(p.InShort[:], "\n")
}

func TestInShortWithoutForecast(t *testing.T) {
	in := reportstest.Input()
	in.Forecast = nil
	want := `1 of 5 promises is missed: the worst is “Phase 1: core record” on 20 June 2027, 51 days late. The last go-live is “Go live, Royal Northshire Hospital (Phase 3)” on 28 May 2028, as in the last version.
What pushes “Phase 1: core record” most is the wait for a meeting of “Group board”, which moves “Approve the phase, Northshire Hospitals NHS Foundation Trust (Phase 1)” by 54 days, from 18 March 2027 to 11 May 2027. A chain of 8 activities leads there, from “Build, Outpatient clinics (Phase 1)” on 23 November 2026.
The next decision is “Release the second half of the device budget” on 12 January 2027 (Group board); missing it costs 56 days. 4 risks are extreme, led by “Staff not released for training” (score 20, owner: Chief nurse).`
	if diff := cmp.Diff(want, inShort(reports.Build(in))); diff != "" {
		t.Errorf("in short (-want +got):\n%s", diff)
	}
}

func TestInShort(t *testing.T) {
	want := `No, as things stand: in none of 1,000 replications are all 5 promises kept at once. “Phase 1: core record” never keeps 30 April 2027; a date to keep four times in five is 9 September 2027, 132 days later. The next weakest is “Organisational development plan approved” with 54% for 26 February 2027. The plan itself keeps 4 of them.
What costs most is the risk “Interfaces found missing in testing”: without it the programme is finished 8 days earlier on average and the chance of “Phase 2: coast and community” is 16 points higher. Next come “Staff not released for training” (6 days) and “Data migration takes another trial load” (5 days). “Go live, St Cuthbert's Community Hospital (Phase 2)” misses its window with a chance of 6%; beyond “Winter pressures” it comes 29 weeks later.
What would help most is the response to “Interfaces found missing in testing”, “Walk every interface on site before the build is frozen”: it saves £33,333 of delay on average and 4 days, at no stated cost.`
	if diff := cmp.Diff(want, inShort(reportstest.Pack())); diff != "" {
		t.Errorf("in short (-want +got):\n%s", diff)
	}
}

func TestDecisions(t *testing.T) {
	p := reportstest.Pack()
	want := []reports.Decision{
		{
			ID: "fund-devices", Name: "Release the second half of the device budget",
			Date: day(2027, 1, 12), Days: 52, Body: "Group board", PapersClose: day(2027, 1, 5), Owner: "Finance director",
			Criteria:    []string{"First half delivered and paid", "Order book agreed with the supplier"},
			NextMeeting: day(2027, 3, 9), Lost: 56,
		},
		{
			ID: "od-approval", Name: "Approve the organisational development plan",
			Date: day(2027, 3, 9), Days: 108, Body: "Group board", PapersClose: day(2027, 3, 2), Owner: "Chief people officer",
			Criteria: []string{"Gaps closed or funded", "Staff side consulted"},
			WaitsFor: []reports.Waiting{{
				ID: "od-plan", Name: "Organisational development plan approved",
				Start: day(2027, 1, 27), Finish: day(2027, 1, 27), Share: plan.One,
			}},
			NextMeeting: day(2027, 5, 11), Lost: 63,
		},
	}
	if diff := cmp.Diff(want, p.Decisions); diff != "" {
		t.Errorf("decisions (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want[0], *p.Tiles.NextDecision); diff != "" {
		t.Errorf("next decision (-want +got):\n%s", diff)
	}
	if got := p.Later[0]; got.Releases != "Go live, Dale View Hospital (Phase 1)" || got.ReleasesDate != day(2027, 6, 6) {
		t.Errorf("the approval of phase 1 releases %q on %s", got.Releases, got.ReleasesDate)
	}
}

func TestTrusts(t *testing.T) {
	p := reportstest.Pack()
	want := reports.Trust{
		ID: "nhft", Name: "Northshire Hospitals NHS Foundation Trust",
		Next: "Go live, Dale View Hospital (Phase 1)", NextDate: day(2027, 6, 6), NextSite: "Dale View Hospital",
		Last: day(2028, 5, 28), Sites: reports.Share{Of: 3}, GoLives: reports.Share{Of: 6},
		Promise: reports.Promise{Date: day(2027, 4, 30), Kind: reports.PromisedBy, FromPhase: true},
		Slack:   whole(-51), Rating: reports.Red,
		Tightest: "Go live, Westgate General Hospital (Phase 1)",
		HeldBy:   "waits for the team Cutover crew, busy with Go live, Dale View Hospital (Phase 1), from 5 Jun 2027 to 19 Jun 2027 (+14 days)",
	}
	if diff := cmp.Diff(want, p.Trusts[0]); diff != "" {
		t.Errorf("trust (-want +got):\n%s", diff)
	}
}

func TestPressing(t *testing.T) {
	slack := func(id string, s plan.Whole) reports.Trust { return reports.Trust{ID: id, Slack: s} }
	p := reports.Pack{Trusts: []reports.Trust{
		slack("a", whole(30)), slack("b", plan.Whole{}), slack("c", whole(-4)), slack("d", whole(30)),
	}}
	ids := func(list []reports.Trust) (ids []string) {
		for _, trust := range list {
			ids = append(ids, trust.ID)
		}
		return ids
	}
	if diff := cmp.Diff([]string{"a", "b", "c", "d"}, ids(p.Pressing(4))); diff != "" {
		t.Errorf("all of them (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"c", "a", "d"}, ids(p.Pressing(3))); diff != "" {
		t.Errorf("three of them (-want +got):\n%s", diff)
	}
}

func TestContracts(t *testing.T) {
	want := reports.Contract{
		ID: "old-pas", Name: "Old patient administration system",
		Starts: day(2019, 4, 1), Ends: day(2027, 6, 30), LatestEnd: day(2028, 6, 30),
		Outlasts: 3, LastOutlasted: day(2027, 7, 16),
		Needed:   []plan.Extension{{To: day(2028, 6, 30), Price: 310_000 * plan.One, Notice: 180}},
		Price:    310_000 * plan.One,
		NoticeBy: day(2027, 1, 1),
		Cover:    whole(350),
		// The phase's last go-live is in June, some weeks before what the contract must outlast.
		LastGoLive: day(2027, 6, 20), BeyondGoLive: whole(376),
		Options: []reports.ContractOption{{To: day(2028, 6, 30), Price: 310_000 * plan.One, NoticeBy: day(2027, 1, 1), Needed: true}},
		Periods: []reports.ContractPeriod{
			{Kind: reports.PeriodTerm, From: day(2026, 7, 1), To: day(2027, 6, 30)}, // it began before the programme
			{Kind: reports.PeriodExtension, From: day(2027, 7, 1), To: day(2028, 6, 30), Needed: true},
			{Kind: reports.PeriodOutlasted, From: day(2026, 11, 21), To: day(2027, 7, 16)},
			{Kind: reports.PeriodNotice, From: day(2026, 11, 21), To: day(2027, 1, 1)},
		},
	}
	if diff := cmp.Diff(want, reportstest.Pack().Contracts[2]); diff != "" {
		t.Errorf("contract (-want +got):\n%s", diff)
	}
	partner := reportstest.Pack().Contracts[0]
	if partner.WithVAT != 2_880_000*plan.One || partner.Threshold != 135_018*plan.One || !partner.AboveThreshold {
		t.Errorf("partner: with VAT %s, threshold %s, above %v", partner.WithVAT, partner.Threshold, partner.AboveThreshold)
	}
}

func TestWhy(t *testing.T) {
	worst := reportstest.Pack().Tiles.Worst
	var ids []string
	for _, step := range worst.Why {
		ids = append(ids, step.ID)
	}
	want := []string{
		"one/nhft/westgate/go-live", "one/nhft/westgate/go-no-go", "one/nhft/westgate/rehearse",
		"one/nhft/approve", "one/nhft/safety-case", "one/nhft/test",
	}
	if diff := cmp.Diff(want, ids); diff != "" || worst.WhyMore != 2 {
		t.Errorf("chain, and %d more (-want +got):\n%s", worst.WhyMore, diff)
	}
	wantMoved := []string{"waits for the next meeting that can decide, from 18 Mar 2027 to 11 May 2027 (+54 days)"}
	if diff := cmp.Diff(wantMoved, worst.Why[3].Moved); diff != "" {
		t.Errorf("what moved the approval (-want +got):\n%s", diff)
	}
}
