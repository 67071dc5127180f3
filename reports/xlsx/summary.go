package xlsx

import "epr/reports"

// The summary is laid out on a grid of columns of one width in two halves with a gap between them: four
// tiles of two columns in each half, and below them a block in each.
const (
	leftFrom    = 1
	leftTo      = 8
	gapColumn   = 9
	rightFrom   = 10
	rightTo     = 17
	gridColumns = rightTo
	// summaryRows is the most lines of each of its tables; the rest is counted and said.
	summaryRows = 6
)

// summary writes the page that stands alone as the board paper.
func (s *sheet) summary() {
	widths := make([]float64, gridColumns)
	for i := range widths {
		widths[i] = 14.4
	}
	widths[gapColumn-1] = 2.4
	s.columns(widths...)
	row := s.summaryHead()
	row = s.tiles(row)
	row = s.gap(row)
	row = s.inShortAndDecisions(row)
	row = s.gap(row)
	row = s.standing(row)
	row = s.gap(row)
	row = s.charts(row)
	s.height(row, footnote)
	s.span(1, row, gridColumns, row, cell{reports.RatingRule + " " + s.firstLimit(), noteLook})
	s.setUp(layout{lastColumn: gridColumns, lastRow: row, onePage: true})
}

const footnote = 30 // points of the last row of the summary

func (s *sheet) firstLimit() string {
	if len(s.pack.Provenance.Limits) == 0 {
		return ""
	}
	return s.pack.Provenance.Limits[0]
}

// gap leaves a narrow row between blocks.
func (s *sheet) gap(row int) int {
	s.height(row, 9)
	return row + 1
}

// summaryHead is the banner and the list of the other sheets.
func (s *sheet) summaryHead() int {
	h := &s.pack.Header
	s.dress("A1", at(gridColumns, 1), titleLook)
	s.put(1, 1, cell{shorten(h.Programme, titleLook, s.room(1, gridColumns)-20_000), titleLook})
	s.height(1, 36)
	about := "Board pack at " + h.Status.Long()
	if h.Owner != "" {
		about += "  ·  " + h.Owner
	}
	about += "  ·  " + s.basis()
	s.dress("A2", at(gridColumns, 2), aboutLook)
	s.put(1, 2, cell{about, aboutLook})
	s.height(2, 22)
	return s.contents(3)
}

// basis says what the dates rest on.
func (s *sheet) basis() string {
	if c := &s.pack.Confidence; c.Given {
		return "Planned dates are computed from the plan and its rules; chances come from " + reports.Count(c.Method.Runs, "replication")
	}
	return "Dates are computed from the plan and its rules; no forecast is made"
}

// contents is the list of the other sheets, each a link over two columns, eight in a row, on one ground to the last
// column. It returns the next row.
func (s *sheet) contents(row int) int {
	ground := look{fill: pale, across: centre, lines: edges{all: white}}
	linked := ground
	linked.ink, linked.linked = blue, true
	others := sheetsOf(s.pack)[1:]
	last := row + (len(others)+7)/8 - 1
	s.dress(at(leftFrom, row), at(gridColumns, last), look{fill: pale})
	for i := range 8 * (last - row + 1) {
		column := leftFrom + 2*(i%8)
		if i%8 >= 4 {
			column++ // past the gap
		}
		s.height(row+i/8, 16)
		if i >= len(others) {
			s.span(column, row+i/8, column+1, row+i/8, cell{"", ground})
			continue
		}
		s.span(column, row+i/8, column+1, row+i/8, cell{others[i].name, linked})
		s.link(column, row+i/8, others[i].name)
	}
	return last + 1
}

// inShortAndDecisions is the three sentences at the left and the decisions coming up at the right.
func (s *sheet) inShortAndDecisions(row int) int {
	s.heading(row, leftFrom, leftTo, "In short")
	s.heading(row, rightFrom, rightTo, "Decisions coming up")
	s.height(row, 24)
	s.sentences(row + 1)
	s.decisionLines(row+1, shortRows)
	return row + 1 + shortRows
}

func (s *sheet) heading(row, from, to int, words string) {
	l := sectionLook
	l.lines.bottom = blue
	s.dress(at(from, row), at(to, row), l)
	s.put(from, row, cell{words, l})
}

// shortRows is the rows beside each other of the three sentences, two rows each, and of the decisions.
const shortRows = 6

