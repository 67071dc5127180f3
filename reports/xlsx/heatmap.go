package xlsx

import (
	"fmt"
	"strings"

	"epr/plan"
	"epr/reports"
)

// heatMap writes the 5×5 matrix with the ids of the risks in it, the top five beside it, and the bands
// below.
func (s *sheet) heatMap() {
	s.columns(21, 21, 21, 21, 21, 21, 3, 5, 40, 15, 17, 25, 34, 14)
	row := s.banner("Risk heat map", s.heatAbout())
	s.matrix(row)
	s.topFive(row)
	s.height(row+heatRows+1, 10)
	row = s.bands(row + heatRows + 2)
	s.setUp(layout{lastColumn: 14, lastRow: row - 1, onePage: true})
}

func (s *sheet) heatAbout() string {
	r := &s.pack.Risks
	about := fmt.Sprintf("%s by current score, existing controls counted. %s at %d or more, from which the board is told.",
		reports.Count(len(r.Rows), "risk"), reports.Number(r.Escalated), r.EscalateAt)
	if r.Compared {
		about += fmt.Sprintf(" Since the last register: %s up, %s down, %s new, %s gone.", reports.Number(r.CountMoves(reports.MoveUp)),
			reports.Number(r.CountMoves(reports.MoveDown)), reports.Number(r.CountMoves(reports.MoveNew)), reports.Number(len(r.Gone)))
	}
	return about
}

// heatSize is the size of the text in the matrix and beside it, in points.
const heatSize = 12

// The matrix has two rows for each likelihood: how many risks are in each cell, and which.
const (
	heatRows   = 10
	heatCounts = 24 // points of the row of counts
)

// cellHeight is the points of the two rows of a likelihood together: what the page has room for.
func (s *sheet) cellHeight() float64 {
	const others = 34 + 22 + 18 + 32 + 10 + 5*22 + 14 // banner, headers, bands
	return min(240, max(80, (s.pagePoints()-others)/5))
}

func (s *sheet) matrix(row int) {
	corner := headLook
	corner.across, corner.fill, corner.ink, corner.size = centre, pale, ink, fontSize
	s.put(1, row, cell{"Likelihood ▲  Consequence ►", corner})
	head := headLook
	head.across, head.size = centre, heatSize
	for c, word := range plan.Consequences {
		s.put(c+2, row, cell{fmt.Sprintf("%d %s", c+1, capital(word)), head})
	}
	s.height(row, 32)
	for l := 5; l >= 1; l-- {
		at := row + 11 - 2*l
		s.span(1, at, 1, at+1, cell{fmt.Sprintf("%d %s", l, capital(plan.Likelihoods[l-1])), head})
		s.height(at, heatCounts)
		s.height(at+1, s.cellHeight()-heatCounts)
		for c := range 5 {
			s.heatCell(c+2, at, &s.pack.Risks.Heat.Cells[l-1][c])
		}
	}
}

// heatCell shows how many risks are there, and which. An empty cell has the pale tint of its band, so that full
// ones stand out.
func (s *sheet) heatCell(column, row int, c *reports.HeatCell) {
	ground := look{size: heatSize, across: centre, wrap: true, up: top, fill: tint(c.Band), ink: grey, lines: edges{left: white, right: white, bottom: white}}
	if len(c.IDs) > 0 {
		ground.fill, ground.ink, ground.bold = bandLook(c.Band).fill, bandLook(c.Band).ink, true
	}
	counted := s.countedAt(c)
	counted.look.fill, counted.look.ink, counted.look.bold = ground.fill, ground.ink, ground.bold
	counted.look.lines = edges{left: white, right: white, top: white}
	s.put(column, row, counted)
	s.put(column, row+1, cell{strings.Join(s.idsIn(c, ground), "\n"), ground})
}

// idsIn lists the risks of a cell of the matrix with how they moved.
func (s *sheet) idsIn(c *reports.HeatCell, l look) []string {
	const most = 6
	ids := c.IDs
	if len(ids) > most {
		ids = ids[:most-1]
	}
	var lines []string
	for k, id := range ids {
		mark := moveMark(c.Moves[k])
		lines = append(lines, shorten(id, l, s.room(2, 2)-textWidth(mark, heatSize, true))+mark)
	}
	if more := len(c.IDs) - len(ids); more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return lines
}

// moveMark is how a risk moved, behind its id; "" where there is nothing to compare with.
func moveMark(m reports.Move) string {
	switch m {
	case reports.MoveUp:
		return " ↑"
	case reports.MoveDown:
		return " ↓"
	case reports.MoveSame:
		return " →"
	case reports.MoveNew:
		return " new"
	}
	return ""
}

// moveWord is a movement as glyph and word.
func moveWord(m reports.Movement) string {
	switch m.Move {
	case reports.MoveUp:
		return fmt.Sprintf("↑ up from %d", m.WasScore)
	case reports.MoveDown:
		return fmt.Sprintf("↓ down from %d", m.WasScore)
	case reports.MoveSame:
		return "→ same"
	case reports.MoveNew:
		return "new"
	}
	return none
}

// tint is the ground of a cell of the matrix without risks.
func tint(band plan.Band) string {
	switch band {
	case plan.Extreme:
		return "F6DEDC"
	case plan.High:
		return "FFF0D0"
	case plan.Moderate:
		return "FFF8E1"
	}
	return "EAF3E4"
}

// bands counts the risks of each band, and says beside that how to read the map.
func (s *sheet) bands(row int) int {
	head, first := headLook, row
	head.across = centre
	for c, word := range []string{"Band", "Scores", "Risks"} {
		s.put(c+1, row, cell{word, head})
	}
	s.height(row, 22)
	for _, b := range s.pack.Risks.ByBand {
		row++
		s.put(1, row, banded(b.Band))
		s.put(2, row, middle(fmt.Sprintf("%d to %d", b.From, b.To)))
		s.put(3, row, s.countedIn(b))
		s.height(row, 22)
	}
	words := "Score is consequence times likelihood on the 5×5 matrix of the National Patient Safety Agency (January 2008). Scores are ranks: they are not added up into days or money. " +
		"The top five are by " + s.pack.Risks.OrderRule() + ". The counts follow what is tried in the yellow cells of “" + sheetRisks + "”; the names in the matrix are as the model has them."
	if s.pack.Risks.Compared {
		words += " ↑ up, ↓ down, → same: the score against the last register" + gone(&s.pack.Risks) + "."
	}
	beside := noteLook
	beside.size, beside.up = 11, top
	s.span(5, first, len(s.widths), row, cell{words, beside})
	return row + 1
}

// gone names the risks that were in the last register and are no more.
func gone(r *reports.Risks) string {
	if len(r.Gone) == 0 {
		return "; no risk is gone"
	}
	const most = 4
	var names []string
	for _, risk := range r.Gone[:min(len(r.Gone), most)] {
		name := risk.Name
		if name == "" {
			name = risk.ID
		}
		names = append(names, name)
	}
	if more := len(r.Gone) - most; more > 0 {
		names = append(names, reports.Number(more)+" more")
	}
	return "; gone: " + reports.Join(names)
}
