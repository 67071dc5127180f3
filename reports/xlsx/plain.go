package xlsx

import (
	"fmt"
	"io"
	"strings"

	"epr/reports"
)

// WritePlain writes the pack for those who read a workbook with a screen reader, in print without colour, or with
// another program: one table on a sheet, each with one row of headers, and no merged, blank or coloured cell, no
// chart, filter or frozen pane. Every sentence of the pack stands above the table that it is about. Its errors are
// those of Write.
func WritePlain(w io.Writer, p *reports.Pack) error {
	b := newBook(p)
	defer b.file.Close()
	b.plain = true
	for i, page := range b.plainPages() {
		if err := b.writePlain(i, page); err != nil {
			return fmt.Errorf("sheet %q: %w", page.name, err)
		}
	}
	if err := b.describe(); err != nil {
		return err
	}
	return b.save(w)
}

// sheetContents is the second sheet of the plain pack.
const sheetContents = "Contents"

// plainPage is one sheet of the plain pack.
type plainPage struct {
	name, title, about string
	sentences          []string
	table              *toldTable
	links              []string // targets of the first column's cells, if they are links
}

// plainPages are the sheets of the plain pack: the summary, the contents, the rest.
func (b *book) plainPages() []plainPage {
	var pages []plainPage
	for _, part := range sheetsOf(b.pack) {
		if part.name != sheetData { // which only charts read
			pages = append(pages, pagesOf(part, b.tell(part))...)
		}
	}
	return append(pages[:1:1], append([]plainPage{contentsOf(pages)}, pages[1:]...)...)
}

// tell has a sheet told.
func (b *book) tell(p part) *told {
	s := &sheet{book: b, part: p, name: p.name, told: &told{title: p.name, about: p.about}}
	build := p.build
	if plain, ok := plainBuilds[p.name]; ok {
		build = plain
	}
	build(s)
	return s.told
}

// pagesOf are the sheets of a part: one for each of its tables. What is said without a table stands on the first.
func pagesOf(p part, t *told) []plainPage {
	first := plainPage{name: p.name, title: t.title, about: t.about}
	var pages []plainPage
	for _, passage := range t.passages {
		if passage.table == nil {
			for _, sentence := range passage.sentences {
				first.sentences = append(first.sentences, headed(passage.heading, sentence))
			}
			continue
		}
		pages = append(pages, plainPage{
			name: fmt.Sprintf("%s %d", p.name, len(pages)+1), title: headed(t.title, passage.heading), about: t.about,
			sentences: passage.sentences, table: passage.table,
		})
	}
	if len(pages) == 0 {
		return []plainPage{first}
	}
	pages[0].sentences = append(pages[0].sentences, first.sentences...)
	if len(pages) == 1 {
		pages[0].name = p.name
	}
	return pages
}

// headed puts a heading before a sentence or a title.
func headed(heading, words string) string {
	if heading == "" || words == "" || heading == words {
		return heading + strings.TrimPrefix(words, heading)
	}
	return heading + ": " + words
}

// contentsOf is the list of the other sheets.
func contentsOf(pages []plainPage) plainPage {
	c := plainPage{name: sheetContents, title: sheetContents, about: "Every other sheet of this workbook.",
		sentences: []string{notStated + " stands for what is not stated, or does not apply."}}
	for k := range pages {
		c.links = append(c.links, pages[k].name)
	}
	c.table = &toldTable{name: "Contents", rows: len(pages), columns: []column{
		{"Sheet", func(i int) cell { return text(pages[i].name) }},
		{"What it holds", func(i int) cell { return text(pages[i].title) }},
		{"Rows of its table", func(i int) cell {
			if pages[i].table == nil {
				return count(0)
			}
			return count(pages[i].table.rows)
		}},
	}}
	return c
}
