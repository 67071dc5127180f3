package xlsx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// The limits of a worksheet in Excel.
const (
	mostRows       = 1_048_576
	mostColumns    = 16_384
	mostLinks      = 65_530
	mostPageBreaks = 1_023
	mostHeader     = 255 // characters, its codes included
	widestColumn   = 255
)

// grid is a worksheet read from its part: what stands in its cells.
type grid struct {
	name, part   string
	root         *node
	cells        map[string]gridCell
	columns, row int // the last ones with a value
}

// gridCell is a cell as the part has it.
type gridCell struct {
	kind, value, formula string
	style                int
}

// grids reads all worksheets; faults are those of their cells.
func (c container) grids() (list []*grid, faults []string) {
	texts, looks := c.sharedTexts(), len(c["xl/styles.xml"].child("cellXfs").Nodes)
	names, parts := c.sheetParts()
	for _, name := range names {
		g := &grid{name: name, part: parts[name], root: c[parts[name]], cells: map[string]gridCell{}}
		if g.root == nil {
			faults = append(faults, fmt.Sprintf("the sheet %q has no part", name))
			continue
		}
		faults = append(faults, g.read(texts, looks)...)
		list = append(list, g)
	}
	return list, faults
}

// sharedTexts are the texts that cells refer to by number.
func (c container) sharedTexts() []string {
	var list []string
	if c["xl/sharedStrings.xml"] == nil {
		return nil
	}
	for _, item := range c["xl/sharedStrings.xml"].all("si") {
		list = append(list, textUnder(item))
	}
	return list
}

func textUnder(n *node) string {
	var b strings.Builder
	for _, t := range n.all("t") {
		b.WriteString(t.Text)
	}
	return b.String()
}

// read takes the cells of a worksheet in, and checks that they come in order, in their rows, within the limits,
// and that each has a look and a text that exist.
func (g *grid) read(texts []string, looks int) (faults []string) {
	fault := func(at, format string, args ...any) {
		faults = append(faults, fmt.Sprintf("%s %s: ", g.name, at)+fmt.Sprintf(format, args...))
	}
	lastRow := 0
	for _, row := range g.root.child("sheetData").Nodes {
		r, _ := strconv.Atoi(row.attr("r"))
		if r <= lastRow || r > mostRows {
			fault("row "+row.attr("r"), "is not after row %d", lastRow)
		}
		if high, _ := strconv.ParseFloat(row.attr("ht"), 64); high > maxHeight {
			fault("row "+row.attr("r"), "is %.0f points high", high)
		}
		lastRow = r
		lastColumn := 0
		for _, c := range row.Nodes {
			name := c.attr("r")
			column, of, err := excelize.CellNameToCoordinates(name)
			if err != nil || of != r || column <= lastColumn || column > mostColumns {
				fault(name, "is out of place in row %d", r)
			}
			lastColumn = column
			g.take(c, name, column, r, texts, looks, fault)
		}
	}
	return faults
}

func (g *grid) take(c *node, name string, column, row int, texts []string, looks int, fault func(string, string, ...any)) {
	v := gridCell{kind: c.attr("t"), value: c.child("v").Text, formula: c.child("f").Text}
	v.style, _ = strconv.Atoi(c.attr("s"))
	if v.style < 0 || v.style >= looks {
		fault(name, "has look %d of %d", v.style, looks)
	}
	switch v.kind {
	case "s":
		n, err := strconv.Atoi(v.value)
		if err != nil || n < 0 || n >= len(texts) {
			fault(name, "has text %q of %d", v.value, len(texts))
			return
		}
		v.value = texts[n]
	case "inlineStr":
		v.value = textUnder(c)
	case "e":
		fault(name, "shows the error %s", v.value)
	}
	if v.formula != "" && v.value == "" {
		fault(name, "has the formula %q without a value", v.formula)
	}
	if n := len(utf16.Encode([]rune(v.value))); n > cellLimit {
		fault(name, "holds %d characters", n)
	}
	if i := strings.IndexFunc(v.value, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }); i >= 0 {
		fault(name, "holds a control character: %q", v.value)
	}
	if v.value != "" {
		g.columns, g.row = max(g.columns, column), max(g.row, row)
	}
	g.cells[name] = v
}

