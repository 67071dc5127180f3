package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"epr/plan"
	"epr/reports"
)

// The register scores each risk in cells that may be changed: a consequence and a likelihood, from which the
// score, its rating and what the board is told follow, there and in the counts of the heat map.

// Headers of the columns that formulas read.
const (
	headConsequence = "Consequence (input)"
	headLikelihood  = "Likelihood (input)"
	headScore       = "Current score"
	headRating      = "Rating"
)

// registerHead is the row of the register's headers: below the banner, and where there are many risks, below what is to
// be said of them as well.
func (b *book) registerHead() int {
	if b.hasManyRisks() {
		return fewRisksHead + 2
	}
	return fewRisksHead
}

const fewRisksHead = 4

// inputLook is a cell that may be changed.
var inputLook = look{fill: "FFF9D6", ink: "003087", bold: true, across: centre, format: formatCount, lines: edges{all: line}}

func scoredCells() []riskColumn {
	return []riskColumn{
		{headConsequence, 5, nil, func(r *reports.Risk) cell { return cell{r.Current.Consequence, inputLook} }},
		{headLikelihood, 5, nil, func(r *reports.Risk) cell { return cell{r.Current.Likelihood, inputLook} }},
		{headScore, 7, nil, func(r *reports.Risk) cell {
			return cell{formula{"N({" + headConsequence + "})*N({" + headLikelihood + "})", r.Score}, scoreLook}
		}},
	}
}

// scoreLook is a score whose ground follows its band; see bandRules.
var scoreLook = look{bold: true, across: centre, format: formatCount, lines: edges{all: line}}

// ratingOf is the band as a word that follows the score.
func ratingOf(bands plan.Bands, r *reports.Risk) cell {
	text := fmt.Sprintf(`IF({%[1]s}>=%[2]d,"%[3]s",IF({%[1]s}>=%[4]d,"%[5]s",IF({%[1]s}>=%[6]d,"%[7]s","%[8]s")))`, headScore,
		bands.Extreme, bandName(plan.Extreme), bands.High, bandName(plan.High), bands.Moderate, bandName(plan.Moderate), bandName(plan.Low))
	return cell{formula{text, bandName(r.Band)}, scoreLook}
}

// bandName is a band as glyph and word.
func bandName(band plan.Band) string { return bandGlyph(band) + " " + capital(string(band)) }

// toBoard is whether the board is told, which follows the score.
func toBoard(from int, r *reports.Risk) cell {
	return cell{formula{fmt.Sprintf(`IF({%s}>=%d,"Yes","No")`, headScore, from), yes(r.Escalated)}, midLook}
}

// inputNote says what may be changed, and where a change lasts.
const inputNote = "Inputs: the yellow cells headed “input” (1 to 5) may be changed to try a score. Score, rating, “To board” and the counts on “" + sheetHeatMap +
	"” follow; nothing else does, and the next pack forgets it. To make a change last, change “current” of the risk in the model file and run “epr plan”."

// inputs makes the cells of consequence and likelihood take 1 to 5 only, and colours scores and ratings by band.
func (s *sheet) inputs(rows int) {
	if s.isDone() || rows == 0 {
		return
	}
	from, _ := s.registerCells(headConsequence)
	_, to := s.registerCells(headLikelihood)
	rule := excelize.NewDataValidation(false)
	rule.SetSqref(from + ":" + to)
	s.try(rule.SetDropList([]string{"1", "2", "3", "4", "5"}))
	rule.SetError(excelize.DataValidationErrorStyleStop, "Score", "A consequence or a likelihood is a whole number from 1 to 5.")
	s.try(s.file.AddDataValidation(s.name, rule))
	score, lastScore := s.registerCells(headScore)
	s.bandRules(score+":"+lastScore, score)
	rating, lastRating := s.registerCells(headRating)
	s.bandRules(rating+":"+lastRating, score)
}

// bandRules colours cells by the band of the score in the same row; a word or a number always goes with it.
func (s *sheet) bandRules(area, score string) {
	column := strings.TrimRight(score, "0123456789")
	row := score[len(column):]
	var rules []excelize.ConditionalFormatOptions
	for _, b := range countedBands(s.pack) {
		id, err := s.conditional(bandLook(b.Band))
		s.try(err)
		rules = append(rules, excelize.ConditionalFormatOptions{
			Type: "formula", Criteria: fmt.Sprintf("$%s%s>=%d", column, row, b.From), Format: &id, StopIfTrue: true,
		})
	}
	if s.err == nil {
		s.try(s.file.SetConditionalFormat(s.name, area, rules))
	}
}

// conditional is the style of a look that a rule gives a cell.
func (b *book) conditional(l look) (int, error) {
	return b.file.NewConditionalStyle(&excelize.Style{
		Font: &excelize.Font{Color: l.excel().Font.Color, Bold: l.bold},
		Fill: solid(l.fill),
	})
}

// countedBands are the bands that have scores, highest first; a pack of nothing has none.
func countedBands(p *reports.Pack) []reports.BandCount {
	if p.Risks.Bands == (plan.Bands{}) {
		return nil
	}
	return p.Risks.ByBand[:]
}

// registerCells are the first and the last cell of a column of the register.
func (s *sheet) registerCells(head string) (from, to string) {
	columns, _ := s.riskColumns(s.registerColumns())
	for c := range columns {
		if columns[c].head == head {
			return at(c+1, s.registerHead()+1), at(c+1, s.registerHead()+len(s.pack.Risks.Rows))
		}
	}
	panic("xlsx: the register has no column called " + head)
}

// scored is a column of the register for formulas of other sheets.
func (s *sheet) scored(head string) string {
	from, to := s.registerCells(head)
	fixed := func(cell string) string {
		column := strings.TrimRight(cell, "0123456789")
		return "$" + column + "$" + cell[len(column):]
	}
	return "'" + sheetRisks + "'!" + fixed(from) + ":" + fixed(to)
}

// countedAt is how many risks of the register stand in a cell of the matrix. Its number format says what it is.
func (s *sheet) countedAt(c *reports.HeatCell) cell {
	l := look{size: heatSize, across: centre, format: fmt.Sprintf(`[=0]"%[1]d: none";[=1]"%[1]d: 1 risk";"%[1]d: "0" risks"`, c.Score)}
	if len(s.pack.Risks.Rows) == 0 {
		return cell{0, l}
	}
	return cell{formula{fmt.Sprintf("COUNTIFS(%s,%d,%s,%d)", s.scored(headConsequence), c.Consequence, s.scored(headLikelihood), c.Likelihood), len(c.IDs)}, l}
}

// countedIn is how many risks of the register are in a band.
func (s *sheet) countedIn(b reports.BandCount) cell {
	if len(s.pack.Risks.Rows) == 0 {
		return count(b.Count)
	}
	scores := s.scored(headScore)
	text := fmt.Sprintf(`COUNTIFS(%s,"<=%d")`, scores, b.To)
	if b.From > 1 {
		text = fmt.Sprintf(`COUNTIFS(%[1]s,">=%[2]d",%[1]s,"<=%[3]d")`, scores, b.From, b.To)
	}
	return cell{formula{text, b.Count}, countLook}
}
