package forecast_test

import (
	"math"

	"epr/calendar"
	"epr/plan"
	"epr/plan/forecast"
)

// This file works out distributions exactly, by other means than the package: by bisection, by sums over
// all cases.

// triangle is the distribution function of a range.
func triangle(low, likely, high float64, meaning plan.RangeMeaning) func(float64) float64 {
	a, b := low, high
	if meaning == plan.Percentiles {
		a, b = outer(low, likely, high)
	}
	return func(x float64) float64 {
		switch {
		case x <= a:
			return 0
		case x >= b:
			return 1
		case x <= likely:
			return (x - a) * (x - a) / ((b - a) * (likely - a))
		}
		return 1 - (b-x)*(b-x)/((b-a)*(b-likely))
	}
}

// outer finds the ends of the triangle with a tenth below low and a tenth above high, by halves: for each
// upper end the lower one, then the upper.
func outer(low, likely, high float64) (a, b float64) {
	lower := func(b float64) float64 {
		return halve(low-20*(high-low), low, func(a float64) bool {
			return (low-a)*(low-a) > 0.1*(b-a)*(likely-a)
		})
	}
	b = halve(high, high+20*(high-low), func(b float64) bool {
		a := lower(b)
		return (b-high)*(b-high) < 0.1*(b-a)*(b-likely)
	})
	return lower(b), b
}

// halve is the place at which a condition stops holding.
func halve(from, to float64, holds func(float64) bool) float64 {
	for range 200 {
		if mid := (from + to) / 2; holds(mid) {
			from = mid
		} else {
			to = mid
		}
	}
	return (from + to) / 2
}

// chances are the probabilities of 0, 1, 2, … days.
type chances []float64

// daysOf are the chances of whole days of a range: rounded to the nearest, at least 1.
func daysOf(low, likely, high float64, meaning plan.RangeMeaning) chances {
	f := triangle(low, likely, high, meaning)
	c := chances{0}
	for n := 1; f(float64(n)-0.5) < 1; n++ {
		from := 0.0
		if n > 1 {
			from = f(float64(n) - 0.5)
		}
		c = append(c, f(float64(n)+0.5)-from)
	}
	return c
}

// point is a certain number of days.
func point(n int) chances {
	c := make(chances, n+1)
	c[n] = 1
	return c
}

// plus are the chances of a sum.
func (c chances) plus(o chances) chances {
	sum := make(chances, len(c)+len(o)-1)
	for i, p := range c {
		for j, q := range o {
			sum[i+j] += p * q
		}
	}
	return sum
}

// or are the chances of one with the chance p, else of the other.
func (c chances) or(p float64, o chances) chances {
	mixed := make(chances, max(len(c), len(o)))
	for i, q := range c {
		mixed[i] += p * q
	}
	for i, q := range o {
		mixed[i] += (1 - p) * q
	}
	return mixed
}

// times are the chances of n times as many days.
func (c chances) times(n int) chances {
	far := make(chances, (len(c)-1)*n+1)
	for i, p := range c {
		far[i*n] = p
	}
	return far
}

// upTo is the chance of at most n days.
func (c chances) upTo(n int) float64 {
	var sum float64
	for i := 0; i <= n && i < len(c); i++ {
		sum += c[i]
	}
	return sum
}

// latest are the chances of the larger of two.
func (c chances) latest(o chances) chances {
	both := make(chances, max(len(c), len(o)))
	before := 0.0
	for n := range both {
		p := c.upTo(n) * o.upTo(n)
		both[n] = p - before
		before = p
	}
	return both
}

// differs is the largest difference between the chances of days and what a forecast counted, from a first
// day on that is day 1.
func (c chances) differs(d *forecast.Dates, first calendar.Date) float64 {
	var most float64
	for n := range c {
		got := float64(d.By(first+calendar.Date(n)-1)) / 10_000
		most = max(most, math.Abs(got-c.upTo(n)))
	}
	return most
}
