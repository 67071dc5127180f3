package xlsx

import (
	"fmt"
	"strings"

	"epr/reports"
)

// contracts writes each contract beside the work it covers.
func (s *sheet) contracts() {
	s.columns(34, 28, 16, 13, 13, 13, 15, 13, 13, 13, 12, 34, 13)
	list := s.pack.Contracts
	row := s.banner("Contracts", reports.Count(len(list), "contract")+" of the plan, in its order.")
	head := row
	if len(list) == 0 {
		row = s.note(row, "The plan has no contract.")
		s.setUp(layout{lastColumn: 13, lastRow: row - 1, titleRows: head - 1})
		return
	}
	row = s.table("Contracts", row, len(list), spread(len(list), 44, 24),
		column{"Contract", func(i int) cell { return strong(list[i].Name) }},
		column{"Supplier", func(i int) cell { return text(list[i].Supplier) }},
		column{"Route", func(i int) cell { return text(list[i].Route) }},
		column{"Value", func(i int) cell { return price(list[i].Value) }},
		column{"With VAT", func(i int) cell { return price(list[i].WithVAT) }},
		column{"Threshold", func(i int) cell { return price(list[i].Threshold) }},
		column{"Against threshold", func(i int) cell { return middle(againstThreshold(&list[i])) }},
		column{"Starts", func(i int) cell { return date(list[i].Starts) }},
		column{"Ends", func(i int) cell { return date(list[i].Ends) }},
		column{"Last work", func(i int) cell { return date(max(list[i].LastCovered, list[i].LastOutlasted)) }},
		column{"Cover left (days)", func(i int) cell { return days(list[i].Cover) }},
		column{"Extensions the plan needs", func(i int) cell { return text(needed(&list[i])) }},
		column{"Notice by", func(i int) cell { return date(list[i].NoticeBy) }},
	)
	row = s.note(row, "Last work is the last finish of the activities that lie inside the contract or that it must outlast. Cover left is the calendar days from there to its end, with the extensions the plan needs.")
	s.height(row, min(s.rest(row, 200), 120+float64(110*len(list))))
	s.draw(area{row, row, 1, len(s.widths)}, s.contractDrawing())
	s.setUp(layout{lastColumn: 13, lastRow: row, titleRows: head, frozen: true})
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

func needed(c *reports.Contract) string {
	if len(c.Needed) == 0 {
		return "None"
	}
	var lines []string
	for _, x := range c.Needed {
		line := "To " + x.To.Short()
		if x.Price > 0 {
			line += fmt.Sprintf(" for £%s", reports.Number(int(x.Price/100)))
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
