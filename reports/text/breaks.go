package text

import (
	"epr/reports"
)

const mostBreaks = 4

// breaks says which rules that nobody controls may break. What breaks alike is told by the likeliest.
func (p *page) breaks(c *reports.Confidence) {
	if len(c.Breaks) == 0 {
		return
	}
	p.heading("What else may break")
	list := alike(c.Breaks)
	if p.All {
		list = nil
		for i := range c.Breaks {
			list = append(list, breaking{&c.Breaks[i], 0})
		}
	}
	n := p.shown(len(list), mostBreaks)
	for _, b := range list[:n] {
		p.text(lead{text: breakLead(b.Break)}, b.said(), plain)
	}
	left := 0
	for _, b := range list[n:] {
		left += 1 + b.more
	}
	p.rest(left, "rule", "")
}

// breaking is a rule that may break, and how many more break like it, less often.
type breaking struct {
	*reports.Break
	more int
}

// alike groups what breaks: maximum lags together, work by the contract that ends too soon for it.
func alike(all []reports.Break) []breaking {
	var list []breaking
	at := map[string]int{}
	for i := range all {
		b := &all[i]
		key := string(b.Rule) + "/"
		switch b.Rule {
		case reports.BreakContract, reports.BreakOutlast:
			key += b.Other
		case reports.BreakWithin:
		default:
			key += b.Name
		}
		if k, seen := at[key]; seen {
			list[k].more++
			continue
		}
		at[key] = len(list)
		list = append(list, breaking{b, 0})
	}
	return list
}

// breakLead is the chance of a break, in a column.
func breakLead(b *reports.Break) string {
	return padLeft(reports.Chance(b.Share), len("under 1%")) + "  "
}

func (b breaking) said() string {
	said := quoted(b.Name)
	switch b.Rule {
	case reports.BreakWithin:
		said += " comes further from " + quoted(b.Other) + " than it may"
	case reports.BreakContract:
		said += " is done after the contract " + quoted(b.Other) + " ends, " + b.Date.Short()
	case reports.BreakOutlast:
		said += " is done after the contract that is needed until then ends, " + quoted(b.Other) + ", " + b.Date.Short()
	default:
		said += " is done after the date that cannot be broken, " + b.Date.Short()
	}
	if b.more > 0 {
		said += "; so, less often, in " + reports.Count(b.more, "more case")
	}
	return said + "."
}
