package text

import "strings"

// table is a list of entries with the same facts about each. The first column names the entry.
type table struct {
	title   string // of the section; on a page with tables it heads the first column
	columns []column
	rows    []row
}

// column is one fact.
type column struct {
	title string
	fill  fill
	right bool // aligned right, as dates are
	from  int  // width of the narrowest page that shows it
}

// Pages from which tables have more columns.
const (
	wide   = 110
	widest = 160
)

// fill is what a column holds, and so what may be done to make it fit.
type fill int

const (
	exact    fill = iota // dates, numbers, words of this package: nothing
	name                 // a name: broken over a few lines, then shortened
	sentence             // the same with more lines
	id                   // what a person may have to type: broken over lines, never shortened
)

// most is how many lines of so many columns a text takes before it is shortened; 0 is no limit. In a narrow column
// a name takes more of them, because what tells two names apart is often their end.
func (f fill) most(columns int) int {
	lines := [...]int{exact: 1, name: 3, sentence: 6, id: 0}[f]
	if f == name && columns > 0 {
		lines = max(lines, (nameColumns+columns-1)/columns)
	}
	return lines
}

// nameColumns is how much of a name is shown in any column.
const nameColumns = 96

// row is one entry: a cell for each column.
type row []cell

// cell is one fact about one entry. Its number is aligned right with those of its column, its text
// left.
type cell struct {
	mark   mark
	ink    ink // where there is no mark, which has its own
	number string
	text   string
	label  string // instead of the column's title, where the page has no tables
	mean   string // what the mark means and the text does not say, where the page has no marks
	indent int    // columns; an indented first cell belongs to the entry before
}

func words(s string) cell { return cell{text: s} }

func (c cell) empty() bool { return c.number == "" && c.text == "" }

// colour is the ink of a cell.
func (c cell) colour() ink {
	if c.mark != unmarked {
		return c.mark.ink()
	}
	return c.ink
}

// said is the cell for a page without tables: no sign, and words for what only the sign told.
func (c cell) said() string {
	s := strings.TrimSpace(c.number + " " + c.text)
	switch {
	case c.mean != "":
		s += ", " + c.mean
	case c.mark == tight:
		s += ", tight"
	}
	return s
}

// print shows a table on the page, as a list of facts where it cannot be a table.
func (p *page) print(t table) {
	t = t.on(p.Width)
	p.note(t)
	if !p.Plain {
		if l, ok := t.lay(p.Width); ok {
			p.gap()
			p.draw(l)
			return
		}
	}
	p.list(t)
}

// on is the table as a page of some width shows it: without the columns that are for wider pages, and
// those that would be empty.
func (t table) on(pageWidth int) table {
	shown := table{title: t.title, rows: make([]row, len(t.rows))}
	for i, c := range t.columns {
		if c.from > pageWidth || i > 0 && t.isEmpty(i) {
			continue
		}
		shown.columns = append(shown.columns, c)
		for k, r := range t.rows {
			shown.rows[k] = append(shown.rows[k], r[i])
		}
	}
	return shown
}

func (t table) isEmpty(column int) bool {
	for _, r := range t.rows {
		if !r[column].empty() {
			return false
		}
	}
	return true
}

// list prints a table as one fact a line.
func (p *page) list(t table) {
	p.heading(t.title)
	for _, r := range t.rows {
		for i, c := range r {
			if !c.empty() {
				p.text(lead{text: strings.Repeat(" ", r[0].indent+min(2*i, 2))}, t.columns[i].label(c)+": "+c.said(), plain)
			}
		}
	}
}

func (c column) label(of cell) string {
	if of.label != "" {
		return of.label
	}
	return c.title
}
