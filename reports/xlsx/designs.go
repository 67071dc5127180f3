package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"epr/reports"
)

// designs writes how far each workflow's design has come, and the burn-up of what is signed off.
func (s *sheet) designs() {
	s.columns(44, 42, 26, 27, 27, 27, 27)
	d := &s.pack.Designs
	row := s.banner("Workflow designs", designsAbout(d))
	head := row
	if len(d.Rows) == 0 {
		row = s.nothing(row, "No phase has work that is done for each workflow, so there is no design to follow.")
		s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1})
		return
	}
	row = s.section(row, "In all")
	first := row
	row = s.designTotals(row, d)
	switch at := (area{first, row - 1, 4, len(s.widths)}); {
	case len(d.Periods) >= fewest:
		s.draw(at, s.designDrawing())
	default: // all in one period
		s.span(at.from, at.row, at.to, at.toRow, cell{capital(designFinding(d)) + ".", look{size: 14, bold: true, ink: navy, fill: pale, across: centre, wrap: true}})
	}
	row = s.section(row, "By workflow")
	row = s.table("WorkflowDesigns", row, len(d.Rows), spread(len(d.Rows), 25, 17),
		column{"Workflow", func(i int) cell { return strong(d.Rows[i].Workflow) }},
		column{"Phase", func(i int) cell { return text(d.Rows[i].Phase) }},
		column{"Owner", func(i int) cell { return text(d.Rows[i].Owner) }},
		column{"Drafted", func(i int) cell { return stageCell(&d.Rows[i].Drafted) }},
		column{"Signed off", func(i int) cell { return stageCell(&d.Rows[i].SignedOff) }},
		column{"Built", func(i int) cell { return stageCell(&d.Rows[i].Built) }},
		column{"Tested", func(i int) cell { return stageCell(&d.Rows[i].Tested) }},
	)
	row = s.note(row, "Drafted is the end of the design work of a workflow in a phase; signed off that of the gates that wait for it directly, or of the design work where none does; built and tested the end of building and testing for the workflow alone. "+
		againstNote(d))
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head - 1})
}

func designsAbout(d *reports.Designs) string {
	if len(d.Rows) == 0 {
		return "No workflow is designed in this plan."
	}
	var stages []string
	for _, x := range designTotals(d) {
		if x.share.Of > 0 {
			stages = append(stages, reports.Number(x.share.N)+" "+strings.ToLower(x.name))
		}
	}
	return reports.Count(len(d.Rows), "design") + " in scope: " + reports.Join(stages) + "."
}

func againstNote(d *reports.Designs) string {
	if d.Against == "" {
		return "There is no earlier schedule to measure them by."
	}
	return "“Was” is the date of " + d.Against + ", where it differs."
}

// designTotal is how many designs have reached a stage.
type designTotal struct {
	name  string
	share reports.Share
}

func designTotals(d *reports.Designs) []designTotal {
	return []designTotal{{"Drafted", d.Drafted}, {"Signed off", d.SignedOff}, {"Built", d.Built}, {"Tested", d.Tested}}
}

func (s *sheet) designTotals(row int, d *reports.Designs) int {
	list := designTotals(d)
	return s.table("DesignTotals", row, len(list), 44,
		column{"Stage", func(i int) cell { return strong(list[i].name) }},
		column{"Designs", func(i int) cell { return middle(of(list[i].share)) }},
		column{"To go", func(i int) cell { return toGo(list[i].share) }},
	)
}

// toGo is what is left of a stage, none if no design goes through it.
func toGo(s reports.Share) cell {
	if s.Of == 0 {
		return cell{none, midLook}
	}
	return count(s.Of - s.N)
}

// stageCell is the date of a stage, reached or to come, and what it was where that differs.
func stageCell(x *reports.DesignStage) cell {
	l := look{across: centre, wrap: true, lines: edges{all: line}}
	if x.Date.IsZero() {
		l.ink = grey
		return cell{none, l}
	}
	words := x.Date.Short()
	switch x.State {
	case reports.Done:
		words, l.fill = "● "+words, mint
	case reports.UnderWay:
		words, l.fill = "► "+words, yellow
	default:
		words = "○ " + words
	}
	if !x.Was.IsZero() && x.Was != x.Date {
		words += "\n(was " + x.Was.Short() + ")"
	}
	return cell{words, l}
}

// designsData is the name of the block that the burn-up reads.
const designsData = "DesignsSignedOff"

func designsBlock(d *reports.Designs) block {
	return block{designsData, "Designs signed off", []string{"Period", "Signed off", "To come by then", "Planned by then"}, len(d.Periods), func(i int) []cell {
		p := &d.Periods[i]
		return []cell{text(periodName(p.First, d.Months)), count(p.Done), count(p.Expected), count(p.Planned)}
	}}
}

// designDrawing is the burn-up: columns of what is signed off and what is to be, a line of what was to be.
func (s *sheet) designDrawing() drawing {
	d := &s.pack.Designs
	data := s.sourceOf(designsData)
	dr := drawing{kind: excelize.ColStacked, of: data, title: designFinding(d),
		how: "A column for each " + periodWord(d.Months) + " shows the designs signed off and those that are to be by its end; a line shows how many were planned.",
		chart: func(c *excelize.Chart) {
			c.Series = []excelize.ChartSeries{series(data, "B", green), series(data, "C", "AFCBE6")}
			scale(c, 0, float64(1+len(d.Rows)/8), "0")
			stacked(c)
			slanted(c)
		}}
	if d.Against != "" {
		dr.over = func(c *excelize.Chart) {
			c.Type = excelize.Line
			planned := series(data, "D", ink)
			planned.Line = excelize.LineOptions{Type: excelize.LineSolid, Width: 2.25, Fill: solid(ink)}
			planned.Marker = excelize.ChartMarker{Symbol: "none"}
			c.Series = []excelize.ChartSeries{planned}
			slanted(c)
		}
	}
	return dr
}

func designFinding(d *reports.Designs) string {
	words := fmt.Sprintf("%s of %s signed off", reports.Number(d.SignedOff.N), reports.Count(d.SignedOff.Of, "design"))
	switch behind := d.Due.N - d.SignedOff.N; {
	case !d.Due.Set:
		return words
	case behind > 0:
		return words + ", " + reports.Number(behind) + " behind plan"
	case behind < 0:
		return words + ", " + reports.Number(-behind) + " ahead of plan"
	}
	return words + ", as planned"
}
