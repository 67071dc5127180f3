package plantest_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/verify"
)

// mutation breaks one rule of a schedule that keeps them all, and names an activity that the violation
// must be about ("" if it may be about any). It reports false where the network offers no occasion. How it
// breaks the rule it finds out from the tables that the expansion worked out, which the check does
// not use.
type mutation struct {
	rule verify.Rule
	name string
	make func(m *mutant) (string, bool)
}

// mutant is a schedule being broken.
type mutant struct {
	*rapid.T
	net  *plan.Network
	rows []plan.Row // one for each activity, in the same order
}

var mutations = []mutation{
	{verify.Missing, "row dropped", func(m *mutant) (string, bool) {
		i := m.pick(func(int) bool { return true })
		id := m.rows[i].ID
		m.rows = slices.Delete(m.rows, i, i+1)
		return id, true
	}},
	{verify.Extra, "row of nothing", func(m *mutant) (string, bool) {
		m.rows = append(m.rows, plan.Row{ID: "zeal", Start: m.rows[0].Start, Finish: m.rows[0].Finish})
		return "", true
	}},
	{verify.Span, "one worked day more", on(isWork, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Finish = a.Terms.Work.Next(r.Finish + 1)
		return !r.Finish.IsZero()
	})},
	{verify.Horizon, "past the end", on(isPlanned, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Finish = m.net.Horizon.To + 1
		return true
	})},
	{verify.Progress, "before the status date", on(isPlanned, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Start = m.net.Plan.Programme.Status - 1
		return true
	})},
	{verify.Progress, "history changed", on(isStarted, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Start--
		return true
	})},
	{verify.Calendar, "starts on a day not worked", on(isWork, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Start--
		return !a.Terms.Calendar.Works(r.Start)
	})},
	{verify.Calendar, "finishes on a day not worked", on(isWork, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Finish++
		return !a.Terms.Calendar.Works(r.Finish)
	})},
	{verify.Blackout, "into a forbidding window", on(isForbidden, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		day := m.dayOf(a.Terms.Closed)
		r.Start, r.Finish = min(r.Start, day), max(r.Finish, day)
		return true
	})},
	{verify.Blackout, "starts in a pause", on(isPaused, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Start = m.dayOf(a.Terms.Pauses[0].Windows.In(m.net.Horizon))
		return r.Start <= r.Finish
	})},
	{verify.StartsOn, "wrong weekday", on(isWork, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Start--
		return a.Terms.StartsOn != 0 && !a.Terms.StartsOn.Has(r.Start.Weekday())
	})},
	{verify.NotBefore, "before its own date", on(isPlanned, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Start = a.Step.NotBefore - 1
		return !a.Step.NotBefore.IsZero()
	})},
	{verify.NotBefore, "before its phase", on(isPlanned, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		phase := m.net.Plan.Phases.Get(a.Place.Phase)
		if phase == nil || phase.NotBefore.IsZero() {
			return false
		}
		r.Start = phase.NotBefore - 1
		return true
	})},
	{verify.Contract, "before its contract", on(isPlanned, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		if len(a.Contracts) == 0 {
			return false
		}
		r.Start = a.Contracts[0].Starts - 1
		return true
	})},
	{verify.Contract, "after its contract", on(isPlanned, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		if len(a.Contracts) == 0 {
			return false
		}
		r.Finish = a.Contracts[0].LatestEnd() + 1
		return true
	})},
	{verify.Outlast, "after the legacy contract", on(isPlanned, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		if len(a.Outlast) == 0 {
			return false
		}
		r.Finish = a.Outlast[0].LatestEnd() + 1
		return true
	})},
	{verify.MustBy, "after its date", on(isPlanned, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Finish = a.Target.MustBy + 1
		return !a.Target.MustBy.IsZero()
	})},
	{verify.MustBy, "after the date of its phase", on(isPlanned, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		phase := m.net.Plan.Phases.Get(a.Place.Phase)
		if phase == nil || phase.MustBy.IsZero() {
			return false
		}
		r.Finish = m.net.Horizon.To + 100 // so that no other member finishes later
		return true
	})},
	{verify.Gate, "off its meeting", on(isGate, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Start, r.Finish = r.Start+1, r.Finish+1
		return !slices.Contains(a.Terms.Meetings, r.Start)
	})},
	{verify.Gate, "longer than a day", on(isGate, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Finish++
		return true
	})},
	{verify.Slots, "one gate too many", func(m *mutant) (string, bool) {
		i := m.pick(func(i int) bool { return isGate(m.net.Activities[i]) })
		if i < 0 {
			return "", false
		}
		body, there := m.net.Activities[i].Meeting, 0
		for k, a := range m.net.Activities {
			if isGate(a) && a.Meeting == body {
				m.rows[k].Start, m.rows[k].Finish = m.rows[i].Start, m.rows[i].Finish
				there++
			}
		}
		return m.rows[i].ID, body.Meeting.Slots > 0 && there > body.Meeting.Slots
	}},
	{verify.Milestone, "a milestone of two days", on(isMilestone, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Start--
		return true
	})},
	{verify.Milestone, "a milestone put off", on(isMilestone, func(m *mutant, a *plan.Activity, r *plan.Row) bool {
		r.Start, r.Finish = r.Start+1, r.Finish+1
		return true
	})},
	{verify.Link, "before what it waits for", func(m *mutant) (string, bool) {
		l, from, ok := m.link(func(l plan.Link) bool { return !l.Max })
		if !ok {
			return "", false
		}
		back := calendar.Date(1)
		if l.Lag < 0 {
			back = 120 // more than any negative lag
		}
		m.setMoment(l, from-back)
		return m.rows[l.To].ID, true
	}},
	{verify.Link, "before its lag is over", func(m *mutant) (string, bool) {
		l, from, ok := m.link(func(l plan.Link) bool { return !l.Max && l.Lag > 0 })
		if !ok {
			return "", false
		}
		m.setMoment(l, l.Calendar.Add(from, l.Lag)-1)
		return m.rows[l.To].ID, true
	}},
	{verify.MaximumLag, "too late after what it is tied to", func(m *mutant) (string, bool) {
		l, from, ok := m.link(func(l plan.Link) bool { return l.Max })
		if !ok {
			return "", false
		}
		to := l.Calendar.Add(from, l.Lag+1)
		m.setMoment(l, to)
		return m.rows[l.To].ID, !to.IsZero() && to < m.net.Horizon.To
	}},
	{verify.Team, "two at once", func(m *mutant) (string, bool) {
		i := m.pick(func(i int) bool { return isWork(m.net.Activities[i]) && len(m.net.Activities[i].Needs) > 0 })
		if i < 0 {
			return "", false
		}
		team, sum := m.net.Activities[i].Needs[0].Team, plan.Hundredths(0)
		for k, a := range m.net.Activities {
			for _, need := range a.Needs {
				if need.Team == team && isWork(a) && a.Terms.Work.Works(m.rows[i].Start) {
					m.rows[k].Start, m.rows[k].Finish = m.rows[i].Start, m.rows[i].Finish
					sum += need.Amount
				}
			}
		}
		return m.rows[i].ID, sum > m.size(team, m.rows[i].Start)
	}},
}

