package reports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"epr/calendar"
	"epr/examples"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/explain"
	"epr/plan/explain/float"
	"epr/plan/flow"
	"epr/plan/forecast"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/source"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestOneFigureOneValue holds every figure that stands in several places of a pack, and in several of its forms, to
// one value: of packs of all sorts, and of plans drawn at random with the forecast that the product makes of them.
func TestOneFigureOneValue(t *testing.T) {
	announced := reportstest.Programme()
	announced.Phases.Get("two").Announced[1].Date = day(2027, 9, 30) // before what is promised
	packs := map[string]*reports.Pack{
		"northshire": reportstest.Pack(), "without a forecast": reports.Build(reportstest.InputOf(reportstest.Programme())),
		"announced early": reports.Build(reportstest.WithForecast(reportstest.InputOf(announced))),
		"baselines":       reports.Build(reportstest.WithBaselines(reportstest.Input())),
		"many":            reports.Build(reportstest.WithForecast(reportstest.InputOf(reportstest.Many(40)))),
		"awkward":         reportstest.Hostile(),
	}
	if !testing.Short() {
		packs["lincolnshire"] = reportstest.OfModel(examples.Files, "lincolnshire.toml")
		for i, p := range drawnPacks(12) {
			packs[fmt.Sprintf("drawn %d", i+1)] = p
		}
	}
	for name, p := range packs {
		t.Run(name, func(t *testing.T) {
			c := figures{t, p}
			c.promises()
			c.dates()
			c.chances()
			c.forms()
		})
	}
}

// drawnPacks are packs of so many plans drawn at random, the same ones each time.
func drawnPacks(n int) []*reports.Pack {
	plans := rapid.Custom(plantest.Plan)
	var packs []*reports.Pack
	for seed := 0; len(packs) < n; seed++ {
		net, problems := expand.Expand(plans.Example(seed))
		if slices.ContainsFunc(problems, func(p source.Problem) bool { return p.Severity == source.Error }) {
			continue // some activity has no day to start on
		}
		result, err := solve.Solve(net, solve.Options{Effort: solve.Quick})
		if err != nil {
			continue // it has no schedule
		}
		net.Plan.Programme.Bands = plan.DefaultBands
		in := reports.Input{Network: net, Schedule: result.Schedule, Reasons: explain.Reasons(net, result.Schedule),
			Floats: float.New(flow.New(net, result.Schedule))}
		if in.Forecast, err = forecast.Run(net, result.Schedule, forecast.Options{Runs: 200}); err != nil {
			panic(err)
		}
		packs = append(packs, reports.Build(in))
	}
	return packs
}

// figures holds the figures of one pack together.
type figures struct {
	*testing.T
	*reports.Pack
}

func (f figures) same(what string, a, b any) {
	f.Helper()
	if a != b {
		f.Errorf("%s: %v and %v", what, a, b)
	}
}

// promises counts what is promised and kept: on the tile, in the list, of the phases, of the milestones, by the
// forecast, as evidence.
func (f figures) promises() {
	made, kept, ofPhases := 0, 0, 0
	late := reports.Pounds{}
	for i := range f.Promises {
		made++
		late.Set = late.Set || f.Promises[i].LateCost.Set
		late.N = max(late.N, f.Promises[i].LateCost.N)
		if f.Promises[i].Slack.N >= 0 {
			kept++
		}
		if f.Promises[i].Phase {
			ofPhases++
		}
	}
	f.same("promises on the tile and in the list", f.Tiles.Promises, reports.Share{N: kept, Of: made})
	f.same("promises as evidence and on the tile", f.Evidence.Kept, f.Tiles.Promises)
	promised := 0
	for i := range f.Phases {
		p := &f.Phases[i]
		if !p.Promise.IsZero() {
			promised++
		}
		if w := f.promised(p.ID, true); w != nil {
			f.same("slack of "+p.ID+" among the phases and the promises", p.Slack, w.Slack)
			f.same("finish of "+p.ID+" among the phases and the promises", p.Finish, w.Finish)
			f.same("promise of "+p.ID+" among the phases and the promises", p.Promise, w.Promise)
			f.same("rating of "+p.ID+" among the phases and the promises", p.Rating, w.Rating)
			f.same("cost of lateness of "+p.ID+" among the phases and the promises", p.LateCost, w.LateCost)
		}
	}
	f.same("phases with a promise and promises of phases", promised, ofPhases)
	f.same("cost of lateness on the tile and of the promises", f.Tiles.LateCost, late)
	if len(f.Promises) > 0 {
		f.same("the worst promise on the tile and in the list", f.Tiles.Worst.ID, f.Promises[0].ID)
	}
	if f.Confidence.Given {
		f.same("promises that the plan keeps, by the forecast and on the tile", f.Confidence.PlanKeeps, f.Tiles.Promises)
		things := map[string]bool{}
		for _, p := range f.Confidence.Promises {
			things[p.ID] = true
		}
		f.same("what has a chance and what is promised", len(things), made)
		if made > 1 && f.Confidence.AllKept.Share < 10_000 && len(f.Confidence.Promises) > 0 && !strings.HasPrefix(f.InShort[0], "No: ") &&
			!strings.Contains(f.InShort[0], together(made)) {
			f.Errorf("the summary does not speak of %s: %q", together(made), f.InShort[0])
		}
	}
}

