package plan

import "epr/calendar"

// CostOf is what the delay of the programme over some days costs: each of them the monthly cost of delay
// in force on it divided by the days of its month, in hundredths of a pound, rounded down for each month
// and rate. It reports false if the plan states no cost of delay.
func (p *Programme) CostOf(days calendar.Span) (Hundredths, bool) {
	var total Hundredths
	for day := days.From; day <= days.To; {
		rate := p.CostOfDelay.On(day)
		first := firstOfMonth(day)
		next := first.AddMonths(1)
		end := min(p.CostOfDelay.changes(day), next, days.To+1)
		total += rate * Hundredths(end-day) / Hundredths(next-first)
		day = end
	}
	return total, len(p.CostOfDelay) > 0
}

func firstOfMonth(d calendar.Date) calendar.Date {
	_, _, day := d.Civil()
	return d - calendar.Date(day-1)
}
