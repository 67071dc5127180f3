package xlsx

import (
	"fmt"
	"strings"

	"epr/reports"
)

// contracts writes each contract beside the work it covers.
func (s *sheet) contracts() {
	s.columns(34, 28, 16, 13, 13, 13, 15, 13, 13, 13, 12, 13, 12, 44, 13)
	list := s.pack.Contracts
	about := reports.Count(len(list), "contract") + " of the plan, in its order."
	if len(list) == 0 {
		about = "What is bought, and how long that covers the work."
	}
	row := s.banner("Contracts", about)
	head := row
	if len(list) == 0 {
		row = s.nothing(row, "The plan has no contract.")
		s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head - 1})
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
		column{"Last go-live", func(i int) cell { return date(list[i].LastGoLive) }},
		column{"Cover beyond go-live (days)", func(i int) cell { return days(list[i].BeyondGoLive) }},
		column{"Extensions, with the last day to give notice", func(i int) cell { return text(options(&list[i])) }},
		column{"Notice that the plan needs", func(i int) cell { return date(list[i].NoticeBy) }},
	)
	row = s.note(row, "Last work is the last finish of the activities that lie inside the contract or that it must outlast. Cover left is the calendar days from there to its end, with the extensions the plan needs; cover beyond go-live is from the last go-live among that work, or just before it.")
	const least, each = 220, 120
	s.titled = head
	s.turn(row, least)
	last := s.tall(row, min(s.restOfPage(row), least+float64(each*len(list))), least)
	s.draw(area{row, last, 1, len(s.widths)}, s.contractDrawing())
	s.setUp(layout{lastColumn: len(s.widths), lastRow: last, titleRows: head, frozen: true})
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
