package source

import (
	"strings"
	"unicode/utf8"
)

// Break breaks the lines of a text to Columns, between words; what goes on is indented by two columns more than its
// line. Without Columns nothing is broken.
func (s Style) Break(text string) string {
	if s.Columns == 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for k, line := range lines {
		words := strings.TrimLeft(line, " ")
		lead := line[:len(line)-len(words)]
		lines[k] = lead + s.brokenTo(lead+"  ", len(lead), words)
	}
	return strings.Join(lines, "\n")
}

// broken is a text that begins in some column, broken between words, the later lines indented as hints are.
func (s Style) broken(used int, text string) string { return s.brokenTo("      ", used, text) }

// brokenTo breaks a text that begins in some column into lines of Columns, the later ones indented. A word that is too
// long for a line stands on one of its own.
func (s Style) brokenTo(indent string, used int, text string) string {
	if s.Columns == 0 {
		return text
	}
	var b strings.Builder
	for k, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case used+n+min(k, 1) > s.Columns && used > len(indent):
			b.WriteString("\n" + indent)
			used = len(indent)
		case k > 0:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += n
	}
	return b.String()
}
