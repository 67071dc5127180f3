package svg

import (
	"strings"
	"unicode"

	"epr/reports"
)

// advance is the width of the printable ASCII characters in Arial, in thousandths of the font size, from the space
// on. Arial has the widths of Helvetica.
var advance = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

// Widths assumed of other characters, in the same measure: letters, and ideographs, emoji and symbols.
const (
	otherLetter = 620
	fullWidth   = 1300
)

// measure is the width of a text in units of the picture, a little too much rather than too little.
func measure(s string, size float64, bold bool) float64 {
	n := 0
	for _, r := range s {
		switch {
		case r >= ' ' && int(r-' ') < len(advance):
			n += advance[r-' ']
		case unicode.Is(unicode.Mn, r):
		case r >= 0x2190:
			n += fullWidth
		default:
			n += otherLetter
		}
	}
	if bold {
		n += n / 12
	}
	return float64(n) * size / 1000
}

// fit is a text on one line, shortened until it has a width.
func fit(s string, size float64, bold bool, width float64) string {
	s = reports.OneLine(s)
	characters := len([]rune(s))
	cut := s
	for characters > 1 && measure(cut, size, bold) > width {
		characters--
		cut = reports.Cut(s, characters)
	}
	return cut
}

// broken is a text over as many lines of a width as it takes, between words.
func broken(s string, size, width float64) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(s) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && measure(longer, size, false) > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	return append(lines, line)
}
