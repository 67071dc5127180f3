package forecast

import (
	"epr/calendar"
	"epr/plan"
)

// riskCost is what a risk costs: what was seen, against what was seen of the same replications without it.
func (s *simulation) riskCost(h int, seen *stats, price *pricing) RiskCost {
	hazard, r := &s.hazards[h], &seen.risks[h]
	risk := hazard.driver.Risk
	cost := RiskCost{
		Risk: risk, LeftOut: hazard.leftOut, HasAfter: hazard.hasAfter && hazard.leftOut == "",
		Occurs: share(r.occurs, s.runs),
	}
	for _, response := range risk.Responses.All() {
		if !response.Done {
			cost.Responses += response.Cost
		}
	}
	with, without := &seen.programme, seen.programme.plus(&r.without.programme)
	cost.Now = s.cost(with, &without, &contrast{}, &r.without, price)
	if cost.After.GoLive = -1; !cost.HasAfter {
		return cost
	}
	after := seen.programme.plus(&r.after.programme)
	cost.After = s.cost(&after, &without, &r.after, &r.without, price)
	cost.Saved = price.mean(with.dates()) - price.mean(after.dates())
	cost.Pays = cost.Saved > cost.Responses
	return cost
}

// cost compares the programme's finishes, and what else is kept of the replications, with those without.
func (s *simulation) cost(with, without *tally, is, isNot *contrast, price *pricing) Cost {
	a, b := with.dates(), without.dates()
	c := Cost{
		P50:     int(s.orEnd(a.At(50)) - s.orEnd(b.At(50))),
		P80:     int(s.orEnd(a.At(80)) - s.orEnd(b.At(80))),
		Mean:    plan.Hundredths(rounded(100*(s.days(a)-s.days(b)), int64(s.runs))),
		Price:   price.mean(a) - price.mean(b),
		AllKept: share(isNot.allKept, s.runs) - share(is.allKept, s.runs),
		GoLive:  -1,
	}
	for k := range s.promises {
		c.Promises = append(c.Promises, share(isNot.kept[k]-at(is.kept, k), s.runs))
	}
	for k := range s.cliffs {
		if fewer := share(at(is.missed, k)-isNot.missed[k], s.runs); fewer > c.Missed {
			c.Missed, c.GoLive = fewer, k
		}
	}
	return c
}

// at is an element of a list, 0 if it has none.
func at(list []int, k int) int {
	if k >= len(list) {
		return 0
	}
	return list[k]
}

// days is the sum of the days of all replications from the planned finish; what never comes counts as on
// the last day of the horizon.
func (s *simulation) days(d *Dates) int64 {
	sum := int64(d.never) * int64(s.horizon.To-s.planned)
	for i, n := range d.counts {
		sum += int64(n) * int64(d.from+calendar.Date(i)-s.planned)
	}
	return sum
}

// rounded is a quotient, rounded to the nearest.
func rounded(a, b int64) int64 {
	if a < 0 {
		return -rounded(-a, b)
	}
	return (a + b/2) / b
}
