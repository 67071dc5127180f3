package text

import (
	"cmp"
	"slices"
	"strings"
)

const (
	between  = 2  // columns of the page between two columns of a table
	leastFit = 12 // columns that a name needs to be readable
)

// layout is a table that fits a page: one line of the page to a line.
type layout struct {
	titles []string
	right  []bool
	widths []int
	lines  [][]printed
}

// printed is one line of one cell. Its ink colours the whole of it.
type printed struct {
	text string
	ink  ink
}

// lay fits a table to a page; false if the page is too narrow for it.
func (t table) lay(pageWidth int) (layout, bool) {
	texts := t.texts()
	widths, ok := t.widths(texts, pageWidth)
	if !ok {
		return layout{}, false
	}
	l := layout{widths: widths}
	for i, c := range t.columns {
		l.titles = append(l.titles, t.heads(i))
		l.right = append(l.right, c.right)
	}
	for i, r := range t.rows {
		l.addRow(t.columns, r, texts[i])
	}
	return l, true
}

// heads is what stands above a column.
func (t table) heads(column int) string {
	if column == 0 {
		return t.title
	}
	return t.columns[column].title
}

// texts are the cells as text with sign and aligned number.
func (t table) texts() [][]string {
	texts := make([][]string, len(t.rows))
	for i := range t.columns {
		digits, marked := t.measure(i)
		for k, r := range t.rows {
			texts[k] = append(texts[k], r[i].written(digits, marked))
		}
	}
	return texts
}

// measure finds the widest number of a column, and whether any of its cells has a mark.
func (t table) measure(column int) (digits int, marked bool) {
	for _, r := range t.rows {
		digits = max(digits, width(r[column].number))
		marked = marked || r[column].mark != unmarked
	}
	return digits, marked
}

// written is a cell as it stands in a column whose numbers are so wide and that has marks or none.
func (c cell) written(digits int, marked bool) string {
	s := clean(c.text)
	switch {
	case c.number != "" && s != "":
		s = padLeft(c.number, digits) + " " + s
	case c.number != "":
		s = padLeft(c.number, digits)
	}
	if marked && !c.empty() {
		s = c.mark.sign() + " " + s
	}
	return s
}

// widths gives every column its width: to dates and numbers what they need, to the others a share of
// the rest as far as they need it.
func (t table) widths(texts [][]string, pageWidth int) ([]int, bool) {
	widths := make([]int, len(t.columns))
	left := pageWidth - between*(len(t.columns)-1)
	var flexible []int
	for i, c := range t.columns {
		widths[i] = t.needed(i, texts)
		if c.fill == exact {
			left -= widths[i]
		} else {
			flexible = append(flexible, i)
		}
	}
	left = share(widths, flexible, left)
	for _, i := range flexible {
		if widths[i] < min(leastFit, t.needed(i, texts)) || widths[i] < width(t.heads(i)) {
			return nil, false
		}
	}
	return widths, left >= 0
}

// needed is the width of a column that nothing limits.
func (t table) needed(column int, texts [][]string) int {
	most := width(t.heads(column))
	for k := range texts {
		most = max(most, t.rows[k][column].indent+width(texts[k][column]))
	}
	return most
}

// share cuts the widths of some columns to what is there, so that none is cut while a wider one is not,
// and returns what they leave.
func share(widths, columns []int, there int) (left int) {
	order := slices.Clone(columns)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(widths[a], widths[b]) })
	for k, i := range order {
		widths[i] = min(widths[i], there/(len(order)-k))
		there -= widths[i]
	}
	return there
}

func (l *layout) addRow(columns []column, r row, texts []string) {
	first := len(l.lines)
	for i, c := range columns {
		for k, s := range c.lines(texts[i], l.widths[i]-r[i].indent) {
			if first+k == len(l.lines) {
				l.lines = append(l.lines, make([]printed, len(columns)))
			}
			l.lines[first+k][i] = printed{text: strings.Repeat(" ", r[i].indent) + s, ink: r[i].colour()}
		}
	}
}

// lines breaks the text of a cell over the lines it takes.
func (c column) lines(s string, columns int) []string {
	if c.fill == exact {
		return []string{s}
	}
	return shorten(Wrap(s, columns), c.fill.most(columns), columns)
}
