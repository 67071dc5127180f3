package calendar

import (
	"fmt"
	"slices"
)

// Windows are the days of a blackout: single spans, or one that returns each year, or both.
type Windows struct {
	Spans []Span
	Every *Yearly
}

// In lists the parts of the windows that lie within a span, in order, merged where they touch. A
// window that began before the span or ends after it is cut to it.
func (w Windows) In(within Span) []Span {
	all := w.Spans
	if w.Every != nil && within.Days() > 0 {
		all = slices.Concat(all, w.Every.starting(within.From.Year()-1, within.To.Year()))
	}
	var parts []Span
	for _, s := range all {
		parts = append(parts, s.Intersect(within))
	}
	return Merge(parts)
}

// MonthDay is a day of any year.
type MonthDay struct{ Month, Day int }

// ParseMonthDay reads a day of the year written as "12-01"; "02-29" is one. The error is a sentence
// for the person who wrote it.
func ParseMonthDay(s string) (MonthDay, error) {
	const leap = 2000 // any year that has a 29 February
	if len(s) != len("12-01") || s[2] != '-' {
		return MonthDay{}, fmt.Errorf("%q is not a day of the year: write month and day, as in \"12-01\"", s)
	}
	month, okMonth := digits(s[:2])
	day, okDay := digits(s[3:])
	switch {
	case !okMonth || !okDay:
		return MonthDay{}, fmt.Errorf("%q is not a day of the year: write month and day, as in \"12-01\"", s)
	case month < 1 || month > 12:
		return MonthDay{}, fmt.Errorf("%q is not a day of the year: there is no month %d", s, month)
	case day < 1 || day > daysIn(leap, month):
		return MonthDay{}, fmt.Errorf("%q is not a day of the year: %s has at most %d days", s, monthNames[month], daysIn(leap, month))
	}
	return MonthDay{month, day}, nil
}

// String is the day as "12-01".
func (m MonthDay) String() string { return fmt.Sprintf("%02d-%02d", m.Month, m.Day) }

// IsBefore reports whether m comes before o in a year.
func (m MonthDay) IsBefore(o MonthDay) bool {
	return m.Month < o.Month || m.Month == o.Month && m.Day < o.Day
}

// Yearly is a window that returns each year, across New Year if To is before From.
//
// As an end, 28 February means the last day of February, so that winter ends with the month in leap
// years too; 29 February as an end means the same. As a start, 29 February means 1 March in a year
// that has no such day: a window never begins before its own start. A window from 29 February to 29
// February therefore exists in leap years only.
type Yearly struct{ From, To MonthDay }

// starting lists the windows that start in the years first to last.
func (y Yearly) starting(first, last int) []Span {
	var spans []Span
	for year := first; year <= last; year++ {
		end := year
		if y.To.IsBefore(y.From) {
			end++
		}
		spans = append(spans, Span{y.From.startIn(year), y.To.endIn(end)})
	}
	return spans
}

// startIn is the day in a year on which a window that starts on m does.
func (m MonthDay) startIn(year int) Date {
	// The day after 28 February comes out by itself: in a common year it is 1 March.
	return fromCivil(year, m.Month, 1) + Date(m.Day-1)
}

// endIn is the day in a year on which a window that ends on m does.
func (m MonthDay) endIn(year int) Date {
	day := m.Day
	if m.Month == 2 && day >= 28 {
		day = daysIn(year, 2)
	}
	return fromCivil(year, m.Month, day)
}
