package xlsx

import (
	"fmt"
	"strings"

	"epr/reports"
)

// contracts writes each contract beside the work it covers.
func (s *sheet) contracts() {
	list := s.pack.Contracts
	if len(list) > 0 && len(list) <= fewContracts && s.told == nil {
		s.aFewContracts(list)
		return
	}
	columns, left := contractColumns(list)
	widths, shown := make([]float64, len(columns)), make([]column, len(columns))
	for c, col := range columns {
		widths[c], shown[c] = col.width, column{col.head, func(i int) cell { return col.show(&list[i]) }}
	}
	s.columns(widths...)
	row := s.banner("Contracts", contractsAbout(list))
	head := row
	if len(list) == 0 {
		row = s.nothing(row, "The plan has no contract.")
		s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head - 1})
		return
	}
	row = s.table("Contracts", row, len(list), spread(len(list), 44, 24), shown...)
	row = s.note(row, contractsNote(left))
	const least, each = 220, 120
	s.titled = head
	s.turn(row, least)
	last := s.tall(row, min(s.restOfPage(row), least+float64(each*len(list))), least)
	s.draw(area{row, last, 1, len(s.widths)}, s.contractDrawing())
	s.setUp(layout{lastColumn: len(s.widths), lastRow: last, titleRows: head, frozen: true})
}

func contractsAbout(list []reports.Contract) string {
	switch len(list) {
	case 0:
		return "What is bought, and how long that covers the work."
	case 1:
		return "The one contract of the plan, and how long it covers the work."
	}
	return reports.Count(len(list), "contract") + " of the plan, in its order."
}

func contractsNote(left []string) string {
	words := "Last work is the last finish of the activities that lie inside the contract or that it must outlast. Cover left is the calendar days from there to its end, with the extensions the plan needs; cover beyond go-live is from the last go-live among that work, or just before it."
	if len(left) > 0 {
		words += " Left out, because no contract has it: " + reports.Join(left) + "."
	}
	return words
}

// contractColumn is a column of the contracts with its width, left out if no contract has anything in it.
type contractColumn struct {
	head  string
	width float64
	has   func(*reports.Contract) bool
	show  func(*reports.Contract) cell
}

// contractColumns lists the columns that some contract fills, and the headers of the others; all columns if there is none.
func contractColumns(list []reports.Contract) (shown []contractColumn, left []string) {
	for _, col := range allContractColumns {
		has := col.has == nil || len(list) == 0
		for i := range list {
			has = has || col.has(&list[i])
		}
		if has {
			shown = append(shown, col)
		} else {
			left = append(left, col.head)
		}
	}
	return shown, left
}

func hasValue(c *reports.Contract) bool  { return c.Value > 0 }
func hasOption(c *reports.Contract) bool { return len(c.Options) > 0 }

// The columns of the contracts.
var allContractColumns = [...]contractColumn{
	{"Contract", 34, nil, func(c *reports.Contract) cell { return strong(c.Name) }},
	{"Supplier", 28, func(c *reports.Contract) bool { return c.Supplier != "" }, func(c *reports.Contract) cell { return text(c.Supplier) }},
	{"Route", 16, func(c *reports.Contract) bool { return c.Route != "" }, func(c *reports.Contract) cell { return text(c.Route) }},
	{"Value", 13, hasValue, func(c *reports.Contract) cell { return price(c.Value) }},
	{"With VAT", 13, hasValue, func(c *reports.Contract) cell { return price(c.WithVAT) }},
	{"Threshold", 13, func(c *reports.Contract) bool { return c.Value > 0 && c.Threshold > 0 }, func(c *reports.Contract) cell { return price(c.Threshold) }},
	{"Against threshold", 15, hasValue, func(c *reports.Contract) cell { return middle(againstThreshold(c)) }},
	{"Starts", 13, nil, func(c *reports.Contract) cell { return date(c.Starts) }},
	{"Ends", 13, nil, func(c *reports.Contract) cell { return date(c.Ends) }},
	{"Last work", 13, nil, func(c *reports.Contract) cell { return date(max(c.LastCovered, c.LastOutlasted)) }},
	{"Cover left (days)", 12, nil, func(c *reports.Contract) cell { return days(c.Cover) }},
	{"Last go-live", 13, func(c *reports.Contract) bool { return !c.LastGoLive.IsZero() }, func(c *reports.Contract) cell { return date(c.LastGoLive) }},
	{"Cover beyond go-live (days)", 12, func(c *reports.Contract) bool { return c.BeyondGoLive.Set }, func(c *reports.Contract) cell { return days(c.BeyondGoLive) }},
	{"Extensions, with the last day to give notice", 44, hasOption, func(c *reports.Contract) cell { return text(options(c)) }},
	{"Notice that the plan needs", 13, func(c *reports.Contract) bool { return !c.NoticeBy.IsZero() }, func(c *reports.Contract) cell { return date(c.NoticeBy) }},
}

func againstThreshold(c *reports.Contract) string {
	switch {
	case c.Value == 0:
		return "No value stated"
	case c.Threshold == 0:
		return "No threshold"
	case c.AboveThreshold:
		return "▲ At or above"
	}
	return "○ Below"
}

// options lists the extensions of a contract; those that the plan needs say so.
func options(c *reports.Contract) string {
	if len(c.Options) == 0 {
		return "None"
	}
	var lines []string
	for _, x := range c.Options {
		line := "To " + x.To.Short()
		if x.Price > 0 {
			line += fmt.Sprintf(" for £%s", reports.Number(int(x.Price/100)))
		}
		if !x.NoticeBy.IsZero() {
			line += ", notice by " + x.NoticeBy.Short()
		}
		if x.Needed {
			line = "▲ Needed: " + line
		} else {
			line = "○ Not needed: " + line
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
