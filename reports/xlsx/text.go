package xlsx

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"epr/calendar"
)

// cellLimit is the most a cell holds, in UTF-16 units, as Excel counts.
const cellLimit = 32_767

const cutMark = " … (cut)"

// clean makes text fit to stand in a cell: line breaks stay, other control characters and invalid bytes
// go, and what is too long for a cell is cut between characters and says so.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t', r == '\r':
			return ' '
		case unicode.IsControl(r), r == utf8.RuneError, r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
	return cut(s, cellLimit, cutMark)
}

// escapes are what a workbook reads as the code of a character: "_x0041_" is an A.
var escapes = regexp.MustCompile(`_x[0-9a-fA-F]{4}_`)

// literal writes such a text so that it is read as it stands. A stream does so by itself; the ordinary
// way to set a cell does not.
func literal(s string) string {
	return escapes.ReplaceAllString(s, "_x005F$0")
}

// cut shortens a text to a number of UTF-16 units, the mark included, if it is longer.
func cut(s string, limit int, mark string) string {
	if len(s) <= limit || units(s) <= limit {
		return s
	}
	room := limit - units(mark)
	for i, r := range s {
		if room -= utf16.RuneLen(r); room < 0 {
			return s[:i] + mark
		}
	}
	return s
}

func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// capital begins a phrase with a capital letter.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// serial is a date as Excel counts it: days from 30 December 1899, right for every day from March 1900
// on.
func serial(d calendar.Date) int { return int(d - calendar.MustOf(1899, 12, 30)) }
