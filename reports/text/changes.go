package text

import (
	"io"
	"slices"

	"epr/reports"
)

// mostChanged is how many rows of each list of changes are shown.
const mostChanged = 12

// Changes prints what changed between two versions. No line is wider than the page. The only errors are those of
// the writer.
func Changes(w io.Writer, c *reports.Changes, o Options) error {
	p := newPage(o)
	p.command = "epr diff"
	p.text(lead{}, c.Old+" → "+c.New, bold)
	for _, s := range c.InShort {
		p.say(s)
	}
	for k := range c.Sections {
		p.changeSection(&c.Sections[k])
	}
	if len(c.Skipped) > 0 {
		p.gap()
	}
	for _, s := range c.Skipped {
		p.text(lead{}, s, faint)
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

// changeSection prints a list, and what there is to say about it.
func (p *page) changeSection(s *reports.ChangeSection) {
	n := p.shown(len(s.Rows), mostChanged)
	if n == 0 {
		p.heading(s.Title)
	} else {
		p.print(changeTable(s, n))
		p.rest(len(s.Rows)-n, s.Noun, "")
	}
	for _, note := range s.Notes[:p.shown(len(s.Notes), mostChanged)] {
		p.text(lead{}, note, faint)
	}
	p.rest(len(s.Notes)-p.shown(len(s.Notes), mostChanged), "note", "")
}

// changeTable is the first rows of a section as a table.
func changeTable(s *reports.ChangeSection, n int) table {
	t := table{title: s.Title}
	for k, c := range s.Columns {
		made := column{title: c.Title, fill: [...]fill{reports.NameColumn: id, reports.ExactColumn: exact, reports.TextColumn: sentence}[c.Kind]}
		made.right = c.Kind == reports.ExactColumn
		if k == 0 && c.Kind == reports.NameColumn && !slices.ContainsFunc(s.Rows, func(row []string) bool { return isPath(row[0]) }) {
			made.fill = name
		}
		t.columns = append(t.columns, made)
	}
	for _, cells := range s.Rows[:n] {
		var r row
		for _, text := range cells {
			r = append(r, words(text))
		}
		t.rows = append(t.rows, r)
	}
	return t
}

// isPath reports whether a text is an id that a person may have to type.
func isPath(text string) bool {
	return slices.Contains([]byte(text), '/') && !slices.Contains([]byte(text), ' ')
}
