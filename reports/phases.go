package reports

import (
	"epr/calendar"
	"epr/plan"
)

// Phase is one phase with its promises.
type Phase struct {
	ID, Name string
	Owner    string
	Start    calendar.Date // first day of its first activity
	Finish   calendar.Date // the day on which what completes it is finished
	Was      calendar.Date // Finish in the last version; zero if there is none
	Change   plan.Whole    // calendar days from Was, positive if later
	Standing               // against the baselines

	By, MustBy, Announced calendar.Date // zero where not stated
	Promise               Promise
	Slack                 plan.Whole  // calendar days to Promise
	Chance                plan.Chance // that Promise is kept; unset if it is not known
	Rating                Rating
	Priority              int
	// LateCost is the price of its lateness in whole pounds at the programme's cost of delay, unset if
	// that is not stated. It is the price of the programme being that late, so that the figures of
	// several phases are not to be added.
	LateCost Pounds

	Activities Share  // done, of all
	Last       string // the activity that finishes it
	HeldBy     string // what holds that activity
}

// Pounds is an amount of money in whole pounds that may be left unsaid.
type Pounds struct {
	N   int64
	Set bool
}

func (f *facts) phaseRows() []Phase {
	list := make([]Phase, 0, f.plan.Phases.Len())
	for id, phase := range f.plan.Phases.All() {
		end, ok := f.ends[id]
		if !ok {
			continue // a phase without work
		}
		list = append(list, f.phase(phase, end))
	}
	return list
}

func (f *facts) phase(phase *plan.Phase, end phaseEnd) Phase {
	p := Phase{
		ID:        phase.ID,
		Name:      orID(phase.Name, phase.ID),
		Owner:     phase.Owner,
		Finish:    end.finish,
		Was:       f.goalWas(end.goal),
		By:        end.goal.By,
		MustBy:    end.goal.MustBy,
		Announced: end.goal.InForce(),
		Promise:   promiseOf(end.goal.Target),
		Priority:  end.goal.Weight(),
		Last:      f.activity(end.last).Name,
		HeldBy:    f.heldBy(end.last),
	}
	p.Change, p.Standing = change(p.Was, p.Finish), f.phaseStanding(end.goal, end.finish)
	p.Slack = p.Promise.Slack(p.Finish)
	p.Chance = chanceOf(f.goals[end.goal.ID], p.Promise)
	p.Rating = f.rateGoal(end.goal, p.Slack)
	p.LateCost = f.lateCost(p.Promise, p.Finish)
	for i := range f.net.Activities {
		if f.activity(i).Place.Phase != phase.ID {
			continue
		}
		p.Activities.Of++
		if f.state(i) == Done {
			p.Activities.N++
		}
		if p.Start.IsZero() || f.rows[i].Start < p.Start {
			p.Start = f.rows[i].Start
		}
	}
	return p
}

// lateCost is the price of the days after a promise up to a finish: each costs the monthly cost of
// delay in force on it, divided by the days of its month.
func (f *facts) lateCost(promise Promise, finish calendar.Date) Pounds {
	if promise.IsZero() {
		return Pounds{}
	}
	cost, ok := f.plan.Programme.CostOf(calendar.Span{From: promise.Date + 1, To: finish})
	if !ok {
		return Pounds{}
	}
	return Pounds{N: (int64(cost) + 50) / 100, Set: true}
}
