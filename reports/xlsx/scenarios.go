package xlsx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// How much of a comparison the sheet shows; the rest is counted and said.
const (
	mostVariants = 8 // side by side; more stand in further tables
	mostCompared = 40
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

// scenarios writes the plan and its scenarios side by side.
func (s *sheet) scenarios() {
	s.columns(36, 40, 15, 15, 15, 15, 15, 15, 15, 15, 62)
	c := s.pack.Scenarios
	row := s.banner(sheetScenarios, scenariosAbout(c))
	head := row - 1
	row = s.section(row, "What each comes to")
	row = s.variants(row, c)
	row = s.note(row, "Finish is that of the last phase. Scenarios are planned without the committed schedule, so that they differ in nothing but their edits, "+
		"and are measured against “"+c.Variants[c.Base].Name+"”. P80, chances and the mean cost of delay are by the forecast; that cost counts the days after the finish of “"+c.Variants[c.Base].Name+"”. The cost of lateness is that of the latest phase as planned.")
	blocks := variantBlocks(c)
	if promises := c.Open(); len(promises) > 0 {
		row = s.section(row, "Promises")
		for n, shown := range blocks {
			row = s.promiseMatrix("ScenarioPromises"+strconv.Itoa(n+1), row, c, promises, shown)
		}
		row = s.note(row, "■ late, ● kept, in calendar days; below it, where it is forecast, the chance that the promise is kept. Promises reached before the status date are left out.")
	}
	row = s.section(row, "Other dates that differ, farthest apart first")
	row = s.dateMatrix(row, c, blocks)
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head})
}

func scenariosAbout(c *reports.Comparison) string {
	scenarios := c.Variants[c.Base+1:]
	text := reports.Count(len(scenarios), "scenario") + " beside the plan."
	if len(scenarios) == 0 {
		return "No scenario."
	}
	last := -1
	for i := range scenarios {
		if v := &scenarios[i]; v.Later.Set && (last < 0 || abs(v.Later.N) > abs(scenarios[last].Later.N)) {
			last = i
		}
	}
	if last < 0 || scenarios[last].Later.N == 0 {
		return text
	}
	v := &scenarios[last]
	return text + fmt.Sprintf(" “%s” moves the finish most: %s, to %s.", v.Name, signedDays(v.Later.N), v.Finish.Long())
}

func abs(n int) int { return max(n, -n) }

func signedDays(n int) string {
	if n < 0 {
		return reports.Count(-n, "day") + " earlier"
	}
	return reports.Count(n, "day") + " later"
}

// variants is the table of the plan and its scenarios.
func (s *sheet) variants(row int, c *reports.Comparison) int {
	list := c.Variants
	set := func(i int, shown cell) cell {
		if list[i].Impossible {
			return cell{none, midLook}
		}
		return shown
	}
	return s.table("ScenarioList", row, len(list), 44,
		column{"Scenario", func(i int) cell { return strong(variantName(c, i)) }},
		column{"What it changes", func(i int) cell { return text(changesOf(&list[i])) }},
		column{"Promises kept", func(i int) cell { return keptCell(&list[i]) }},
		column{"Finish", func(i int) cell { return date(list[i].Finish) }},
		column{"Later (days)", func(i int) cell { return days(list[i].Later) }},
		column{"P80", func(i int) cell { return date(list[i].P80.Date) }},
		column{"Chance of all promises", func(i int) cell { return middle(chanceSaid(list[i].AllKept)) }},
		column{"Cost of lateness", func(i int) cell { return pounds(list[i].LateCost) }},
		column{"Mean cost of delay", func(i int) cell { return pounds(list[i].Price) }},
		column{"Dates moved", func(i int) cell {
			if i == c.Base {
				return cell{none, midLook}
			}
			return set(i, count(list[i].Moved+list[i].Added+list[i].Removed))
		}},
		column{"What binds", func(i int) cell { return text(bindsSaid(&list[i])) }},
	)
}

// variantName numbers the scenarios, by which the other tables call them.
func variantName(c *reports.Comparison, i int) string {
	if i <= c.Base {
		return c.Variants[i].Name
	}
	return strconv.Itoa(i-c.Base) + " " + c.Variants[i].Name
}

func changesOf(v *reports.Variant) string {
	words := bullets(v.Edits, mostEdits)
	if v.Note != "" {
		words = strings.TrimPrefix(words+"\n"+v.Note, "\n")
	}
	return words
}

func keptCell(v *reports.Variant) cell {
	l := midLook
	if v.Impossible {
		l.fill, l.ink, l.bold = red, white, true
		return cell{"■ No schedule keeps its rules", l}
	}
	return cell{reports.Number(v.Promises.N) + " of " + reports.Number(v.Promises.Of), l}
}

