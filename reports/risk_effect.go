package reports

import (
	"epr/plan"
	"epr/plan/forecast"
)

// RiskEffect is what a risk does, found by taking it away on the same luck.
type RiskEffect struct {
	Set      bool
	P50, P80 int             // calendar days by which the programme's finish would be earlier without it
	Mean     plan.Hundredths // calendar days on average
	Price    Pounds          // mean cost of delay; unset if the plan states no cost of delay
	Lost     plan.Chance     // of keeping every promise; unset if there is none
	Most     Lost            // the promise that loses most; of no name if none loses
	Window   Lost            // the go-live that it makes miss its window most; of no name if none
}

// Days is the calendar days on average, rounded to the nearest.
func (e *RiskEffect) Days() int { return wholeDays(e.Mean) }

func wholeDays(d plan.Hundredths) int {
	if d < 0 {
		return -wholeDays(-d)
	}
	return int((d + plan.One/2) / plan.One)
}

// Lost is the chance, in ten-thousandths, that something loses through a risk.
type Lost struct {
	ID, Name string
	Chance   int
}

// Pays says whether responses pay.
type Pays string

// The answers; none where it is not known.
const (
	PaysYes Pays = "yes"
	PaysNo  Pays = "no"
)

// Net is what the responses not done save less what they cost, in pounds; 0 if that is not known.
func (r *Risk) Net() int64 {
	if !r.Saved.Set {
		return 0
	}
	return r.Saved.N - r.Cost.N
}

// readEffect fills in what the forecast knows of a risk.
func (f *facts) readEffect(r *Risk, source *plan.Risk, all *Risks) {
	cost := f.riskCost(source)
	if cost == nil {
		return
	}
	if r.LeftOut = cost.LeftOut; r.LeftOut != "" {
		return
	}
	r.Now = f.effect(&cost.Now)
	if cost.HasAfter {
		r.After = f.effect(&cost.After)
		r.Saved = wholePounds(cost.Saved, f.in.Forecast.IsPrice)
	}
	if r.Saved.Set {
		if r.Pays = PaysNo; cost.Pays {
			r.Pays = PaysYes
		}
	}
	r.Computed = f.computedScore(cost)
	r.ComputedBand = all.Bands.Of(r.Computed.Value())
	r.Disagrees = r.Computed.Value() > 0 && r.ComputedBand != r.Band
}

// riskCost is what the forecast found out about a risk; nil without a forecast.
func (f *facts) riskCost(risk *plan.Risk) *forecast.RiskCost {
	if f.in.Forecast == nil {
		return nil
	}
	for i := range f.in.Forecast.Risks {
		if cost := &f.in.Forecast.Risks[i]; cost.Risk.ID == risk.ID {
			return cost
		}
	}
	return nil
}

func (f *facts) effect(c *forecast.Cost) RiskEffect {
	fc := f.in.Forecast
	e := RiskEffect{Set: true, P50: c.P50, P80: c.P80, Mean: c.Mean, Price: wholePounds(c.Price, fc.IsPrice)}
	for k, lost := range c.Promises {
		promise := &fc.Promises[k]
		e.Lost = plan.Chance{Share: c.AllKept, Set: true}
		if o := &fc.Outcomes[promise.Outcome]; lost > e.Most.Chance {
			e.Most = Lost{o.ID, orID(o.Name, o.ID), lost}
		}
	}
	if c.GoLive >= 0 && c.GoLive < len(fc.Landings) && c.Missed > 0 {
		a := f.activity(fc.Landings[c.GoLive].Activity)
		e.Window = Lost{a.ID, a.Name, c.Missed}
	}
	return e
}
