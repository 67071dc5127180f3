package xlsx

import (
	"fmt"

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
		row = s.note(row, "No phase has work that is done for each workflow, so there is nothing to show.")
		s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1})
		return
	}
	row = s.section(row, "In all")
	first := row
	row = s.designTotals(row, d)
	if len(d.Periods) > 0 {
		s.draw(area{first, row - 1, 4, len(s.widths)}, s.designDrawing())
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
	return fmt.Sprintf("%s in scope: %s drafted, %s signed off, %s built, %s tested.", reports.Count(len(d.Rows), "design"),
		reports.Number(d.Drafted.N), reports.Number(d.SignedOff.N), reports.Number(d.Built.N), reports.Number(d.Tested.N))
}

func againstNote(d *reports.Designs) string {
	if d.Against == "" {
		return "There is no earlier schedule to measure them by."
	}
	return "“Was” is the date of " + d.Against + ", where it differs."
}

func (s *sheet) designTotals(row int, d *reports.Designs) int {
	type total struct {
		name  string
		share reports.Share
	}
	list := []total{{"Drafted", d.Drafted}, {"Signed off", d.SignedOff}, {"Built", d.Built}, {"Tested", d.Tested}}
	return s.table("DesignTotals", row, len(list), 44,
		column{"Stage", func(i int) cell { return strong(list[i].name) }},
		column{"Designs", func(i int) cell { return middle(of(list[i].share)) }},
		column{"To go", func(i int) cell { return count(list[i].share.Of - list[i].share.N) }},
	)
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
		words += " (was " + x.Was.Short() + ")"
	}
	return cell{words, l}
}

// designsData is the name of the block that the burn-up reads.
const designsData = "DesignsSignedOff"

func designsBlock(d *reports.Designs) block {
	return block{designsData, "Designs signed off", []string{"Period", "Signed off", "Still to be by then", "Planned by then"}, len(d.Periods), func(i int) []cell {
		p := &d.Periods[i]
		return []cell{text(periodName(p.First, d.Months)), count(p.Done), count(p.Expected), count(p.Planned)}
	}}
}

// designDrawing is the burn-up: columns of what is signed off and what is to be, a line of what was to be.
func (s *sheet) designDrawing() drawing {
	d := &s.pack.Designs
	data := s.sourceOf(designsData)
	dr := drawing{kind: excelize.ColStacked, title: designFinding(d),
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
