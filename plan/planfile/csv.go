package planfile

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"epr/plan/source"
)

// parseCSV makes a tree of a list: a table of which each row is an entry, with the cells of the row as
// its entries, named by the header. Dots in the header make nested tables. A row with nothing in it is
// no entry. The tree is nil if there is no fit header; ok is false if it does not hold the whole list.
func parseCSV(file *source.File, problems *source.Problems) (root *node, ok bool) {
	l := listReader{file: file, problems: problems, csv: csv.NewReader(strings.NewReader(file.Text))}
	l.csv.FieldsPerRecord = -1
	l.csv.ReuseRecord = true
	if !l.header() {
		return nil, false
	}
	root = &node{at: file.Whole()}
	for {
		cells, err := l.next()
		if err == io.EOF {
			if len(root.kids) == 0 {
				root.header = l.blank()
			}
			return root, true
		}
		if err != nil {
			return root, false
		}
		if row := l.row(cells); row != nil {
			root.kids = append(root.kids, row)
		}
	}
}

// listReader reads a CSV list row by row.
type listReader struct {
	file     *source.File
	problems *source.Problems
	csv      *csv.Reader
	columns  []column
	id       int // the column of the ids
}

// maxColumns keeps a file that is no list from being read as one.
const maxColumns = 200

// column is the name of a column, in parts, with the place of its header.
type column struct {
	parts []string
	at    source.Span
}

func (c column) name() string { return strings.Join(c.parts, ".") }

// next reads the cells of the next row.
func (l *listReader) next() ([]string, error) {
	cells, err := l.csv.Read()
	if wrong := (*csv.ParseError)(nil); errors.As(err, &wrong) {
		start := l.file.LineStart(wrong.Line) + wrong.Column - 1
		p := source.Problem{Code: "syntax", At: l.file.Span(start, start+1), Text: "this row is not CSV",
			Hint: `put a cell with quotes in it in quotes, and write each quote twice: "the ""new"" ward"`}
		if isAtEnd := start >= len(strings.TrimRight(l.file.Text, "\r\n")); isAtEnd && errors.Is(err, csv.ErrQuote) {
			begin := l.file.LineStart(wrong.StartLine)
			line, _, _ := strings.Cut(l.file.Text[begin:], "\n")
			p.At, p.Text = l.file.Span(begin, begin+len(line)), "a cell of this row opens with quotes that are never closed"
		}
		l.problems.Add(p)
	}
	return cells, err
}

func (l *listReader) header() bool {
	names, err := l.next()
	if err != nil {
		return false
	}
	if len(names) > maxColumns {
		l.problems.Errorf("syntax", l.cellSpan(maxColumns, names[maxColumns]), "the list has %d columns; no list needs more than %d", len(names), maxColumns)
		return false
	}
	l.id = -1
	ok := true
	for i, name := range names {
		c := column{parts: strings.Split(strings.TrimSpace(name), "."), at: l.cellSpan(i, name)}
		for _, earlier := range l.columns {
			ok = l.clash(c, earlier) && ok
		}
		if c.name() == "id" {
			l.id = i
		}
		l.columns = append(l.columns, c)
	}
	if l.id < 0 {
		l.problems.Add(source.Problem{Code: "missing-key", At: l.columns[0].at,
			Text: `the list has no column "id"`, Hint: l.headerHint(names)})
	}
	return ok && l.id >= 0
}

// clash reports two columns of one name, or of which one is a table in the other.
func (l *listReader) clash(c, earlier column) bool {
	a, b := c.name()+".", earlier.name()+"."
	if !strings.HasPrefix(a, b) && !strings.HasPrefix(b, a) {
		return true
	}
	text := fmt.Sprintf("two columns are named %s", quote(c.name()))
	if a != b {
		text = fmt.Sprintf("a list cannot have both a column %s and a column %s", quote(earlier.name()), quote(c.name()))
	}
	l.problems.Add(source.Problem{Code: "duplicate-key", At: c.at, Text: text,
		Notes: []source.Note{{At: earlier.at, Text: "the other column"}}})
	return false
}

