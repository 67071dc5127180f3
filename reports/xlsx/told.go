package xlsx

import (
	"strings"
)

// told is what a sheet says, without how it looks: headings, sentences and tables in their order. In the plain
// pack a sheet is not laid out but told, by the same functions, so that both packs say the same.
type told struct {
	title, about string
	passages     []passage
	row          int // of the last sentence, so that what stands beside it joins it
}

// passage is a heading with the sentences under it and at most one table; tables that follow it under the same
// heading have passages of their own.
type passage struct {
	heading   string
	sentences []string
	table     *toldTable
}

// toldTable is a table before it is written.
type toldTable struct {
	name    string
	rows    int
	columns []column
}

// heading begins a passage.
func (t *told) heading(words string) {
	t.passages = append(t.passages, passage{heading: words})
}

// last is the passage that is being told.
func (t *told) last() *passage {
	if len(t.passages) == 0 {
		t.passages = append(t.passages, passage{})
	}
	return &t.passages[len(t.passages)-1]
}

// cell tells a cell that stands outside every table: a heading, or a sentence. Cells of one row are one sentence.
func (t *told) cell(row int, c cell) {
	words, ok := c.value.(string)
	if words = plainWords(words); !ok || words == "" {
		return
	}
	if c.look.bold && c.look.size == sectionLook.size && c.look.ink == sectionLook.ink {
		t.heading(words)
		t.row = 0
		return
	}
	p := t.last()
	if n := len(p.sentences); n > 0 && row == t.row {
		joint := ": "
		if strings.ContainsAny(p.sentences[n-1][len(p.sentences[n-1])-1:], "?:.") {
			joint = " "
		}
		p.sentences[n-1] += joint + words
		return
	}
	p.sentences = append(p.sentences, words)
	t.row = row
}

// sentence tells a sentence.
func (t *told) sentence(words string) {
	if words = plainWords(words); words != "" {
		t.last().sentences = append(t.last().sentences, words)
	}
}

// tabled tells a table.
func (t *told) tabled(table *toldTable) {
	if p := t.last(); p.table == nil {
		p.table = table
		return
	}
	t.passages = append(t.passages, passage{heading: t.last().heading, table: table})
}

// glyphs are the marks that stand before a word and say the same.
const glyphs = "■▲●○►◄◆◊▼◑"

// unmarked takes the glyphs off a text or a number format. Before a number, where no word says it, a mark
// becomes a word.
func unmarked(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		if !strings.ContainsRune(glyphs, runes[i]) || i+2 >= len(runes) || runes[i+1] != ' ' {
			b.WriteRune(runes[i])
			continue
		}
		if next := runes[i+2]; next >= '0' && next <= '9' && runes[i] == '▲' {
			b.WriteString("marked: ")
		}
		i++ // the space
	}
	return b.String()
}

// plainWords is a text as one line without glyphs and bullets.
func plainWords(s string) string {
	var parts []string
	for line := range strings.SplitSeq(unmarked(clean(s)), "\n") {
		line = strings.TrimPrefix(strings.TrimSpace(line), "• ")
		for _, arrow := range []string{"↑ ", "↓ ", "→ "} {
			line = strings.TrimPrefix(line, arrow) // a word follows that says the same
		}
		if line = strings.TrimSpace(line); line != "" {
			parts = append(parts, strings.TrimSuffix(line, ","))
		}
	}
	return strings.Join(parts, "; ")
}
