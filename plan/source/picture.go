package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// gutter is the number of columns before the source line.
const gutter = 8

// picture writes the source line and the caret line, or nothing if the problem has no line or the style is plain.
func (s Style) picture(b *strings.Builder, p Problem) {
	if line, _ := p.At.Position(); line == 0 || s.Plain {
		return
	}
	number, start, text := p.At.File.line(p.At.Start)
	from := runeStart(text, min(p.At.Start-start, len(text)))
	to := min(max(p.At.End-start, from), len(text))
	width := s.Width
	if width == 0 {
		width = defaultWidth
	}
	if s.Columns > 0 {
		width = min(width, s.Columns)
	}
	shown, before, under := cut(text, from, to, max(width-gutter, 20))
	fmt.Fprintf(b, "%s %s\n", s.paint(blue, fmt.Sprintf("%5d │", number)), string(shown))
	lead := strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, string(shown[:before]))
	caret := s.paint(severityColour(p.Severity), strings.Repeat("^", under))
	fmt.Fprintf(b, "%s %s%s\n", s.paint(blue, "      ╵"), lead, caret)
}

// cut is a line of at most width characters around the bytes from up to to, with an ellipsis where
// something was left out; and the number of characters before those bytes, and of those to underline.
func cut(line string, from, to, width int) (shown []rune, before, under int) {
	// A line can be megabytes long: what lies farther away than the width cannot be shown.
	left, right := 0, len(line)
	if near := from - utf8.UTFMax*width; near > 0 {
		left = runeStart(line, near)
	}
	if near := from + utf8.UTFMax*width; near < len(line) {
		right = runeStart(line, near)
	}
	shown = []rune(clean(line[left:right]))
	before = utf8.RuneCountInString(line[left:from])
	under = utf8.RuneCountInString(line[from:max(from, min(to, right))])
	isCutLeft, isCutRight := left > 0, right < len(line)
	if len(shown) > width {
		lead := 0
		if before+min(under, width/2) >= width {
			lead = min(before-width/3, len(shown)-width)
		}
		isCutLeft, isCutRight = isCutLeft || lead > 0, isCutRight || lead+width < len(shown)
		shown, before = shown[lead:lead+width], before-lead
	}
	if isCutLeft {
		shown[0] = '…'
	}
	if isCutRight {
		shown[len(shown)-1] = '…'
	}
	return shown, before, max(1, min(under, len(shown)-before))
}

// runeStart is the start of the character that holds a byte.
func runeStart(s string, i int) int {
	for 0 < i && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// clean replaces what would move the cursor or turn the writing direction, one character for one.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) ||
			r == '\u2028' || r == '\u2029' {
			return '�'
		}
		return r
	}, s)
}
