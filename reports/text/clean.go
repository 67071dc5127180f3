package text

import (
	"strings"
	"unicode"
)

// clean makes text of the plan safe for a terminal. White space of any kind becomes a space; other
// control characters, without which there is no escape sequence, and bytes that are not UTF-8 become
// "�"; what is invisible and would join, hide, reorder or widen the text around it is removed.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		case isHidden(r):
			return -1
		}
		return r
	}, s)
}

// isHidden reports whether a character only acts on others: format characters such as the marks that
// change the direction of text, but for the joiners that words of some languages need and the tags that
// make the flag of Wales; and the selectors that make a narrow character wide.
func isHidden(r rune) bool {
	const zeroWidthNonJoiner, zeroWidthJoiner, firstTag, lastTag = 0x200C, 0x200D, 0xE0020, 0xE007F
	switch {
	case r == zeroWidthNonJoiner, r == zeroWidthJoiner, firstTag <= r && r <= lastTag:
		return false
	}
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}
