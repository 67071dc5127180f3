package xlsx

import (
	"fmt"

	"epr/reports"
)

// landed is a line of the landing table: a go-live and one of its windows.
type landed struct {
	*reports.Landing
	*reports.Window
}

// mostLandings is the lines of the landing table from which no other go-live is shown.
const mostLandings = 22

// leastLanded is the chance, in ten-thousandths, below which a window that is not the planned one is left out.
const leastLanded = 100

// landings is the table of windows: a line for each in which a go-live may come to lie.
func (s *sheet) landings(row int, c *reports.Confidence) int {
	row = s.section(row, "Where each go-live lands")
	if len(c.Landings) == 0 {
		return s.note(row, "No go-live is still to come.")
	}
	list, sure, more := landedWindows(c)
	if len(list) == 0 {
		return s.note(row, "Every go-live lands in its planned window in every replication.")
	}
	row = s.table("Landings", row, len(list), 18,
		column{"Go-live", func(i int) cell { return strong(list[i].Name) }},
		column{"Lands", func(i int) cell { return lands(list[i]) }},
		column{"Window opens", func(i int) cell { return opens(list[i].Window) }},
		column{"Window closes", func(i int) cell { return date(list[i].Open.To) }},
		column{"Chance", func(i int) cell { return odds(list[i].Chance) }},
		column{"P50 there", func(i int) cell { return date(list[i].Median) }},
		column{"Weeks later", func(i int) cell { return weeks(list[i].Window) }},
		column{"Price of that", func(i int) cell { return pounds(list[i].Window.Price) }},
		column{"Misses its window", func(i int) cell { return odds(list[i].Missed) }},
		column{"What closes it", func(i int) cell { return text(closes(list[i].Window)) }},
	)
	words := "A window is open between two blackouts of four weeks or more that keep the go-live out. Weeks and price are from the planned date to the P50 of those that land in the window. Windows of less than 1% are left out."
	if sure > 0 {
		words += " Left out: " + reports.Count(sure, "go-live that lands", "go-lives that land") + " as planned in every replication."
	}
	if more > 0 {
		words += " Left out as well: " + reports.Count(more, "go-live") + " that " + reports.Plural(more, "is", "are") + " less likely to miss."
	}
	return s.note(row, words)
}

// landedWindows is the lines of the landing table, how many go-lives it needs not show, because they are sure
// to land as planned, and how many it has no room for.
func landedWindows(c *reports.Confidence) (list []landed, sure, more int) {
	for i := range c.Landings {
		l := &c.Landings[i]
		if l.Missed == 0 && len(l.Windows) < 2 {
			sure++
			continue
		}
		if len(list) >= mostLandings {
			more++
			continue
		}
		for k := range l.Windows {
			if w := &l.Windows[k]; w.Planned || w.Chance >= leastLanded {
				list = append(list, landed{l, w})
			}
		}
	}
	return list, sure, more
}

// lands says which window it is, in a word.
func lands(l landed) cell {
	switch {
	case l.Window.Planned:
		return middle("as planned")
	case l.Open.From > l.Landing.Planned:
		c := middle("later")
		c.look.bold, c.look.ink = true, red
		return c
	}
	return middle("earlier")
}

func opens(w *reports.Window) cell {
	if w.First {
		return middle("open now")
	}
	return date(w.Open.From)
}

func closes(w *reports.Window) string {
	if w.Closed == "" {
		return "Nothing before the forecast ends"
	}
	return w.Closed
}

func weeks(w *reports.Window) cell {
	if w.Median.IsZero() {
		return cell{none, midLook}
	}
	return cell{w.Weeks, daysLook}
}

// sensitive is the table of the activities that sway the finish.
func (s *sheet) sensitive(row int, c *reports.Confidence) int {
	list := c.Sensitive
	row = s.section(row, "The work that sways the finish of the programme most")
	if len(list) == 0 {
		return s.noteOver(1, besideFrom-2, row, "No activity does: none that is still to be done has a range and is ever critical.")
	}
	row = s.table("Sensitive", row, len(list), 18,
		column{"Activity", func(i int) cell { return strong(list[i].Name) }},
		column{"Days left to do", func(i int) cell { return count(list[i].Planned) }},
		column{"Their spread (days)", func(i int) cell { return hundredths(list[i].Deviation, true) }},
		column{"Critical in", func(i int) cell { return odds(list[i].Criticality) }},
		column{"Cruciality", func(i int) cell { return index(list[i].Cruciality) }},
		column{"Sensitivity", func(i int) cell { return index(list[i].Sensitivity) }},
	)
	return s.noteOver(1, besideFrom-2, row, "Spread is the standard deviation of the duration in working days. Critical: it decides the finish. Cruciality: the correlation of its duration with the finish, −1 to 1. "+
		"Sensitivity: its spread over that of the finish, times the share in which it is critical.")
}

func index(share int) cell {
	l := midLook
	l.format = "0.00"
	return cell{float64(share) / 10_000, l}
}

// breaks lists the rules that nobody controls and that break in some replications, at the right of the page.
func (s *sheet) breaks(row int, c *reports.Confidence) int {
	row = s.rightHeading(row, "What else may break")
	if len(c.Breaks) == 0 {
		return s.rightNote(row, "Nothing: in every replication each contract, each limit between activities and each date that cannot be broken holds.")
	}
	for _, rule := range reports.BreakRules {
		if list := c.BreaksOf(rule); len(list) > 0 {
			row = s.rightNote(row, breaking(rule, list))
		}
	}
	return row
}

// breaking says how many rules of a kind break, and which most often.
func breaking(rule reports.BreakRule, list []reports.Break) string {
	if len(list) == 1 {
		return rule.Name() + ": " + list[0].Sentence()
	}
	return fmt.Sprintf("%s: %s cases break in some replications. Most often, %s", rule.Name(), reports.Number(len(list)), list[0].Sentence())
}
