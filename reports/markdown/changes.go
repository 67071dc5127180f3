package markdown

import (
	"io"

	"epr/reports"
)

// mostChanged is how many rows of each list of changes are shown.
const mostChanged = 20

// WriteChanges writes what changed between two versions, for a merge request: in short and what moved which
// date; the details are folded away. The only errors are those of w.
func WriteChanges(w io.Writer, c *reports.Changes) error {
	d := &document{}
	d.heading("## ", c.Old+" → "+c.New)
	d.paragraph(c.InShort...)
	const open = 2 // sections in sight
	for k := range c.Sections {
		s := &c.Sections[k]
		if k < open {
			d.heading("### ", s.Title)
			d.changes(s)
			continue
		}
		d.folded(s.Title, func() { d.changes(s) })
	}
	for _, s := range c.Skipped {
		d.paragraph(s)
	}
	_, err := io.WriteString(w, d.b.String())
	return err
}

func (d *document) changes(s *reports.ChangeSection) {
	if len(s.Rows) > 0 {
		var titles []string
		for _, c := range s.Columns {
			titles = append(titles, c.Title)
		}
		t := d.table(titles...)
		for _, row := range s.Rows[:min(len(s.Rows), mostChanged)] {
			t.row(row...)
		}
		t.end()
	}
	if left := len(s.Rows) - mostChanged; left > 0 {
		d.paragraph("… and " + reports.Count(left, "more "+s.Noun) + ".")
	}
	for _, note := range s.Notes[:min(len(s.Notes), mostChanged)] {
		d.paragraph(note)
	}
}
