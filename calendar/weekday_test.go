package calendar

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWeekdaysOfAWeek(t *testing.T) {
	var short, long []string
	for d := MustOf(2026, 11, 16); d < MustOf(2026, 11, 23); d++ {
		short = append(short, d.Weekday().String())
		long = append(long, d.Weekday().Long())
		if back, err := ParseWeekday(d.Weekday().String()); back != d.Weekday() || err != nil {
			t.Errorf("%s reads as %v, %v", d.Weekday(), back, err)
		}
	}
	got := strings.Join(short, " ") + "\n" + strings.Join(long, " ")
	want := "mon tue wed thu fri sat sun\nMonday Tuesday Wednesday Thursday Friday Saturday Sunday"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the week of 16 November 2026 (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(short, WeekdayNames()); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func TestParseWeekdayError(t *testing.T) {
	_, err := ParseWeekday("Saturday")
	want := `"Saturday" is not a day of the week: write one of mon, tue, wed, thu, fri, sat, sun`
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
}

func TestWeekdaySets(t *testing.T) {
	for _, c := range []struct {
		name string
		set  Weekdays
		want string
	}{
		{"zero", 0, "none"},
		{"working week", MonToFri, "mon, tue, wed, thu, fri"},
		{"all", EveryDay, "mon, tue, wed, thu, fri, sat, sun"},
		{"built in any order", Weekdays(0).With(Sunday, Monday).With(Saturday, Sunday), "mon, sat, sun"},
	} {
		if got := c.set.String(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if rebuilt := Weekdays(0).With(c.set.List()...); rebuilt != c.set {
			t.Errorf("%s: its list makes %v", c.name, rebuilt)
		}
	}
}
