package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
)

// TestRestOfPressing sees that what is shown and what is left out are all trusts, each once, and how the latter stand.
func TestRestOfPressing(t *testing.T) {
	slack := func(days int) plan.Whole { return plan.Whole{N: days, Set: true} }
	p := &reports.Pack{Trusts: []reports.Trust{
		{ID: "kept", Rating: reports.Green, Slack: slack(90)},
		{ID: "late", Rating: reports.Red, Slack: slack(-30)},
		{ID: "unlikely", Rating: reports.Red, Slack: slack(60)},
		{ID: "none", Rating: reports.Unpromised},
		{ID: "live", Rating: reports.Live, Slack: slack(100)},
		{ID: "tight", Rating: reports.Amber, Slack: slack(10)},
		{ID: "later", Rating: reports.Red, Slack: slack(-60)},
	}}
	for n, want := range map[int]string{
		0: "2 late, 1 unlikely, 1 tight, 1 kept, 1 live, 1 without a promise",
		2: "1 unlikely, 1 tight, 1 kept, 1 live, 1 without a promise",
		6: "1 without a promise",
		7: "",
	} {
		seen := map[string]int{}
		for _, list := range [][]reports.Trust{p.Pressing(n), p.RestOfPressing(n)} {
			for i := range list {
				seen[list[i].ID]++
			}
		}
		if len(seen) != len(p.Trusts) || len(p.Pressing(n))+len(p.RestOfPressing(n)) != len(p.Trusts) {
			t.Errorf("%d shown: %v", n, seen)
		}
		if diff := cmp.Diff(want, reports.TrustStandings(p.RestOfPressing(n))); diff != "" {
			t.Errorf("%d shown (-want +got):\n%s", n, diff)
		}
	}
}
