package forecast_test

import (
	"testing"

	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/forecast"
)

// worse are ways to make a plan worse off.
var worse = map[string]func(c *drawnCase){
	"risks are more likely": func(c *drawnCase) {
		c.eachRisk(func(d *plan.Driver) { d.Risk.Probability.Share = min(10_000, d.Risk.Probability.Share+3_000) })
	},
	"risks do more": func(c *drawnCase) {
		c.eachRisk(func(d *plan.Driver) {
			d.Risk.Impact.Delay, d.Risk.Impact.Stretch = larger(d.Risk.Impact.Delay), larger(d.Risk.Impact.Stretch)
		})
	},
	"ranges are longer": func(c *drawnCase) {
		c.net.Plan.Forecast.Ranges = plan.Limits
		for i := range c.net.Activities {
			if d := &c.net.Activities[i].Days; d.High > 0 {
				d.High += 1 + d.Likely/2
			}
		}
	},
	"attempts pass less often": func(c *drawnCase) {
		for i := range c.net.Activities {
			if a := &c.net.Activities[i].Attempts; a.Pass.Set {
				a.Pass.Share /= 2
			}
		}
	},
	"a blackout is added": func(c *drawnCase) { c.net.Drivers = append(c.net.Drivers, c.blackout(plan.Forbid)) },
	"a rest is added":     func(c *drawnCase) { c.net.Drivers = append(c.net.Drivers, c.blackout(plan.Pause)) },
	"there is a bias": func(c *drawnCase) {
		c.net.Plan.Forecast.OptimismBias = plan.Range{Low: 100, Likely: 110, High: 130}
	},
}

func (c *drawnCase) eachRisk(change func(d *plan.Driver)) {
	for k := range c.net.Drivers {
		d := &c.net.Drivers[k]
		risk := *d.Risk
		d.Risk = &risk
		change(d)
	}
}

func larger(r plan.Range) plan.Range {
	if r.IsZero() {
		return r
	}
	return plan.Range{Low: r.Low + 30, Likely: r.Likely + 60, High: r.High + 150}
}

// blackout is a certain closure of everything for three weeks, two months after the status date.
func (c *drawnCase) blackout(effect plan.Effect) plan.Driver {
	from := c.net.Plan.Programme.Status + 60
	d := plan.Driver{Risk: &plan.Risk{
		ID: "added", Probability: plan.Chance{Share: 10_000, Set: true},
		Closes: &plan.Closure{Period: calendar.Span{From: from, To: from + 20}, Scope: plan.Blackout{Effect: effect}},
	}}
	for i := range c.net.Activities {
		if c.net.Activities[i].Kind != plan.Milestone {
			d.Closes = append(d.Closes, i)
		}
	}
	return d
}

// copied is a case that can be changed without changing the other.
func (c drawnCase) copied() drawnCase {
	p, n := *c.net.Plan, *c.net
	n.Plan = &p
	n.Activities = append([]plan.Activity{}, n.Activities...)
	n.Drivers = append([]plan.Driver{}, n.Drivers...)
	return drawnCase{&n, c.schedule}
}

// isLater checks, replication by replication, that nothing is finished sooner in one case than in another.
func isLater(t failer, what string, than, c drawnCase, o forecast.Options, ks ...int) {
	before, err := forecast.Play(than.net, than.schedule, o, ks...)
	if err != nil {
		t.Fatal(err)
	}
	after, err := forecast.Play(c.net, c.schedule, o, ks...)
	if err != nil {
		t.Fatal(err)
	}
	for k := range before {
		for i, day := range before[k].Finish {
			// Work tied by its finish may be finished whenever it likes from there on: what counts is that
			// nobody else is the earlier for it. That is what the goals show.
			if after[k].Finish[i] < day {
				t.Errorf("%s, replication %d: %s is finished on %s, before %s", what, ks[k], c.net.Activities[i].ID, after[k].Finish[i], day)
			}
		}
	}
}

func TestWorseIsNeverSooner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawn(t, true)
		c.net.Plan.Forecast.Ranges = plan.Limits
		what := rapid.SampledFrom(keys(worse)).Draw(t, "worse")
		d := c.copied()
		worse[what](&d)
		isLater(t, what, c, d, forecast.Options{Runs: 200}, 0, 50, 100, 150)
	})
}

func TestExampleIsNeverSooner(t *testing.T) {
	c := example(t)
	c.net.Plan.Forecast.Ranges = plan.Limits
	for _, what := range keys(worse) {
		d := c.copied()
		worse[what](&d)
		isLater(t, what, c, d, forecast.Options{Runs: 1_000}, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
		percentilesAreLater(t, what, c, d)
	}
}

// percentilesAreLater checks P10 to P90 of all that is watched.
func percentilesAreLater(t *testing.T, what string, than, c drawnCase) {
	before, after := ran(t, than), ran(t, c)
	for k := range before.Outcomes {
		for _, percent := range []int{10, 50, 80, 90} {
			was, wasEver := before.Outcomes[k].Dates.At(percent)
			is, isEver := after.Outcomes[k].Dates.At(percent)
			if isEver && (!wasEver || is < was) {
				t.Errorf("%s: P%d of %s is %s, before %s", what, percent, before.Outcomes[k].ID, is, was)
			}
		}
	}
}

func ran(t *testing.T, c drawnCase) *forecast.Forecast {
	t.Helper()
	f, err := forecast.Run(c.net, c.schedule, forecast.Options{Runs: 200})
	if err != nil {
		t.Fatal(err)
	}
	return f
}
