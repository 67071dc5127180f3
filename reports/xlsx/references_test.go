package xlsx

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// faultsOf is all that is wrong with a workbook, as sentences.
func faultsOf(c container) []string {
	faults := c.relationFaults()
	grids, more := c.grids()
	b := &bookOf{container: c, grids: grids, dressings: len(c["xl/styles.xml"].child("dxfs").Nodes)}
	faults = slices.Concat(faults, more, b.styleFaults(), b.nameFaults(), b.tableFaults(), b.drawingFaults(), b.formulaFaults(), b.listFaults())
	for _, g := range grids {
		faults = append(faults, g.layoutFaults(b)...)
	}
	return faults
}

// styleFaults checks that the looks of cells are made of parts that exist.
func (b *bookOf) styleFaults() (faults []string) {
	styles := b.container["xl/styles.xml"]
	for i, xf := range styles.child("cellXfs").Nodes {
		for attr, list := range map[string]string{"fontId": "fonts", "fillId": "fills", "borderId": "borders"} {
			n, err := strconv.Atoi(xf.attr(attr))
			if all := len(styles.child(list).Nodes); err != nil || n < 0 || n >= all {
				faults = append(faults, fmt.Sprintf("look %d has the %s %q of %d", i, attr, xf.attr(attr), all))
			}
		}
		const ownFormats = 164 // below it are those of every workbook
		if n, _ := strconv.Atoi(xf.attr("numFmtId")); n >= ownFormats && !slices.ContainsFunc(styles.child("numFmts").Nodes, func(f *node) bool {
			return f.attr("numFmtId") == xf.attr("numFmtId") && f.attr("formatCode") != ""
		}) {
			faults = append(faults, fmt.Sprintf("look %d has the number format %d, which is not there", i, n))
		}
	}
	return faults
}

var wholeLines = regexp.MustCompile(`^'([^']+)'!\$(?:([A-Z]+):\$[A-Z]+|([0-9]+):\$([0-9]+))$`)

// nameFaults checks the defined names: each refers to cells of a sheet, a print area to all that stands on its
// sheet, so that nothing is left out in print, unless the sheet says so.
func (b *bookOf) nameFaults() (faults []string) {
	seen := map[string]bool{}
	for _, name := range b.container["xl/workbook.xml"].all("definedName") {
		title := name.attr("name") + " of sheet " + name.attr("localSheetId")
		if seen[strings.ToLower(title)] {
			faults = append(faults, title+" is defined twice")
		}
		seen[strings.ToLower(title)] = true
		for ref := range strings.SplitSeq(name.Text, ",") {
			faults = append(faults, b.nameFault(title, name, ref)...)
		}
	}
	return faults
}

func (b *bookOf) nameFault(title string, name *node, ref string) []string {
	if m := wholeLines.FindStringSubmatch(ref); m != nil {
		g := b.sheet(m[1])
		if last, _ := strconv.Atoi(m[4]); g == nil || last > g.row {
			return []string{fmt.Sprintf("%s refers to %s", title, ref)}
		}
		return nil
	}
	sheet, cells, found := strings.Cut(strings.ReplaceAll(ref, "$", ""), "!")
	g := b.sheet(strings.Trim(sheet, "'"))
	_, to, block := strings.Cut(cells, ":")
	right, bottom, err := excelize.CellNameToCoordinates(to)
	switch {
	case !found || g == nil || !block || err != nil:
		return []string{fmt.Sprintf("%s refers to %s", title, ref)}
	case name.attr("name") != "_xlnm.Print_Area":
		return nil
	}
	var faults []string
	from, _, _ := strings.Cut(cells, ":")
	_, top, _ := excelize.CellNameToCoordinates(from)
	isCut := top > 1 || g.row > bottom || g.columns > right
	if words := g.cells["B3"].value + g.cells["C3"].value; isCut != strings.HasPrefix(words, printedMark) {
		faults = append(faults, fmt.Sprintf("%s is %s of %s, and its sheet says %q", title, cells, at(g.columns, g.row), words))
	}
	if i := slices.Index(b.grids, g); name.attr("localSheetId") != strconv.Itoa(i) {
		faults = append(faults, fmt.Sprintf("%s is of %s, sheet %d", title, ref, i))
	}
	return faults
}

