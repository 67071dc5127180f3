package xlsx

import (
	"github.com/xuri/excelize/v2"
)

const (
	fontName = "Arial"
	fontSize = 10 // the least size of any text
)

// The palette. White on navy, blue, green and red, and ink on amber and on every tint, have a contrast
// of 4.5 or more (WCAG AA). Nothing is said by colour alone: a word or a glyph always goes with it.
const (
	white  = "FFFFFF"
	ink    = "212B32"
	grey   = "5A676F" // text of less weight, on white
	line   = "C8D0D4" // thin lines between cells
	pale   = "EDF1F3" // ground of tiles and of what carries no colour
	navy   = "003087"
	blue   = "005EB8"
	green  = "006747"
	amber  = "FFB81C"
	red    = "B3261E"
	brown  = "7A5200" // amber as text
	rose   = "E58E88" // red and green as grounds of dark text
	leaf   = "8CC9A8"
	yellow = "FFE79A"
	mint   = "C6E0B4"
)

// look is how a cell looks. Equal looks share one style of the workbook. The zero look is plain text.
type look struct {
	fill   string // colour; none if empty
	ink    string // colour of the text; that of ink if empty
	size   int    // points; fontSize if 0
	bold   bool
	italic bool
	across align
	up     upright
	wrap   bool
	indent int    // steps from the edge: text never hugs a border
	turned int    // degrees
	format string // number format; general if empty
	lines  edges
	linked bool    // underlined, as links are
	larger float64 // times as large as it is laid out, 0 for once
}

// align is where text stands across a cell.
type align uint8

const (
	natural align = iota // text left, numbers right
	left
	centre
	right
)

// upright is where text stands from top to bottom; the zero upright is the middle.
type upright uint8

const (
	middleUp upright = iota
	top
	bottom
)

// edges are the lines around a cell; the zero edges are none.
type edges struct {
	all                      string // colour of thin lines on every side
	left, right, top, bottom string // colours of sides that differ
	heavyLeft, heavyTop      bool   // thick rather than thin
}

// The number formats.
const (
	formatDate   = "dd mmm yyyy"
	formatDays   = "+#,##0;-#,##0;0"
	formatCount  = "#,##0"
	formatPounds = `"£"#,##0`
	formatShare  = "0%"
	formatTenths = "#,##0.0"
)

// setDefaultFont sets the font of the Normal style, in whose digits the widths of columns are counted.
func (b *book) setDefaultFont() error {
	if err := b.file.SetDefaultFont(fontName); err != nil {
		return err
	}
	size := float64(fontSize)
	b.file.Styles.Fonts.Font[0].Sz.Val = &size
	return nil
}

// style is the workbook's style for a look.
func (b *book) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	id, err := b.file.NewStyle(l.excel())
	if err == nil {
		b.styles[l] = id
	}
	return id, err
}

func (l look) excel() *excelize.Style {
	s := &excelize.Style{Font: l.font(), Alignment: l.alignment(), Border: l.lines.borders()}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	return s
}

func (l look) font() *excelize.Font {
	font := &excelize.Font{Family: fontName, Size: l.writtenPoints(), Bold: l.bold, Italic: l.italic, Color: l.ink}
	if font.Color == "" {
		font.Color = ink
	}
	if l.linked {
		font.Underline = "single"
	}
	return font
}

// points is the size of the text.
func (l look) points() int {
	if l.size == 0 {
		return fontSize
	}
	return l.size
}

// writtenPoints is the size of the text as it is written, in half points.
func (l look) writtenPoints() float64 {
	return float64(int(float64(2*l.points())*max(1, l.larger))) / 2
}

func (l look) alignment() *excelize.Alignment {
	a := &excelize.Alignment{Vertical: "center", WrapText: l.wrap, Indent: l.indent, TextRotation: l.turned}
	switch l.up {
	case top:
		a.Vertical = "top"
	case bottom:
		a.Vertical = "bottom"
	}
	switch l.across {
	case left:
		a.Horizontal = "left"
	case centre:
		a.Horizontal = "center"
	case right:
		a.Horizontal = "right"
	}
	return a
}

// The line styles of excelize.
const (
	thin  = 1
	thick = 5
)

func (e edges) borders() []excelize.Border {
	var list []excelize.Border
	for _, side := range []struct {
		name, colour string
		heavy        bool
	}{
		{"left", e.left, e.heavyLeft}, {"top", e.top, e.heavyTop}, {"right", e.right, false}, {"bottom", e.bottom, false},
	} {
		weight := thin
		if side.heavy {
			weight = thick
		}
		if side.colour == "" {
			side.colour = e.all
		}
		if side.colour != "" {
			list = append(list, excelize.Border{Type: side.name, Color: side.colour, Style: weight})
		}
	}
	return list
}
