package explain_test

import (
	"flag"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/plan"
	"epr/plan/edit"
	"epr/plan/expand"
	"epr/plan/explain"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/verify"
)

// The net under the chains. What a chain claims is tried: the fact is taken out of the plan, the plan
// expanded again, the activity put where the chain says it could then be, and plan/verify, which shares no
// code with package explain, has to find nothing wrong that was not wrong before. That a fact alone is not
// enough is tried on every single day.

var every = flag.Bool("every", false, "try the chains of every activity of the example")

// tally counts what was tried.
type tally struct{ alone, withOthers, kept, rests, roots, untried int }

// lifted is a network without some facts, as far as they concern some activities.
func lifted(n *plan.Network, facts []explain.Fact, moved map[int]plan.Row) (*plan.Network, bool) {
	p := n.Plan
	for _, f := range facts {
		for i := range moved {
			if i != f.Activity && holdsToo(&n.Activities[i], f) {
				return nil, false // a plan cannot say that it holds one of them and not the other
			}
		}
		switch f.Cause {
		case explain.Blackout:
			for _, i := range slices.Sorted(maps.Keys(moved)) {
				p = edit.Apply(p, edit.Waive(f.Blackout.ID, n.Activities[i].ID))
			}
		case explain.Team:
			p = edit.Apply(p, edit.MorePeople(f.Team.ID, 100_000, p.Programme.Start-1000, 0))
		case explain.Contract:
			p = edit.Apply(p, edit.Drop(edit.Statement{Noun: edit.Noun{Table: edit.Contract, ID: f.Contract.ID}, Key: "starts"}))
		case explain.NotBefore:
			p = withoutNotBefore(p, n, f)
		case explain.StartsOn:
			p = withoutStartsOn(p, n, f)
		case explain.Meeting, explain.Slots:
			key := map[explain.Cause]string{explain.Meeting: "dates", explain.Slots: "slots"}[f.Cause]
			body := n.Activities[f.Activity].Step.Meets
			p = edit.Apply(p, edit.Drop(edit.Statement{Noun: edit.Noun{Table: edit.Calendar, ID: body}, Key: key}))
			if row, ok := moved[f.Activity]; ok && f.Cause == explain.Meeting {
				p = edit.Apply(p, edit.Meet(body, row.Start)) // it may lie before the programme
			}
		case explain.Link, explain.MaximumLag, explain.Programme, explain.Status: // below, and in the judge
		default:
			return nil, false
		}
	}
	free, _ := expand.Expand(p)
	for _, f := range facts {
		for k := range free.Links {
			l := &free.Links[k]
			switch {
			case f.Cause == explain.Link && !l.Max && l.From == f.Other && l.To == f.Activity:
				l.Lag = -10_000 // it means nothing any more; without any link a milestone would be at another time of day
			case f.Cause == explain.MaximumLag && l.Max && l.To == f.Other && l.From == f.Activity:
				l.Lag = 10_000
			}
		}
	}
	return free, true
}

// holdsToo reports whether the start of a contract or of a phase holds another activity as well.
func holdsToo(a *plan.Activity, f explain.Fact) bool {
	switch f.Cause {
	case explain.Contract:
		return slices.Contains(a.Contracts, f.Contract)
	case explain.NotBefore:
		return f.Phase != nil && a.Place.Phase == f.Phase.ID
	}
	return false
}

func withoutNotBefore(p *plan.Plan, n *plan.Network, f explain.Fact) *plan.Plan {
	if f.Phase != nil {
		return edit.Apply(p, edit.Drop(edit.Statement{Noun: edit.Noun{Table: edit.Phase, ID: f.Phase.ID}, Key: "not_before"}))
	}
	return withoutOwn(p, n, f, "not_before", func(a *plan.Adjust) bool { return !a.NotBefore.IsZero() })
}

func withoutStartsOn(p *plan.Plan, n *plan.Network, f explain.Fact) *plan.Plan {
	return withoutOwn(p, n, f, "starts_on", func(a *plan.Adjust) bool { return a.StartsOn != 0 })
}

