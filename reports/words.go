package reports

import (
	"strconv"
	"strings"

	"epr/plan"
)

// Count writes a number with its noun: "1 day", "1,204 days". The plural is the noun with an s, a noun
// in y turned to ies, unless a plural is given.
func Count(n int, noun string, plural ...string) string {
	if n == 1 || n == -1 {
		return Number(n) + " " + noun
	}
	return Number(n) + " " + pluralOf(noun, plural)
}

func pluralOf(noun string, given []string) string {
	switch stem, isY := strings.CutSuffix(noun, "y"); {
	case len(given) > 0:
		return given[0]
	case isY && !strings.HasSuffix(noun, "day"):
		return stem + "ies"
	}
	return noun + "s"
}

// Number writes a number with commas between thousands.
func Number(n int) string {
	digits := strconv.Itoa(max(n, -n))
	var b strings.Builder
	if n < 0 {
		b.WriteByte('-')
	}
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	return b.String()
}

// Plural chooses the word that agrees with a number: Plural(1, "finishes", "finish") is "finishes".
func Plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// Join writes a list as people do: "a", "a and b", "a, b and c".
func Join(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " and " + items[last]
}

// quoted sets a name of the plan apart inside a sentence.
func quoted(name string) string { return "“" + name + "”" }

// Rounded is an amount in whole numbers, halves rounded away from zero.
func Rounded(h plan.Hundredths) int {
	if h < 0 {
		return -Rounded(-h)
	}
	return int((h + plan.One/2) / plan.One)
}

// Chance writes a chance in ten-thousandths as a percentage. Only what is certain is "100%" and only what
// never happens "0%": "over 99%", "under 1%".
func Chance(share int) string {
	switch {
	case share > 0 && share < 50:
		return "under 1%"
	case share >= 9_950 && share < 10_000:
		return "over 99%"
	}
	return strconv.Itoa(percentOf(share)) + "%"
}

// Points writes a difference of two chances in points of a hundred: "12 points", "0.4 points".
func Points(share int) string {
	switch tenths := (share + 5) / 10; {
	case share > 0 && tenths == 0:
		return "under 0.1 points"
	case tenths < 10 && tenths > 0:
		return "0." + strconv.Itoa(tenths) + " points"
	}
	return Count(percentOf(share), "point")
}

func percentOf(share int) int { return (share + 50) / 100 }
