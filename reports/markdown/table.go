package markdown

import (
	"strings"
	"unicode"

	"epr/reports"
)

// table is a table under way.
type table struct {
	d *document
	n int // columns
}

func (d *document) table(columns ...string) *table {
	t := &table{d, len(columns)}
	t.row(columns...)
	d.b.WriteString("|" + strings.Repeat(" --- |", t.n) + "\n")
	return t
}

func (t *table) row(cells ...string) {
	t.d.b.WriteString("|")
	for _, cell := range cells {
		t.d.b.WriteString(" " + plain(reports.Cut(reports.OneLine(cell), longestCell)) + " |")
	}
	t.d.b.WriteString("\n")
}

func (t *table) end() { t.d.b.WriteString("\n") }

// Most characters of a text.
const (
	longestCell = 200
	longestText = 3000
)

// markup is the characters that mean something somewhere in Markdown.
const markup = "\\`*_{}[]<>|~^$&"

// plain is text that shows as it is, within a heading, a cell, or a paragraph that begins with words of ours. An
// invisible joiner keeps "@name", "#12", "http://" and "example.org" from becoming links.
func plain(s string) string {
	const joiner = "\u2060"
	runes := []rune(reports.Cut(reports.OneLine(s), longestText))
	var b strings.Builder
	for k, r := range runes {
		last := rune(' ')
		if k > 0 {
			last = runes[k-1]
		}
		switch {
		case strings.ContainsRune(markup, r):
			b.WriteRune('\\')
			b.WriteRune(r)
		case r == '@', r == '#', r == '!', r == ':' && k+1 < len(runes) && runes[k+1] == '/',
			r == '.' && unicode.IsLetter(last) && k+1 < len(runes) && unicode.IsLetter(runes[k+1]):
			b.WriteRune(r)
			b.WriteString(joiner)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