func withoutOwn(p *plan.Plan, n *plan.Network, f explain.Fact, key string, states func(*plan.Adjust) bool) *plan.Plan {
	a := &n.Activities[f.Activity]
	p = edit.Apply(p, edit.Drop(edit.Statement{Noun: edit.NounOf(n.Plan, a), Key: key}))
	for _, adjust := range a.Adjusts {
		if states(adjust) {
			p = edit.Apply(p, edit.Drop(edit.Statement{Noun: edit.Noun{Table: edit.Adjust, ID: adjust.Selector}, Key: key}))
		}
	}
	return p
}

// judge is a network without some facts with what verify says of the schedule as it is.
type judge struct {
	net    *plan.Network
	sched  *plan.Schedule
	before map[string]bool
	past   bool // work may lie before the programme's start and the status date
}

func newJudge(n *plan.Network, s *plan.Schedule, without ...explain.Fact) *judge {
	j := &judge{net: n, sched: s, before: map[string]bool{}}
	for _, f := range without {
		j.past = j.past || f.Cause == explain.Programme || f.Cause == explain.Status
	}
	report := verify.Check(n, s)
	for _, v := range report.Violations {
		j.before[fmt.Sprint(v.Rule, v.Activities, v.Text)] = true
	}
	for _, e := range report.Entered {
		j.before[e.Activity+" in "+e.Blackout.ID] = true
	}
	return j
}

// refuses is the first thing wrong once some activities have other dates, "" if there is none. Milestones that
// would follow are left where they are, and that is not counted.
func (j *judge) refuses(asked int, moved map[int]plan.Row) string {
	s := &plan.Schedule{Rows: slices.Clone(j.sched.Rows)}
	for i, row := range moved {
		k := slices.IndexFunc(s.Rows, func(r plan.Row) bool { return r.ID == row.ID })
		s.Rows[k] = j.dated(i, row)
	}
	report := verify.Check(j.net, s)
	for _, e := range report.Entered {
		if e.Why == verify.Soft && !j.before[e.Activity+" in "+e.Blackout.ID] {
			return e.Activity + " would enter " + e.Blackout.ID + ", for which a price is due"
		}
	}
	for _, v := range report.Violations {
		if v.Rule == verify.Milestone && j.net.Index(first(v.Activities)) != asked {
			continue
		}
		if j.past && (v.Rule == verify.Progress || v.Rule == verify.Horizon) {
			continue
		}
		if !j.before[fmt.Sprint(v.Rule, v.Activities, v.Text)] {
			return v.Text
		}
	}
	return ""
}

