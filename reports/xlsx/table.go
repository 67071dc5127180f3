package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// column is one column of a table: its header, and the cell it shows for row i.
type column struct {
	head string
	cell func(i int) cell
}

// table writes a block of rows under one row of headers, from column A on, and makes it a named table
// of the workbook. A row is as high as its longest text needs, and at least least points. It returns
// the row after it.
func (s *sheet) table(name string, row, rows int, least float64, columns ...column) int {
	return s.tableAt(name, 1, row, rows, least, columns...)
}

// tableAt is table from another column on.
func (s *sheet) tableAt(name string, from, row, rows int, least float64, columns ...column) int {
	columns = distinct(columns)
	if s.told != nil {
		s.told.tabled(&toldTable{name, rows, columns})
		return row + 1 + rows
	}
	s.header(from, row, columns)
	for i := range rows {
		s.tableRow(from, row+1+i, i, least, columns)
	}
	s.keep(row, row+rows)
	if rows > 0 && !s.isDone() {
		s.try(s.file.AddTable(s.name, tableOf(name, from, row, rows, len(columns))))
	}
	return row + 1 + rows
}

// longestHead is the most characters of a header that Excel opens without a complaint, and a few to spare.
const longestHead = 240

// distinct gives every column a header as a table must have it: one line, not blank, and unlike the others in more
// than case. A header may be a name that somebody wrote.
func distinct(columns []column) []column {
	list, taken := slices.Clone(columns), map[string]bool{}
	for c := range list {
		// The name of a column is read as a cell is, but is written without its escapes.
		head := escapes.ReplaceAllStringFunc(clean(list[c].head), func(code string) string { return "_ " + code[1:] })
		head = cut(strings.Join(strings.Fields(head), " "), longestHead, "…")
		if head == "" {
			head = fmt.Sprintf("Column %d", c+1)
		}
		for n, plain := 2, head; taken[strings.ToLower(head)]; n++ {
			head = fmt.Sprintf("%s (%d)", plain, n)
		}
		taken[strings.ToLower(head)] = true
		list[c].head = head
	}
	return list
}

// header writes the headers of a table. Those of narrow columns stand in their middle, and where even
// a word is wider than its column, they are turned.
func (s *sheet) header(from, row int, columns []column) {
	s.head(row)
	high := 0.0
	for c, col := range columns {
		l := s.headLook(from+c, col.head)
		s.put(from+c, row, cell{col.head, l})
		if l.turned != 0 {
			high = max(high, float64(textWidth(col.head, fontSize, true))/1000+16)
		} else {
			high = max(high, heightOf(lineCount(col.head, l, s.room(from+c, from+c)), fontSize)+6)
		}
	}
	s.grow(row, high)
}

func (s *sheet) headLook(column int, head string) look {
	const narrow = 10
	if s.widths[column-1] >= narrow {
		return headLook
	}
	for word := range strings.FieldsSeq(head) {
		if textWidth(word, fontSize, true) > s.room(column, column) {
			return turnedHead
		}
	}
	return narrowHead
}

func (s *sheet) tableRow(from, row, i int, least float64, columns []column) {
	for c, col := range columns {
		s.put(from+c, row, col.cell(i))
	}
	s.grow(row, s.rowHeight(from, i, least, columns))
	s.loosen(row, looseTable)
}

// rowHeight is the points that a row of a table needs.
func (s *sheet) rowHeight(from, i int, least float64, columns []column) float64 {
	high := least
	for c, col := range columns {
		high = max(high, s.textHeight(from+c, col.cell(i)))
	}
	return high
}

// textHeight is the points that the text of a cell needs in a column, if it may take several lines.
func (s *sheet) textHeight(column int, shown cell) float64 {
	if words, ok := shown.value.(string); ok && shown.look.wrap {
		return heightOf(lineCount(words, shown.look, s.room(column, column)), shown.look.points())
	}
	return 0
}

// tableStyle is the quietest style there is: the cells bring their own looks, the table its filters.
const tableStyle = "TableStyleLight1"

func tableOf(name string, from, row, rows, columns int) *excelize.Table {
	stripes := false
	return &excelize.Table{
		Range:          at(from, row) + ":" + at(from+columns-1, row+rows),
		Name:           name,
		StyleName:      tableStyle,
		ShowRowStripes: &stripes,
	}
}
