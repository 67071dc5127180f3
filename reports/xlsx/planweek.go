package xlsx

import (
	"epr/plan"
	"epr/reports"
)

// The grounds of weeks closed to go-lives.
const (
	closedFill = "D3D9DD"
	softFill   = "EEF1F3"
	hatchInk   = "47525A"
)

// bandMark is how a stage shows: a ground, and a letter on its first week, so that it can be read
// without colour.
type bandMark struct {
	fill, ink, letter string
}

func markOf(band reports.Band) bandMark {
	switch band {
	case reports.BandPhase:
		return bandMark{navy, white, ""}
	case reports.BandPrepare:
		return bandMark{"5A676F", white, "P"}
	case reports.BandDesign:
		return bandMark{"41B6E6", ink, "D"}
	case reports.BandBuild:
		return bandMark{blue, white, "B"}
	case reports.BandTest:
		return bandMark{"AE2573", white, "T"}
	case reports.BandTraining:
		return bandMark{"00704A", white, "L"}
	case reports.BandGoLive:
		return bandMark{"330072", white, "G"}
	case reports.BandHypercare:
		return bandMark{amber, ink, "H"}
	case reports.BandAfter:
		return bandMark{"B8C4CA", ink, "A"}
	}
	return bandMark{}
}

// week is one week of one row: the ground of its stage, the glyph of its event, the first letter of a
// stage, the mark of a promise or the hatching of a closed week.
func (g *gantt) week(r *reports.PageRow, c int) cell {
	w := &r.Cells[c]
	l := look{size: g.size, across: centre, ink: grey, lines: edges{bottom: line}}
	words := ""
	if r.Level == reports.LevelPhase {
		l.fill = pale
	}
	if w.Closed {
		l.fill, l.ink, words = closedFill, hatchInk, "/"
	}
	if mark := markOf(w.Band); w.Band != "" {
		l.fill, l.ink = mark.fill, mark.ink
		if c == 0 || r.Cells[c-1].Band != w.Band {
			words, l.bold = mark.letter, true
		} else if !w.Closed {
			words = ""
		}
	}
	if w.Event != "" {
		words, l.bold = eventGlyph(w.Event), true
		l.fill, l.ink = eventGround(w.Event, l)
	}
	if w.Promised && r.Level == reports.LevelPhase {
		words, l.bold = "▼", true
		if w.Band == "" {
			l.ink = navy
		}
	}
	g.edges(&l, c, c > 0 && w.Band != "" && r.Cells[c-1].Band == w.Band)
	return cell{words, l}
}

// eventGround makes a go-live stand out on its own ground; other events stand on what is there.
func eventGround(event plan.Kind, l look) (fill, text string) {
	if event == plan.GoLive {
		mark := markOf(reports.BandGoLive)
		return mark.fill, mark.ink
	}
	if l.fill == "" || l.fill == closedFill {
		return l.fill, ink
	}
	return l.fill, l.ink
}

// edges draws the line of the status date, and thin lines between months but not through bars.
func (g *gantt) edges(l *look, c int, inBar bool) {
	switch {
	case c == g.page.Status:
		l.lines.left, l.lines.heavyLeft = red, true
	case c > 0 && newMonth(g.page, c) && !inBar:
		l.lines.left = line
	}
}

func newMonth(p *reports.Page, c int) bool {
	_, before, _ := p.Columns[c-1].Civil()
	_, month, _ := p.Columns[c].Civil()
	return before != month
}
