package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/forecast"
)

// Confidence is what the plan will probably do, from the forecast. Chances are in ten-thousandths.
type Confidence struct {
	Given  bool   // a forecast was handed in; nothing below is set if not
	Method Method // how it was made
	// Short is three sentences: will we make it, what could stop us, what would help most.
	Short [3]string
	// AllKept is the chance that every promise is kept at once; unset if there is none. PlanKeeps is how many of
	// them the plan itself keeps: those of Tiles.Promises.
	AllKept   plan.Chance
	PlanKeeps Share
	// Promises are all dates that were given, the least chance first: of a phase or an activity with a promised
	// and an announced date both of them, though it counts as one promise.
	Promises []PromiseChance

	Programme Prospect
	// Phases, Dated and GoLives are the prospects of the phases, of the activities with a promise, and of
	// the other go-lives, in the order of the forecast.
	Phases, Dated, GoLives []Prospect
	// Curves are the S-curve of the programme, then that of the phase or activity whose promise is the
	// least likely to be kept, if that is another.
	Curves []Curve
	// Tornado is the risks that move the P80 of the programme, Sensitive the activities that move its
	// finish, most first.
	Tornado   []RiskBar
	Sensitive []Sensitive
	Landings  []Landing // the likeliest to miss its window first
	Breaks    []Break   // the likeliest first
	Beyond    int       // share of the replications in which something is not done when the forecast ends
	Price     Pounds    // mean cost of delay; unset if the plan states no cost of delay
}

// PromiseChance is a date that was given and the chance that it holds.
type PromiseChance struct {
	ID, Name string
	Promise  Promise
	Chance   int
	Done     bool // it has happened
	Planned  calendar.Date
	P80      Percentile
	Short    DaysBoth // from the promise to P80; negative if that is earlier, unset if it is beyond the horizon
}

// confidence tells the forecast.
func (f *facts) confidence(planKeeps Share) Confidence {
	fc := f.in.Forecast
	if fc == nil {
		return Confidence{}
	}
	c := Confidence{Given: true, Method: f.method(fc), Beyond: fc.Beyond, Programme: f.programmeProspect(fc)}
	c.Price = wholePounds(fc.Price, fc.IsPrice)
	c.Promises = f.promiseChances(fc)
	c.PlanKeeps = planKeeps
	c.AllKept = plan.Chance{Share: fc.AllKept, Set: planKeeps.Of > 0}
	f.addProspects(&c, fc)
	c.Curves = f.curves(&c, fc)
	c.Tornado, c.Sensitive = f.tornado(fc), f.sensitive(fc)
	c.Landings, c.Breaks = f.landings(fc), f.breaks(fc)
	return c
}

// addProspects sorts the outcomes of a forecast into phases, dated activities and other go-lives.
func (f *facts) addProspects(c *Confidence, fc *forecast.Forecast) {
	for k := range fc.Outcomes {
		p := f.prospect(&fc.Outcomes[k])
		switch {
		case p.Kind == WholePhase:
			c.Phases = append(c.Phases, p)
		case !p.Promise.IsZero() && !p.Promise.FromPhase:
			c.Dated = append(c.Dated, p)
		case p.Kind == ProspectKind(plan.GoLive):
			c.GoLives = append(c.GoLives, p)
		}
	}
}

// promiseChances lists the promises of a forecast, the least likely to be kept first.
func (f *facts) promiseChances(fc *forecast.Forecast) []PromiseChance {
	var list []PromiseChance
	for _, promise := range fc.Promises {
		o := &fc.Outcomes[promise.Outcome]
		p := f.prospect(o)
		list = append(list, PromiseChance{
			ID: p.ID, Name: p.Name, Promise: Promise{Date: promise.Date, Kind: kindOf(promise.Kind)},
			Chance: promise.Kept, Done: p.Done, Planned: p.Planned, P80: p.P80, Short: f.short(promise.Date, p.P80),
		})
	}
	slices.SortStableFunc(list, func(a, b PromiseChance) int {
		return cmp.Or(cmp.Compare(a.Chance, b.Chance), cmp.Compare(b.Short.Calendar, a.Short.Calendar))
	})
	return list
}

func kindOf(k forecast.PromiseKind) PromiseKind {
	switch k {
	case forecast.MustBy:
		return MustBy
	case forecast.Announced:
		return Announced
	}
	return PromisedBy
}

// wholePounds is an amount in whole pounds.
func wholePounds(h plan.Hundredths, set bool) Pounds {
	if !set {
		return Pounds{}
	}
	return Pounds{N: int64(Rounded(h)), Set: true}
}
