package text

import (
	"cmp"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// date is a day as it stands in a table.
func date(d calendar.Date) cell {
	if d.IsZero() {
		return cell{}
	}
	return words(d.Short())
}

// slack is how a finish stands to its promise: "12 days early", "9 days LATE".
func slack(days plan.Whole, r reports.Rating) cell {
	c := cell{mark: markOf(r)}
	switch {
	case r == reports.Live:
		c.text = "live"
	case !days.Set:
		c.text = "no promise"
	case days.N == 0:
		c.text = "on the day"
	case days.N < 0:
		c.number, c.text = reports.Number(-days.N), dayWord(days.N)+" LATE"
	default:
		c.number, c.text = reports.Number(days.N), dayWord(days.N)+" early"
	}
	if r == reports.Red && days.Set && days.N >= 0 {
		c.mean = "unlikely" // by the forecast
	}
	return c
}

// change is how a date stands to the last version: "+9 days" is later.
func change(days plan.Whole) cell {
	switch {
	case !days.Set:
		return words("new")
	case days.N == 0:
		return words("same")
	case days.N < 0:
		return cell{number: "−" + reports.Number(-days.N), text: dayWord(days.N)}
	}
	return cell{number: "+" + reports.Number(days.N), text: dayWord(days.N)}
}

// dayWord is the noun that agrees with a number of days.
func dayWord(n int) string { return reports.Plural(max(n, -n), "day", "days") }

// promised says how a date was promised: "promised by 30 Apr 2027".
func promised(by reports.Promise) string {
	switch by.Kind {
	case reports.Announced:
		return "announced for " + by.Date.Short()
	case reports.MustBy:
		return "due by " + by.Date.Short()
	}
	return "promised by " + by.Date.Short()
}

// bySlack orders promises: the latest first, what was not promised last.
func bySlack(a, b plan.Whole) int {
	switch {
	case a.Set && b.Set:
		return cmp.Compare(a.N, b.N)
	case a.Set:
		return -1
	case b.Set:
		return 1
	}
	return 0
}

// byDate orders dates, no date last.
func byDate(a, b calendar.Date) int {
	if a.IsZero() || b.IsZero() {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}
