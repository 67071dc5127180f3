package reportstest

import (
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/forecast"
	"epr/reports"
)

// runs is the replications of the forecast that this package makes up.
const runs = 1_000

// WithForecast gives an input a forecast and a last register.
//
// The forecast is made up by a rule that can be followed by hand, so that what tests expect does not change
// whenever the forecast of the product does: in replication k of 1,000, everything still to come is finished
// k²/7,000 − 10 calendar days after its planned date (from 10 days before it to 132 after, the P50 25 days
// after and the P80 81), never before the status date, and a go-live that would fall into a closed window waits
// until the window is over.
func WithForecast(in reports.Input) reports.Input {
	m := madeUp{in}
	in.Forecast = m.forecast()
	in.LastRegister = lastRegister(in.Network.Plan)
	return in
}

type madeUp struct{ reports.Input }

// day is when something planned for a day is finished in a replication.
func (m *madeUp) day(planned calendar.Date, k int) calendar.Date {
	if planned <= m.Network.Plan.Programme.Status {
		return planned
	}
	return max(planned+calendar.Date(k*k/7_000)-10, m.Network.Plan.Programme.Status)
}

// finish is when an activity is finished in a replication.
func (m *madeUp) finish(i, k int) calendar.Date {
	a := &m.Network.Activities[i]
	row, _ := m.Schedule.Find(a.ID)
	if a.Done() {
		return row.Finish
	}
	day := m.day(row.Finish, k)
	if a.Kind == plan.GoLive {
		for _, closed := range a.Terms.Closed {
			if closed.Contains(day) {
				day = closed.To + 2
			}
		}
	}
	return day
}

// last is when the last of some activities is finished in a replication.
func (m *madeUp) last(members []int, k int) calendar.Date {
	var last calendar.Date
	for _, i := range members {
		last = max(last, m.finish(i, k))
	}
	return last
}

func (m *madeUp) dates(members []int) *forecast.Dates {
	var days []calendar.Date
	for k := range runs {
		days = append(days, m.last(members, k))
	}
	first := slices.Min(days)
	counts := make([]int32, slices.Max(days)-first+1)
	for _, day := range days {
		counts[day-first]++
	}
	return forecast.NewDates(first, counts, 0)
}

func (m *madeUp) outcome(id, name string, goal, activity int, members []int) forecast.Outcome {
	o := forecast.Outcome{ID: id, Name: name, Goal: goal, Activity: activity, IsDone: true, Dates: m.dates(members)}
	for _, i := range members {
		row, _ := m.Schedule.Find(m.Network.Activities[i].ID)
		o.Planned = max(o.Planned, row.Finish)
		o.IsDone = o.IsDone && m.Network.Activities[i].Done()
	}
	return o
}

func (m *madeUp) forecast() *forecast.Forecast {
	n := m.Network
	f := &forecast.Forecast{Runs: runs, Seed: 1, Horizon: n.Horizon, IsPrice: len(n.Plan.Programme.CostOfDelay) > 0}
	var all []int
	for g := range n.Goals {
		goal := &n.Goals[g]
		if len(goal.Members) == 0 {
			continue
		}
		activity := -1
		if !goal.Phase {
			activity = goal.Members[0]
		} else {
			all = append(all, goal.Members...)
		}
		f.Outcomes = append(f.Outcomes, m.outcome(goal.ID, goal.Name, g, activity, goal.Members))
	}
	if len(all) == 0 {
		for i := range n.Activities {
			all = append(all, i)
		}
	}
	if len(all) == 0 {
		f.Programme = forecast.Outcome{Goal: -1, Activity: -1, Planned: n.Horizon.From, Dates: forecast.NewDates(n.Horizon.From, []int32{runs}, 0)}
	} else {
		f.Programme = m.outcome("", "", -1, -1, all)
	}
	m.addPromises(f)
	m.addLandings(f)
	m.addRisks(f)
	m.addInfluences(f)
	f.Price = m.price(f.Programme.Planned, f.Programme.Planned+40) // about the mean of the days after the plan
	return f
}

// addPromises counts what is kept.
func (m *madeUp) addPromises(f *forecast.Forecast) {
	for k := range f.Outcomes {
		o := &f.Outcomes[k]
		if o.Goal < 0 {
			continue
		}
		target := &m.Network.Goals[o.Goal].Target
		for _, p := range []forecast.Promise{{Kind: forecast.By, Date: target.By}, {Kind: forecast.MustBy, Date: target.MustBy}, {Kind: forecast.Announced, Date: target.InForce()}} {
			if !p.Date.IsZero() {
				p.Outcome, p.Kept = k, o.Dates.By(p.Date)
				f.Promises = append(f.Promises, p)
			}
		}
	}
	// Everything moves together, so that all promises are kept where the weakest is.
	f.AllKept = 10_000
	for _, p := range f.Promises {
		f.AllKept = min(f.AllKept, p.Kept)
	}
}

