package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"epr/calendar"
	"epr/reports"
)

// fewContracts is the most contracts that are told one fact a row: of so few, a chart of one bar each would show nothing,
// and beside the facts there is room for the life of each.
const fewContracts = 2

// periodsData is the name of the block that the chart of the life of a few contracts reads.
const periodsData = "ContractPeriods"

// aFewContracts writes the facts of one or two contracts, a column each, and beside them what each is made of over time.
func (s *sheet) aFewContracts(list []reports.Contract) {
	widths := []float64{30}
	for range list {
		widths = append(widths, 46)
	}
	chart := len(widths) + 2
	s.columns(append(widths, 3, pageWidth-33-46*float64(len(list)))...)
	row := s.banner("Contracts", contractsAbout(list))
	head := row
	facts, left := contractColumns(list)
	row = s.contractFacts(row, list, facts[1:])
	s.draw(area{head, row - 1, chart, chart}, s.periodDrawing())
	row = s.note(row, contractsNote(left))
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head - 1})
}

// contractFacts is the table of the facts of a few contracts.
func (s *sheet) contractFacts(row int, list []reports.Contract, facts []contractColumn) int {
	columns := []column{{"Contract", func(k int) cell { return strong(facts[k].head) }}}
	for i := range list {
		columns = append(columns, column{list[i].Name, func(k int) cell {
			shown := facts[k].show(&list[i])
			shown.look.across, shown.look.indent, shown.look.wrap = left, 1, true
			return shown
		}})
	}
	return s.table("Contracts", row, len(facts), 30, columns...)
}

// contractPeriod is a bar of the chart of a few contracts.
type contractPeriod struct {
	of *reports.Contract
	reports.ContractPeriod
}

// contractPeriods is the periods of the contracts if these are few, else none.
func contractPeriods(p *reports.Pack) []contractPeriod {
	if len(p.Contracts) > fewContracts {
		return nil
	}
	var list []contractPeriod
	for i := range p.Contracts {
		for _, period := range p.Contracts[i].Periods {
			list = append(list, contractPeriod{&p.Contracts[i], period})
		}
	}
	return list
}

// label says what a bar is, and of which contract if there are two.
func (c *contractPeriod) label(contracts int) string {
	words := c.Label()
	if contracts > 1 {
		words = label(c.of.Name) + ": " + words
	}
	return words
}

// periodsBlock is the periods of a few contracts, each with its days in the column of what it is.
func periodsBlock(p *reports.Pack) block {
	list := contractPeriods(p)
	heads := []string{"Period", "From", "Days of the contract", "Days of extensions needed", "Days of extensions not needed", "Days of work or to give notice"}
	return block{periodsData, "What the contracts are made of over time", heads, len(list), func(i int) []cell {
		line := []cell{text(list[i].label(len(p.Contracts))), date(list[i].From), count(0), count(0), count(0), count(0)}
		line[2+periodSeries(&list[i].ContractPeriod)] = count(int(list[i].To-list[i].From) + 1)
		return line
	}}
}

// periodSeries is the series that a period belongs to, from 0.
func periodSeries(c *reports.ContractPeriod) int {
	switch {
	case c.Kind == reports.PeriodTerm:
		return 0
	case c.Kind == reports.PeriodExtension && c.Needed:
		return 1
	case c.Kind == reports.PeriodExtension:
		return 2
	}
	return 3
}

// periodDrawing is bars of the periods of a few contracts.
func (s *sheet) periodDrawing() drawing {
	data := s.sourceOf(periodsData)
	return drawing{kind: excelize.BarStacked, of: data, title: periodFinding(s.pack),
		how: "A bar each, named at its left, runs over the contract, its extensions, the work in it and the time left to give notice.",
		chart: func(c *excelize.Chart) {
			c.Series = []excelize.ChartSeries{series(data, "B", white), series(data, "C", blue), series(data, "D", amber), series(data, "E", "AFCBE6"), series(data, "F", green)}
			from, step := periodScale(contractPeriods(s.pack))
			scale(c, float64(serial(from)), float64(step), "mmm yyyy")
			stacked(c)
			c.Legend.Position = "none" // the bars are named
			c.XAxis.ReverseOrder = true
		}}
}

// periodFinding says how long a contract holds beyond its work.
func periodFinding(p *reports.Pack) string {
	c := &p.Contracts[0]
	for i := range p.Contracts {
		if next := &p.Contracts[i]; next.Cover.Set && (!c.Cover.Set || next.Cover.N < c.Cover.N) {
			c = next
		}
	}
	if !c.Cover.Set {
		return contractFinding(p)
	}
	return fmt.Sprintf("%s ends %s after the last work in it", label(c.Name), reports.Count(c.Cover.N, "day"))
}

// periodScale is the first day of some periods, and the days between the marks of their axis: no more than have room.
func periodScale(list []contractPeriod) (from calendar.Date, step int) {
	const marks = 6
	from, to := list[0].From, list[0].To
	for _, c := range list {
		from, to = min(from, c.From), max(to, c.To)
	}
	for _, step = range [...]int{31, 61, 92, 183, 366, 731, 1_462} {
		if int(to-from) <= marks*step {
			break
		}
	}
	return from, step
}
