package reports_test

import (
	"testing"

	"pgregory.net/rapid"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestSameNumberTwice holds the pack to its promise that a number shown in two places is the same number,
// whatever was promised, scored and done.
func TestSameNumberTwice(t *testing.T) {
	base := reportstest.Input()
	rapid.Check(t, func(t *rapid.T) {
		p := reports.Build(changed(t, base))
		agree(t, p)
	})
}

// changed draws other promises, other scores and a last version that knows fewer activities. None of them moves
// a date, so that the schedule stays valid.
func changed(t *rapid.T, in reports.Input) reports.Input {
	n := *in.Network
	n.Goals = append([]plan.Goal(nil), n.Goals...)
	for i := range n.Goals {
		n.Goals[i].Target = plan.Target{}
		if rapid.Bool().Draw(t, "promised") {
			n.Goals[i].By = day(2027, 1, 1) + dayOf(rapid.IntRange(0, 700).Draw(t, "by"))
		}
	}
	model := *n.Plan
	model.Risks = plan.Table[plan.Risk]{}
	for id, risk := range n.Plan.Risks.All() {
		other := *risk
		other.Current = plan.Score{Consequence: rapid.IntRange(1, 5).Draw(t, "consequence"), Likelihood: rapid.IntRange(1, 5).Draw(t, "likelihood")}
		model.Risks.Add(id, &other)
	}
	n.Plan = &model
	in.Network = &n
	previous := *in.Previous
	previous.Rows = previous.Rows[:rapid.IntRange(0, len(previous.Rows)).Draw(t, "rows")]
	in.Previous = &previous
	return in
}

func agree(t *rapid.T, p *reports.Pack) {
	same := func(what string, a, b int) {
		if a != b {
			t.Errorf("%s: %d and %d", what, a, b)
		}
	}
	kept := 0
	for _, promise := range p.Promises {
		if promise.Slack.N >= 0 {
			kept++
		}
	}
	same("promises kept on the tile and in the list", p.Tiles.Promises.N, kept)
	same("promises on the tile and in the list", p.Tiles.Promises.Of, len(p.Promises))

	moved, byBlackout := 0, 0
	for _, clash := range p.Clashes.Avoided {
		moved += clash.Days
	}
	for _, b := range p.Clashes.ByBlackout {
		byBlackout += b.Days
	}
	same("days moved on the tile and in the list", p.Tiles.Avoided.Days, moved)
	same("days moved on the tile and by blackout", p.Tiles.Avoided.Days, byBlackout)

	sites, goLives, done := 0, 0, 0
	for _, trust := range p.Trusts {
		sites += trust.Sites.Of
		goLives += trust.GoLives.Of
		done += trust.GoLives.N
	}
	same("sites on the tile and of the trusts", p.Tiles.SitesLive.Of, sites)
	events, live := 0, 0
	for _, m := range p.Milestones {
		if m.Kind == plan.GoLive {
			events++
			if m.State == reports.Done {
				live++
			}
		}
	}
	same("go-lives of the trusts and among the milestones", goLives, events)
	same("go-lives done of the trusts and among the milestones", done, live)
	same("go-lives over time and among the milestones", p.GoLives.Periods[len(p.GoLives.Periods)-1].Total, events)

	agreeOnRisks(same, p)
	agreeOnOdds(same, p)
	for _, phase := range p.Phases {
		for _, row := range p.Page.Rows {
			if row.Level == reports.LevelPhase && row.ID == phase.ID {
				same("finish of "+phase.ID+" in the table and on the page", int(phase.Finish), int(row.Finish))
				same("slack of "+phase.ID+" in the table and on the page", phase.Slack.N, row.Slack.N)
			}
		}
	}
}

func agreeOnRisks(same func(string, int, int), p *reports.Pack) {
	inMap, extremeInMap, inBands := 0, 0, 0
	for _, line := range p.Risks.Heat.Cells {
		for _, cell := range line {
			inMap += len(cell.IDs)
			if cell.Band == plan.Extreme {
				extremeInMap += len(cell.IDs)
			}
		}
	}
	for _, band := range p.Risks.ByBand {
		inBands += band.Count
	}
	same("risks in the register and on the heat map", len(p.Risks.Rows), inMap)
	same("risks in the register and by band", len(p.Risks.Rows), inBands)
	same("extreme risks on the tile and on the heat map", p.Tiles.ExtremeRisks.N, extremeInMap)
	same("extreme risks on the tile and by band", p.Tiles.ExtremeRisks.N, p.Risks.ByBand[0].Count)
	if len(p.Risks.Rows) > 0 {
		same("the first of the top five and of the register", p.Risks.Top[0].Rank, p.Risks.Rows[0].Rank)
	}
}

// agreeOnOdds holds the chances together that stand in several places.
func agreeOnOdds(same func(string, int, int), p *reports.Pack) {
	c := &p.Confidence
	same("chance of all promises on the tile and of the forecast", p.Tiles.AllKept.Share, c.AllKept.Share)
	same("chance of all promises as evidence and of the forecast", p.Evidence.AllKept.Share, c.AllKept.Share)
	same("extreme risks as evidence and on the tile", len(p.Evidence.Extreme), p.Tiles.ExtremeRisks.N)
	same("promises kept as evidence and on the tile", p.Evidence.Kept.N, p.Tiles.Promises.N)
	byID := map[string]reports.Prospect{}
	for _, x := range c.Dated {
		byID[x.ID] = x
	}
	for _, m := range p.Milestones {
		if x, both := byID[m.ID]; both {
			same("P80 of "+m.ID+" among the milestones and the prospects", int(m.Prospect.P80.Date), int(x.P80.Date))
			same("chance of "+m.ID+" among the milestones and the prospects", m.Prospect.Chance.Share, x.Chance.Share)
		}
	}
	for _, bar := range c.Tornado {
		for _, r := range p.Risks.Rows {
			if r.ID == bar.ID {
				same("days of "+bar.ID+" in the tornado and the register", bar.Days, r.Now.Days())
			}
		}
	}
}