// tableFaults checks that tables have names and numbers of their own, do not overlap, hold no empty cell, and that
// their columns are called what their headers say.
func (b *bookOf) tableFaults() (faults []string) {
	seen := map[string]bool{}
	once := func(what, name string) {
		if name == "" || seen[what+name] {
			faults = append(faults, fmt.Sprintf("two tables have the %s %q, or none", what, name))
		}
		seen[what+name] = true
	}
	for _, g := range b.grids {
		taken, tables := map[string]string{}, b.relations(g.part)
		for _, part := range g.root.all("tablePart") {
			table := b.container[tables[part.attr("r:id")]]
			if table == nil {
				continue // told by the relations
			}
			once("number", table.attr("id"))
			once("name", strings.ToLower(table.attr("displayName")))
			faults = append(faults, g.tableFaults(table, taken)...)
		}
	}
	return faults
}

func (g *grid) tableFaults(table *node, taken map[string]string) (faults []string) {
	name, block := table.attr("displayName"), table.attr("ref")
	fault := func(format string, args ...any) {
		faults = append(faults, fmt.Sprintf("table %s: ", name)+fmt.Sprintf(format, args...))
	}
	if filter := table.child("autoFilter").attr("ref"); filter != "" && filter != block {
		fault("filters %s of %s", filter, block)
	}
	for cell := range cellsOf(block) {
		if other := taken[cell]; other != "" {
			fault("overlaps %s in %s", other, cell)
		}
		taken[cell] = name
		if g.cells[cell].value == "" {
			fault("is blank in %s", cell)
		}
	}
	from, to, _ := strings.Cut(block, ":")
	left, top, _ := excelize.CellNameToCoordinates(from)
	right, _, _ := excelize.CellNameToCoordinates(to)
	heads, columns := map[string]bool{}, table.child("tableColumns").Nodes
	if len(columns) != right-left+1 {
		fault("has %d columns in %s", len(columns), block)
		return faults
	}
	for i, column := range columns {
		head := column.attr("name")
		if shown := g.cells[at(left+i, top)].value; head != strings.ReplaceAll(shown, "\n", "_x000a_") {
			fault("its column %q has the header %q", head, shown)
		}
		if head != strings.TrimSpace(head) || heads[strings.ToLower(head)] {
			fault("has the header %q twice, or padded", head)
		}
		heads[strings.ToLower(head)] = true
	}
	return faults
}

// drawingFaults checks that drawings stand on their sheets, say what they show to those who do not see them, and
// that charts read cells that say something.
func (b *bookOf) drawingFaults() (faults []string) {
	for _, g := range b.grids {
		parts := b.relations(g.part)
		for _, drawing := range g.root.all("drawing") {
			if root := b.container[parts[drawing.attr("r:id")]]; root != nil {
				faults = append(faults, g.anchorFaults(root)...)
			}
		}
	}
	for _, name := range b.names() {
		if path.Dir(name) != "xl/charts" {
			continue
		}
		refs := b.container[name].all("f")
		if len(refs) == 0 {
			faults = append(faults, name+" reads nothing")
		}
		for _, ref := range refs {
			if !b.says(ref.Text) {
				faults = append(faults, fmt.Sprintf("%s reads %q, where something is empty", name, ref.Text))
			}
		}
	}
	return faults
}

