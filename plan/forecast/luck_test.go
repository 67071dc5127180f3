package forecast_test

import (
	"math"
	"slices"
	"testing"

	"epr/plan"
	"epr/plan/forecast"
)

func TestEveryStratumIsDrawnOnce(t *testing.T) {
	for _, runs := range []int{1, 2, 3, 5, 64, 100, 1_000, 4_097, 10_000} {
		strata := forecast.Strata(7, "activity one/train length", runs)
		slices.Sort(strata)
		for k, s := range strata {
			if int(s) != k {
				t.Fatalf("of %d strata, number %d is drawn twice or never", runs, k)
			}
		}
		units := forecast.Units(7, "activity one/train length", runs)
		slices.Sort(units)
		for k, u := range units {
			if int(uint64(u)*uint64(runs)>>32) != k && int((uint64(u)+1)*uint64(runs)>>32) != k {
				t.Fatalf("of %d numbers, number %d is %d", runs, k, u)
			}
		}
	}
}

// Numbers of different things must not move together, or dates would.
func TestLucksAreUnrelated(t *testing.T) {
	const runs = 10_000
	names := []string{"activity a length", "activity b length", "activity a attempts", "activity ab length", "risk strike happens"}
	for x, a := range names {
		for _, b := range names[:x] {
			for _, shift := range []int{0, 1, 2, 64} {
				r := correlation(forecast.Units(1, a, runs), forecast.Units(1, b, runs), shift)
				if limit := 4 / math.Sqrt(runs); math.Abs(r) > limit {
					t.Errorf("%q and %q, %d later, correlate by %.3f, more than %.3f", a, b, shift, r, limit)
				}
			}
		}
		for shift := 1; shift < 5; shift++ {
			r := correlation(forecast.Units(1, a, runs), forecast.Units(1, a, runs), shift)
			if limit := 4 / math.Sqrt(runs); math.Abs(r) > limit {
				t.Errorf("%q correlates by %.3f with itself, %d later", a, r, shift)
			}
		}
		if slices.Equal(forecast.Units(1, a, runs), forecast.Units(2, a, runs)) {
			t.Errorf("%q has the same luck with another seed", a)
		}
	}
}

func correlation(x, y []uint32, shift int) float64 {
	var xy, xx, yy float64
	for k := range x {
		a, b := float64(x[k])-1<<31, float64(y[(k+shift)%len(y)])-1<<31
		xy, xx, yy = xy+a*b, xx+a*a, yy+b*b
	}
	return xy / math.Sqrt(xx*yy)
}

// The sum of many independent numbers must spread as it should: a weak generator shows there first.
func TestSumsSpreadAsTheyShould(t *testing.T) {
	const runs, terms = 2_000, 60
	sums := make([]float64, runs)
	for n := range terms {
		for k, u := range forecast.Units(3, "activity "+string(rune('a'+n))+" length", runs) {
			sums[k] += float64(u)/(1<<32) - 0.5
		}
	}
	var variance float64
	for _, s := range sums {
		variance += s * s / runs
	}
	if ratio := variance / (terms / 12.0); ratio < 0.85 || ratio > 1.15 {
		t.Errorf("the sum of %d numbers has %.2f times the variance of independent ones", terms, ratio)
	}
}

func TestRangesAreWhatTheySay(t *testing.T) {
	for _, c := range []struct {
		name    string
		r       plan.Range
		meaning plan.RangeMeaning
		share   float64
		want    int64
	}{
		{"one in ten is below low", plan.Range{Low: 1000, Likely: 1500, High: 3000}, plan.Percentiles, 0.1, 1000},
		{"one in ten is above high", plan.Range{Low: 1000, Likely: 1500, High: 3000}, plan.Percentiles, 0.9, 3000},
		{"also if low is likely", plan.Range{Low: 1000, Likely: 1000, High: 2000}, plan.Percentiles, 0.1, 1000},
		{"also if likely is high", plan.Range{Low: 1000, Likely: 2000, High: 2000}, plan.Percentiles, 0.9, 2000},
		{"nothing is below the limit", plan.Range{Low: 1000, Likely: 1500, High: 3000}, plan.Limits, 0, 1000},
		{"nothing is above the limit", plan.Range{Low: 1000, Likely: 1500, High: 3000}, plan.Limits, 1, 3000},
		{"a quarter below the peak of a quarter", plan.Range{Low: 1000, Likely: 1500, High: 3000}, plan.Limits, 0.25, 1500},
		{"a point is a point", plan.Range{Low: 700, Likely: 700, High: 700}, plan.Percentiles, 0.3, 700},
		{"nothing takes less than no time", plan.Range{Low: 100, Likely: 100, High: 5000}, plan.Percentiles, 0, 0},
	} {
		if got := forecast.Quantile(c.r, c.meaning, c.share); math.Abs(float64(got-c.want)) > 1 {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// The whole distribution of what is drawn, against the distribution function of a triangle written another way.
func TestDrawsAreTriangular(t *testing.T) {
	r := plan.Range{Low: 1500, Likely: 2000, High: 4000}
	f := triangle(15, 20, 40, plan.Percentiles)
	for k := 1; k < 100; k++ {
		share := float64(k) / 100
		days := float64(forecast.Quantile(r, plan.Percentiles, share)) / 100
		if got := f(days); math.Abs(got-share) > 0.001 {
			t.Errorf("%.2f of the cases should be below %.2f days, but %.4f are", share, days, got)
		}
	}
}
