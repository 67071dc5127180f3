package planfile

import "strings"

// isKebab reports whether a text is an id: lower-case letters, digits and single hyphens between them.
func isKebab(text string) bool { return isJoined(text, "-") }

// isPath reports whether a text is the id of an activity, which is ids with slashes between them.
func isPath(text string) bool { return isJoined(text, "-/") }

// isJoined reports whether a text is made of lower-case letters and digits, with single signs between them.
func isJoined(text, signs string) bool {
	joint := true // the next must be a letter or a digit
	for i := range len(text) {
		if c := text[i]; 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
			joint = false
		} else if joint || strings.IndexByte(signs, c) < 0 {
			return false
		} else {
			joint = true
		}
	}
	return !joint
}

// toKebab is the id nearest to a text: its letters and digits, with a hyphen for whatever stands between them.
func toKebab(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !('a' <= c && c <= 'z' || '0' <= c && c <= '9') })
	return strings.Join(words, "-")
}
