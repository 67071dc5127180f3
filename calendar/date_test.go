package calendar

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestDateAgainstTime compares every day of three centuries with the standard library.
func TestDateAgainstTime(t *testing.T) {
	type facts struct {
		Civil            [3]int
		Year             int
		Weekday          Weekday
		ISO, Long, Short string
	}
	day := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	first := MustOf(1900, 1, 1)
	for d := first; day.Year() <= 2200; d, day = d+1, day.AddDate(0, 0, 1) {
		year, month, dom := d.Civil()
		got := facts{[3]int{year, month, dom}, d.Year(), d.Weekday(), d.String(), d.Long(), d.Short()}
		want := facts{
			[3]int{day.Year(), int(day.Month()), day.Day()}, day.Year(), Weekday((day.Weekday() + 6) % 7),
			day.Format("2006-01-02"), day.Format("2 January 2006"), day.Format("2 Jan 2006"),
		}
		if got != want {
			t.Fatalf("day %d is %v, want %v", d, got, want)
		}
		if made := MustOf(year, month, dom); made != d {
			t.Fatalf("%s is day %d, want %d", want.ISO, made, d)
		}
	}
}

func TestDateCountsFromYearOne(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             Date
	}{
		{1, 1, 1, 1},
		{1, 12, 31, 365},
		{4, 2, 29, 3*365 + 31 + 29},
		{400, 12, 31, 146097},
		{9999, 12, 31, 3652059},
	} {
		if got := MustOf(c.year, c.month, c.day); got != c.want {
			t.Errorf("%d-%d-%d is day %d, want %d", c.year, c.month, c.day, got, c.want)
		}
	}
}

func TestOfKnowsWhichDaysExist(t *testing.T) {
	for _, c := range []struct {
		name             string
		year, month, day int
		want             bool
	}{
		{"leap day of a leap year", 2028, 2, 29, true},
		{"leap day of a common year", 2027, 2, 29, false},
		{"leap day of a century", 2100, 2, 29, false},
		{"leap day of a fourth century", 2000, 2, 29, true},
		{"day 31 of a short month", 2027, 4, 31, false},
		{"last day of a long month", 2027, 7, 31, true},
		{"day 0", 2027, 4, 0, false},
		{"month 0", 2027, 0, 1, false},
		{"month 13", 2027, 13, 1, false},
		{"year 0", 0, 1, 1, false},
		{"year 10000", 10000, 1, 1, false},
	} {
		d, got := Of(c.year, c.month, c.day)
		if got != c.want || got == d.IsZero() {
			t.Errorf("%s: got %v, %v, want %v", c.name, d, got, c.want)
		}
	}
}

func TestMustOfPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("30 February did not panic")
		}
	}()
	MustOf(2027, 2, 30)
}

func TestParseErrors(t *testing.T) {
	for in, want := range map[string]string{
		"30/04/2027":           `"30/04/2027" is not a date: write year, month and day, as in "2027-04-30"`,
		"2027-4-30":            `"2027-4-30" is not a date: write year, month and day, as in "2027-04-30"`,
		"2027-04-30T00:00:00Z": `"2027-04-30T00:00:00Z" is not a date: write year, month and day, as in "2027-04-30"`,
		"+027-04-30":           `"+027-04-30" is not a date: write year, month and day, as in "2027-04-30"`,
		"":                     `"" is not a date: write year, month and day, as in "2027-04-30"`,
		"2027-13-01":           `"2027-13-01" is not a date: there is no month 13`,
		"2027-00-01":           `"2027-00-01" is not a date: there is no month 0`,
		"2027-02-29":           `"2027-02-29" is not a date: February 2027 has 28 days`,
		"2028-02-30":           `"2028-02-30" is not a date: February 2028 has 29 days`,
		"2027-04-00":           `"2027-04-00" is not a date: April 2027 has 30 days`,
		"0000-04-01":           `"0000-04-01" is not a date: years are counted from 1`,
	} {
		d, err := Parse(in)
		if err == nil || !d.IsZero() {
			t.Errorf("%q: got %v, want an error", in, d)
			continue
		}
		if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", in, diff)
		}
	}
}

func TestZeroDatePrintsADash(t *testing.T) {
	var none Date
	got := [3]string{none.String(), none.Long(), none.Short()}
	if got != [3]string{"-", "-", "-"} {
		t.Errorf("got %q", got)
	}
}

func TestParseUndoesString(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Date(rapid.Int32Range(1, int32(MustOf(9999, 12, 31))).Draw(t, "date"))
		if got, err := Parse(d.String()); got != d || err != nil {
			t.Fatalf("%d prints as %s, which reads as %d, %v", d, d, got, err)
		}
	})
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		name   string
		from   string
		months int
		want   string
	}{
		{"same day", "2026-07-07", 1, "2026-08-07"},
		{"across New Year", "2026-11-30", 2, "2027-01-30"},
		{"back across New Year", "2027-01-15", -2, "2026-11-15"},
		{"years", "2026-07-01", 120, "2036-07-01"},
		{"into a short month", "2027-01-31", 1, "2027-02-28"},
		{"into February of a leap year", "2028-01-31", 1, "2028-02-29"},
		{"back into a short month", "2027-05-31", -1, "2027-04-30"},
		{"a year after a leap day", "2028-02-29", 12, "2029-02-28"},
		{"no months", "2028-02-29", 0, "2028-02-29"},
		{"December stays December", "2026-12-31", -12, "2025-12-31"},
		{"no date", "-", 7, "-"},
	} {
		from, _ := Parse(c.from)
		if got := from.AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s: %s and %d months is %s, want %s", c.name, c.from, c.months, got, c.want)
		}
	}
}

func TestDatesMarshalAsWritten(t *testing.T) {
	for d, want := range map[Date]string{0: "", MustOf(2027, 4, 30): "2027-04-30"} {
		if got, err := d.MarshalText(); string(got) != want || err != nil {
			t.Errorf("MarshalText of %v is %q, %v, want %q", d, got, err, want)
		}
	}
}