func chanceSaid(c plan.Chance) string {
	if !c.Set {
		return ""
	}
	return reports.Chance(c.Share)
}

func bindsSaid(v *reports.Variant) string {
	switch {
	case v.Impossible:
		return "“epr plan --scenario " + v.ID + "” says why it cannot be done."
	case len(v.Binds) > 0:
		return strings.Join(v.Binds, " ")
	case v.HeldBy != "":
		return "It ends with “" + v.Last + "”; " + v.HeldBy + "."
	}
	return ""
}

// variantBlocks divides the variants that have a schedule over tables, each of which begins with the base.
func variantBlocks(c *reports.Comparison) [][]int {
	var blocks [][]int
	block := []int{}
	for k := range c.Variants {
		if c.Variants[k].Impossible {
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

// variantColumns are the columns of a matrix, one for each variant shown.
func variantColumns(c *reports.Comparison, shown []int, at func(i, variant int) cell) []column {
	taken := map[string]bool{"promise": true, "promised": true, "date": true, "what it changes": true}
	var columns []column
	for _, k := range shown {
		columns = append(columns, column{headOf(variantName(c, k), taken), func(i int) cell { return at(i, k) }})
	}
	return columns
}

func (s *sheet) promiseMatrix(name string, row int, c *reports.Comparison, list []*reports.ComparedPromise, shown []int) int {
	columns := []column{
		{"Promise", func(i int) cell { return strong(list[i].Name) }},
		{"Promised", func(i int) cell { return text(promisedSaid(list[i])) }},
	}
	return s.table(name, row, len(list), 34, append(columns, variantColumns(c, shown, func(i, k int) cell { return promiseCell(&list[i].Cells[k]) })...)...)
}

// promisedSaid is the date that was promised, and where a scenario promises another.
func promisedSaid(p *reports.ComparedPromise) string {
	words := p.Promise.Date.Short() + " (" + string(p.Promise.Kind) + ")"
	for k := range p.Cells {
		if own := p.Cells[k].Promise; !own.IsZero() && own.Date != p.Promise.Date {
			return words + "; scenarios promise other dates"
		}
	}
	return words
}

func promiseCell(p *reports.PromiseIn) cell {
	if p.Finish.IsZero() {
		return cell{none, midLook}
	}
	l := midLook
	glyph, spare := "●", reports.Count(p.Slack.N, "day")+" early"
	switch {
	case p.Slack.N < 0:
		glyph, spare = "■", reports.Count(-p.Slack.N, "day")+" late"
		l.fill, l.ink, l.bold = red, white, true
	case p.Slack.N == 0:
		spare = "on the day"
	}
	words := glyph + " " + p.Finish.Short() + "\n" + spare
	if p.Chance.Set {
		words += "\n" + reports.Chance(p.Chance.Share)
	}
	return cell{words, l}
}

func (s *sheet) dateMatrix(row int, c *reports.Comparison, blocks [][]int) int {
	list := c.Dates[:min(len(c.Dates), mostCompared)]
	for n, shown := range blocks {
		if len(list) == 0 {
			break
		}
		columns := []column{
			{"Date", func(i int) cell { return strong(list[i].Name) }},
			{"Differs", func(i int) cell { return text(differs(c, &list[i], shown)) }},
		}
		row = s.table("ScenarioDates"+strconv.Itoa(n+1), row, len(list), spread(len(list), 26, 18), append(columns, variantColumns(c, shown, func(i, k int) cell {
			return comparedDate(list[i].Dates[k], list[i].Later[k])
		})...)...)
	}
	words := reports.Count(c.Same, "other date") + " " + reports.Plural(c.Same, "is", "are") + " the same in all."
	if more := len(c.Dates) - len(list); more > 0 {
		words = "… and " + reports.Count(more, "more date") + " that differ. " + words
	}
	return s.note(row, words)
}

// differs says by how many days the scenarios of a table move a date.
func differs(c *reports.Comparison, d *reports.ComparedDate, shown []int) string {
	var parts []string
	for _, k := range shown {
		if k > c.Base && d.Later[k].Set && d.Later[k].N != 0 {
			parts = append(parts, strconv.Itoa(k-c.Base)+": "+signedDays(d.Later[k].N))
		}
	}
	return strings.Join(parts, "; ")
}

// comparedDate is a date beside that of the base.
func comparedDate(day calendar.Date, later plan.Whole) cell {
	shown := date(day)
	switch {
	case later.Set && later.N == 0:
		shown = middle("same")
		shown.look.ink = grey
	case later.Set && later.N > 0:
		shown.look.fill = yellow
	case later.Set:
		shown.look.fill = mint
	}
	return shown
}
