package calendar

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// yearOfHolidays is the bank holidays of a year as months and days; * marks a substitute.
type yearOfHolidays struct {
	nation Nation
	year   int
	days   string
}

// compact writes holidays in the form of the tables below.
func compact(days []Holiday) string {
	var parts []string
	for _, h := range days {
		part := h.Date.String()[len("2027-"):]
		if h.Substitute {
			part += "*"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " ")
}

var publishedYears = []yearOfHolidays{
	{EnglandAndWales, 2018, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26"},
	{EnglandAndWales, 2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26"},
	{EnglandAndWales, 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28*"},
	{EnglandAndWales, 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27* 12-28*"},
	{EnglandAndWales, 2022, "01-03* 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27*"},
	{EnglandAndWales, 2023, "01-02* 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"},
	{EnglandAndWales, 2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"},
	{EnglandAndWales, 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"},
	{EnglandAndWales, 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28*"},
	{EnglandAndWales, 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27* 12-28*"},
	{EnglandAndWales, 2028, "01-03* 04-14 04-17 05-01 05-29 08-28 12-25 12-26"},
	{Scotland, 2018, "01-01 01-02 03-30 05-07 05-28 08-06 11-30 12-25 12-26"},
	{Scotland, 2019, "01-01 01-02 04-19 05-06 05-27 08-05 12-02* 12-25 12-26"},
	{Scotland, 2020, "01-01 01-02 04-10 05-08 05-25 08-03 11-30 12-25 12-28*"},
	{Scotland, 2021, "01-01 01-04* 04-02 05-03 05-31 08-02 11-30 12-27* 12-28*"},
	{Scotland, 2022, "01-03* 01-04* 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27*"},
	{Scotland, 2023, "01-02* 01-03* 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26"},
	{Scotland, 2024, "01-01 01-02 03-29 05-06 05-27 08-05 12-02* 12-25 12-26"},
	{Scotland, 2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01* 12-25 12-26"},
	{Scotland, 2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28*"},
	{Scotland, 2027, "01-01 01-04* 03-26 05-03 05-31 08-02 11-30 12-27* 12-28*"},
	{Scotland, 2028, "01-03* 01-04* 04-14 05-01 05-29 08-07 11-30 12-25 12-26"},
	{NorthernIreland, 2018, "01-01 03-19* 03-30 04-02 05-07 05-28 07-12 08-27 12-25 12-26"},
	{NorthernIreland, 2019, "01-01 03-18* 04-19 04-22 05-06 05-27 07-12 08-26 12-25 12-26"},
	{NorthernIreland, 2020, "01-01 03-17 04-10 04-13 05-08 05-25 07-13* 08-31 12-25 12-28*"},
	{NorthernIreland, 2021, "01-01 03-17 04-02 04-05 05-03 05-31 07-12 08-30 12-27* 12-28*"},
	{NorthernIreland, 2022, "01-03* 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27*"},
	{NorthernIreland, 2023, "01-02* 03-17 04-07 04-10 05-01 05-08 05-29 07-12 08-28 12-25 12-26"},
	{NorthernIreland, 2024, "01-01 03-18* 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26"},
	{NorthernIreland, 2025, "01-01 03-17 04-18 04-21 05-05 05-26 07-14* 08-25 12-25 12-26"},
	{NorthernIreland, 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13* 08-31 12-25 12-28*"},
	{NorthernIreland, 2027, "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27* 12-28*"},
	{NorthernIreland, 2028, "01-03* 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26"},
}

func TestPublishedHolidays(t *testing.T) {
	for _, c := range publishedYears {
		days := Holidays(c.nation, c.year)
		if diff := cmp.Diff(c.days, compact(days)); diff != "" {
			t.Errorf("%v %d (-want +got):\n%s", c.nation, c.year, diff)
		}
		for _, h := range days {
			if h.Basis != Proclaimed || h.Date.Year() != c.year {
				t.Errorf("%v %d: %v is %v", c.nation, c.year, h, h.Basis)
			}
		}
	}
	if want := 3 * (HolidaysListedTo - HolidaysListedFrom + 1); len(publishedYears) != want {
		t.Errorf("the table has %d years, the list %d", len(publishedYears), want)
	}
}

// TestProjectionDiffersOnlyByProclamation compares the rule with the published list. What is left over
// is everything that was moved or added by proclamation, in all nations and years.
func TestProjectionDiffersOnlyByProclamation(t *testing.T) {
	var got strings.Builder
	for _, nation := range []Nation{EnglandAndWales, Scotland, NorthernIreland} {
		fmt.Fprintln(&got, nation)
		for year := HolidaysListedFrom; year <= HolidaysListedTo; year++ {
			listed, rule := Holidays(nation, year), projected(nation, year)
			for i := range rule {
				rule[i].Basis = Proclaimed
			}
			for _, h := range rule {
				if !slices.Contains(listed, h) {
					fmt.Fprintln(&got, "-", h)
				}
			}
			for _, h := range listed {
				if !slices.Contains(rule, h) {
					fmt.Fprintln(&got, "+", h)
				}
			}
		}
	}
	oneOffs := `- 2020-05-04 Early May bank holiday
+ 2020-05-08 Early May bank holiday (VE day)
- 2022-05-30 Spring bank holiday
+ 2022-06-02 Spring bank holiday
+ 2022-06-03 Platinum Jubilee bank holiday
+ 2022-09-19 Bank Holiday for the State Funeral of Queen Elizabeth II
+ 2023-05-08 Bank holiday for the coronation of King Charles III
`
	want := "england-and-wales\n" + oneOffs +
		"scotland\n" + oneOffs + "+ 2026-06-15 World Cup bank holiday\n" +
		"northern-ireland\n" + oneOffs
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The years are chosen for where the weekend falls: 2029 has a Saturday 17 March, 2032 a Christmas on
// Saturday, 2033 New Year on Saturday and Christmas on Sunday, 2034 New Year on Sunday; 2035 has an
// early Easter, and 2038 the latest there can be. 2012 had the Diamond Jubilee, which only a list knows.
func TestProjectedHolidays(t *testing.T) {
	for _, c := range []yearOfHolidays{
		{EnglandAndWales, 2029, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26"},
		{EnglandAndWales, 2032, "01-01 03-26 03-29 05-03 05-31 08-30 12-27* 12-28*"},
		{EnglandAndWales, 2033, "01-03* 04-15 04-18 05-02 05-30 08-29 12-26 12-27*"},
		{EnglandAndWales, 2034, "01-02* 04-07 04-10 05-01 05-29 08-28 12-25 12-26"},
		{EnglandAndWales, 2038, "01-01 04-23 04-26 05-03 05-31 08-30 12-27* 12-28*"},
		{EnglandAndWales, 2012, "01-02* 04-06 04-09 05-07 05-28 08-27 12-25 12-26"},
		{Scotland, 2029, "01-01 01-02 03-30 05-07 05-28 08-06 11-30 12-25 12-26"},
		{Scotland, 2030, "01-01 01-02 04-19 05-06 05-27 08-05 12-02* 12-25 12-26"},
		{Scotland, 2033, "01-03* 01-04* 04-15 05-02 05-30 08-01 11-30 12-26 12-27*"},
		{Scotland, 2034, "01-02* 01-03* 04-07 05-01 05-29 08-07 11-30 12-25 12-26"},
		{NorthernIreland, 2029, "01-01 03-19* 03-30 04-02 05-07 05-28 07-12 08-27 12-25 12-26"},
		{NorthernIreland, 2031, "01-01 03-17 04-11 04-14 05-05 05-26 07-14* 08-25 12-25 12-26"},
		{NorthernIreland, 2035, "01-01 03-19* 03-23 03-26 05-07 05-28 07-12 08-27 12-25 12-26"},
		{NoNation, 2029, ""},
	} {
		days := Holidays(c.nation, c.year)
		if diff := cmp.Diff(c.days, compact(days)); diff != "" {
			t.Errorf("%v %d (-want +got):\n%s", c.nation, c.year, diff)
		}
		for _, h := range days {
			if h.Basis != Projected {
				t.Errorf("%v %d: %v is %v", c.nation, c.year, h, h.Basis)
			}
		}
	}
}

func TestHolidaysAreWeekdaysInOrder(t *testing.T) {
	usual := map[Nation]int{EnglandAndWales: 8, Scotland: 9, NorthernIreland: 10}
	for nation, count := range usual {
		for year := 1900; year <= 2200; year++ {
			days := projected(nation, year)
			if len(days) != count {
				t.Fatalf("%v %d has %d holidays, want %d", nation, year, len(days), count)
			}
			for i, h := range days {
				if h.Date.Weekday() >= Saturday || h.Date.Year() != year || i > 0 && h.Date <= days[i-1].Date {
					t.Fatalf("%v %d: %v on a %v after %v", nation, year, h, h.Date.Weekday(), days[:i])
				}
			}
		}
	}
}

func TestIsHolidayAgreesWithTheLists(t *testing.T) {
	for _, nation := range []Nation{NoNation, EnglandAndWales, Scotland, NorthernIreland} {
		for year := HolidaysListedFrom - 1; year <= HolidaysListedTo+1; year++ {
			var want, got []Date
			for _, h := range Holidays(nation, year) {
				want = append(want, h.Date)
			}
			for d := MustOf(year, 1, 1); d <= MustOf(year, 12, 31); d++ {
				if IsHoliday(nation, d) {
					got = append(got, d)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%v %d (-list +days):\n%s", nation, year, diff)
			}
		}
	}
}

func TestHolidayAsText(t *testing.T) {
	var got strings.Builder
	for _, year := range []int{2027, 2032} {
		for _, h := range Holidays(EnglandAndWales, year)[5:7] {
			fmt.Fprintln(&got, h)
		}
	}
	want := `2027-08-30 Summer bank holiday
2027-12-27 Christmas Day (substitute day)
2032-08-30 Summer bank holiday, projected
2032-12-27 Christmas Day (substitute day), projected
`
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNationsByName(t *testing.T) {
	for _, name := range NationNames() {
		if n, err := ParseNation(name); err != nil || n.String() != name {
			t.Errorf("%q reads as %v, %v", name, n, err)
		}
	}
	_, err := ParseNation("wales")
	want := `"wales" is not a nation with a list of bank holidays: ` +
		`write one of england-and-wales, scotland, northern-ireland, none`
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
}