// anchorFaults checks the places of the drawings of a sheet: inside what is printed, and not one over another.
func (g *grid) anchorFaults(drawings *node) (faults []string) {
	type place struct{ left, top, right, bottom int }
	var places []place
	number := func(n *node, name string) int { v, _ := strconv.Atoi(n.child(name).Text); return v }
	for _, anchor := range drawings.all("twoCellAnchor") {
		from, to := anchor.child("from"), anchor.child("to")
		p := place{number(from, "col"), number(from, "row"), number(to, "col"), number(to, "row")}
		if p.left >= p.right || p.top >= p.bottom {
			faults = append(faults, fmt.Sprintf("%s has a drawing without room: %+v", g.name, p))
		}
		for _, other := range places {
			if p.left < other.right && other.left < p.right && p.top < other.bottom && other.top < p.bottom {
				faults = append(faults, fmt.Sprintf("%s has a drawing at %+v over one at %+v", g.name, p, other))
			}
		}
		places = append(places, p)
		for _, frame := range anchor.all("cNvPr") {
			if frame.attr("id") != "0" && len(frame.attr("descr")) <= 20 {
				faults = append(faults, fmt.Sprintf("%s has a drawing without a description: %q", g.name, frame.attr("name")))
			}
		}
	}
	return faults
}

// plainFormula is what a formula of the pack is made of: functions, short words in quotes, cells, numbers. None
// names another workbook, and what a user wrote is part of none.
var plainFormula = regexp.MustCompile(`^(?:[A-Z]{1,12}\(|"[^"|\\@\[]{0,24}"|'[A-Za-z ]{1,31}'!|\$?[A-Z]{1,3}\$?[0-9]{1,7}|[-+*/<>=&,():. 0-9])*$`)

// plainFunctions are those that formulas of the pack may use: all of them of Excel 2007, none of them volatile or
// able to reach out of the workbook.
var plainFunctions = regexp.MustCompile(`\b(AND|ABS|COUNTA?|COUNTBLANK|COUNTIFS?|IF|IFERROR|INDEX|INT|ISNUMBER|ISBLANK|LARGE|LEN|MATCH|MAX|MIN|MOD|N|NOT|OR|RANK|ROUND|ROW|SMALL|SUM|SUMIFS?|SUMPRODUCT|TEXT|VALUE|VLOOKUP)\(`)

var anyFunction = regexp.MustCompile(`[A-Z]+\(`)

// formulaFaults checks that formulas are of the plain kind.
func (b *bookOf) formulaFaults() (faults []string) {
	for _, g := range b.grids {
		for _, name := range slices.Sorted(maps.Keys(g.cells)) {
			f := g.cells[name].formula
			if f != "" && (!plainFormula.MatchString(f) || anyFunction.MatchString(plainFunctions.ReplaceAllString(f, "("))) {
				faults = append(faults, fmt.Sprintf("%s %s has the formula %q", g.name, name, f))
			}
		}
	}
	return faults
}

// listFaults checks that lists to choose from are short enough, or stand on a sheet.
func (b *bookOf) listFaults() (faults []string) {
	for _, g := range b.grids {
		for _, rule := range g.root.all("dataValidation") {
			from := rule.child("formula1").Text
			if rule.attr("type") != "list" {
				continue
			}
			if quoted := strings.HasPrefix(from, `"`); quoted && len(from) > 257 || !quoted && !b.says(from) && !b.says("'"+g.name+"'!"+from) {
				faults = append(faults, fmt.Sprintf("%s lets %s be chosen from %q", g.name, rule.attr("sqref"), from))
			}
			for cell := range cellsOf(strings.Fields(rule.attr("sqref"))[0]) {
				if g.cells[cell].value == "" {
					faults = append(faults, fmt.Sprintf("%s lets the empty cell %s be chosen", g.name, cell))
				}
			}
		}
	}
	return faults
}

// noFaults fails a test with every fault of a workbook.
func noFaults(t *testing.T, content []byte) {
	t.Helper()
	for _, fault := range faultsOf(opened(t, content)) {
		t.Error(fault)
	}
}
