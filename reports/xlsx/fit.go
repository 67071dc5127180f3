package xlsx

import (
	"strings"

	"epr/reports/textwidth"
)

// Neither Excel nor LibreOffice grows a row for wrapped text that a program wrote, so the height of
// every row is worked out here from how wide its text runs.

// beyond are the widths assumed beyond ASCII.
var beyond = textwidth.Measure{Letter: 600, Quote: 350, Full: 1000}

// textWidth is the width of a text in thousandths of a point.
func textWidth(s string, points int, bold bool) int { return beyond.Of(s, bold) * points }

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
