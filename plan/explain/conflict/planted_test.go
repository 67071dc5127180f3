package conflict_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/plantest"
	"epr/plan/solve"
)

// planter puts contradictions into a plan that has a schedule. Each is made of work of its own, so that they
// have nothing to do with each other, but for "must", which tightens work that is there.
type planter struct {
	*rand.Rand
	plan  *plan.Plan
	count int
}

// contradictions are the sorts that are planted, the names of the issue first.
var contradictions = []struct {
	name  string
	plant func(*planter)
}{
	{"logic", (*planter).logic},
	{"team", (*planter).team},
	{"contract", (*planter).contract},
	{"gate", (*planter).gate},
	{"mixed", (*planter).mixed},
	{"lag", (*planter).lag},
	{"squeezed", (*planter).squeezed},
	{"must", (*planter).must},
}

// planted is the programme of a number: one that plantest draws and that has a schedule, with one to four
// contradictions in it, and their names.
func planted(t *testing.T, number int) (*plan.Plan, []string) {
	g := rapid.Custom(plantest.Plan)
	for seed := 1000 * number; ; seed++ {
		p := g.Example(seed)
		n, problems := expand.Expand(p)
		if slices.ContainsFunc(problems, isError) {
			continue
		}
		if answer, _ := solve.Possible(n, solve.PossibleSteps); answer != solve.Feasible {
			continue
		}
		planter := &planter{Rand: rand.New(rand.NewPCG(uint64(number), 7)), plan: p}
		var names []string
		for range 1 + planter.IntN(4) {
			sort := contradictions[planter.IntN(len(contradictions))]
			sort.plant(planter)
			names = append(names, sort.name)
		}
		return p, names
	}
}

// day is so many days into the programme.
func (p *planter) day(n int) calendar.Date { return p.plan.Programme.Status + calendar.Date(n) }

func (p *planter) id(what string) string {
	p.count++
	return fmt.Sprintf("planted-%d-%s", p.count, what)
}

// work adds one-off work that takes so many days after some other.
func (p *planter) work(what string, kind plan.Kind, days int, after ...string) *plan.Step {
	step := &plan.Step{ID: p.id(what), Kind: kind, Calendar: plan.EveryDay}
	step.Name = step.ID
	if kind != plan.Gate && kind != plan.Milestone {
		step.Days = plan.Duration{Low: days, Likely: days, High: days}
	}
	for _, other := range after {
		step.After = append(step.After, plan.After{Step: other})
	}
	p.plan.Activities.Add(step.ID, step)
	return step
}

// logic is a chain of work, too long for the date by which it must be done.
func (p *planter) logic() {
	first := p.work("first", plan.Other, 10+p.IntN(20))
	second := p.work("second", plan.Other, 10+p.IntN(20), first.ID)
	third := p.work("third", plan.Other, 5, second.ID)
	first.NotBefore = p.day(p.IntN(40))
	third.MustBy = first.NotBefore + calendar.Date(first.Days.Likely+second.Days.Likely-p.IntN(10))
}

// lag is work that must come soon after some other, and may not.
func (p *planter) lag() {
	first := p.work("early", plan.Other, 5)
	first.MustBy = p.day(20 + p.IntN(10))
	second := p.work("late", plan.Other, 5)
	second.Within = []plan.Within{{After: first.ID, Days: 5 + p.IntN(10)}}
	second.NotBefore = p.day(80 + p.IntN(20))
}

// team is more work than a team can do in time.
func (p *planter) team() {
	team := &plan.Team{ID: p.id("team"), Size: plan.Dated{{Is: 200}}}
	team.Name = team.ID
	p.plan.Teams.Add(team.ID, team)
	pieces := 3 + p.IntN(4)
	for range pieces {
		step := p.work("piece", plan.Other, 6)
		step.Needs = []plan.Need{{Team: team.ID, Amount: 100 + plan.Hundredths(p.IntN(2))*100}}
		step.MustBy = p.day(6*(pieces+1)/2 - 4)
	}
}

// contract is work that a blackout keeps out of the contract it must lie in.
func (p *planter) contract() {
	contract := &plan.Contract{ID: p.id("contract"), Starts: p.day(20), Ends: p.day(60 + p.IntN(10))}
	contract.Name = contract.ID
	p.plan.Contracts.Add(contract.ID, contract)
	step := p.work("covered", plan.Other, 20)
	step.Contracts = []string{contract.ID}
	p.closed(30+p.IntN(5), 55, step.ID)
}

// squeezed is the same for work that would fit but for what it waits for.
func (p *planter) squeezed() {
	first := p.work("before", plan.Other, 30)
	contract := &plan.Contract{ID: p.id("contract"), Ends: p.day(75)}
	contract.Name = contract.ID
	p.plan.Contracts.Add(contract.ID, contract)
	step := p.work("covered", plan.Other, 20, first.ID)
	contract.Covers = []string{step.ID}
	p.closed(45, 60+p.IntN(5), step.ID)
}

// closed keeps work out of some days.
func (p *planter) closed(from, to int, activity string) {
	blackout := &plan.Blackout{ID: p.id("blackout"), Effect: plan.Forbid, Activities: []string{activity}}
	blackout.Name = blackout.ID
	blackout.Windows.Spans = []calendar.Span{{From: p.day(from), To: p.day(to)}}
	p.plan.Blackouts.Add(blackout.ID, blackout)
}

// gate is a decision after the last meeting.
func (p *planter) gate() {
	body := &plan.Calendar{ID: p.id("body"), Meeting: &plan.Meeting{
		Dates: []calendar.Date{p.day(15), p.day(30 + p.IntN(5))}, Papers: p.IntN(4)}}
	body.Name = body.ID
	p.plan.Calendars.Add(body.ID, body)
	ready := p.work("papers", plan.Other, 36+p.IntN(10))
	gate := p.work("decision", plan.Gate, 0, ready.ID)
	gate.Meets = body.ID
}

// mixed is a team that is away when the work must be done, because of what that waits for.
func (p *planter) mixed() {
	team := &plan.Team{ID: p.id("team"), Size: plan.Dated{{Is: 300}, {From: p.day(25), Is: 100}}}
	team.Name = team.ID
	p.plan.Teams.Add(team.ID, team)
	first := p.work("before", plan.Other, 20+p.IntN(10))
	step := p.work("crowded", plan.Training, 10, first.ID)
	step.Needs = []plan.Need{{Team: team.ID, Amount: 200}}
	step.MustBy = p.day(90)
}

// must is a date by which work that is there cannot be done.
func (p *planter) must() {
	n, _ := expand.Expand(p.plan)
	windows := solve.Windows(n)
	for _, i := range p.Perm(len(n.Activities)) {
		a := &n.Activities[i]
		if windows == nil || windows[i].IsZero() || a.Started() || a.IsMilestone() || !a.Target.MustBy.IsZero() {
			continue
		}
		a.Step.MustBy = windows[i].From - 1
		if a.Step.MustBy >= p.plan.Programme.Start {
			return
		}
	}
	p.logic()
}
