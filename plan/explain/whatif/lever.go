// Package whatif changes a plan and schedules it again. [FindLevers] tries single changes to what holds something (see
// explain.Chains) and keeps those that bring it forward; [CanBeBy] asks whether it can be finished by a day, and at
// what cost. What it answers is taken from schedules that exist, or from a proof that there is none.
package whatif

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/edit"
	"epr/plan/expand"
	"epr/plan/explain"
	"epr/plan/solve"
	"epr/plan/source"
)

// Lever is a single change to the plan that brings something forward. It was found by making the change,
// expanding the plan again and scheduling it by [solve.Soonest]: without making anything else later.
type Lever struct {
	Edits  []edit.Edit // mostly one; a waiver for several activities has one for each
	Text   string      // what to do: "1 more Trainers from 4 Jan 2027 to 12 Mar 2027"
	At     source.Span // the statement of the plan to change
	Days   int         // calendar days by which the last of what was asked about finishes earlier
	Finish calendar.Date
	// Then says what holds it then: "Cutover, Lincoln waits for …"; empty if nothing but links does.
	Then   string
	ThenAt source.Span

	people   plan.Hundredths // more in a team
	network  *plan.Network
	schedule *plan.Schedule
}

// Levers is what would bring something forward.
type Levers struct {
	// Soonest is when the last of what was asked about could finish as the plan is, if nothing else became later,
	// and Now when it does. Where they differ, nothing but the order of work or the committed schedule is in
	// the way.
	Now, Soonest calendar.Date
	List         []Lever // by days gained, most first
	Tried        int     // changes tried
}

// FindLevers tries single changes to what a chain says, and keeps those that bring the last finish of some
// activities forward: people for a team that is short of them, a blackout waived or a meeting added where one
// moved something, a contract or an own date sooner, a lag shorter, work done in less time.
func FindLevers(n *plan.Network, s *plan.Schedule, targets []int, chain explain.Chain) Levers {
	f := lifting{network: n, schedule: s, targets: targets, seen: map[edit.Edit]bool{}}
	base := solve.Soonest(n, s, targets)
	found := Levers{Now: lastOf(n, s, targets), Soonest: lastOf(n, base, targets)}
	for _, step := range chain.Steps {
		f.fromStep(step)
	}
	found.Tried = len(f.tried)
	for _, l := range f.tried {
		if f.try(&l); !l.Finish.IsZero() && l.Finish < found.Soonest {
			l.Days = int(found.Soonest - l.Finish)
			found.List = append(found.List, l)
		}
	}
	found.List = f.withoutRepeats(found.List)
	slices.SortStableFunc(found.List, func(a, b Lever) int { return cmp.Compare(b.Days, a.Days) })
	for k := range found.List[:min(len(found.List), thenShown)] {
		f.then(&found.List[k])
	}
	return found
}

// withoutRepeats leaves out people for a team that gain no more than those asked for elsewhere.
func (f *lifting) withoutRepeats(list []Lever) []Lever {
	var kept []Lever
	for _, l := range list {
		k := slices.IndexFunc(kept, func(o Lever) bool { return l.Edits[0].Of == o.Edits[0].Of && l.people == o.people && l.people != 0 })
		switch {
		case k < 0:
			kept = append(kept, l)
		case l.Days > kept[k].Days:
			kept[k] = l
		}
	}
	return kept
}

// thenShown is for how many levers it is worked out what holds then.
const thenShown = 12

// lastOf is the last finish of some activities.
func lastOf(n *plan.Network, s *plan.Schedule, activities []int) calendar.Date {
	var last calendar.Date
	for _, i := range activities {
		last = max(last, finishOf(n, s, i))
	}
	return last
}

// finishOf is the day on which an activity finishes.
func finishOf(n *plan.Network, s *plan.Schedule, activity int) calendar.Date {
	row, _ := s.Find(n.Activities[activity].ID)
	return row.Finish
}

// lifting is a search for levers.
type lifting struct {
	network  *plan.Network
	schedule *plan.Schedule
	targets  []int
	tried    []Lever
	seen     map[edit.Edit]bool
}

// add notes a change to try, unless it is one already.
func (f *lifting) add(text string, edits ...edit.Edit) {
	f.addPeople(0, text, edits...)
}

// addPeople is the same for so many more people in a team.
func (f *lifting) addPeople(people plan.Hundredths, text string, edits ...edit.Edit) {
	if len(edits) == 0 || f.seen[edits[0]] {
		return
	}
	f.seen[edits[0]] = true
	f.tried = append(f.tried, Lever{Edits: edits, Text: text, At: edits[0].At(f.network.Plan), people: people})
}

// try makes the change and schedules the plan again. The finish stays zero if the changed plan is none.
func (f *lifting) try(l *Lever) {
	n, problems := expand.Expand(edit.Apply(f.network.Plan, l.Edits...))
	if slices.ContainsFunc(problems, func(p source.Problem) bool { return p.Severity == source.Error }) {
		return
	}
	l.network = n
	l.schedule = solve.Soonest(n, f.schedule, f.targets)
	l.Finish = lastOf(n, l.schedule, f.targets)
}

// then finds what holds the last target after the change: the first fact of its chain that is more than the
// wait for other work.
func (f *lifting) then(l *Lever) {
	last := f.targets[0]
	for _, i := range f.targets {
		if finishOf(l.network, l.schedule, i) > finishOf(l.network, l.schedule, last) {
			last = i
		}
	}
	for _, step := range explain.Chains(l.network, l.schedule, []int{last})[0].Steps {
		for _, h := range step.Holds {
			if h.Cause != explain.Link && h.Cause != explain.StartsOn {
				l.Then = l.network.Activities[step.Activity].Name + " " + explain.SayHold(l.network, l.schedule, step.Activity, h)
				l.ThenAt = h.At(l.network)
				return
			}
		}
	}
}
