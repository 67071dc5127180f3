package reports

import (
	"epr/calendar"
	"epr/plan/forecast"
)

// CurveEnd is the chance, in ten-thousandths, with which an S-curve ends.
const CurveEnd = 9_950

// CurvePoints is the most steps that an S-curve has and stays legible.
const CurvePoints = 60

// Curve is an S-curve: the chance of being finished by each of some days, in steps of equal length. It ends
// once CurveEnd have finished, and a promise farther off than the curve is long is not on it, so that neither
// squeezes the rest. It has no points if every replication finishes on one day.
type Curve struct {
	Of     Prospect
	Step   int // days of a step
	Points []CurvePoint
	// Promise, P50 and P80 are the steps in which those days lie, positions in Points; -1 if they are not
	// on the curve, or if there is no promise.
	Promise, P50, P80 int
}

// CurvePoint is one step of a curve. Its days end with Day.
type CurvePoint struct {
	Day    calendar.Date
	Share  int // of the replications that finish in the step
	Chance int // of being finished by its end
}

// curves are the S-curves that are drawn: of the programme, and of the weakest promise where that is of
// something else.
func (f *facts) curves(c *Confidence, fc *forecast.Forecast) []Curve {
	list := []Curve{curveOf(c.Programme, fc.Programme.Dates)}
	weakest := c.Weakest()
	if weakest == nil || f.isLast(weakest.ID) {
		return list
	}
	for k := range fc.Outcomes {
		if o := &fc.Outcomes[k]; o.ID == weakest.ID {
			return append(list, curveOf(f.prospect(o), o.Dates))
		}
	}
	return list
}

// isLast reports whether the goal of an id is the one whose finish is the programme's.
func (f *facts) isLast(id string) bool {
	last := f.lastGoal()
	return last != nil && last.ID == id
}

// steps are the lengths that a step of a curve may have.
var steps = [...]int{1, 2, 3, 7, 14, 28, 56, 112, 224}

func curveOf(p Prospect, d *forecast.Dates) Curve {
	c := Curve{Of: p, Promise: -1, P50: -1, P80: -1}
	days := d.Curve()
	if len(days) < 2 {
		return c
	}
	from, to := days[0].Day, days[len(days)-1].Day
	for k := range days {
		if days[k].Chance >= CurveEnd {
			to = days[k].Day
			break
		}
	}
	if isNear := p.Promise.Date >= from-(to-from) && p.Promise.Date <= to+(to-from); !p.Promise.IsZero() && isNear {
		from, to = min(from, p.Promise.Date), max(to, p.Promise.Date)
	}
	for _, c.Step = range steps {
		if int(to-from)/c.Step+2 <= CurvePoints {
			break
		}
	}
	before := 0
	for day := from - 1; ; day += calendar.Date(c.Step) {
		chance := d.By(day)
		c.Points = append(c.Points, CurvePoint{Day: day, Share: chance - before, Chance: chance})
		before = chance
		if day >= to {
			break
		}
	}
	c.P50, c.P80 = c.at(p.P50), c.at(p.P80)
	if p.Promise.Date >= from {
		c.Promise = c.step(p.Promise.Date)
	}
	return c
}

// step is the step in which a day lies.
func (c *Curve) step(day calendar.Date) int {
	if day.IsZero() {
		return -1
	}
	for k := range c.Points {
		if c.Points[k].Day >= day {
			return k
		}
	}
	return -1
}

func (c *Curve) at(p Percentile) int {
	if p.Beyond {
		return -1
	}
	return c.step(p.Date)
}