// on breaks an activity of some sort, if there is one.
func on(is func(plan.Activity) bool, change func(*mutant, *plan.Activity, *plan.Row) bool) func(*mutant) (string, bool) {
	return func(m *mutant) (string, bool) {
		i := m.pick(func(i int) bool { return is(m.net.Activities[i]) })
		if i < 0 {
			return "", false
		}
		return m.rows[i].ID, change(m, &m.net.Activities[i], &m.rows[i])
	}
}

func isStarted(a plan.Activity) bool   { return a.Started() }
func isPlanned(a plan.Activity) bool   { return !a.Started() && !a.Done() }
func isGate(a plan.Activity) bool      { return isPlanned(a) && a.Kind == plan.Gate }
func isMilestone(a plan.Activity) bool { return isPlanned(a) && a.Kind == plan.Milestone }
func isWork(a plan.Activity) bool      { return isPlanned(a) && !isGate(a) && !isMilestone(a) }
func isPaused(a plan.Activity) bool    { return isWork(a) && len(a.Terms.Pauses) > 0 }
func isForbidden(a plan.Activity) bool {
	return isPlanned(a) && !isMilestone(a) && len(a.Terms.Closed) > 0
}

// pick draws one of the activities that fit, -1 if none does.
func (m *mutant) pick(fits func(int) bool) int {
	var fitting []int
	for i := range m.net.Activities {
		if fits(i) {
			fitting = append(fitting, i)
		}
	}
	if fitting == nil {
		return -1
	}
	return rapid.SampledFrom(fitting).Draw(m.T, "which")
}

