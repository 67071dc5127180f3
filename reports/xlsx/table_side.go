package xlsx

import "strings"

// A wide table of a few rows would be a strip at the top of an empty page. It is laid on its side instead: a row for
// each of its columns, and a column for each of its rows.

// fewRows is the most rows of a table that is laid on its side.
const fewRows = 4

// onSide reports whether a table of so many rows is laid on its side. The plain pack tells every table as it is.
func (s *sheet) onSide(rows int) bool { return rows > 0 && rows <= fewRows && s.told == nil }

// sideWidths are the widths of the columns of a table on its side, in characters.
func sideWidths(rows int) []float64 {
	const heads = 44
	widths := []float64{heads}
	for range rows {
		widths = append(widths, (pageWidth-heads)/float64(rows))
	}
	return widths
}

// sideTable writes a table on its side, each of its rows headed by its column named by. It fills the page but for some
// points below it, and returns the row after it.
func (s *sheet) sideTable(name string, row, rows, by int, below float64, columns ...column) int {
	facts := make([]column, 0, len(columns))
	for c, col := range columns {
		if c != by {
			facts = append(facts, col)
		}
	}
	turned := []column{{columns[by].head, func(k int) cell { return strong(facts[k].head) }}}
	for i := range rows {
		head, _ := columns[by].cell(i).value.(string)
		turned = append(turned, column{head, func(k int) cell {
			return onItsSide(facts[k].cell(i))
		}})
	}
	most := (s.pagePoints() - s.used(row) - below) / float64(len(facts)+1)
	return s.table(name, row, len(facts), min(46, max(18, most)), turned...)
}

// onItsSide is a cell of a table on its side: in the middle of its column, unless it is a list or text of some length.
func onItsSide(c cell) cell {
	const short = 60
	c.look.across, c.look.wrap, c.look.indent = centre, true, 0
	if words, ok := c.value.(string); ok && (units(words) > short || strings.HasPrefix(words, "• ")) {
		c.look.across, c.look.indent = left, 1
	}
	return c
}
