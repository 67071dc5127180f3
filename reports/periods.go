package reports

import "epr/calendar"

// MostPeriods is the most periods that a table or a chart over time shows and stays legible.
const MostPeriods = 36

// periods divides a span into months, or into quarters or years if there would be more than MostPeriods
// of them: the first day of each, and the months in one. Quarters and years begin with the calendar's.
func periods(span calendar.Span) (starts []calendar.Date, months int) {
	for _, months = range []int{1, 3, 12} {
		_, month, _ := span.From.Civil()
		starts = nil
		first := firstOfMonth(span.From).AddMonths(-((month - 1) % months))
		for start := first; start <= span.To; start = start.AddMonths(months) {
			starts = append(starts, start)
		}
		if len(starts) <= MostPeriods {
			break
		}
	}
	return starts, months
}

// monthsBetween counts the months from the month of one day to that of another.
func monthsBetween(from, to calendar.Date) int {
	y1, m1, _ := from.Civil()
	y2, m2, _ := to.Civil()
	return (y2-y1)*12 + m2 - m1
}

func firstOfMonth(d calendar.Date) calendar.Date {
	_, _, day := d.Civil()
	return d - calendar.Date(day-1)
}
