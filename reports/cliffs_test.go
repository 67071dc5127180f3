package reports_test

import (
	"testing"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestFallsTried holds that of many go-lives those nearest to their cliffs are tried beyond them, and that it is said.
func TestFallsTried(t *testing.T) {
	for _, c := range []struct {
		trusts, tried int
		said          string
	}{
		{30, 30, ""},
		{reports.MostFalls, reports.MostFalls, ""},
		{reports.MostFalls + 10, reports.MostFalls, "Only the 300 go-lives nearest to theirs were tried beyond it."},
	} {
		p := reports.Build(reportstest.InputOf(reportstest.Many(c.trusts)))
		if got := p.FallsTried(); got != c.said {
			t.Errorf("%d trusts: %q, want %q", c.trusts, got, c.said)
		}
		goLives, tried := 0, 0
		for _, m := range p.Cliffs() {
			if m.Kind != plan.GoLive {
				continue
			}
			goLives++
			if m.Fall.GoLive == "" {
				continue
			}
			if tried++; tried != goLives {
				t.Errorf("%d trusts: %s is tried, but not one that is nearer to its cliff", c.trusts, m.ID)
			}
		}
		if goLives != c.trusts || tried != c.tried {
			t.Errorf("%d trusts: %d of %d go-lives are tried, want %d of %d", c.trusts, tried, goLives, c.tried, c.trusts)
		}
	}
}

// TestFallsTriedAmongGates is the sentence about a plan of few go-lives and many other events.
func TestFallsTriedAmongGates(t *testing.T) {
	p := reports.Pack{Milestones: make([]reports.Milestone, reports.MostFalls)}
	p.Milestones = append(p.Milestones, reports.Milestone{Kind: plan.GoLive, Float: reports.Float{Cliff: plan.Whole{Set: true}}})
	if got, want := p.FallsTried(), "Only go-lives were tried beyond it."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
