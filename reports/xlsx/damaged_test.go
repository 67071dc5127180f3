package xlsx

import (
	"archive/zip"
	"bytes"
	"maps"
	"regexp"
	"strings"
	"testing"

	"epr/reports/reportstest"
)

// TestDamageIsFound damages a sound workbook in one place at a time and sees that the checks of this package find
// each: a check that cannot fail would prove nothing.
func TestDamageIsFound(t *testing.T) {
	content := write(t, reportstest.Pack())
	texts, sound := parts(t, content), opened(t, content)
	for _, c := range []struct{ name, part, old, new, want string }{
		{"a relation that leads nowhere", "xl/worksheets/_rels/sheet1.xml.rels", "drawing1.xml", "drawing99.xml", "drawing99.xml, which is not there"},
		{"a drawing that nothing leads to", "xl/worksheets/_rels/sheet1.xml.rels", "drawing1.xml", "drawing2.xml", "drawing1.xml is reached from nowhere"},
		{"a reference to no relation", "xl/workbook.xml", `r:id="rId5"`, `r:id="rId500"`, `relation "rId500"`},
		{"a part of no type", `[Content_Types].xml`, "/xl/styles.xml", "/xl/looks.xml", "xl/looks.xml twice, or without the part"},
		{"a look that is not there", "xl/worksheets/sheet1.xml", `r="A1" s="1"`, `r="A1" s="9000"`, "Summary A1: has look 9000"},
		{"a font that is not there", "xl/styles.xml", `fontId="2"`, `fontId="999"`, `the fontId "999"`},
		{"a number format that is not there", "xl/styles.xml", `numFmtId="164" formatCode`, `numFmtId="9164" formatCode`, "number format 164, which is not there"},
		{"a text that is not there", "xl/worksheets/sheet1.xml", `t="s"><v>0</v>`, `t="s"><v>99999</v>`, `Summary A1: has text "99999"`},
		{"an error in a cell", "xl/worksheets/sheet1.xml", `t="s"><v>0</v>`, `t="e"><v>#REF!</v>`, "Summary A1: shows the error #REF!"},
		{"a formula without a value", "xl/worksheets/sheet1.xml", `t="s"><v>0</v>`, `><f>A2</f>`, `Summary A1: has the formula "A2" without a value`},
		{"a formula that leaves the workbook", "xl/worksheets/sheet1.xml", `t="s"><v>0</v>`, `t="str"><f>HYPERLINK("x")</f><v>x</v>`, "Summary A1 has the formula"},
		{"a formula made of a name", "xl/worksheets/sheet1.xml", `t="s"><v>0</v>`, `t="str"><f>"x@y"&amp;A2</f><v>x</v>`, "Summary A1 has the formula"},
		{"cells out of order", "xl/worksheets/sheet1.xml", `r="B1"`, `r="A1"`, "A1: is out of place in row 1"},
		{"a row too high", "xl/worksheets/sheet1.xml", `<row r="1" ht="36"`, `<row r="1" ht="500"`, "Summary row 1: is 500 points high"},
		{"a column too wide", "xl/worksheets/sheet1.xml", `width="2.4"`, `width="300"`, "of a width of 300.0"},
		{"a link to a sheet that is not there", "xl/worksheets/sheet1.xml", `location="&#39;Heat map&#39;!A1"`, `location="&#39;Heart&#39;!A1"`, `links to "'Heart'!A1"`},
		{"a link on an empty cell", "xl/worksheets/sheet2.xml", `<hyperlink ref="A3"`, `<hyperlink ref="A900"`, "Plan on a page has a link on A900"},
		{"a name without its sheet", "xl/workbook.xml", `&#39;Teams&#39;!$A$1`, `&#39;Crews&#39;!$A$1`, "refers to 'Crews'!$A$1"},
		{"a print area that cuts", "xl/workbook.xml", `&#39;Summary&#39;!$A$1:$Q$`, `&#39;Summary&#39;!$A$1:$P$`, "of Q"},
		{"a table of another name", "xl/tables/table2.xml", `displayName="`, `displayName="Phases" was="`, `two tables have the name "phases"`},
		{"a column that its header does not name", "xl/tables/table1.xml", `name="Start"`, `name="Begin"`, `its column "Begin" has the header "Start"`},
		{"a filter of other cells", "xl/tables/table1.xml", `<autoFilter ref="A5`, `<autoFilter ref="A6`, "table Phases: filters A6"},
		{"a table over empty cells", "xl/tables/table1.xml", `ref="A5:L8"`, `ref="A5:L9"`, "table Phases: is blank in"},
		{"a chart of empty cells", "xl/charts/chart1.xml", `&#39;Data&#39;!$H$`, `&#39;Data&#39;!$Z$`, "where something is empty"},
		{"a drawing without a description", "xl/drawings/drawing1.xml", `descr="`, `decor="`, "a drawing without a description"},
		{"a drawing turned about", "xl/drawings/drawing1.xml", `<xdr:from><xdr:col>0<`, `<xdr:from><xdr:col>40<`, "a drawing without room"},
		{"a sheet that ends too early", "xl/worksheets/sheet1.xml", `<dimension ref="A1:Q`, `<dimension ref="A1:B`, "Summary says that it ends at"},
		{"a header too long", "xl/worksheets/sheet1.xml", `Board pack`, strings.Repeat("Board pack ", 30), "Summary has a header or footer of"},
		{"merged cells that overlap", "xl/worksheets/sheet1.xml", `<mergeCell ref="A3:B3">`, `<mergeCell ref="A3:D3">`, "Summary merges C3 into"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !bytes.Contains(texts[c.part], []byte(c.old)) {
				t.Fatalf("%s has no %q", c.part, c.old)
			}
			damaged := maps.Clone(sound)
			part, err := parsed(bytes.Replace(texts[c.part], []byte(c.old), []byte(c.new), 1))
			if err != nil {
				t.Fatal(err)
			}
			damaged[c.part] = part
			faults := faultsOf(damaged)
			for _, fault := range faults {
				if strings.Contains(fault, c.want) {
					return
				}
			}
			t.Errorf("found %q, want one with %q", faults, c.want)
		})
	}
}

// cached is the value that a cell with a formula keeps.
var cached = regexp.MustCompile(`(</f>)<v>[^<]*</v>`)

// withoutResults is a workbook whose formulas keep no value, so that whoever opens it has to compute them.
func withoutResults(t *testing.T, content []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, text := range parts(t, content) {
		if strings.HasPrefix(name, "xl/worksheets/") {
			text = cached.ReplaceAll(text, []byte("$1"))
		}
		to, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
