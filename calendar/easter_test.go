package calendar

import "testing"

// TestEaster has the extremes and both exceptions of the table of full moons: in 1981 and 2076 the moon
// would be on 19 April, in 1954 and 2049 it would come a second time on 18 April.
func TestEaster(t *testing.T) {
	for _, want := range []string{
		"1818-03-22", "2008-03-23", "2035-03-25", "2027-03-28", "2018-04-01", "2026-04-05", "1954-04-18",
		"2049-04-18", "1981-04-19", "2076-04-19", "2019-04-21", "2011-04-24", "1943-04-25", "2038-04-25",
	} {
		if got := easter(day(t, want).Year()); got.String() != want {
			t.Errorf("got %v, want %s", got, want)
		}
	}
}

func TestEasterIsASundayOfItsFiveWeeks(t *testing.T) {
	for year := 1583; year <= 9999; year++ {
		d := easter(year)
		if d.Weekday() != Sunday || d < MustOf(year, 3, 22) || d > MustOf(year, 4, 25) {
			t.Errorf("%d: %v is a %v", year, d, d.Weekday())
		}
	}
}
