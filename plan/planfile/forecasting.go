package planfile

import (
	"slices"

	"epr/plan"
)

// The fewest and the most replications of a forecast: with fewer than a hundred there is no P90 to speak of,
// with more than a million nothing changes any more. A seed is only a name for a sequence of luck.
const (
	minRuns = 100
	maxRuns = 1_000_000
	maxSeed = 1_000_000_000
)

// maxBias is the largest factor for optimism bias. It is well above any published, and below what somebody
// writes who means a percentage.
const maxBias = 5 * plan.One

// forecast reads how the plan is to be forecast.
func (r *reader) forecast(top *table) {
	t := top.sub("forecast")
	if t == nil {
		return
	}
	t.what, t.who = "the forecast", "the forecast"
	if first := r.plan.Forecast.At; !first.IsZero() {
		twice(t, "the forecast", first)
	}
	r.plan.Forecast = plan.Forecasting{
		Origin:       t.origin(),
		Runs:         wholeOr(t, "runs", minRuns, maxRuns, 0),
		Seed:         wholeOr(t, "seed", 1, maxSeed, 0),
		Ranges:       t.rangeMeaning(),
		OptimismBias: t.optimismBias(),
		Source:       t.text("source"),
		Note:         t.text("note"),
	}
	t.done()
}

func (t *table) rangeMeaning() plan.RangeMeaning {
	name := t.choice("ranges", "a meaning of ranges", "unknown-value", plan.RangeMeanings())
	return plan.RangeMeaning(max(0, slices.Index(plan.RangeMeanings(), name)))
}

// optimismBias reads a factor or a range of factors. Of a plain number it is said that a factor is meant: many
// would write the share or the percentage that is added.
func (t *table) optimismBias() plan.Range {
	const key = "optimism_bias"
	n := t.value(key)
	if n == nil || n.form == isTable {
		return t.spread(key, plan.One, maxBias)
	}
	factor, ok := t.decimal(n, key, wantRange, 2)
	switch h := plan.Hundredths(factor); {
	case !ok:
		return plan.Range{}
	case h < plan.One || h > maxBias:
		t.outOfRange(n, key, plan.One.String(), plan.Hundredths(maxBias).String(), "a factor is meant: 1.1 adds a tenth to all work")
		return plan.Range{}
	default:
		return plan.Range{Low: h, Likely: h, High: h}
	}
}