// sentences writes what is in short, each sentence over two rows that are as high as it needs.
func (s *sheet) sentences(row int) {
	l := look{size: 11, across: left, wrap: true}
	for i, words := range s.pack.InShort {
		s.span(leftFrom, row+2*i, leftTo, row+2*i+1, cell{words, l})
		lines := lineCount(words, l, s.room(leftFrom, leftTo))
		for r := row + 2*i; r < row+2*i+2; r++ {
			s.height(r, max(24, heightOf(lines, l.points())/2+2))
		}
	}
}

// standing is the phases at the left and the trusts at the right.
func (s *sheet) standing(row int) int {
	s.heading(row, leftFrom, leftTo, "Where the phases stand")
	s.heading(row, rightFrom, rightTo, "Where the trusts stand")
	s.height(row, 24)
	rows := max(min(len(s.pack.Phases), summaryRows), min(len(s.pack.Trusts), summaryRows), 1)
	s.phaseLines(row+1, rows)
	s.trustLines(row+1, rows)
	s.height(row+1, 20)
	for i := range rows {
		s.grow(row+2+i, standingLeast)
	}
	return row + 2 + rows
}

// The points of a row of the phases and trusts, where a name takes one line and where it takes two.
const (
	standingLeast = 21
	standingTwo   = 32
)

// charts fills what is left of the page: the S-curve at the left, designs and go-lives over time at the right.
func (s *sheet) charts(row int) int {
	points := min(maxHeight, max(140, s.onePagePoints()-s.used(row)-6-footnote))
	s.height(row, points)
	s.curveOrLoad(area{row, row, leftFrom, leftTo})
	s.overTime(row)
	return row + 1
}

// fewest is the fewest points of a chart: what happens in one period is a sentence.
const fewest = 2

// overTime draws the burn-up of the designs and the go-lives over time at the right. Where neither takes more than one
// period, what there is to say is a sentence, beside the work of the teams.
func (s *sheet) overTime(row int) {
	designs, goLives := area{row, row, rightFrom, rightTo}, area{row, row, rightFrom, rightTo}
	drawsDesigns, drawsGoLives := len(s.pack.Designs.Periods) >= fewest, len(s.pack.GoLives.Periods) >= fewest
	if drawsDesigns && drawsGoLives {
		designs.to, goLives.from = rightFrom+3, rightFrom+4
	}
	if drawsDesigns {
		s.draw(designs, s.designDrawing())
	}
	if drawsGoLives {
		s.draw(goLives, s.goLiveDrawing())
	}
	if drawsDesigns || drawsGoLives {
		return
	}
	from := rightFrom
	if len(s.pack.Teams.Rows) > 0 && len(s.pack.Teams.Periods) >= fewest {
		s.draw(area{row, row, rightFrom, rightTo - 2}, s.workDrawing())
		from = rightTo - 1
	}
	s.span(from, row, rightTo, row, cell{s.fewEvents(), look{size: 11, across: centre, wrap: true, fill: pale}})
}

// fewEvents says of the designs and go-lives what a chart would not show.
func (s *sheet) fewEvents() string {
	words := "The plan has no go-live."
	if g := &s.pack.GoLives; len(g.Periods) > 0 {
		words = goLiveFinding(g) + "."
	}
	if d := &s.pack.Designs; len(d.Rows) > 0 {
		words += "\n\n" + capital(designFinding(d)) + "."
	}
	return words
}

// fewestOfCurve is the fewest points of an S-curve that look like one.
const fewestOfCurve = 6

// curveOrLoad draws the S-curve of the weakest promise, or of the programme if that is spread over more days, or,
// without a forecast, the load of the teams.
func (s *sheet) curveOrLoad(at area) {
	k := len(s.pack.Confidence.Curves) - 1
	if k > 0 && len(s.pack.Confidence.Curves[k].Points) < fewestOfCurve {
		k = 0
	}
	teams := len(s.pack.Teams.Rows)
	switch {
	case k >= 0 && len(s.pack.Confidence.Curves[k].Points) >= fewestOfCurve:
		s.draw(at, beside(s.curveDrawing(k)))
	case teams >= fewest:
		s.draw(at, s.busiestDrawing())
	case k >= 0 && s.pack.Confidence.Given:
		s.span(at.from, at.row, at.to, at.row, cell{fewSteps(&s.pack.Confidence.Curves[k]), look{size: 11, across: centre, wrap: true, fill: pale}})
	case teams > 0:
		s.draw(at, s.busiestDrawing())
	default:
		s.span(at.from, at.row, at.to, at.row, cell{"No activity needs a team, so there is no load to draw.", noteLook})
	}
}
