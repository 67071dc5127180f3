package forecast

import (
	"epr/calendar"
	"epr/plan"
)

// answer works out the forecast from what was seen.
func (s *simulation) answer(seen *stats) *Forecast {
	f := &Forecast{
		Runs:    s.runs,
		Seed:    s.seed,
		Policy:  s.policy,
		Ranges:  s.meaning,
		AllKept: share(seen.allKept, s.runs),
		Beyond:  share(seen.beyond, s.runs),
		Horizon: s.horizon,
	}
	f.Programme = Outcome{
		ID: "programme", Name: s.net.Plan.Programme.Name, Goal: -1, Activity: -1,
		Planned: s.planned, IsDone: !s.anyOpen(s.last), Dates: seen.programme.dates(),
	}
	for k := range s.targets {
		f.Outcomes = append(f.Outcomes, s.targets[k].outcome(&seen.targets[k]))
	}
	for _, p := range s.promises {
		f.Promises = append(f.Promises, s.promised(p, f.Outcomes[p.target].Dates))
	}
	for k := range s.cliffs {
		c := &s.cliffs[k]
		f.Landings = append(f.Landings, s.landing(c, f.Outcomes[c.target].Dates))
	}
	f.Influences = s.influences(seen)
	f.Breaks = s.breaks(seen)
	price := s.newPricing(s.planned)
	f.Price, f.IsPrice = price.mean(f.Programme.Dates), price.isPrice
	if s.datesOnly {
		return f
	}
	for h := range s.hazards {
		f.Risks = append(f.Risks, s.riskCost(h, seen, price))
	}
	return f
}

func (t *target) outcome(seen *tally) Outcome {
	o := Outcome{
		ID: t.goal.ID, Name: t.goal.Name, Goal: t.index, Activity: -1,
		Planned: t.planned, IsDone: t.isDone, Dates: seen.dates(),
	}
	if !t.goal.Phase {
		o.Activity = t.goal.Members[0]
	}
	return o
}

// promised is a promise with the chance that it holds and what it would take to hold it four times in five.
func (s *simulation) promised(p promise, d *Dates) Promise {
	p80 := s.orEnd(d.At(80))
	cal := s.calendar
	return Promise{
		Outcome: p.target, Kind: p.kind, Date: p.date, Kept: d.By(p.date),
		AtP80: Slip{Calendar: int(p80 - p.date), Working: cal.Before(p80+1) - cal.Before(p.date+1)},
	}
}

// orEnd is a day, or the last of the horizon if there is none.
func (s *simulation) orEnd(day calendar.Date, ok bool) calendar.Date {
	if !ok {
		return s.horizon.To
	}
	return day
}

// breaks lists the rules that are broken in some replications.
func (s *simulation) breaks(seen *stats) []Break {
	var list []Break
	for k, l := range s.limits {
		if seen.limits[k] > 0 {
			list = append(list, Break{
				Rule: l.rule, Activity: l.activity, Link: l.link, Contract: l.contract, Date: l.date,
				Share: share(seen.limits[k], s.runs),
			})
		}
	}
	return list
}

// programmeCalendar is the working calendar of the programme over the forecast's horizon.
func (s *simulation) programmeCalendar() *calendar.Calendar {
	rule, ok := s.net.Plan.WorkingCalendar(s.net.Plan.Programme.Calendar)
	if !ok {
		rule, _ = s.net.Plan.WorkingCalendar(plan.Weekdays)
	}
	return calendar.Compile(rule, s.horizon)
}
