package text

import "epr/reports"

// variance is how far a date is from its baseline: "+9 days" is later.
func variance(d reports.DaysBoth) cell {
	if d.Set && d.Calendar == 0 {
		return words("same")
	}
	return daysLate(d)
}

// varies says it in words, with working days: "9 days (7 working days) later".
func varies(d reports.DaysBoth) string {
	switch {
	case d.Calendar == 0:
		return "as it was"
	case d.Calendar < 0:
		return bothDays(reports.DaysBoth{Calendar: -d.Calendar, Working: -d.Working}) + " earlier"
	}
	return bothDays(d) + " later"
}
