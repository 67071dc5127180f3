package xlsx

import "github.com/xuri/excelize/v2"

// A sheet with little on it would leave most of its page empty. It is laid out on narrower columns and written larger,
// text, rows and columns alike, so that the page is filled and can be read from farther away. Its page is fitted as all
// others are, and so holds it on A4 as on A3; fitting makes pages smaller but never larger, and a fixed scale would be
// that of one paper. On a screen it is shown so much smaller that its text has the same size as everywhere.

// How full a page is, as a share of its height: below sparse it is written larger, and then no fuller than full.
const (
	sparse = 0.8
	full   = 0.96
)

// narrowPages are the widths that a sheet with little on it is tried on, in characters, the narrowest first: it is
// written up to 1.6 times as large.
var narrowPages = [...]float64{132, 140, 150, 160, 172, 184, 198, pageWidth}

// fitted is a sheet to be written, as wide as suits what is on it. What it takes on each width is found by laying it out
// without writing it.
func (b *book) fitted(p part) *sheet {
	normal := sheet{book: b, part: p, name: p.name}
	switch p.name {
	case sheetSummary, sheetPage, sheetSchedule:
		return &normal // they fill their pages themselves, or have many rows at any width
	}
	tried := normal.tried()
	if tried.filled > 1 && normal.fitsUnbroken() {
		normal.isUnbroken = true
		tried = normal.tried()
	}
	switch {
	case tried.last.isFixed && tried.filled > hardlyLonger:
		return normal.wider(tried)
	case tried.filled > sparse:
		return normal.squeezed(tried)
	}
	for _, wide := range narrowPages {
		s := normal
		s.wide, s.isTight = wide, true
		if tried := s.tried(); tried.filled <= full && !tried.isCut {
			return &s
		}
	}
	return &normal
}

// squeezes are the widths on which a sheet of several pages is tried, as shares of what its columns take.
var squeezes = [...]float64{1.02, 1.04, 1.06, 1.08, 1.1, 1.12, 1.14, 1.16, 1.18, 1.2}

// squeezed makes a sheet that was tried a little smaller where that saves pages, or keeps tables whole: text may shrink as
// much as paper does, and a table without headers on its second page is as bad as a page more.
func (s sheet) squeezed(tried *sheet) *sheet {
	const most = 8 // pages, from which a list is as long as it is
	costs := func(t *sheet) float64 { return float64(t.last.number + t.last.torn) }
	best, least := s, costs(tried)
	if tried.last.isFixed || tried.last.number == 1 || tried.last.number > most {
		return &s
	}
	for _, share := range squeezes {
		smaller := s
		if smaller.wide = tried.total() * share; smaller.wide > widestPage {
			break
		}
		if cost := costs(smaller.tried()) * share * share; cost < least {
			best, least = smaller, cost
		}
	}
	return &best
}

// hardlyLonger is how many pages of rows are printed as one without anybody seeing that they are smaller.
const hardlyLonger = 1.03

// wider gives a sheet of one page that was tried and is a little too long the columns on which it is not. Text in them
// takes fewer lines, so that it is made less small than if the page were, and no side of the page is left empty.
func (s sheet) wider(tried *sheet) *sheet {
	const most = 160 // hundredths
	for share := 102; share <= most; share += 2 {
		more := s
		more.wide = tried.total() * float64(share) / 100
		if more.tried().filled <= hardlyLonger {
			return &more
		}
	}
	return &s
}

// tried is a sheet as it is laid out, for what it takes.
func (s sheet) tried() *sheet {
	s.isTrial, s.rows, s.turned, s.heads, s.loose, s.tables, s.split = true, nil, nil, nil, nil, nil, 0
	s.part.build(&s)
	return &s
}

// fitsUnbroken reports whether the blocks of a sheet that begins a page for each that would be cut in two fit on one page
// all together, made a little smaller if need be.
func (s sheet) fitsUnbroken() bool {
	switch s.name {
	case sheetCritical, sheetConfidence:
		const stillReadable = 1.4
		s.isUnbroken = true
		return s.tried().filled <= stillReadable
	case sheetReadiness, sheetDecisions:
		s.isUnbroken = true
		return s.tried().filled <= aLittleLonger
	}
	return false
}

// The columns that give way on a narrow page, in characters, and the share of their width that they keep: in them text
// is broken into lines.
const (
	yielding  = 16
	yieldLeft = 0.6
	yieldMost = 13.5 // a date still has room
)

// narrowed makes columns of text narrower until all columns together fit a width, or can give no more.
func narrowed(widths []float64, wide float64) []float64 {
	total, yields := 0.0, 0.0
	for _, w := range widths {
		if total += w; w >= yielding {
			yields += w * (1 - yieldLeft)
		}
	}
	if total <= wide || yields == 0 {
		return widths
	}
	share := min(1, (total-wide)/yields) * (1 - yieldLeft)
	list := make([]float64, len(widths))
	for i, w := range widths {
		if list[i] = w; w >= yielding {
			list[i] = max(yieldMost, w*(1-share))
		}
	}
	return list
}

// enlarge lets a narrow sheet be written so much larger that it fills the width.
func (s *sheet) enlarge() {
	if s.larger = 0; s.isTight && s.total() < pageWidth {
		s.larger = pageWidth / s.total()
	}
}

// written is a width or a height as it is written.
func (s *sheet) written(n float64) float64 {
	if s.larger == 0 {
		return n
	}
	return float64(int(n*s.larger*10)) / 10
}

// maxRow is the most points that a row can be laid out with.
func (s *sheet) maxRow() float64 { return maxHeight / max(1, s.larger) }

// zoom is the scale in per cent at which a sheet is shown, so that its text has the size that it has everywhere.
func (s *sheet) zoom() float64 { return float64(int(100 / max(1, s.larger))) }

// enlargedChart gives the text of a chart the size of the text around it.
func (s *sheet) enlargedChart(c *excelize.Chart) {
	if s.larger == 0 {
		return
	}
	fonts := []*excelize.Font{c.Legend.Font, &c.XAxis.Font, &c.YAxis.Font}
	for _, run := range c.Title.Paragraph {
		fonts = append(fonts, run.Font)
	}
	for k := range c.Series {
		fonts = append(fonts, &c.Series[k].DataLabel.Font)
	}
	for _, font := range fonts {
		font.Size *= s.larger
	}
}

// panel writes a sentence on a ground of its own, of some points at least, and returns the next row.
func (s *sheet) panel(row int, sentence string, points float64) int {
	l := look{size: 14, bold: true, ink: navy, fill: pale, across: centre, wrap: true}
	s.span(1, row, len(s.widths), row, cell{sentence, l})
	s.height(row, max(points, heightOf(lineCount(sentence, l, s.room(1, len(s.widths))), l.points())+8))
	s.loosen(row, looseTable)
	return row + 1
}

// nothing writes the sentence of a sheet that has nothing to show over its whole page, and returns the next row.
func (s *sheet) nothing(row int, sentence string) int {
	l := look{size: 20, bold: true, ink: navy, fill: pale, across: centre, wrap: true}
	last := row
	if s.told == nil {
		last = s.tall(row, s.pagePoints()-s.used(row)-6, 200)
	}
	s.span(1, row, len(s.widths), last, cell{sentence, l})
	return last + 1
}
