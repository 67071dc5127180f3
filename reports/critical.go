package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/explain"
	"epr/plan/explain/critical"
)

// CriticalChain is the activities that decide when a phase is finished, from the first to the last.
type CriticalChain struct {
	ID, Name string // of the phase, or of another goal in a plan without phases
	Finish   calendar.Date
	Steps    []CriticalStep
	// Days is the calendar days from its first start to its finish: Work those of them on which one of its activities is
	// under way, Paused those on which a blackout lets that rest, the others waiting. Causes say for what, the most days
	// first.
	Days, Work, Paused int
	Causes             []ChainCause
	// HandOvers is how many of its steps wait for people or a place on an agenda rather than for work.
	HandOvers int
}

// CriticalStep is one activity of a critical chain.
type CriticalStep struct {
	ID, Name      string
	Kind          plan.Kind
	Start, Finish calendar.Date
	Because       Because
	// Why says what makes it critical: what it waits for, what moved it on from there, then where its work rests.
	Why   []string
	Moved int // calendar days that it was moved on
	Float Float
	// WorkingDays are those from its start to its finish on which it is worked on, Pauses when a blackout lets the work
	// rest between, in order.
	WorkingDays int
	Pauses      []WorkPause
}

// Because is what ties a step of a critical chain to the one before.
type Because string

// The ties.
const (
	BecauseWork   Because = "work"   // it waits for it
	BecausePeople Because = "people" // it waits for its people
	BecauseAgenda Because = "agenda" // it waits for its place on an agenda
	BecauseNear   Because = "near"   // it is held back so as not to come too long before other work
	BecauseOrder  Because = "order"  // the order of work, or the committed schedule
	BecauseDate   Because = "date"   // the first of a chain: its own dates
)

// ChainCause is what a critical chain waits for.
type ChainCause struct {
	Name string // "blackouts", "meetings", …
	Days int    // calendar days
}

// criticalChains tells the chains of the phases.
func (f *facts) criticalChains() []CriticalChain {
	var list []CriticalChain
	for k := range f.in.Critical {
		list = append(list, f.criticalChain(&f.in.Critical[k]))
	}
	return list
}

func (f *facts) criticalChain(source *critical.Chain) CriticalChain {
	c := CriticalChain{ID: source.Goal.ID, Name: orID(source.Goal.Name, source.Goal.ID), Finish: source.Finish}
	waits := map[string]int{}
	done := calendar.Date(0) // the last day covered by a step so far
	for k := range source.Steps {
		step := &source.Steps[k]
		row := f.rows[step.Activity]
		c.Steps = append(c.Steps, f.criticalStep(step))
		if step.IsHandOver() {
			c.HandOvers++
		}
		gap := 0
		if k > 0 {
			gap = max(0, int(row.Start-done)-1)
		}
		for _, r := range step.Moved {
			days := min(gap, r.Days())
			waits[waitName(r.Cause)] += days
			gap -= days
		}
		waits["lags between activities"] += gap
		on := calendar.Span{From: max(done+1, row.Start), To: row.Finish} // the days on which it is the chain
		paused := pausedDays(c.Steps[k].Pauses, on)
		c.Paused += paused
		c.Work += max(0, on.Days()) - paused
		done = max(done, row.Finish)
	}
	if len(c.Steps) > 0 {
		c.Days = int(c.Finish-c.Steps[0].Start) + 1
	}
	c.Causes = sortedCauses(waits)
	return c
}

func sortedCauses(waits map[string]int) []ChainCause {
	var list []ChainCause
	for name, days := range waits {
		if days > 0 {
			list = append(list, ChainCause{name, days})
		}
	}
	slices.SortFunc(list, func(a, b ChainCause) int {
		return cmp.Or(cmp.Compare(b.Days, a.Days), cmp.Compare(a.Name, b.Name))
	})
	return list
}

// waitName is what a chain waits for, of some cause.
func waitName(c explain.Cause) string {
	switch c {
	case explain.Blackout:
		return "blackouts"
	case explain.Meeting, explain.Slots:
		return "meetings"
	case explain.Team:
		return "busy teams"
	case explain.Calendar, explain.StartsOn:
		return "days off"
	case explain.MaximumLag:
		return "staying near other work"
	}
	return "the order of work"
}

func (f *facts) criticalStep(step *critical.Step) CriticalStep {
	a, row := f.activity(step.Activity), f.rows[step.Activity]
	s := CriticalStep{
		ID: a.ID, Name: a.Name, Kind: a.Kind, Start: row.Start, Finish: row.Finish,
		Because: because(step), Why: step.Say(f.net, f.in.Schedule), Moved: step.Pushed(), Float: f.float(step.Activity),
		WorkingDays: f.workingDays(step.Activity), Pauses: f.pauses(step.Activity),
	}
	if len(s.Pauses) > 0 {
		s.Why = append(s.Why, pausesSaid(&s))
	}
	return s
}

func because(step *critical.Step) Because {
	switch h := step.By.HandOver; {
	case step.By.From < 0:
		return BecauseDate
	case step.Near >= 0:
		return BecauseNear
	case !step.By.Binds:
		return BecauseOrder
	case h == nil:
		return BecauseWork
	case h.Body != nil:
		return BecauseAgenda
	}
	return BecausePeople
}