// addRisks lets each risk with a probability and work to hit cost a tenth of its delay at P80 for each ten
// per cent of its probability, and its responses leave half of that.
func (m *madeUp) addRisks(f *forecast.Forecast) {
	for d := range m.Network.Drivers {
		driver := &m.Network.Drivers[d]
		risk := driver.Risk
		cost := forecast.RiskCost{Risk: risk, Occurs: risk.Probability.Share}
		switch {
		case !risk.Probability.Set:
			cost.LeftOut = "it states no probability"
		case len(driver.Hits) == 0:
			cost.LeftOut = "it hits nothing that is still to be done"
		default:
			m.cost(f, &cost)
		}
		f.Risks = append(f.Risks, cost)
	}
}

func (m *madeUp) cost(f *forecast.Forecast, c *forecast.RiskCost) {
	days := int(c.Risk.Impact.Delay.Likely/plan.One) * c.Occurs / 10_000
	c.Now = m.costOf(f, 2*days)
	for _, response := range c.Risk.Responses.All() {
		if !response.Done {
			c.HasAfter = true
			c.Responses += response.Cost
		}
	}
	if c.HasAfter {
		c.After = m.costOf(f, days)
		c.Saved = c.Now.Price - c.After.Price
		c.Pays = c.Saved > c.Responses
	}
}

// costOf is a risk that costs so many days at P80, half of them at P50 and on average, a point of chance of
// each promise for each day, and half a point of missing a window.
func (m *madeUp) costOf(f *forecast.Forecast, days int) forecast.Cost {
	c := forecast.Cost{P80: days, P50: days / 2, Mean: plan.Hundredths(days) * 50, GoLive: -1}
	c.Price = m.price(f.Programme.Planned, f.Programme.Planned+calendar.Date(days)/2)
	for _, p := range f.Promises {
		gain := 0
		if p.Kept > 0 && p.Kept < 10_000 {
			gain = min(days*100, 10_000-p.Kept)
		}
		c.Promises = append(c.Promises, gain)
	}
	if f.AllKept > 0 && f.AllKept < 10_000 {
		c.AllKept = min(days*100, 10_000-f.AllKept)
	}
	for k := range f.Landings {
		if missed := min(days*50, f.Landings[k].Missed); missed > c.Missed {
			c.GoLive, c.Missed = k, missed
		}
	}
	return c
}

func (m *madeUp) price(from, to calendar.Date) plan.Hundredths {
	cost, _ := m.Network.Plan.Programme.CostOf(calendar.Span{From: from + 1, To: to})
	return cost
}

// addInfluences makes the longest work still to do the most telling.
func (m *madeUp) addInfluences(f *forecast.Forecast) {
	for i := range m.Network.Activities {
		a := &m.Network.Activities[i]
		x := forecast.Influence{}
		if !a.Done() && !a.Kind.IsEvent() {
			spread := a.Days.High - a.Days.Low
			x = forecast.Influence{Criticality: min(9_000, spread*200), Cruciality: spread * 80, Sensitivity: spread * 60,
				Planned: a.Days.Likely, Mean: plan.Hundredths(a.Days.Likely)*100 + 50, Deviation: plan.Hundredths(spread) * 40}
		}
		f.Influences = append(f.Influences, x)
	}
}

// lastRegister is the register as it was: the first risk of the plan is new, every third scored less, the
// one after it more, and one is gone since.
func lastRegister(p *plan.Plan) []reports.Registered {
	last := []reports.Registered{}
	for k, id := range p.Risks.IDs() {
		risk := p.Risks.Get(id)
		was := reports.Registered{ID: id, Name: risk.Name, Score: risk.Current.Value(), Rank: len(last) + 1}
		switch k % 3 {
		case 1:
			was.Score -= 4
		case 2:
			was.Score += 4
		}
		if k > 0 {
			last = append(last, was)
		}
	}
	if len(last) > 0 {
		last = append(last, reports.Registered{ID: "tender-challenged", Name: "Award of the partner's contract is challenged", Score: 8, Rank: len(last) + 1})
	}
	return last
}