func together(n int) string {
	if n == 2 {
		return "both promises"
	}
	return "all " + reports.Count(n, "promise")
}

// promised is the promise of a phase or an activity; nil if it has none.
func (f figures) promised(id string, phase bool) *reports.Promised {
	for i := range f.Promises {
		if w := &f.Promises[i]; w.ID == id && w.Phase == phase {
			return w
		}
	}
	return nil
}

// dates compares the dates of a thing wherever it stands with those of the schedule.
func (f figures) dates() {
	finish, start, done, underWay := map[string]calendar.Date{}, map[string]calendar.Date{}, 0, 0
	for i := range f.Schedule {
		a := &f.Schedule[i]
		start[a.ID], finish[a.ID] = a.Start, a.Finish
		switch a.State {
		case reports.Done:
			done++
		case reports.UnderWay:
			underWay++
		}
	}
	f.same("activities done on the tile and in the schedule", f.Tiles.Activities, reports.Share{N: done, Of: len(f.Schedule)})
	f.same("activities under way on the tile and in the schedule", f.Tiles.UnderWay, underWay)
	var last calendar.Date
	for i := range f.Milestones {
		m := &f.Milestones[i]
		f.same("date of "+m.ID+" among the milestones and in the schedule", m.Date, finish[m.ID])
		if m.Kind == plan.GoLive {
			last = max(last, m.Date)
		}
		if w := f.promised(m.ID, false); w != nil {
			f.same("slack of "+m.ID+" among the milestones and the promises", m.Slack, w.Slack)
		}
	}
	f.same("last go-live on the tile and among the milestones", f.Tiles.LastGoLive.Date, last)
	for _, d := range append(f.Decisions, f.Later...) {
		f.same("date of "+d.ID+" among the decisions and in the schedule", d.Date, finish[d.ID])
	}
	for _, clash := range f.Clashes.Avoided {
		if clash.To > start[clash.ID] {
			f.Errorf("%s was moved to %s and starts on %s", clash.ID, clash.To, start[clash.ID])
		}
	}
	for i := range f.Outline.Rows {
		if row := &f.Outline.Rows[i]; finish[row.ID] != 0 && row.Level > 1 {
			f.same("start of "+row.ID+" in the outline and in the schedule", row.Start, start[row.ID])
			f.same("finish of "+row.ID+" in the outline and in the schedule", row.Finish, finish[row.ID])
		}
	}
	f.groups(f.Gantt.ByPhase)
	for i := range f.Page.Rows {
		row := &f.Page.Rows[i]
		for k := range f.Trusts {
			if trust := &f.Trusts[k]; row.Level == reports.LevelTrust && row.ID == trust.ID && !f.Page.PerPhase && row.GoLive > trust.Last {
				f.Errorf("%s goes live last on %s by its page, on %s by its list", trust.ID, row.GoLive, trust.Last)
			}
		}
	}
}

// groups compares the phases of the chart with the table of the phases.
func (f figures) groups(list []reports.GanttGroup) {
	for i := range list {
		for k := range f.Phases {
			if g, p := &list[i], &f.Phases[k]; g.Level == reports.LevelPhase && g.ID == p.ID {
				f.same("work done of "+p.ID+" in the chart and among the phases", g.Activities, p.Activities)
				f.same("slack of "+p.ID+" in the chart and among the phases", g.Slack, p.Slack)
				f.same("rating of "+p.ID+" in the chart and among the phases", g.Rating, p.Rating)
			}
		}
	}
}

// chances compares what the forecast says of a thing wherever it stands.
func (f figures) chances() {
	c := &f.Confidence
	if !c.Given {
		return
	}
	f.same("chance of all promises on the tile and of the forecast", f.Tiles.AllKept, c.AllKept)
	f.same("chance of all promises as evidence and of the forecast", f.Evidence.AllKept, c.AllKept)
	for i := range c.Promises {
		p := &c.Promises[i]
		if c.AllKept.Share > p.Chance {
			f.Errorf("all promises are kept with %d, %s with %d", c.AllKept.Share, p.ID, p.Chance)
		}
		for k := range f.Phases {
			if phase := &f.Phases[k]; phase.ID == p.ID && phase.Promise == p.Promise {
				f.same("chance of "+p.ID+" among the phases and the promises", phase.Chance, plan.Chance{Share: p.Chance, Set: true})
				f.same("finish of "+p.ID+" among the phases and by the forecast", phase.Finish, p.Planned)
			}
		}
		for k := range f.Milestones {
			if m := &f.Milestones[k]; m.ID == p.ID && m.Promise == p.Promise {
				f.same("chance of "+p.ID+" among the milestones and the promises", m.Prospect.Chance, plan.Chance{Share: p.Chance, Set: true})
				f.same("P80 of "+p.ID+" among the milestones and the promises", m.Prospect.P80, p.P80)
			}
		}
	}
	for _, list := range [][]reports.Prospect{c.Phases, c.Dated, c.GoLives} {
		for _, x := range list {
			for k := range f.Milestones {
				if m := &f.Milestones[k]; m.ID == x.ID && x.Kind != reports.WholePhase {
					f.same("prospect of "+x.ID+" among the milestones and in the forecast", m.Prospect, x)
				}
			}
		}
	}
}
