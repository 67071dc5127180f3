package forecast

import (
	"epr/calendar"
	"epr/plan"
)

// pricing is what it costs that something comes after a planned day.
type pricing struct {
	programme *plan.Programme
	planned   calendar.Date
	until     []plan.Hundredths // by the days after planned
	isPrice   bool
	end       calendar.Date // when what never comes is taken to come
}

func (s *simulation) newPricing(planned calendar.Date) *pricing {
	return newPricing(&s.net.Plan.Programme, planned, s.horizon.To)
}

func newPricing(programme *plan.Programme, planned, end calendar.Date) *pricing {
	return &pricing{
		programme: programme, planned: planned, until: []plan.Hundredths{0},
		isPrice: len(programme.CostOfDelay) > 0, end: end,
	}
}

// CostAfter is the mean cost of delay, as Price, but of the calendar days by which the programme is finished later than
// any day, so that forecasts of different plans can be compared. It is false if the programme states no cost.
func (f *Forecast) CostAfter(day calendar.Date, programme *plan.Programme) (plan.Hundredths, bool) {
	price := newPricing(programme, day, f.Horizon.To)
	return price.mean(f.Programme.Dates), price.isPrice
}

// of is the cost of a delay until a day; nothing if that is not later than planned.
func (p *pricing) of(day calendar.Date) (plan.Hundredths, bool) {
	if !p.isPrice || day <= p.planned {
		return 0, p.isPrice
	}
	for len(p.until) <= int(day-p.planned) {
		p.until = append(p.until, p.next())
	}
	return p.until[day-p.planned], true
}

// next is the cost up to one day more than is known so far. The cost of a month is rounded as a whole, so it
// is the cost up to the end of the month before, and that of the days since.
func (p *pricing) next() plan.Hundredths {
	last := p.planned + calendar.Date(len(p.until))
	_, _, day := last.Civil()
	from := max(last-calendar.Date(day-1), p.planned+1)
	cost, _ := p.programme.CostOf(calendar.Span{From: from, To: last})
	return p.until[from-1-p.planned] + cost
}

// total is the sum of the costs over all days counted; what never comes costs as on the last day there is.
func (p *pricing) total(d *Dates) plan.Hundredths {
	var sum plan.Hundredths
	if d.never > 0 {
		last, _ := p.of(p.end)
		sum = last * plan.Hundredths(d.never)
	}
	for i, n := range d.counts {
		if n > 0 {
			cost, _ := p.of(d.from + calendar.Date(i))
			sum += cost * plan.Hundredths(n)
		}
	}
	return sum
}

// mean is the mean cost over all days counted.
func (p *pricing) mean(d *Dates) plan.Hundredths {
	if d.runs == 0 {
		return 0
	}
	return p.total(d) / plan.Hundredths(d.runs)
}
