package calendar

import (
	"fmt"
	"slices"
	"strings"
)

// Weekday is a day of the week, Monday first.
type Weekday uint8

// The days of the week.
const (
	Monday Weekday = iota
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

var weekdayNames = [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// WeekdayNames lists the days of the week as they are written in a plan: "mon" to "sun".
func WeekdayNames() []string {
	names := make([]string, len(weekdayNames))
	for i := range names {
		names[i] = Weekday(i).String()
	}
	return names
}

// String is the day as written in a plan: "mon".
func (w Weekday) String() string { return weekdayNames[w][:3] }

// Long is the day in full: "Monday".
func (w Weekday) Long() string {
	name := weekdayNames[w]
	return strings.ToUpper(name[:1]) + name[1:]
}

// ParseWeekday reads a day of the week written as "mon". The error is a sentence for the person who
// wrote it.
func ParseWeekday(s string) (Weekday, error) {
	names := WeekdayNames()
	if i := slices.Index(names, s); i >= 0 {
		return Weekday(i), nil
	}
	return 0, fmt.Errorf("%q is not a day of the week: write one of %s", s, strings.Join(names, ", "))
}

// Weekdays is a set of days of the week; bit 0 is Monday. The zero set is empty.
type Weekdays uint8

const (
	// MonToFri is Monday to Friday.
	MonToFri Weekdays = 1<<Saturday - 1
	// EveryDay is all seven days.
	EveryDay Weekdays = 1<<(Sunday+1) - 1
)

// Has reports whether a day is in the set.
func (s Weekdays) Has(w Weekday) bool { return s&(1<<w) != 0 }

// With is the set with further days.
func (s Weekdays) With(days ...Weekday) Weekdays {
	for _, w := range days {
		s |= 1 << w
	}
	return s
}

// List is the days of the set, Monday first.
func (s Weekdays) List() []Weekday {
	var days []Weekday
	for w := Monday; w <= Sunday; w++ {
		if s.Has(w) {
			days = append(days, w)
		}
	}
	return days
}

// String is the days of the set as "mon, tue, sat"; "none" if it is empty.
func (s Weekdays) String() string {
	var names []string
	for _, w := range s.List() {
		names = append(names, w.String())
	}
	if names == nil {
		return "none"
	}
	return strings.Join(names, ", ")
}
