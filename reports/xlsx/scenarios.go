package xlsx

import (
	"slices"
	"strconv"

	"epr/reports"
)

// How much of a comparison the sheet shows; the rest is counted and said.
const (
	mostVariants = 6  // side by side; more stand in further tables
	mostCompared = 28 // promises; a page
	mostDates    = 16 // about a page
	mostEdits    = 5
)

// sheetsOf is the sheets of a pack in their order: one for scenarios if the plan has any.
func sheetsOf(p *reports.Pack) []part {
	list := sheets()
	if p.Scenarios == nil {
		return list
	}
	after := slices.IndexFunc(list, func(x part) bool { return x.name == sheetDecisions }) + 1
	return slices.Insert(list, after, part{sheetScenarios, "The plan and its what-ifs side by side: promises, finish, P80, cost, dates that differ, what binds", green, (*sheet).scenarios})
}

// scenarios writes the plan and its scenarios side by side, a column for each: first what each comes to, then the
// promises and the dates that differ.
func (s *sheet) scenarios() {
	c := s.pack.Scenarios
	all, planned := variantBlocks(c, true), variantBlocks(c, false)
	s.columns(scenarioWidths(max(longest(all), longest(planned)))...)
	row := s.banner(sheetScenarios, c.Sentence()+" Scenarios are planned without the committed schedule, so that they differ in nothing but their edits.")
	head := row - 1
	row = s.section(row, "What each comes to")
	for n, shown := range all {
		row = s.comesTo("Scenarios"+strconv.Itoa(n+1), row, c, shown)
	}
	row = s.promisesCompared(row, c, planned)
	row = s.datesCompared(row, c, planned)
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head})
}

// scenarioWidths are those of the columns: the first say what is compared, the variants share the rest of the page.
func scenarioWidths(variants int) []float64 {
	widths := []float64{44, 34}
	if few := 3; variants <= few {
		widths = []float64{54, 38}
	}
	rest := pageWidth - widths[0] - widths[1]
	for range variants {
		widths = append(widths, rest/float64(variants))
	}
	return widths
}

func longest(blocks [][]int) int {
	most := 1
	for _, block := range blocks {
		most = max(most, len(block))
	}
	return most
}

func abs(n int) int { return max(n, -n) }

func signedDays(n int) string {
	if n < 0 {
		return reports.Count(-n, "day") + " earlier"
	}
	return reports.Count(n, "day") + " later"
}

// variantName numbers the scenarios.
func variantName(c *reports.Comparison, i int) string {
	if i <= c.Base {
		return c.Variants[i].Name
	}
	return strconv.Itoa(i-c.Base) + " " + c.Variants[i].Name
}

// variantBlocks divides the variants, or those of them that have a schedule, over tables, each of which begins with the
// base.
func variantBlocks(c *reports.Comparison, impossible bool) [][]int {
	var blocks [][]int
	block := []int{}
	for k := range c.Variants {
		if c.Variants[k].Impossible && !impossible {
			continue
		}
		if len(block) == mostVariants {
			blocks = append(blocks, block)
			block = []int{c.Base}
		}
		block = append(block, k)
	}
	return append(blocks, block)
}

// variantColumns are the columns of a table, one for each variant shown.
func variantColumns(c *reports.Comparison, shown []int, at func(i, variant int) cell) []column {
	taken := map[string]bool{"what": true, "what it is": true, "promise": true, "promised": true, "date": true, "id": true}
	var columns []column
	for _, k := range shown {
		columns = append(columns, column{headIn(cut(variantName(c, k), 90, "…"), taken), func(i int) cell { return at(i, k) }})
	}
	return columns
}
