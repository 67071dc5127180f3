package xlsx

import (
	"strings"
	"unicode"
)

// Neither Excel nor LibreOffice grows a row for wrapped text that a program wrote, so the height of
// every row is worked out here from how wide its text runs.

// advance is the width of the printable ASCII characters in Arial, in thousandths of the font size,
// from the space on. Arial has the widths of Helvetica.
var advance = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

// wideText is the width assumed of characters outside ASCII; narrowText of those that take no room.
const (
	wideText   = 600
	fullText   = 1000 // ideographs, emoji, symbols
	narrowText = 0
)

// textWidth is the width of a text in thousandths of a point.
func textWidth(s string, points int, bold bool) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	if bold {
		n += n / 12
	}
	return n * points
}

func runeWidth(r rune) int {
	switch {
	case r >= ' ' && int(r-' ') < len(advance):
		return advance[r-' ']
	case r == '“' || r == '”' || r == '‘' || r == '’' || r == '·' || r == '•':
		return 350
	case unicode.Is(unicode.Mn, r):
		return narrowText
	case r >= 0x2190:
		return fullText
	}
	return wideText
}

// pointsPerCharacter is the width of a column one character wide: seven pixels at 96 to the inch, the
// width of a digit in the default font.
const pointsPerCharacter = 5.25

// columnPoints is the room inside a column of a width in characters, in thousandths of a point: less
// the padding, and a little more, because other renderers have other widths.
func columnPoints(width float64) int {
	return int((width*pointsPerCharacter-3.5)*1000) * 98 / 100
}

// lineCount is how many lines a text takes in a column of some width in thousandths of a point,
// broken between words, and inside those that are too long for a line.
func lineCount(s string, l look, room int) int {
	room = max(room-l.indent*9_000, 10_000)
	n := 0
	for paragraph := range strings.SplitSeq(s, "\n") {
		n += paragraphLines(paragraph, l, room)
	}
	return n
}

func paragraphLines(s string, l look, room int) int {
	lines, used := 1, 0
	space := textWidth(" ", l.points(), l.bold)
	for word := range strings.FieldsSeq(s) {
		width := textWidth(word, l.points(), l.bold)
		if used > 0 && used+space+width > room {
			lines++
			used = 0
		}
		if used > 0 {
			used += space
		}
		used += width
		for used > room {
			lines++
			used -= room
		}
	}
	return lines
}

// maxHeight is the most points that a row can be high.
const maxHeight = 409

// heightOf is the height in points of a row for a number of lines of text.
func heightOf(lines, points int) float64 {
	return min(maxHeight, float64(lines*points)*1.28+6)
}

// shorten cuts a text to one line of a room, with an ellipsis.
func shorten(s string, l look, room int) string {
	if textWidth(s, l.points(), l.bold) <= room {
		return s
	}
	room -= textWidth("…", l.points(), l.bold)
	used := 0
	for i, r := range s {
		if used += textWidth(string(r), l.points(), l.bold); used > room {
			return strings.TrimRight(s[:i], " ,;:") + "…"
		}
	}
	return s
}