func (m *mutant) dayOf(spans []calendar.Span) calendar.Date {
	s := rapid.SampledFrom(spans).Draw(m.T, "window")
	return s.From + calendar.Date(rapid.IntRange(0, s.Days()-1).Draw(m.T, "day"))
}

// link draws a link between whole activities into one that has not started, with the moment it
// counts from.
func (m *mutant) link(fits func(plan.Link) bool) (plan.Link, calendar.Date, bool) {
	var fitting []plan.Link
	for _, l := range m.net.Links {
		if fits(l) && l.Done == plan.One && isPlanned(m.net.Activities[l.To]) && m.net.Activities[l.From].Kind != plan.Milestone {
			fitting = append(fitting, l)
		}
	}
	if fitting == nil {
		return plan.Link{}, 0, false
	}
	l := rapid.SampledFrom(fitting).Draw(m.T, "link")
	if l.Type.FromStart() {
		return l, m.rows[l.From].Start, true
	}
	return l, m.rows[l.From].Finish + 1, true
}

// setMoment moves the end of an activity that a link holds.
func (m *mutant) setMoment(l plan.Link, to calendar.Date) {
	r, a := &m.rows[l.To], &m.net.Activities[l.To]
	switch {
	case a.Kind == plan.Milestone && a.StartOfDay:
		r.Start, r.Finish = to, to
	case a.Kind == plan.Milestone:
		r.Start, r.Finish = to-1, to-1
	case l.Type.ToStart():
		r.Start, r.Finish = to, max(r.Finish, to)
	default:
		r.Start, r.Finish = min(r.Start, to-1), to-1
	}
}

func (m *mutant) size(team string, day calendar.Date) plan.Hundredths {
	for i := range m.net.Teams {
		if m.net.Teams[i].Team.ID == team {
			return m.net.Teams[i].On(day)
		}
	}
	return 0
}

// The check notices every way in which a schedule of a drawn network can be broken; and each way has
// been tried.
func TestMutationsAreNoticed(t *testing.T) {
	noticed := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		for range 3 { // so that a rare occasion is not missed by chance
			tryMutations(t, noticed)
		}
	})
	for _, mutation := range mutations {
		if noticed[mutation.name] == 0 {
			t.Errorf("the mutation %q (%s) was never possible", mutation.name, mutation.rule)
		}
	}
	for _, rule := range verify.Rules {
		if !slices.ContainsFunc(mutations, func(m mutation) bool { return m.rule == rule }) {
			t.Errorf("no mutation breaks the rule %q", rule)
		}
	}
}

// tryMutations breaks a schedule that keeps every rule in every way it can be broken.
func tryMutations(t *rapid.T, noticed map[string]int) {
	n, s := scheduled(t)
	if r := verify.Check(n, s); !r.OK() {
		t.Fatalf("the schedule to be broken is broken already: %v", r.Violations)
	}
	for _, mutation := range mutations {
		m := &mutant{T: t, net: n, rows: slices.Clone(s.Rows)}
		id, ok := mutation.make(m)
		if !ok {
			continue
		}
		if r := verify.Check(n, &plan.Schedule{Rows: m.rows}); !names(r, mutation.rule, id) {
			t.Fatalf("%s: %s of %q was not noticed: %v", mutation.rule, mutation.name, id, r.Violations)
		}
		noticed[mutation.name]++
	}
}

func names(r verify.Report, rule verify.Rule, id string) bool {
	return slices.ContainsFunc(r.Violations, func(v verify.Violation) bool {
		return v.Rule == rule && (id == "" || slices.Contains(v.Activities, id))
	})
}
