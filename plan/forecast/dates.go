package forecast

import (
	"math"

	"epr/calendar"
)

// Dates counts the replications by the day on which something is finished.
type Dates struct {
	from   calendar.Date
	counts []int32
	never  int // replications in which it does not fit before the horizon ends
	runs   int
}

// At is the day by which a share of the replications, in hundredths, have finished: At(80) is the P80. It
// is false if they have not before the horizon ends.
func (d *Dates) At(percent int) (calendar.Date, bool) {
	return d.rank((d.runs*percent + 99) / 100)
}

// rank is the day of the k-th replication by date, counting from 1.
func (d *Dates) rank(k int) (calendar.Date, bool) {
	seen := 0
	for i, n := range d.counts {
		if seen += int(n); seen >= max(k, 1) {
			return d.from + calendar.Date(i), true
		}
	}
	return 0, false
}

// Sure is the interval in which the true percentile lies with a confidence of 95 %: of so many replications,
// by the normal approximation of the binomial distribution of ranks (Conover, Practical Nonparametric
// Statistics, section 3.2). The second day is false if it is beyond the horizon.
func (d *Dates) Sure(percent int) (first, last calendar.Date, ok bool) {
	share := float64(percent) / 100
	n := float64(d.runs)
	half := 1.96 * math.Sqrt(float64(n*share)*float64(1-share))
	first, _ = d.rank(int(math.Floor(float64(n*share) - half)))
	last, ok = d.rank(int(math.Ceil(float64(n*share)+half)) + 1)
	return first, last, ok
}

// By is the chance, in ten-thousandths, that it is finished by a day.
func (d *Dates) By(day calendar.Date) int {
	n := 0
	for i := 0; i < len(d.counts) && d.from+calendar.Date(i) <= day; i++ {
		n += int(d.counts[i])
	}
	return share(n, d.runs)
}

// Point is one day of a curve with the chance, in ten-thousandths, that something is finished by it.
type Point struct {
	Day    calendar.Date
	Chance int
}

// Curve is every day on which some replication finishes, with the chance to be finished by it: the S-curve.
func (d *Dates) Curve() []Point {
	var points []Point
	n := 0
	for i, count := range d.counts {
		if n += int(count); count > 0 {
			points = append(points, Point{d.from + calendar.Date(i), share(n, d.runs)})
		}
	}
	return points
}

// share is n of all, in ten-thousandths, rounded to the nearest.
func share(n, of int) int {
	if of == 0 {
		return 0
	}
	return int((int64(n)*10_000 + int64(of)/2) / int64(of))
}

// between is the part of the counts that lies within a span.
func (d *Dates) between(span calendar.Span) *Dates {
	part := span.Intersect(calendar.Span{From: d.from, To: d.from + calendar.Date(len(d.counts)) - 1})
	if part.Days() == 0 {
		return NewDates(span.From, nil, 0)
	}
	return NewDates(part.From, d.counts[part.From-d.from:part.To-d.from+1], 0)
}

// NewDates counts replications that finish on from, the day after, and so on, and those that never do.
func NewDates(from calendar.Date, counts []int32, never int) *Dates {
	d := &Dates{from: from, counts: counts, never: never, runs: never}
	for _, n := range counts {
		d.runs += int(n)
	}
	return d
}
