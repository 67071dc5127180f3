package reports

import (
	"strings"
	"unicode"
)

// OneLine makes text of the plan safe for a format of plain text: one line, without blanks around it.
// White space of any kind becomes one space; control characters, bytes that are not UTF-8, and what is
// invisible and would reorder or hide the text around it are left out. Joiners, which words of some languages
// need, and the tags that make the flag of Wales stay.
func OneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == unicode.ReplacementChar, unicode.IsControl(r), isInvisible(r), r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func isInvisible(r rune) bool {
	const zeroWidthNonJoiner, zeroWidthJoiner, firstTag, lastTag = 0x200C, 0x200D, 0xE0020, 0xE007F
	if r == zeroWidthNonJoiner || r == zeroWidthJoiner || firstTag <= r && r <= lastTag {
		return false
	}
	return unicode.Is(unicode.Cf, r)
}

// Cut shortens a text to a number of characters, the last of them "…" if something was left out.
func Cut(s string, characters int) string {
	runes := []rune(s)
	if len(runes) <= characters {
		return s
	}
	return strings.TrimRight(string(runes[:characters-1]), " \u200c\u200d") + "…"
}
