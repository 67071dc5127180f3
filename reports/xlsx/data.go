package xlsx

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

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
			return []cell{short(periodName(g.First, p.GoLives.Months)), count(g.Live), count(g.Planned), count(g.Total)}
		}},
		{busiestData, "Busiest period to come of the fullest teams", []string{"Team", "Share of its size"}, len(teams), func(i int) []cell {
			return []cell{text(label(teams[i].Name)), percent(teams[i].Busiest.Percent())}
		}},
		{workData, "Person-days by period", []string{"Period", "Person-days needed", "Person-days that there are"}, len(p.Teams.Periods), func(i int) []cell {
			return []cell{short(periodName(p.Teams.Periods[i], p.Teams.Months)), {p.Teams.Totals[i], countLook}, {p.Teams.Sizes[i], countLook}}
		}},
		{promisesData, "Slack of each promise", []string{"Promise", "Late (days)", "Spare (days)"}, len(promises), func(i int) []cell {
			slack := promises[i].Slack.N
			return []cell{text(label(promises[i].Name)), count(min(slack, 0)), count(max(slack, 0))}
		}},
		{contractsData, "Contracts from start to end", []string{"Contract", "Starts", "Days to its end", "Days of extensions needed"}, len(p.Contracts), func(i int) []cell {
			return contractTimes(p, i)
		}},
		periodsBlock(p),
		tornadoBlock(&p.Confidence),
		missedBlock(&p.Confidence),
		criticalBlock(&p.Confidence),
		designsBlock(&p.Designs),
	}
	for k := range p.Confidence.Curves {
		list = append(list, curveBlock(&p.Confidence.Curves[k], k))
	}
	if p.Scenarios != nil {
		list = append(list, scenarioBlock(p.Scenarios))
	}
	return list
}

// The blocks stand in two stacks side by side, each as wide as the widest block, with a gap between them.
const (
	dataColumns = 6
	secondStack = dataColumns + 2
)

// data writes what the charts read.
func (s *sheet) data() {
	s.columns(36, 14, 14, 14, 14, 14, 4, 36, 14, 14, 14, 14, 14)
	row := s.banner(sheetData, "What the charts of this pack read: figures of other sheets, and the days between their dates.")
	last := row
	for _, b := range s.placed() {
		s.put(b.from, b.row, cell{b.title, sectionLook})
		s.grow(b.row, 30)
		row = b.row + 1
		if b.rows == 0 {
			row = s.noteOver(b.from, b.from+dataColumns-1, row, "Nothing to draw.")
		} else {
			row = s.tableAt(b.name, b.from, row, b.rows, 14, b.columns()...)
		}
		last = max(last, row)
	}
	s.setUp(layout{lastColumn: len(s.widths), lastRow: last - 1, titleRows: 3})
}

// placedBlock is a block with the row of its title and its first column.
type placedBlock struct {
	block
	from, row int
}

// placed puts the blocks side by side in twos, those of much the same length together, so that headers stand beside
// headers. A block has a title, a row of headers and its rows, or where it is empty one row that says so.
func (b *book) placed() []placedBlock {
	blocks := b.blocks()
	slices.SortStableFunc(blocks, func(a, b block) int { return b.rows - a.rows })
	row := 4 // below the banner
	var list []placedBlock
	for pair := range slices.Chunk(blocks, 2) {
		for k, from := range []int{1, secondStack}[:len(pair)] {
			list = append(list, placedBlock{pair[k], from, row})
		}
		row += 2 + pair[0].rows
	}
	return list
}

func (b *block) columns() []column {
	columns := make([]column, len(b.heads))
	for c, head := range b.heads {
		columns[c] = column{head, func(i int) cell { return b.line(i)[c] }}
	}
	return columns
}

// source is where a chart finds a block: the row of its headers, its first and last row, its first column.
type source struct{ head, first, last, from int }

// sourceOf finds a block on the sheet.
func (b *book) sourceOf(name string) source {
	for _, block := range b.placed() {
		if block.name == name {
			return source{block.row + 1, block.row + 2, block.row + 1 + block.rows, block.from}
		}
	}
	panic("xlsx: no data called " + name)
}

// values names a column of the block, "A" for its first; heading its header.
func (d source) values(column string) string {
	name := d.column(column)
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", sheetData, name, d.first, name, d.last)
}

func (d source) heading(column string) string {
	return fmt.Sprintf("'%s'!$%s$%d", sheetData, d.column(column), d.head)
}

// column is a column of the sheet by its name in the block.
func (d source) column(name string) string {
	n, _ := excelize.ColumnNameToNumber(name)
	name, _ = excelize.ColumnNumberToName(d.from + n - 1)
	return name
}

// short is a text that needs no second line.
func short(s string) cell {
	l := textLook
	l.wrap = false
	return cell{s, l}
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
