package diff_test

import (
	"flag"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/diff"
	"epr/plan/expand"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/source"
	"epr/plan/verify"
)

var long = flag.Bool("long", false, "compare every generated pair of versions, not only a few")

// pairOf draws a plan and a later version of it with edits in every group.
func pairOf(t *rapid.T) [2]*plan.Plan {
	old := plantest.Plan(t)
	new := copied(old)
	e := &editor{T: t, plan: new}
	for e.progress(); len(e.done) < 1; {
		e.done = append(e.done, "nothing happened")
	}
	e.estimates()
	e.scope()
	e.capacity()
	e.targets()
	return [2]*plan.Plan{old, new}
}

// copied is a plan of which every entry can be changed.
func copied(p *plan.Plan) *plan.Plan {
	made := *p
	made.Calendars, made.Teams, made.Phases = own(&p.Calendars), own(&p.Teams), own(&p.Phases)
	made.Activities, made.Blackouts, made.Contracts, made.Waivers = own(&p.Activities), own(&p.Blackouts), own(&p.Contracts), own(&p.Waivers)
	made.Trusts = own(&p.Trusts)
	made.Progress = slices.Clone(p.Progress)
	return &made
}

func own[T any](t *plan.Table[T]) plan.Table[T] {
	var made plan.Table[T]
	for id, entry := range t.All() {
		e := *entry
		made.Add(id, &e)
	}
	return made
}

// editor edits a plan as the weeks go by.
type editor struct {
	*rapid.T
	plan *plan.Plan
	done []string
}

func (e *editor) number(what string, from, to int) int {
	return rapid.IntRange(from, to).Draw(e.T, what)
}

func (e *editor) likely(what string) bool { return e.number(what, 0, 99) >= 30 }

func (e *editor) step(what string) *plan.Step {
	return e.plan.Activities.Get(rapid.SampledFrom(e.plan.Activities.IDs()).Draw(e.T, what))
}

// progress lets some weeks pass: the next activities in the order of the plan happen or begin.
func (e *editor) progress() {
	p := &e.plan.Programme
	before := max(p.Status, p.Start)
	p.Status = before + calendar.Date(e.number("weeks", 1, 6)*7)
	for k, id := range e.plan.Activities.IDs()[len(e.plan.Progress):] {
		if k == 3 || !e.likely("happens") {
			return
		}
		step := e.plan.Activities.Get(id)
		started := before + calendar.Date(e.number("started", 0, int(p.Status-before)-1))
		r := plan.Progress{Activity: id, Started: started}
		switch {
		case step.Kind == plan.Milestone || step.Kind == plan.Gate:
			r.Started, r.Finished = 0, started
		case e.likely("finished"):
			r.Finished = started + calendar.Date(e.number("took", 0, int(p.Status-started)-1))
		default:
			r.Remaining = plan.Whole{N: e.number("remaining", 1, 20), Set: true}
		}
		e.plan.Progress = append(e.plan.Progress, r)
		e.done = append(e.done, id)
	}
}

func (e *editor) estimates() {
	for range e.number("estimates", 1, 3) {
		step := e.step("estimated")
		if step.Kind == plan.Gate || step.Kind == plan.Milestone {
			continue
		}
		n := e.number("days now", 1, 25)
		step.Days = plan.Duration{Low: n, Likely: n, High: n + 2}
		if len(step.Needs) > 0 && e.likely("needs") {
			step.Needs = []plan.Need{{Team: step.Needs[0].Team, Amount: plan.Hundredths(e.number("needs now", 1, 4) * 50)}}
		}
	}
	trust := e.plan.Trusts.Get("ash")
	trust.Staff = plan.Staff{{Group: "nurses", Count: e.number("nurses now", 20, 120)}, {Group: "doctors", Count: 10}}
}

// scope adds work before and after what there is, takes work out that nothing speaks of, and changes lags.
func (e *editor) scope() {
	for k := range e.number("added", 0, 2) {
		added := &plan.Step{ID: fmt.Sprintf("added-%d", k), Name: "Added", Kind: plan.Build, In: plan.Place{Phase: "one"},
			Days: plan.Duration{Low: 1, Likely: e.number("days of it", 1, 15), High: 20}, Needs: []plan.Need{{Team: "crew", Amount: 100}}}
		e.plan.Activities.Add(added.ID, added)
		waits := e.step("waits for it")
		waits.After = append(slices.Clone(waits.After), plan.After{Step: added.ID})
	}
	if step := e.step("lag"); len(step.After) > 0 {
		step.After = slices.Clone(step.After)
		step.After[0].Lag = e.number("lag now", -3, 9)
		step.After[0].Within = plan.Whole{}
	}
	if step := e.step("unlinked"); e.likely("unlink") && len(step.After) > 0 {
		step.After = step.After[1:]
	}
	e.takeOut()
}

