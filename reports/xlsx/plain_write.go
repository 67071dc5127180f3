package xlsx

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The looks of the plain pack: size and weight only.
var (
	plainTitle = look{size: 16, bold: true, ink: black}
	plainText  = look{size: plainSize, ink: black, across: left, up: top}
	plainHead  = look{size: plainSize, ink: black, bold: true, across: left, up: top, wrap: true}
	plainLink  = look{size: plainSize, ink: blue, linked: true, across: left, up: top}
)

const (
	plainSize = 12 // points
	black     = "000000"
	// plainWidest is the most characters that a column of the plain pack is wide; longer text wraps.
	plainWidest = 60
	// notStated stands in the plain pack where there is nothing to show: a dash is not read out.
	notStated = "[x]"
)

// writePlain writes the i-th sheet: its title in A1, what it holds in A2, the way back in A3, then sentences, then the
// table.
func (b *book) writePlain(i int, p plainPage) error {
	if err := b.addSheet(i == 0, p.name); err != nil {
		return err
	}
	s := &sheet{book: b, name: p.name}
	s.plainColumns(p)
	s.plainLine(1, cell{p.title, plainTitle})
	s.plainLine(2, cell{p.about, plainText})
	row := 3
	for _, target := range []string{sheetSummary, sheetContents} {
		if p.name != target {
			s.plainLine(row, cell{target, plainLink})
			s.link(1, row, target)
			row++
		}
	}
	row = s.plainSentences(row, p.sentences)
	columns := 1
	if p.table != nil {
		s.plainTable(row, p)
		row, columns = row+1+p.table.rows, max(1, len(p.table.columns))
	}
	s.try(s.file.SetSheetDimension(s.name, "A1:"+at(columns, row-1))) // readers that stream believe it
	s.plainSetUp()
	return s.err
}

// plainLine writes a line above the table.
func (s *sheet) plainLine(row int, c cell) {
	s.put(1, row, c)
	s.height(row, heightOf(1, c.look.points()))
}

// plainSentences writes paragraphs above the table, a row for each sentence. One that is longer than the table is wide
// wraps.
func (s *sheet) plainSentences(row int, paragraphs []string) int {
	for _, words := range paragraphs {
		for _, sentence := range sentencesOf(words) {
			l := plainText
			l.wrap = textWidth(sentence, plainSize, false) > s.room(1, len(s.widths))
			s.plainLine(row, cell{sentence, l})
			if l.wrap {
				s.height(row, heightOf(lineCount(sentence, l, s.room(1, 1)), plainSize))
			}
			row++
		}
	}
	return row
}

// sentencesOf parts a paragraph into sentences.
func sentencesOf(words string) []string {
	var list []string
	for part := range strings.SplitSeq(words, ". ") {
		list = append(list, part)
	}
	for k := range list[:len(list)-1] {
		list[k] += "."
	}
	return list
}

// plainCell is a cell of the plain pack: the value and the number format, without glyphs.
func plainCell(c cell) cell {
	l := plainText
	l.wrap, l.format = true, unmarked(c.look.format)
	if f, ok := c.value.(formula); ok {
		c.value = f.result
	}
	if words, ok := c.value.(string); ok {
		if words = plainWords(words); words == none || words == "" {
			words = notStated
		}
		return cell{words, l}
	}
	return cell{c.value, l}
}

// plainColumns sets the width of each column to that of its longest text, within reason.
func (s *sheet) plainColumns(p plainPage) {
	if p.table == nil {
		s.widths = []float64{plainWidest}
	} else {
		for _, col := range p.table.columns {
			widest := textWidth(col.head, plainSize, true) / 2
			for i := range min(p.table.rows, 500) {
				if words, ok := plainCell(col.cell(i)).value.(string); ok {
					widest = max(widest, textWidth(words, plainSize, false))
				}
			}
			s.widths = append(s.widths, min(plainWidest, max(14, float64(widest)/1000/pointsPerCharacter+2)))
		}
	}
	for _, words := range p.sentences {
		for _, sentence := range sentencesOf(words) {
			if textWidth(sentence, plainSize, false) > s.room(1, len(s.widths)) {
				s.widths[0] = plainWidest
			}
		}
	}
	for c, width := range s.widths {
		name, _ := excelize.ColumnNumberToName(c + 1)
		s.try(s.file.SetColWidth(s.name, name, name, width))
	}
}

func (s *sheet) plainTable(row int, p plainPage) {
	high := 1
	for c, col := range p.table.columns {
		s.put(c+1, row, cell{clean(col.head), plainHead})
		high = max(high, lineCount(col.head, plainHead, s.room(c+1, c+1)))
	}
	s.height(row, heightOf(high, plainSize))
	s.defineName("_xlnm.Print_Titles", fmt.Sprintf("$%[1]d:$%[1]d", row))
	for i := range p.table.rows {
		s.plainRow(row+1+i, i, p.table.columns)
		if i < len(p.links) {
			s.dress(at(1, row+1+i), at(1, row+1+i), plainLink)
			s.link(1, row+1+i, p.links[i])
		}
	}
	if s.err == nil && p.table.rows > 0 {
		table := tableOf(p.table.name, 1, row, p.table.rows, len(p.table.columns))
		table.StyleName = ""
		s.try(s.file.AddTable(s.name, table))
	}
}

func (s *sheet) plainRow(row, i int, columns []column) {
	high := 1
	for c, col := range columns {
		shown := plainCell(col.cell(i))
		s.put(c+1, row, shown)
		if words, ok := shown.value.(string); ok {
			high = max(high, lineCount(words, shown.look, s.room(c+1, c+1)))
		}
	}
	s.height(row, heightOf(high, plainSize))
}

// plainSetUp sets the page: A4 across, as wide as the sheet.
func (s *sheet) plainSetUp() {
	if s.err != nil {
		return
	}
	const paperA4 = 9
	landscape, paper, wide, high, yes := "landscape", paperA4, 1, 0, true
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}))
	s.try(s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}))
	s.margins()
	s.headerAndFooter()
}

// filterOf is the buttons that the library gives every table.
var filterOf = regexp.MustCompile(`<autoFilter [^>]*></autoFilter>`)

// withoutFilters takes the filter buttons off the tables of a plain pack.
func (b *book) withoutFilters(part string, content []byte) []byte {
	if !b.plain || !strings.HasPrefix(part, "xl/tables/") {
		return content
	}
	return filterOf.ReplaceAll(content, nil)
}
