package planfile

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"epr/calendar"
)

// spelling is a way in which people write a value that TOML does not know.
type spelling struct {
	looks  *regexp.Regexp
	text   string // "is not a date"
	hint   func(found []string) string
	isWord bool // looks like any word
}

// spellings are tried in this order. Plans without a mistake need none of them.
var spellings = sync.OnceValue(func() []spelling {
	return []spelling{
		{looks: regexp.MustCompile(`^([0-9]+) ?(d|days?|wd|w|wks?|weeks?|m|months?|h|hrs?|hours?)\b`), text: "is not a number", hint: daysHint},
		{looks: regexp.MustCompile(`^([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})\b`), text: "is not a date", hint: dayMonthYear},
		{looks: regexp.MustCompile(`^[0-9]{1,4}[/.][0-9]{1,2}[/.][0-9]{1,4}\b`), text: "is not a date", hint: say(writeDates)},
		{looks: regexp.MustCompile(`(?i)^[0-9]{1,2}(st|nd|rd|th)? (of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ?([0-9]{2,4})?`),
			text: "is not a date", hint: say(writeDates)},
		{looks: regexp.MustCompile(`^([0-9]+(\.[0-9]+)?) ?%`), text: "is not a number", hint: share},
		{looks: regexp.MustCompile(`^([0-9]{1,3}(,[0-9]{3})+)\b`), text: "is not a number", hint: func(found []string) string {
			return "write a large number with underscores: " + strings.ReplaceAll(found[1], ",", "_")
		}},
		{looks: regexp.MustCompile(`^£ ?[0-9][0-9,.]*(k|m|bn)?\b`), text: "is not a number",
			hint: say(`write pounds as a plain number, as in 250_000`)},
		{looks: regexp.MustCompile(`^[“”„‟‘’‚«»].*`), text: "is not in straight quotes", hint: say(`write text between "straight quotes"`)},
		{looks: regexp.MustCompile(`(?i)^(true|yes|on|y)\b`), text: "is not a value", hint: say("write true"), isWord: true},
		{looks: regexp.MustCompile(`(?i)^(false|no|off|n)\b`), text: "is not a value", hint: say("write false"), isWord: true},
		{looks: regexp.MustCompile(`^\p{L}[^,\]}#"=]*`), text: "is not a value", isWord: true, hint: func(found []string) string {
			return "write text in quotes: " + quote(strings.TrimSpace(found[0]))
		}},
	}
})

const writeDates = "write dates as year, month and day: 2027-04-30"

func say(hint string) func([]string) string {
	return func([]string) string { return hint }
}

// dayMonthYear turns a British date round.
func dayMonthYear(found []string) string {
	day, _ := strconv.Atoi(found[1])
	month, _ := strconv.Atoi(found[2])
	year, _ := strconv.Atoi(found[3])
	if date, ok := calendar.Of(year, month, day); ok {
		return "write dates as year, month and day: " + date.String()
	}
	return writeDates
}

// share turns a percentage into a decimal.
func share(found []string) string {
	hundredths, err := strconv.ParseFloat(found[1], 64)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("write a share as a decimal: %s", strconv.FormatFloat(hundredths/100, 'g', 4, 64))
}

// daysHint says how to write a number of units of time in working days.
func daysHint(found []string) string {
	n, err := strconv.Atoi(found[1])
	switch unit := found[2]; {
	case err != nil:
	case unit[0] == 'd' || unit == "wd":
		return fmt.Sprintf("write the number of working days alone: %d", n)
	case unit[0] == 'w' && n < maxDays:
		return fmt.Sprintf("write the number of working days: %d for %d weeks of five days", 5*n, n)
	}
	return "write the number of working days"
}

// spelt finds the spelling of a number or a date that a text has, and says how to write it in a plan.
func spelt(text string) (s spelling, hint string, ok bool) {
	for _, s := range spellings() {
		if found := s.looks.FindStringSubmatch(text); found != nil && s.isValue() {
			return s, s.hint(found), true
		}
	}
	return spelling{}, "", false
}

// isValue reports whether the spelling is one of a number or a date.
func (s spelling) isValue() bool { return s.text == "is not a number" || s.text == "is not a date" }
