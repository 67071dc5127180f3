// Package textwidth says how wide text runs in Arial, for renderers that place or wrap it themselves: [Measure.Of] gives
// the width of a line in thousandths of the font size. Arial has the widths of Helvetica, and other renderers put fonts
// with the same widths in its place. The package knows no page and no unit.
package textwidth

import "unicode"

// advance is the width of the printable ASCII characters in Arial, in thousandths of the font size, from the space on.
var advance = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

// Measure is the widths assumed of characters beyond ASCII, in thousandths of the font size. Marks that stand on the
// character before them take no room.
type Measure struct {
	Letter int // letters with accents, of other alphabets, and whatever is none of the others
	Quote  int // quotation marks and dots: “ ” ‘ ’ · •
	Full   int // ideographs, emoji, symbols and arrows
}

// Of is the width of a line of text, in thousandths of the font size. Bold text runs a twelfth wider.
func (m Measure) Of(s string, bold bool) int {
	n := 0
	for _, r := range s {
		n += m.character(r)
	}
	if bold {
		n += n / 12
	}
	return n
}

func (m Measure) character(r rune) int {
	switch {
	case r >= ' ' && int(r-' ') < len(advance):
		return advance[r-' ']
	case r == '“' || r == '”' || r == '‘' || r == '’' || r == '·' || r == '•':
		return m.Quote
	case unicode.Is(unicode.Mn, r):
		return 0
	case r >= firstSymbol:
		return m.Full
	}
	return m.Letter
}

// firstSymbol is the first of the arrows, behind which all that follows is about as wide as the font is high.
const firstSymbol = '\u2190'
