package xlsx

import (
	"epr/plan"
	"epr/reports"
)

// The looks that several sheets share.
var (
	titleLook   = look{fill: navy, ink: white, size: 20, bold: true, indent: 1, across: left}
	aboutLook   = look{fill: blue, ink: white, size: 11, indent: 1, across: left}
	backLook    = look{ink: blue, linked: true, indent: 1, across: left}
	sectionLook = look{ink: navy, size: 13, bold: true, across: left, up: bottom}
	headLook    = look{fill: blue, ink: white, bold: true, across: left, indent: 1, wrap: true, lines: edges{all: white}}
	narrowHead  = look{fill: blue, ink: white, bold: true, across: centre, wrap: true, lines: edges{all: white}}
	turnedHead  = look{fill: blue, ink: white, bold: true, across: centre, turned: 90, lines: edges{all: white}}
	noteLook    = look{ink: grey, across: left, indent: 1, wrap: true}

	textLook   = look{across: left, indent: 1, wrap: true, lines: edges{all: line}}
	strongLook = look{across: left, indent: 1, wrap: true, bold: true, lines: edges{all: line}}
	midLook    = look{across: centre, wrap: true, lines: edges{all: line}}
	dateLook   = look{across: centre, format: formatDate, lines: edges{all: line}}
	daysLook   = look{across: centre, format: formatDays, lines: edges{all: line}}
	countLook  = look{across: centre, format: formatCount, lines: edges{all: line}}
	poundsLook = look{across: right, indent: 1, format: formatPounds, lines: edges{all: line}}
)

// none stands where there is nothing to show, so that no cell of a table is blank.
const none = "–"

// rated is a rating as glyph and word, with its look.
func rated(r reports.Rating) cell {
	l := look{bold: true, across: centre, lines: edges{all: line}}
	glyph := "○"
	switch r {
	case reports.Red:
		glyph, l.fill, l.ink = "■", red, white
	case reports.Amber:
		glyph, l.fill, l.ink = "▲", amber, ink
	case reports.Green:
		glyph, l.fill, l.ink = "●", green, white
	case reports.Live:
		glyph, l.fill, l.ink = "►", blue, white
	default:
		l.fill, l.bold = pale, false
	}
	return cell{glyph + " " + string(r), l}
}

// banded is a risk band as glyph and word, with its look.
func banded(band plan.Band) cell {
	l := bandLook(band)
	return cell{bandGlyph(band) + " " + capital(string(band)), l}
}

func bandGlyph(band plan.Band) string {
	switch band {
	case plan.Extreme:
		return "■"
	case plan.High:
		return "▲"
	case plan.Moderate:
		return "●"
	}
	return "○"
}

func bandLook(band plan.Band) look {
	l := look{bold: true, across: centre, lines: edges{all: line}}
	switch band {
	case plan.Extreme:
		l.fill, l.ink = red, white
	case plan.High:
		l.fill = amber
	case plan.Moderate:
		l.fill = yellow
	default:
		l.fill = mint
	}
	return l
}
