package forecast_test

import (
	"testing"

	"pgregory.net/rapid"

	"epr/examples"
	"epr/plan"
	"epr/plan/plantest"
	"epr/plan/plantest/scheduled"
	"epr/plan/solve"
)

// case is a network with a schedule, and what is uncertain about it.
type drawnCase struct {
	net      *plan.Network
	schedule *plan.Schedule
}

// drawn is a generated plan with a schedule and, if anything is to be uncertain, with ranges, attempts, risks
// and closures drawn for it.
func drawn(t *rapid.T, uncertain bool) drawnCase {
	n := plantest.Network(t)
	result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
	if err != nil {
		t.Skip("no schedule")
	}
	c := drawnCase{certain(n), result.Schedule}
	if uncertain {
		c.unsettle(t)
	}
	return c
}

// certain is a network about which nothing is uncertain.
func certain(n *plan.Network) *plan.Network {
	p, net := *n.Plan, *n
	p.Forecast = plan.Forecasting{}
	net.Plan, net.Drivers = &p, nil
	net.Activities = append([]plan.Activity{}, n.Activities...)
	for i := range net.Activities {
		a := &net.Activities[i]
		a.Days.Low, a.Days.High = a.Days.Likely, a.Days.Likely
		a.Attempts = plan.Attempts{}
	}
	return &net
}

// unsettle draws what is uncertain.
func (c *drawnCase) unsettle(t *rapid.T) {
	for i := range c.net.Activities {
		a := &c.net.Activities[i]
		d := &a.Days
		if a.Kind != plan.Gate && a.Kind != plan.Milestone {
			d.Low = rapid.IntRange(1, d.Likely).Draw(t, "low")
			d.High = rapid.IntRange(d.Likely, 3*d.Likely).Draw(t, "high")
		}
		if rapid.IntRange(0, 4).Draw(t, "attempts") == 0 && a.Kind != plan.Milestone {
			a.Attempts = plan.Attempts{Pass: plan.Chance{Share: 6_000, Set: true}, Most: 3}
		}
	}
	for k := range rapid.IntRange(0, 3).Draw(t, "risks") {
		c.net.Drivers = append(c.net.Drivers, c.risk(t, k))
	}
	c.net.Plan.Forecast.Ranges = rapid.SampledFrom([]plan.RangeMeaning{plan.Percentiles, plan.Limits}).Draw(t, "ranges")
}

// risk draws one that delays, stretches or closes.
func (c *drawnCase) risk(t *rapid.T, k int) plan.Driver {
	r := &plan.Risk{ID: "risk-" + string(rune('a'+k)), Probability: plan.Chance{Share: 5_000, Set: true}}
	d := plan.Driver{Risk: r}
	var some []int
	for i := range c.net.Activities {
		if rapid.Bool().Draw(t, "touched") {
			some = append(some, i)
		}
	}
	switch rapid.IntRange(0, 2).Draw(t, "effect") {
	case 0:
		d.Hits, r.Impact.Delay = some, plan.Range{Low: 100, Likely: 300, High: 900}
	case 1:
		d.Hits, r.Impact.Stretch = some, plan.Range{Low: 100, Likely: 120, High: 200}
	case 2:
		from := c.net.Plan.Programme.Status
		effect := rapid.SampledFrom([]plan.Effect{plan.Pause, plan.Forbid}).Draw(t, "closure")
		r.Closes = &plan.Closure{
			Days:  plan.Range{Low: 200, Likely: 1000, High: 3000},
			Scope: plan.Blackout{ID: "closed-" + r.ID, Effect: effect},
		}
		r.Closes.Period.From, r.Closes.Period.To = from, from+200
		for _, i := range some {
			if c.net.Activities[i].Kind != plan.Milestone {
				d.Closes = append(d.Closes, i)
				r.Closes.Scope.Activities = append(r.Closes.Scope.Activities, c.net.Activities[i].ID)
			}
		}
	}
	return d
}

// example is the example with a schedule.
func example(t testing.TB) drawnCase {
	n := plantest.Expand(t, examples.Files, "lincolnshire.toml")
	return drawnCase{n, scheduled.Quick(t, n)}
}
