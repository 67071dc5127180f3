package markdown

import (
	"html"
	"strings"

	"epr/calendar"
	"epr/reports"
)

// document is the text under way.
type document struct{ b strings.Builder }

func (d *document) heading(level, s string) { d.b.WriteString(level + plain(s) + "\n\n") }

// paragraph is some sentences, without those that are empty.
func (d *document) paragraph(sentences ...string) {
	var said []string
	for _, s := range sentences {
		if s = plain(s); s != "" {
			said = append(said, s)
		}
	}
	if len(said) > 0 {
		d.b.WriteString(strings.Join(said, " ") + "\n\n")
	}
}

// items is a list of sentences, without those that are empty.
func (d *document) items(sentences []string) {
	said := false
	for _, s := range sentences {
		if s = plain(s); s != "" {
			d.b.WriteString("- " + s + "\n")
			said = true
		}
	}
	if said {
		d.b.WriteString("\n")
	}
}

// folded is a section of which only the title is in sight, as GitHub and GitLab show one. The title is HTML, and the
// lines without text around it are what makes the rest Markdown again.
func (d *document) folded(title string, body func()) {
	d.b.WriteString("<details>\n<summary>" + html.EscapeString(reports.OneLine(title)) + "</summary>\n\n")
	body()
	d.b.WriteString("</details>\n\n")
}

// rest counts what a table leaves out.
func (d *document) rest(n int, noun string, plural ...string) {
	for k := range plural {
		plural[k] = "more " + plural[k]
	}
	if n > 0 {
		d.paragraph("And " + reports.Count(n, "more "+noun, plural...) + ".")
	}
}

func stated(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Short()
}
