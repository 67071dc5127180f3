package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// formula is a cell that recomputes when somebody edits what it reads. Its result is what the pack says, so
// that the sheet is right before anything is recomputed.
type formula struct {
	text   string // without the "="
	result any    // an int or a string
}

// setFormula writes a formula. The library keeps no result with it and types every formula as text, so the
// place of the result in a list stands where the result belongs until the workbook is saved.
func (s *sheet) setFormula(name string, f formula) error {
	s.results = append(s.results, f.result)
	if err := s.file.SetCellDefault(s.name, name, strconv.Itoa(len(s.results)-1)); err != nil {
		return err
	}
	return s.file.SetCellFormula(s.name, name, f.text)
}

// written is a formula as the library writes it, with the place of its result.
var written = regexp.MustCompile(`<c ([^>]*) t="str"><f>([^<]*)</f><v>([0-9]+)</v></c>`)

// withResults puts the results of formulas into a part of the workbook.
func (b *book) withResults(part string, content []byte) []byte {
	if len(b.results) == 0 || !strings.HasPrefix(part, "xl/worksheets/") || !bytes.Contains(content, []byte("<f>")) {
		return content
	}
	return written.ReplaceAllFunc(content, func(c []byte) []byte {
		m := written.FindSubmatch(c)
		k, err := strconv.Atoi(string(m[3]))
		if err != nil || k >= len(b.results) {
			panic("xlsx: a formula without a result: " + string(c))
		}
		if n, ok := b.results[k].(int); ok {
			return fmt.Appendf(nil, `<c %s><f>%s</f><v>%d</v></c>`, m[1], m[2], n)
		}
		var text bytes.Buffer
		xml.EscapeText(&text, fmt.Append(nil, b.results[k])) // a buffer takes everything
		return fmt.Appendf(nil, `<c %s t="str"><f>%s</f><v>%s</v></c>`, m[1], m[2], text.Bytes())
	})
}

// columnNames are the headers in braces that stand for cells of the same row in the formulas of a table.
var columnNames = regexp.MustCompile(`\{[^}]+\}`)

// located writes cells for the headers in a formula: "{Score}" becomes "K7" in row 7 where Score is column K.
func located(text string, heads []string, row int) string {
	return columnNames.ReplaceAllStringFunc(text, func(name string) string {
		for c, head := range heads {
			if "{"+head+"}" == name {
				return at(c+1, row)
			}
		}
		panic("xlsx: no column is called " + name)
	})
}

// finished does to a part of the workbook what the library cannot.
func (b *book) finished(part string, content []byte) []byte {
	return b.withoutFilters(part, b.withResults(part, content))
}
