package reports

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/assurance"
)

// Float is how far something can slip alone, in working days, with the people of the plan, its closed
// windows and its meetings (package explain says exactly how). All are unset for what is done.
type Float struct {
	// Promise is the working days before a promised or announced date breaks, or a hard rule; Goals those
	// before any other date that boards follow, or the finish of a phase, moves at all.
	Promise, Goals plan.Whole
	// ByRule says that no promise depends on it: Promise ends with a hard rule, such as the end of the
	// programme.
	ByRule bool
	// Cliff is the working days before a go-live is pushed past a blackout; unset if none is ahead.
	Cliff plan.Whole
}

// Fall is what slipping one step beyond the cliff costs.
type Fall struct {
	GoLive   string        // name of the go-live that is pushed farthest; "" if there is no cliff, or it was not tried
	Others   int           // go-lives pushed past a blackout besides
	Blackout string        // name
	From, To calendar.Date // its finish in the plan, and then; To is zero if it fits nowhere any more
	Days     int           // calendar days between
	Price    Pounds        // of that delay, at the programme's cost of delay
}

// LittleFloat is the float, in working days, below which an activity counts as having little.
const LittleFloat = assurance.LittleFloat

// float is the float of an activity.
func (f *facts) float(i int) Float {
	if f.in.Floats == nil || f.state(i) == Done {
		return Float{}
	}
	x := f.in.Floats.Of(i)
	float := Float{
		Promise: plan.Whole{N: x.Promise.Working, Set: x.Promise.Set},
		Goals:   plan.Whole{N: x.Goals.Working, Set: x.Goals.Set},
		ByRule:  x.Promise.Rule,
	}
	if x.Cliff.Set {
		float.Cliff = plan.Whole{N: x.Cliff.Working, Set: true}
	}
	return float
}

// fall is what is beyond the cliff of an activity.
func (f *facts) fall(i int) Fall {
	if f.in.Floats == nil {
		return Fall{}
	}
	x, ok := f.in.Floats.Fall(i)
	if !ok {
		return Fall{}
	}
	fall := Fall{GoLive: f.activity(x.GoLive).Name, Others: x.Others, From: x.From, To: x.To}
	if x.Blackout != nil {
		fall.Blackout = orID(x.Blackout.Name, x.Blackout.ID)
	}
	if !x.To.IsZero() {
		fall.Days = x.Days()
		fall.Price = Pounds{N: (int64(x.Price) + 50) / 100, Set: x.IsSet}
	}
	return fall
}
