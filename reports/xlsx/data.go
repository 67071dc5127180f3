package xlsx

import (
	"fmt"

	"epr/reports"
)

// block is a table of the data sheet that a chart reads: categories in its first column.
type block struct {
	name, title string
	heads       []string
	rows        int
	line        func(i int) []cell
}

// The names of the blocks, which are those of their tables.
const (
	goLivesData   = "GoLivesOverTime"
	busiestData   = "BusiestPeriods"
	workData      = "PersonDays"
	promisesData  = "SlackOfPromises"
	contractsData = "ContractTimes"
)

// blocks is what the data sheet holds, in its order.
func (b *book) blocks() []block {
	p := b.pack
	promises, teams := chartedPromises(p), busiestTeams(p)
	list := []block{
		{goLivesData, "Go-lives over time", []string{"Period", "Go-lives done", "Go-lives planned", "In all so far"}, len(p.GoLives.Periods), func(i int) []cell {
			g := &p.GoLives.Periods[i]
			return []cell{text(periodName(g.First, p.GoLives.Months)), count(g.Live), count(g.Planned), count(g.Total)}
		}},
		{busiestData, "Busiest period to come of the fullest teams", []string{"Team", "Share of its size"}, len(teams), func(i int) []cell {
			return []cell{text(label(teams[i].Name)), percent(teams[i].Busiest.Percent())}
		}},
		{workData, "Person-days by period", []string{"Period", "Person-days needed", "Person-days that there are"}, len(p.Teams.Periods), func(i int) []cell {
			return []cell{text(periodName(p.Teams.Periods[i], p.Teams.Months)), {p.Teams.Totals[i], countLook}, {p.Teams.Sizes[i], countLook}}
		}},
		{promisesData, "Slack of each promise", []string{"Promise", "Late (days)", "Spare (days)"}, len(promises), func(i int) []cell {
			slack := promises[i].Slack.N
			return []cell{text(label(promises[i].Name)), count(min(slack, 0)), count(max(slack, 0))}
		}},
		{contractsData, "Contracts from start to end", []string{"Contract", "Starts", "Days to its end", "Days of extensions needed"}, len(p.Contracts), func(i int) []cell {
			return contractTimes(p, i)
		}},
		tornadoBlock(&p.Confidence),
		missedBlock(&p.Confidence),
		designsBlock(&p.Designs),
	}
	for k := range p.Confidence.Curves {
		list = append(list, curveBlock(&p.Confidence.Curves[k], k))
	}
	return list
}

// data writes what the charts read.
func (s *sheet) data() {
	s.columns(60, 24, 24, 24, 24, 24)
	row := s.banner(sheetData, "What the charts of this pack read: figures of other sheets, and the days between their dates.")
	for _, b := range s.blocks() {
		row = s.section(row, b.title)
		if b.rows == 0 {
			row = s.note(row, "Nothing to draw.")
			continue
		}
		row = s.table(b.name, row, b.rows, 16, b.columns()...)
	}
	s.setUp(layout{lastColumn: 6, lastRow: row - 1, titleRows: 3})
}

func (b *block) columns() []column {
	columns := make([]column, len(b.heads))
	for c, head := range b.heads {
		columns[c] = column{head, func(i int) cell { return b.line(i)[c] }}
	}
	return columns
}

// source is where a chart finds a block.
type source struct{ head, first, last int }

// sourceOf works out the rows of a block: after the banner each has a title, a row of headers and its
// rows, or where it is empty one row that says so.
func (b *book) sourceOf(name string) source {
	row := 4
	for _, block := range b.blocks() {
		if block.name == name {
			return source{row + 1, row + 2, row + 1 + block.rows}
		}
		row += 2 + block.rows
	}
	panic("xlsx: no data called " + name)
}

// values names a column of the block, heading its header.
func (d source) values(column string) string {
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", sheetData, column, d.first, column, d.last)
}

func (d source) heading(column string) string {
	return fmt.Sprintf("'%s'!$%s$%d", sheetData, column, d.head)
}

// label is a name as a chart has room for it.
func label(name string) string {
	const most = 44
	return cut(name, most, "…")
}

func percent(n int) cell {
	l := midLook
	l.format = formatShare
	return cell{float64(n) / 100, l}
}

// chartedPromises is the promises with the least slack, as many as a chart shows legibly.
func chartedPromises(p *reports.Pack) []reports.Promised {
	const most = 16
	return p.Promises[:min(most, len(p.Promises))]
}

// contractTimes is a contract as a bar that begins no earlier than the programme.
func contractTimes(p *reports.Pack, i int) []cell {
	c := &p.Contracts[i]
	horizon := p.Header.Horizon
	start := max(c.Starts, horizon.From)
	end := c.Ends
	if end.IsZero() {
		end = horizon.To
	}
	extended := end
	for _, x := range c.Needed {
		extended = x.To
	}
	return []cell{text(label(c.Name)), date(start), count(max(0, int(end-start))), count(int(extended - end))}
}