func (l *listReader) headerHint(names []string) string {
	if len(names) == 1 && strings.ContainsAny(names[0], ";\t") {
		return "divide the columns with commas"
	}
	for _, name := range names {
		if strings.EqualFold(strings.TrimSpace(name), "id") {
			return "write it in small letters, as all names of columns"
		}
	}
	return "the first row names the columns"
}

// row makes a table of the cells of a row; nil if all are blank.
func (l *listReader) row(cells []string) *node {
	if strings.TrimSpace(strings.Join(cells, "")) == "" {
		return nil
	}
	line, _ := l.csv.FieldPos(0)
	start := l.file.LineStart(line)
	row := &node{at: l.file.Span(start, start+1)}
	if len(cells) != len(l.columns) {
		l.ragged(cells)
	}
	for i, c := range l.columns {
		cell := &node{name: c.parts[len(c.parts)-1], key: c.at, form: isBlank, at: row.at}
		if i < len(cells) {
			l.fill(cell, i, cells[i])
		}
		if i == l.id && cell.form == isCell {
			row.name, row.key, row.at = cell.text, cell.at, cell.at
		}
		row.under(c).add(cell)
	}
	return row
}

// blank is a row with nothing in it.
func (l *listReader) blank() *node {
	row := &node{at: l.columns[l.id].at}
	for _, c := range l.columns {
		row.under(c).add(&node{name: c.parts[len(c.parts)-1], key: c.at, form: isBlank, at: c.at})
	}
	return row
}

func (l *listReader) ragged(cells []string) {
	last := min(len(cells), len(l.columns)+1) - 1
	l.problems.Add(source.Problem{Code: "ragged-row", At: l.cellSpan(last, cells[last]),
		Text: fmt.Sprintf("this row has %d cells, but the list has %d columns", len(cells), len(l.columns)),
		Hint: "put a cell with a comma in it in quotes; leave cells without a value empty, but keep their commas"})
}

// under is the table in a row that holds the cells of a column.
func (n *node) under(c column) *node {
	for _, part := range c.parts[:len(c.parts)-1] {
		table := n.find(part)
		if table == nil {
			table = n.add(&node{name: part, key: c.at, at: c.at})
		}
		n = table
	}
	return n
}

// fill sets the text and the place of a cell.
func (l *listReader) fill(cell *node, i int, text string) {
	cell.at = l.cellSpan(i, text)
	if cell.text = strings.TrimSpace(text); cell.text != "" {
		cell.form = isCell
	}
}

// cellSpan is the place of cell i of the row just read, without spaces around it, with its quotes.
func (l *listReader) cellSpan(i int, text string) source.Span {
	line, column := l.csv.FieldPos(i)
	start := l.file.LineStart(line) + column - 1
	if start < len(l.file.Text) && l.file.Text[start] == '"' {
		return l.file.Span(start, quotedEnd(l.file.Text, start))
	}
	lead := len(text) - len(strings.TrimLeft(text, " \t"))
	return l.file.Span(start+lead, start+lead+len(strings.TrimSpace(text)))
}

// quotedEnd is the end of a quoted cell.
func quotedEnd(text string, start int) int {
	for i := start + 1; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '"' {
			i++
			continue
		}
		return i + 1
	}
	return len(text)
}

// split makes a list of a cell: its pieces between semicolons, each with its place.
func (n *node) split() {
	if n.kids != nil {
		return
	}
	// Only where the cell is written as it reads can its pieces be found in it.
	at, isPlain := n.at, n.at.Text() == n.text
	if inside := n.at.Text(); len(inside) > 1 && strings.Trim(inside[1:len(inside)-1], " \t") == n.text && inside[0] == '"' {
		isPlain = true
		at.Start += 1 + strings.Index(inside[1:], n.text)
	}
	offset := at.Start
	for piece := range strings.SplitSeq(n.text, ";") {
		text := strings.TrimSpace(piece)
		kid := &node{form: isCell, text: text, key: n.at, at: n.at}
		if isPlain {
			kid.at.Start = offset + strings.Index(piece, text)
			kid.at.End = kid.at.Start + len(text)
		}
		offset += len(piece) + len(";")
		if text != "" {
			n.kids = append(n.kids, kid)
		}
	}
}
