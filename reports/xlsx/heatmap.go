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
	s.columns(18, 21, 21, 21, 21, 21, 3, 5, 42, 15, 17, 25, 35, 14)
	row := s.banner("Risk heat map", s.heatAbout())
	s.matrix(row)
	s.topFive(row)
	s.height(row+6, 10)
	row = s.bands(row + 7)
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

// cellHeight is the points of a row of the matrix: what the page has room for.
func (s *sheet) cellHeight() float64 {
	const others = 34 + 22 + 18 + 32 + 10 + 5*22 + 44 // banner, headers, bands, note
	return min(180, max(80, (s.pagePoints()-others)/5))
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
		at := row + 6 - l
		s.put(1, at, cell{fmt.Sprintf("%d %s", l, capital(plan.Likelihoods[l-1])), head})
		s.height(at, s.cellHeight())
		for c := range 5 {
			s.put(c+2, at, s.heatCell(&s.pack.Risks.Heat.Cells[l-1][c]))
		}
	}
}

// heatCell shows the score and its risks. An empty cell has the pale tint of its band, so that full ones
// stand out.
func (s *sheet) heatCell(c *reports.HeatCell) cell {
	l := look{size: heatSize, across: centre, wrap: true, fill: tint(c.Band), ink: grey, lines: edges{all: white}}
	words := []string{fmt.Sprint(c.Score)}
	if len(c.IDs) > 0 {
		l.fill, l.ink, l.bold = bandLook(c.Band).fill, bandLook(c.Band).ink, true
	}
	const most = 5
	ids := c.IDs
	if len(ids) > most {
		ids = ids[:most-1]
	}
	for k, id := range ids {
		mark := moveMark(c.Moves[k])
		words = append(words, shorten(id, l, s.room(2, 2)-textWidth(mark, heatSize, true))+mark)
	}
	if more := len(c.IDs) - len(ids); more > 0 {
		words = append(words, fmt.Sprintf("and %d more", more))
	}
	return cell{strings.Join(words, "\n"), l}
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

// topFive is the table at the right of the matrix, a risk to each of its rows.
func (s *sheet) topFive(row int) {
	const first = 8
	for c, head := range []string{"#", "Top five risks", "Score", "Days and price, on average", "Owner", "Next action", "Due"} {
		s.put(first+c, row, cell{head, headLook})
	}
	top := s.pack.Risks.Top
	if len(top) == 0 {
		s.span(first, row+1, first+6, row+1, cell{"The register holds no risk.", textLook})
	}
	for i := range top {
		r := &top[i]
		score := banded(r.Band)
		score.value = fmt.Sprintf("%d\n%s", r.Score, score.value)
		if r.Movement.Move != "" {
			score.value = fmt.Sprintf("%s\n%s", score.value, moveWord(r.Movement))
		}
		score.look.wrap = true
		line := []cell{
			count(r.Rank), s.riskInBrief(r), score, middle(atStake(r)), text(r.Owner), text(action(r)), due(r),
		}
		for c, shown := range line {
			shown.look.size = heatSize
			s.put(first+c, row+1+i, shown)
		}
	}
}

// atStake is what a risk costs: days and pounds, on average.
func atStake(r *reports.Risk) string {
	switch {
	case r.LeftOut != "":
		return "not played"
	case !r.Now.Set:
		return ""
	}
	words := reports.Count(r.Now.Days(), "day")
	if r.Now.Price.Set {
		words += "\n£" + reports.Number(int(r.Now.Price.N))
	}
	return words
}

// riskInBrief is the name of a risk, then its event as far as the cell has room.
func (s *sheet) riskInBrief(r *reports.Risk) cell {
	words := fmt.Sprintf("%s (%s)", r.Name, r.ID)
	if r.Event != "" && r.Event != r.Name {
		words += "\n" + capital(r.Event)
	}
	l := textLook
	l.size = heatSize
	for lineCount(words, l, s.room(9, 9)) > 7 {
		words = cut(words, units(words)*9/10, "…")
	}
	return cell{words, l}
}

func action(r *reports.Risk) string {
	if r.Next.Action == "" {
		return "No action is planned"
	}
	words := r.Next.Action
	if r.Next.Owner != "" {
		words += " (" + r.Next.Owner + ")"
	}
	if r.Next.Done {
		words += ": done"
	}
	return words
}

// due is the date of the next action; a date that has passed says so.
func due(r *reports.Risk) cell {
	if !r.Overdue {
		return date(r.Next.Due)
	}
	l := midLook
	l.bold, l.ink = true, red
	return cell{r.Next.Due.Short() + "\n! overdue", l}
}

// bands counts the risks of each band.
func (s *sheet) bands(row int) int {
	head := headLook
	head.across = centre
	for c, word := range []string{"Band", "Scores", "Risks"} {
		s.put(c+1, row, cell{word, head})
	}
	s.height(row, 22)
	for _, b := range s.pack.Risks.ByBand {
		row++
		s.put(1, row, banded(b.Band))
		s.put(2, row, middle(fmt.Sprintf("%d to %d", b.From, b.To)))
		s.put(3, row, count(b.Count))
		s.height(row, 22)
	}
	row++
	words := "Score is consequence times likelihood on the 5×5 matrix of the National Patient Safety Agency (January 2008). Scores are ranks: they are not added up into days or money. " +
		"The top five are by " + s.pack.Risks.OrderRule() + "."
	if s.pack.Risks.Compared {
		words += " ↑ up, ↓ down, → same: the score against the last register" + gone(&s.pack.Risks) + "."
	}
	return s.note(row, words)
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
