package svg

import (
	"strings"

	"epr/reports"
	"epr/reports/textwidth"
)

// beyond are widths assumed beyond ASCII, a little too much rather than too little.
var beyond = textwidth.Measure{Letter: 620, Quote: 620, Full: 1300}

// measure is the width of a text in units of the picture.
func measure(s string, size float64, bold bool) float64 {
	return float64(beyond.Of(s, bold)) * size / 1000
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
