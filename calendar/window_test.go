package calendar

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestYearlyWindows(t *testing.T) {
	for _, c := range []struct {
		name          string
		from, to      string
		within, until string
		want          []string
	}{
		{
			"across New Year, end of February in leap years too", "12-01", "02-28", "2026-07-01", "2029-03-31",
			[]string{"2026-12-01 to 2027-02-28", "2027-12-01 to 2028-02-29", "2028-12-01 to 2029-02-28"},
		},
		{
			"began before, ends after", "12-01", "02-28", "2027-01-10", "2027-12-15",
			[]string{"2027-01-10 to 2027-02-28", "2027-12-01 to 2027-12-15"},
		},
		{
			"within a year", "03-25", "05-06", "2027-01-01", "2028-12-31",
			[]string{"2027-03-25 to 2027-05-06", "2028-03-25 to 2028-05-06"},
		},
		{
			"one day", "03-31", "03-31", "2027-01-01", "2028-12-31",
			[]string{"2027-03-31", "2028-03-31"},
		},
		{
			"29 February as an end is the end of February", "02-20", "02-29", "2027-01-01", "2028-12-31",
			[]string{"2027-02-20 to 2027-02-28", "2028-02-20 to 2028-02-29"},
		},
		{
			"29 February as a start is 1 March in a common year", "02-29", "03-05", "2027-01-01", "2028-12-31",
			[]string{"2027-03-01 to 2027-03-05", "2028-02-29 to 2028-03-05"},
		},
		{
			"29 February alone is in leap years only", "02-29", "02-29", "2026-01-01", "2032-12-31",
			[]string{"2028-02-29", "2032-02-29"},
		},
		{
			"28 February alone is both days in leap years", "02-28", "02-28", "2027-01-01", "2028-12-31",
			[]string{"2027-02-28", "2028-02-28 to 2028-02-29"},
		},
		{
			"27 February as an end is that day", "02-01", "02-27", "2028-01-01", "2028-12-31",
			[]string{"2028-02-01 to 2028-02-27"},
		},
		{
			"a whole year merges with the next", "04-01", "03-31", "2026-07-01", "2029-03-31",
			[]string{"2026-07-01 to 2029-03-31"},
		},
		{"nothing within", "12-01", "12-31", "2027-01-01", "2027-11-30", nil},
		{"empty period", "12-01", "02-28", "2027-01-02", "2027-01-01", nil},
		{"no period", "12-01", "02-28", "-", "-", nil},
	} {
		w := Windows{Every: &Yearly{monthDay(t, c.from), monthDay(t, c.to)}}
		var got []string
		for _, s := range w.In(span(t, c.within, c.until)) {
			got = append(got, s.String())
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func monthDay(t *testing.T, s string) MonthDay {
	t.Helper()
	m, err := ParseMonthDay(s)
	if err != nil {
		t.Fatal(err)
	}
	if m.String() != s {
		t.Errorf("%q prints as %q", s, m)
	}
	return m
}

func TestParseMonthDayErrors(t *testing.T) {
	var got strings.Builder
	for _, s := range []string{"1-12", "2026-12-01", "1201", "ab-cd", "13-01", "00-10", "02-30", "04-31", "04-00", ""} {
		_, err := ParseMonthDay(s)
		fmt.Fprintln(&got, err)
	}
	want := `"1-12" is not a day of the year: write month and day, as in "12-01"
"2026-12-01" is not a day of the year: write month and day, as in "12-01"
"1201" is not a day of the year: write month and day, as in "12-01"
"ab-cd" is not a day of the year: write month and day, as in "12-01"
"13-01" is not a day of the year: there is no month 13
"00-10" is not a day of the year: there is no month 0
"02-30" is not a day of the year: February has at most 29 days
"04-31" is not a day of the year: April has at most 30 days
"04-00" is not a day of the year: April has at most 30 days
"" is not a day of the year: write month and day, as in "12-01"
`
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// inYearly reports from the calendar page alone whether a day is in a yearly window.
func inYearly(y Yearly, d Date) bool {
	_, month, dom := d.Civil()
	today, from, to := month*100+dom, y.From.Month*100+y.From.Day, y.To.Month*100+y.To.Day
	acrossNewYear := to < from
	if to == 228 {
		to = 229
	}
	if acrossNewYear {
		return from <= today || today <= to
	}
	return from <= today && today <= to
}

func TestWindowsAreTheDaysTheySay(t *testing.T) {
	// February is drawn often: it is where the rules are.
	anyDay := rapid.Custom(func(t *rapid.T) MonthDay {
		month := rapid.SampledFrom([]int{1, 2, 2, 2, 2, 3, 6, 11, 12}).Draw(t, "month")
		return MonthDay{month, rapid.OneOf(rapid.IntRange(1, daysIn(2028, month)), rapid.Just(daysIn(2028, month)),
			rapid.Just(28)).Draw(t, "day")}
	})
	rapid.Check(t, func(t *rapid.T) {
		start := MustOf(2026, 1, 1) + Date(rapid.IntRange(0, 3*365).Draw(t, "start"))
		within := Span{start, start + Date(rapid.IntRange(-1, 800).Draw(t, "length"))}
		w := Windows{Spans: rapid.SliceOfN(anySpan(), 0, 3).Draw(t, "spans")}
		if rapid.Bool().Draw(t, "yearly") {
			w.Every = &Yearly{anyDay.Draw(t, "from"), anyDay.Draw(t, "to")}
		}
		got := w.In(within)
		for d := within.From - 40; d <= within.To+40; d++ {
			want := within.Contains(d) && (contains(w.Spans, d) || w.Every != nil && inYearly(*w.Every, d))
			if contains(got, d) != want {
				t.Fatalf("%v %v in %v: %v, want %v", w.Every, d, got, !want, want)
			}
		}
		if diff := cmp.Diff(Merge(got), got); diff != "" {
			t.Fatalf("not merged and in order (-merged +got):\n%s", diff)
		}
	})
}