// layoutFaults checks the limits of a sheet, and that its merged cells, page breaks, conditional formats and
// links are where there is something.
func (g *grid) layoutFaults(book *bookOf) (faults []string) {
	fault := func(format string, args ...any) {
		faults = append(faults, g.name+" "+fmt.Sprintf(format, args...))
	}
	for _, col := range g.root.child("cols").Nodes {
		if width, _ := strconv.ParseFloat(col.attr("width"), 64); width > widestColumn || width <= 0 {
			fault("has columns %s to %s of a width of %.1f", col.attr("min"), col.attr("max"), width)
		}
	}
	for _, part := range g.root.child("headerFooter").Nodes {
		if n := len(utf16.Encode([]rune(part.Text))); n > mostHeader || strings.ContainsAny(part.Text, "\r\n\t") {
			fault("has a header or footer of %d characters: %q", n, part.Text)
		}
	}
	_, last, _ := strings.Cut(g.root.child("dimension").attr("ref"), ":")
	if right, bottom, err := excelize.CellNameToCoordinates(last); err != nil || right < g.columns || bottom < g.row {
		fault("says that it ends at %q, and has a value in %s", last, at(g.columns, g.row))
	}
	taken := map[string]string{}
	for _, m := range g.root.all("mergeCell") {
		for name := range cellsOf(m.attr("ref")) {
			if other := taken[name]; other != "" {
				fault("merges %s into %s and %s", name, other, m.attr("ref"))
			}
			taken[name] = m.attr("ref")
			if first, _, _ := strings.Cut(m.attr("ref"), ":"); name != first && g.cells[name].value != "" {
				fault("hides %q of %s under %s", g.cells[name].value, name, first)
			}
		}
	}
	breaks := g.root.child("rowBreaks").Nodes
	if len(breaks) > mostPageBreaks {
		fault("has %d page breaks", len(breaks))
	}
	for _, b := range breaks {
		if at, _ := strconv.Atoi(b.attr("id")); at < 1 || at >= g.row {
			fault("breaks its page after row %s of %d", b.attr("id"), g.row)
		}
	}
	for _, rule := range g.root.all("cfRule") {
		if id := rule.attr("dxfId"); id != "" {
			if n, err := strconv.Atoi(id); err != nil || n < 0 || n >= book.dressings {
				fault("has a conditional format of look %s of %d", id, book.dressings)
			}
		}
	}
	return append(faults, g.linkFaults(book)...)
}

// linkFaults follows the links of a sheet: each stands on a cell that says something, and leads to another.
func (g *grid) linkFaults(book *bookOf) (faults []string) {
	links := g.root.child("hyperlinks").Nodes
	if len(links) > mostLinks {
		faults = append(faults, fmt.Sprintf("%s has %d links", g.name, len(links)))
	}
	for _, link := range links {
		first, _, _ := strings.Cut(link.attr("ref"), ":")
		if g.cells[first].value == "" {
			faults = append(faults, fmt.Sprintf("%s has a link on %s, which says nothing", g.name, first))
		}
		if to := link.attr("location"); to == "" || !book.says(to) {
			faults = append(faults, fmt.Sprintf("%s %s links to %q, where nothing stands", g.name, first, to))
		}
	}
	return faults
}

// bookOf is a workbook read from its parts, for references from one sheet to another.
type bookOf struct {
	container
	grids     []*grid
	dressings int // looks of conditional formats
}

// sheet is a sheet by name; nil if there is none.
func (b *bookOf) sheet(name string) *grid {
	i := slices.IndexFunc(b.grids, func(g *grid) bool { return g.name == name })
	if i < 0 {
		return nil
	}
	return b.grids[i]
}

// says reports whether every cell that a reference such as 'Risk register'!$A$5:$A$9 names has a value.
func (b *bookOf) says(ref string) bool {
	sheet, cells, found := strings.Cut(strings.ReplaceAll(ref, "$", ""), "!")
	g := b.sheet(strings.ReplaceAll(strings.Trim(sheet, "'"), "''", "'"))
	if !found || g == nil {
		return false
	}
	any := false
	for name := range cellsOf(cells) {
		any = true
		if g.cells[name].value == "" {
			return false
		}
	}
	return any
}

// cellsOf yields the names of the cells of a block such as A1:B7; none if it is none.
func cellsOf(block string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		from, to, found := strings.Cut(block, ":")
		if !found {
			to = from
		}
		left, top, err := excelize.CellNameToCoordinates(from)
		right, bottom, other := excelize.CellNameToCoordinates(to)
		if err != nil || other != nil {
			return
		}
		for r := top; r <= bottom; r++ {
			for c := left; c <= right; c++ {
				if !yield(at(c, r)) {
					return
				}
			}
		}
	}
}
