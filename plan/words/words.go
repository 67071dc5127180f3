// Package words writes numbers, lists and names as they stand in the sentences about a plan: [Days] and
// [WorkingDays] with the noun in its number, [List] with commas and "and", [Named] for a thing that may have an id
// alone. It knows no plan, only English.
package words

import (
	"strconv"
	"strings"
)

// Count is a number of things, with the noun in the plural if they are not one: "1 decision", "3 decisions".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// Days is a number of calendar days: "1 day", "11 days".
func Days(n int) string { return Count(n, "day") }

// WorkingDays is a number of working days: "1 working day", "11 working days".
func WorkingDays(n int) string { return Count(n, "working day") }

// List joins names: "a", "a and b", "a, b and c".
func List(names []string) string {
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " and " + names[last]
	}
	return strings.Join(names, "")
}

// Named is what a thing is called: its name or, where it has none, its id.
func Named(name, id string) string {
	if name == "" {
		return id
	}
	return name
}