// takeOut takes the last activity out if nothing speaks of it.
func (e *editor) takeOut() {
	ids := e.plan.Activities.IDs()
	id := ids[e.number("taken out", 0, len(ids)-1)]
	for _, step := range e.plan.Activities.All() {
		for _, a := range step.After {
			if a.Step == id {
				return
			}
		}
		for _, w := range step.Within {
			if w.Before == id || w.After == id {
				return
			}
		}
	}
	var left plan.Table[plan.Step]
	for other, step := range e.plan.Activities.All() {
		if other != id {
			left.Add(other, step)
		}
	}
	e.plan.Activities = left
	e.plan.Progress = slices.DeleteFunc(e.plan.Progress, func(p plan.Progress) bool { return p.Activity == id })
}

func (e *editor) capacity() {
	e.plan.Teams.Add("crew", &plan.Team{ID: "crew", Name: "crew", Size: plan.Dated{{Is: 100}}})
	team := e.plan.Teams.Get("testers")
	team.Size = plan.Dated{{Is: 400}, {From: e.plan.Programme.Start + calendar.Date(e.number("size from", 1, 90)), Is: plan.Hundredths(e.number("size", 4, 16) * 50)}}
	e.plan.Blackouts.Add("new-window", &plan.Blackout{ID: "new-window", Effect: plan.Forbid, Blocks: []plan.Kind{plan.GoLive, plan.Training},
		Windows: calendar.Windows{Spans: []calendar.Span{{From: e.plan.Programme.Start + 60, To: e.plan.Programme.Start + calendar.Date(e.number("window to", 60, 110))}}}})
	if shop := e.plan.Calendars.Get("shop"); e.likely("holiday") {
		rule := *shop.Working
		at := e.plan.Programme.Start + calendar.Date(e.number("closed from", 0, 150))
		rule.NotWorked = append(slices.Clone(rule.NotWorked), calendar.NamedSpan{Span: calendar.Span{From: at, To: at + 5}})
		shop.Working = &rule
	}
	if e.likely("meeting") {
		board := e.plan.Calendars.Get("board")
		m := *board.Meeting
		m.Dates = append(slices.Clone(m.Dates), e.plan.Programme.Status+calendar.Date(e.number("meets", 1, 60)))
		slices.Sort(m.Dates)
		m.Dates = slices.Compact(m.Dates)
		board.Meeting = &m
	}
}

func (e *editor) targets() {
	phase := e.plan.Phases.Get("one")
	phase.By = e.plan.Programme.Start + calendar.Date(e.number("by now", 30, 300))
	phase.MustBy = 0
	if e.likely("later") {
		phase.NotBefore = e.plan.Programme.Start + calendar.Date(e.number("not before now", 0, 80))
	}
	e.plan.Waivers.Add("new-waiver", &plan.Waiver{ID: "new-waiver", Blackout: "new-window", Activities: []string{"work-00"},
		Approver: "director", Date: e.plan.Programme.Start, Reason: "quiet week"})
}

// asVersion schedules a plan; nil if it has errors or no schedule.
func asVersion(p *plan.Plan, committed *plan.Schedule) *diff.Version {
	if slices.ContainsFunc(plan.Check(p), isError) {
		return nil
	}
	n, problems := expand.Expand(p)
	if slices.ContainsFunc(problems, isError) {
		return nil
	}
	result, err := solve.Solve(n, solve.Options{Effort: solve.Quick, Committed: committed})
	if err != nil {
		return nil
	}
	return &diff.Version{Plan: p, Network: n, Schedule: result.Schedule, IsSound: verify.Check(n, result.Schedule).OK()}
}

// eachPair compares generated pairs of versions, all of them scheduled, as many as are wanted.
func eachPair(t *testing.T, wanted int, look func(seed int, old, new *diff.Version)) {
	t.Helper()
	g := rapid.Custom(pairOf)
	for seed := 0; wanted > 0; seed++ {
		if seed > 50*wanted+1000 {
			t.Fatalf("%d pairs short", wanted)
		}
		pair := g.Example(seed)
		old := asVersion(pair[0], nil)
		if old == nil {
			continue
		}
		if new := asVersion(pair[1], old.Schedule); new != nil {
			look(seed, old, new)
			wanted--
		}
	}
}

func isError(p source.Problem) bool { return p.Severity == source.Error }
