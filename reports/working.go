package reports

import (
	"epr/calendar"
	"epr/plan"
)

// programmeDays is the programme's own calendar as far as any date of the pack lies, nil if the plan names one
// that is none.
func (f *facts) programmeDays() *calendar.Calendar {
	if f.days == nil {
		id := f.plan.Programme.Calendar
		if id == "" {
			id = plan.Weekdays
		}
		if rule, ok := f.plan.WorkingCalendar(id); ok {
			span := f.net.Horizon
			if fc := f.in.Forecast; fc != nil {
				span.To = max(span.To, fc.Horizon.To)
			}
			f.days = calendar.Compile(rule, span)
		}
	}
	return f.days
}

// between counts the days from the end of one day to the end of another, negative if that is earlier.
func (f *facts) between(from, to calendar.Date) DaysBoth {
	both := DaysBoth{Calendar: int(to - from), Set: true}
	if days := f.programmeDays(); days != nil {
		both.Working = days.Before(to+1) - days.Before(from+1)
	}
	return both
}
