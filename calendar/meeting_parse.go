package calendar

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// meetingRuleForms is what an error offers instead.
const meetingRuleForms = `write a rule such as "last thursday of odd months", "first tuesday of every month", ` +
	`"third monday of every quarter", "second wednesday of january, april, july and october" or ` +
	`"every 8 weeks from 2026-07-07"`

// maxWeeks keeps a mistyped year from being read as a number of weeks.
const maxWeeks = 520

// ParseMeetingRule reads a rule for meeting dates. Capital letters do not matter. A rule is either
//
//	POSITION WEEKDAY of MONTHS     last thursday of odd months
//	every N weeks from DATE        every 8 weeks from 2026-07-07
//
// where
//
//	POSITION  first, second, third, fourth or last
//	WEEKDAY   monday to sunday, or mon to sun
//	MONTHS    "every month"; "odd months": January, March and so on; "even months"; "every quarter";
//	          or names: "january, april, july and october", or jan to dec
//	N         1 to 520; "every week from DATE" is the same as 1
//
// Quarters begin in January, April, July and October. A position in a quarter counts from its
// beginning, so that the first to the fourth lie in its first month; the last lies in its last month,
// March, June, September or December. The rule of weeks has its first meeting on its date.
//
// The error is a sentence for the person who wrote the rule: what was not understood, and what would
// be.
func ParseMeetingRule(s string) (*MeetingRule, error) {
	text := strings.Join(strings.Fields(strings.ToLower(s)), " ")
	words := strings.Fields(strings.ReplaceAll(text, ",", " , "))
	parse := parseMonthly
	if len(words) > 0 && words[0] == "every" {
		parse = parseWeekly
	}
	meant, err := parse(words)
	if err != nil {
		return nil, fmt.Errorf("%q is not a rule for meetings: %w; %s", s, err, meetingRuleForms)
	}
	return &MeetingRule{text, meant}, nil
}

// parseMonthly reads POSITION WEEKDAY of MONTHS.
func parseMonthly(words []string) (pattern, error) {
	var m monthly
	var err error
	if m.nth, err = parsePosition(word(words, 0)); err != nil {
		return nil, err
	}
	if m.weekday, err = parseMeetingDay(word(words, 1)); err != nil {
		return nil, err
	}
	if of := word(words, 2); of != "of" {
		return nil, fmt.Errorf("after the day of the week comes \"of\" and the months, not %s", found(of))
	}
	if m.months, err = parseMonths(words[3:], m.nth); err != nil {
		return nil, err
	}
	return m, nil
}

// parseWeekly reads every N weeks from DATE.
func parseWeekly(words []string) (pattern, error) {
	w := weekly{weeks: 1}
	rest := words[1:]
	if n, ok := digits(word(rest, 0)); ok {
		if n < 1 || n > maxWeeks {
			return nil, fmt.Errorf("the number of weeks is from 1 to %d, not %d", maxWeeks, n)
		}
		w.weeks, rest = n, rest[1:]
	}
	if unit := word(rest, 0); unit != "week" && unit != "weeks" {
		return nil, fmt.Errorf("after \"every\" comes a number of weeks, not %s", found(unit))
	}
	if from := word(rest, 1); from != "from" {
		return nil, fmt.Errorf("after the weeks comes \"from\" and the date of the first meeting, not %s", found(from))
	}
	if len(rest) == 2 {
		return nil, errors.New("it ends before the date of the first meeting")
	}
	var err error
	if w.from, err = Parse(rest[2]); err != nil {
		return nil, err
	}
	if len(rest) > 3 {
		return nil, fmt.Errorf("nothing comes after the date, but there is %s", found(rest[3]))
	}
	return w, nil
}

// word is word number i, empty after the last.
func word(words []string, i int) string {
	if i < len(words) {
		return words[i]
	}
	return ""
}

// found names a word in an error.
func found(word string) string {
	if word == "" {
		return "the end of the rule"
	}
	return fmt.Sprintf("%q", word)
}

var positions = []string{"last", "first", "second", "third", "fourth"}

func parsePosition(word string) (int, error) {
	if i := slices.Index(positions, word); i >= 0 {
		return i, nil
	}
	return 0, fmt.Errorf("it begins with first, second, third, fourth, last or every, not %s", found(word))
}

func parseMeetingDay(word string) (Weekday, error) {
	for w, name := range weekdayNames {
		if word == name || word == name[:3] {
			return Weekday(w), nil
		}
	}
	if word == "" {
		return 0, errors.New("it ends before it names the day of the week")
	}
	return 0, fmt.Errorf("%q is not a day of the week", word)
}

// Sets of months that have a name.
const (
	everyMonth   monthSet = 1<<13 - 1<<1
	oddMonths    monthSet = 1<<1 | 1<<3 | 1<<5 | 1<<7 | 1<<9 | 1<<11
	evenMonths            = everyMonth &^ oddMonths
	quarterFirst monthSet = 1<<1 | 1<<4 | 1<<7 | 1<<10
	quarterLast  monthSet = 1<<3 | 1<<6 | 1<<9 | 1<<12
)

func parseMonths(words []string, position int) (monthSet, error) {
	switch strings.Join(words, " ") {
	case "":
		return 0, errors.New("it ends before it names the months")
	case "every month":
		return everyMonth, nil
	case "odd months":
		return oddMonths, nil
	case "even months":
		return evenMonths, nil
	case "every quarter":
		if position == 0 {
			return quarterLast, nil
		}
		return quarterFirst, nil
	}
	return parseMonthNames(words)
}

// parseMonthNames reads names with a comma, "and", or both between them.
func parseMonthNames(words []string) (monthSet, error) {
	words = strings.Fields(strings.ReplaceAll(strings.Join(words, " "), ", and ", ", "))
	var set monthSet
	for i, word := range words {
		if between := i%2 == 1; between {
			if word != "," && word != "and" {
				return 0, fmt.Errorf("between months comes a comma or \"and\", not %s", found(word))
			}
			continue
		}
		month, ok := monthNamed(word)
		if !ok {
			return 0, fmt.Errorf("%q is not a month", word)
		}
		set |= 1 << month
	}
	if len(words)%2 == 0 {
		return 0, errors.New("it ends before it names the last month")
	}
	return set, nil
}

func monthNamed(word string) (int, bool) {
	for month, name := range monthNames {
		if month > 0 && (word == strings.ToLower(name) || word == strings.ToLower(name[:3])) {
			return month, true
		}
	}
	return 0, false
}
