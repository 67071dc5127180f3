package calendar

import (
	"fmt"
	"strconv"
)

// Date is a civil date of the Gregorian calendar, counted in days: 1 is 1 January of year 1, and a
// later date is a larger number, so dates subtract and compare as integers. The zero Date is no date.
// The Gregorian rule for leap years is applied to all years, also those before it was made.
type Date int32

// Years that a date can be written with.
const (
	firstYear = 1
	lastYear  = 9999
)

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == 0 }

// Of is the date of a year (1 to 9999), month (1 to 12) and day; false if there is no such day.
func Of(year, month, day int) (Date, bool) {
	if year < firstYear || year > lastYear || month < 1 || month > 12 {
		return 0, false
	}
	if day < 1 || day > daysIn(year, month) {
		return 0, false
	}
	return fromCivil(year, month, day), true
}

// MustOf is [Of] for dates known to exist, as in tables and tests; it panics on any other.
func MustOf(year, month, day int) Date {
	d, ok := Of(year, month, day)
	if !ok {
		panic(fmt.Sprintf("calendar: no such date: %d-%d-%d", year, month, day))
	}
	return d
}

// Parse reads a date written as "2027-04-30". The error is a sentence for the person who wrote it.
func Parse(s string) (Date, error) {
	year, month, day, ok := splitISO(s)
	if !ok {
		return 0, fmt.Errorf("%q is not a date: write year, month and day, as in \"2027-04-30\"", s)
	}
	if d, ok := Of(year, month, day); ok {
		return d, nil
	}
	switch {
	case year < firstYear:
		return 0, fmt.Errorf("%q is not a date: years are counted from 1", s)
	case month < 1 || month > 12:
		return 0, fmt.Errorf("%q is not a date: there is no month %d", s, month)
	}
	return 0, fmt.Errorf("%q is not a date: %s %d has %d days", s, monthNames[month], year, daysIn(year, month))
}

func splitISO(s string) (year, month, day int, ok bool) {
	if len(s) != len("2027-04-30") || s[4] != '-' || s[7] != '-' {
		return 0, 0, 0, false
	}
	year, okYear := digits(s[:4])
	month, okMonth := digits(s[5:7])
	day, okDay := digits(s[8:])
	return year, month, day, okYear && okMonth && okDay
}

// digits reads a number that has no sign.
func digits(s string) (int, bool) {
	n, err := strconv.ParseUint(s, 10, 31)
	return int(n), err == nil
}

// String is the date as "2027-04-30", or "-" for no date.
func (d Date) String() string {
	if d == 0 {
		return "-"
	}
	year, month, day := d.Civil()
	if year < firstYear || year > lastYear {
		return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	}
	digit := func(n int) byte { return '0' + byte(n%10) }
	text := [...]byte{digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-',
		digit(month / 10), digit(month), '-', digit(day / 10), digit(day)}
	return string(text[:])
}

// MarshalText is the date as in "2027-04-30", and no text for the zero Date, so that dates read the same
// in JSON as in a plan.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return nil, nil
	}
	return []byte(d.String()), nil
}

// Long is the date as "30 April 2027", or "-" for no date.
func (d Date) Long() string {
	if d == 0 {
		return "-"
	}
	year, month, day := d.Civil()
	return fmt.Sprintf("%d %s %d", day, monthNames[month], year)
}

// Short is the date as "30 Apr 2027", or "-" for no date.
func (d Date) Short() string {
	if d == 0 {
		return "-"
	}
	year, month, day := d.Civil()
	return fmt.Sprintf("%d %s %d", day, monthNames[month][:3], year)
}

// Civil is the year, month (1 to 12) and day of the month of d. It means nothing for the zero Date.
func (d Date) Civil() (year, month, day int) { return toCivil(d) }

// Year is the year d lies in.
func (d Date) Year() int {
	year, _, _ := d.Civil()
	return year
}

// Weekday is the day of the week of d.
func (d Date) Weekday() Weekday {
	return Weekday(floorMod(int(d)-1, 7)) // 1 January of year 1 is a Monday
}

// AddMonths is the same day of the month n months later, or earlier if n is negative. Where that month
// is too short it is its last day: a month after 31 January is 28 or 29 February. The zero Date stays
// zero.
func (d Date) AddMonths(n int) Date {
	if d == 0 {
		return 0
	}
	year, month, day := d.Civil()
	months := year*12 + month - 1 + n
	year, month = floorDiv(months, 12), floorMod(months, 12)+1
	return fromCivil(year, month, min(day, daysIn(year, month)))
}

var monthNames = [...]string{
	"", "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}
