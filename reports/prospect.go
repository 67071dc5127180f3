package reports

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/forecast"
)

// Prospect is when something will probably be finished.
type Prospect struct {
	ID, Name string
	Kind     ProspectKind
	Planned  calendar.Date
	Done     bool
	Promise  Promise
	Chance   plan.Chance // that the promise is kept; unset if there is none

	P10, P50, P80, P90 Percentile
	Never              int // share of the replications in which it is not finished on the last day of the forecast
	// SureFrom and SureTo are the interval in which the true P80 lies with a confidence of 95 %.
	SureFrom, SureTo Percentile
	// Reserve is the days from the planned date to the P80: the contingency that P80 needs. Short is the
	// days from the promise to the P80, unset if there is none; negative if P80 is the earlier. Both are
	// unset where P80 is beyond that day.
	Reserve, Short DaysBoth
}

// ProspectKind says what a prospect is of: a kind of activity, or one of these.
type ProspectKind string

// The kinds of what is more than one activity.
const (
	WholeProgramme ProspectKind = "programme"
	WholePhase     ProspectKind = "phase"
)

// Percentile is the day by which some share of the replications has finished. Beyond says that they have
// not by the last day that the forecast looks at, some years after the plan's horizon, which is then in Date.
type Percentile struct {
	Date   calendar.Date
	Beyond bool
}

// Long is the day in words: "30 April 2027", "after 31 March 2029".
func (p Percentile) Long() string {
	if p.Beyond {
		return "after " + p.Date.Long()
	}
	return p.Date.Long()
}

// Short is the day in few words: "30 Apr 2027", "after 31 Mar 2029".
func (p Percentile) Short() string {
	if p.Beyond {
		return "after " + p.Date.Short()
	}
	return p.Date.Short()
}

// DaysBoth is a number of days that may be left unsaid, counted in calendar days and in working days of
// the programme's calendar.
type DaysBoth struct {
	Calendar, Working int
	Set               bool
}

// prospect tells one outcome of the forecast.
func (f *facts) prospect(o *forecast.Outcome) Prospect {
	p := Prospect{ID: o.ID, Name: orID(o.Name, o.ID), Kind: WholePhase, Planned: o.Planned, Done: o.IsDone}
	switch {
	case o.Activity >= 0:
		p.Kind = ProspectKind(f.activity(o.Activity).Kind)
		p.Promise = f.promise(o.Activity)
	case o.Goal >= 0:
		p.Promise = promiseOf(f.net.Goals[o.Goal].Target)
	}
	f.readDistribution(&p, o.Dates)
	return p
}

// prospectOf is the prospect of an activity; of no name if the forecast does not follow it.
func (f *facts) prospectOf(i int) Prospect {
	if o := f.outcomes[i]; o != nil {
		return f.prospect(o)
	}
	return Prospect{}
}

// programmeProspect tells the finish of the programme. Its promise is that of the phase, or in a plan
// without phases of the activity, that is planned to be finished last.
func (f *facts) programmeProspect(fc *forecast.Forecast) Prospect {
	o := &fc.Programme
	p := Prospect{ID: o.ID, Name: orID(f.plan.Programme.Name, o.Name), Kind: WholeProgramme, Planned: o.Planned, Done: o.IsDone}
	if last := f.lastGoal(); last != nil {
		p.Promise = promiseOf(last.Target)
	}
	f.readDistribution(&p, o.Dates)
	return p
}

// lastGoal is the phase planned to be finished last, else the dated activity; nil if the plan has neither.
func (f *facts) lastGoal() *plan.Goal {
	var last *plan.Goal
	for i := range f.net.Goals {
		goal := &f.net.Goals[i]
		if len(goal.Members) == 0 || last != nil && last.Phase && !goal.Phase {
			continue
		}
		if last == nil || goal.Phase && !last.Phase || f.rows[f.lastOf(goal)].Finish > f.rows[f.lastOf(last)].Finish {
			last = goal
		}
	}
	return last
}

// readDistribution fills in what follows from the replications.
func (f *facts) readDistribution(p *Prospect, d *forecast.Dates) {
	p.P10, p.P50, p.P80, p.P90 = f.percentile(d, 10), f.percentile(d, 50), f.percentile(d, 80), f.percentile(d, 90)
	p.Never = 10_000 - d.By(f.in.Forecast.Horizon.To)
	first, last, ok := d.Sure(80)
	p.SureFrom, p.SureTo = f.percentileAt(first, !first.IsZero()), f.percentileAt(last, ok)
	if !p.Promise.IsZero() {
		p.Chance = plan.Chance{Share: d.By(p.Promise.Date), Set: true}
	}
	if !p.P80.Beyond {
		p.Reserve = f.between(p.Planned, p.P80.Date)
	}
	p.Short = f.short(p.Promise.Date, p.P80)
}

func (f *facts) percentile(d *forecast.Dates, percent int) Percentile {
	return f.percentileAt(d.At(percent))
}

// percentileAt is a day that may be beyond the horizon.
func (f *facts) percentileAt(day calendar.Date, ok bool) Percentile {
	if !ok {
		return Percentile{Date: f.in.Forecast.Horizon.To, Beyond: true}
	}
	return Percentile{Date: day}
}

// short is the days from a promise to the P80.
func (f *facts) short(promise calendar.Date, p80 Percentile) DaysBoth {
	if promise.IsZero() || p80.Beyond {
		return DaysBoth{}
	}
	return f.between(promise, p80.Date)
}