func first(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// dated is a row with the finish that its start gives it in the judge's network.
func (j *judge) dated(i int, row plan.Row) plan.Row {
	if a := &j.net.Activities[i]; !a.IsMilestone() && a.Kind != plan.Gate {
		if day := a.Terms.Work.Finish(row.Start, a.Days.Likely); !day.IsZero() {
			row.Finish = day
		}
	}
	return row
}

func checkChains(t rapid.TB, n *plan.Network, s *plan.Schedule, activities []int) tally {
	var sum tally
	for _, chain := range explain.Chains(n, s, activities) {
		for k, step := range chain.Steps {
			goesOn := chain.Joins
			if k+1 < len(chain.Steps) {
				goesOn = chain.Steps[k+1].Activity
			}
			if step.Next != goesOn {
				t.Errorf("%s: the chain goes on with %d, but the next is %d", n.Activities[step.Activity].ID, goesOn, step.Next)
			}
			for _, h := range step.Holds {
				checkHold(t, n, s, step.Activity, h, &sum)
			}
			for _, r := range step.Rests {
				checkRest(t, n, s, step.Activity, r)
				sum.rests++
			}
		}
	}
	return sum
}

func checkHold(t rapid.TB, n *plan.Network, s *plan.Schedule, i int, h explain.Hold, sum *tally) {
	t.Helper()
	row, _ := s.Find(n.Activities[i].ID)
	say := fmt.Sprintf("%s, on %s, cause %d (%s to %s), without it %s", row.ID, row.Start, h.Cause, h.From, h.To, h.Without)
	moved := explain.Along(n, s, i, h.Without)
	switch {
	case h.Cause == explain.Progress:
		sum.roots++
		return
	case h.Without >= row.Start || h.Without == 0:
		t.Errorf("%s: no earlier day is named", say)
		return
	case h.Cause == explain.Kept:
		sum.kept++
		if wrong := newJudge(n, s).refuses(i, moved); wrong != "" {
			t.Errorf("%s: nothing is said to be in the way, but %s", say, wrong)
		}
		return
	}
	facts := append([]explain.Fact{h.Fact}, h.Also...)
	free, ok := lifted(n, facts, moved)
	if ok && slices.ContainsFunc(facts, rests) {
		moved = explain.Along(free, s, i, h.Without) // it finishes on another day, and what has to follow closely does
		free, ok = lifted(n, facts, moved)
	}
	if !ok {
		sum.untried++
		return
	}
	if wrong := newJudge(free, s, facts...).refuses(i, moved); wrong != "" {
		t.Errorf("%s (and %d more facts): %s", say, len(h.Also), wrong)
	}
	if h.Alone {
		sum.alone++
		return
	}
	sum.withOthers++
	if !explain.IsTied(n, i) {
		checkNotAlone(t, n, s, i, h, say)
	}
}

// rests reports whether a fact stops work rather than keep it out.
func rests(f explain.Fact) bool {
	return f.Cause == explain.Blackout && f.Blackout.Effect == plan.Pause
}

// checkNotAlone tries every earlier day without the one fact.
func checkNotAlone(t rapid.TB, n *plan.Network, s *plan.Schedule, i int, h explain.Hold, say string) {
	t.Helper()
	free, _ := lifted(n, []explain.Fact{h.Fact}, map[int]plan.Row{i: {Start: n.Horizon.From}})
	judge, row := newJudge(free, s, h.Fact), plan.Row{}
	row, _ = s.Find(n.Activities[i].ID)
	for day := row.Start - 1; day >= n.Horizon.From && day > row.Start-100; day-- {
		try := map[int]plan.Row{i: {ID: row.ID, Start: day, Finish: day}}
		if judge.refuses(i, try) == "" {
			t.Errorf("%s: the fact is said not to be enough, but without it alone %s is fine", say, day)
			return
		}
	}
}

// checkRest tries that an activity would finish earlier without a blackout in which it rests.
func checkRest(t rapid.TB, n *plan.Network, s *plan.Schedule, i int, r explain.Rest) {
	t.Helper()
	a := &n.Activities[i]
	row, _ := s.Find(a.ID)
	free, _ := lifted(n, []explain.Fact{{Cause: explain.Blackout, Activity: i, Other: -1, Blackout: r.Blackout}}, map[int]plan.Row{i: {}})
	j := newJudge(free, s)
	changed := &plan.Schedule{Rows: slices.Clone(s.Rows)}
	for k := range changed.Rows {
		if changed.Rows[k].ID == a.ID {
			changed.Rows[k].Finish = r.Without
		}
	}
	for _, v := range verify.Check(free, changed).Violations {
		follows := v.Rule == verify.Milestone || v.Rule == verify.MaximumLag || v.Rule == verify.Team && a.Started()
		if !follows && !j.before[fmt.Sprint(v.Rule, v.Activities, v.Text)] {
			t.Errorf("%s rests in %s and would finish on %s instead of %s, but %s", a.ID, r.Blackout.ID, r.Without, row.Finish, v.Text)
		}
	}
}

func TestChainsOfTheExampleAreFaithful(t *testing.T) {
	n, s := plantest.Example(t, "lincolnshire")
	asked := []int{n.Index("one/all-live"), n.Index("three/all-live")}
	switch {
	case testing.Short():
		asked = asked[:1]
	case *every:
		asked = nil
		for i := range n.Activities {
			asked = append(asked, i)
		}
	}
	t.Logf("%+v", checkChains(t, n, s, asked))
}

// TestChainsOfGeneratedProgrammesAreFaithful tries small programmes of every sort; -rapid.checks=200 tries more
// of them.
func TestChainsOfGeneratedProgrammesAreFaithful(t *testing.T) {
	var sum tally
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
		if err != nil {
			t.Skip("no schedule")
		}
		all := make([]int, len(n.Activities))
		for i := range all {
			all[i] = i
		}
		one := checkChains(t, n, result.Schedule, all)
		sum.alone += one.alone
		sum.withOthers += one.withOthers
		sum.kept += one.kept
		sum.rests += one.rests
		sum.roots += one.roots
		sum.untried += one.untried
	})
	t.Logf("%+v", sum)
}
