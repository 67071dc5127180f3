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

// The lines of the landing table from which no other go-live is shown, and the points that its lines may take: they have
// room on a page.
const (
	mostLandings  = 22
	landingPoints = 470
)

// landingName is the width of the column of go-lives, in characters: more where a name would take three lines.
func landingName(c *reports.Confidence) float64 {
	const usual, wide = 46, 60
	for i := range c.Landings {
		if lineCount(c.Landings[i].Name, strongLook, columnPoints(usual)) > 2 {
			return wide
		}
	}
	return usual
}

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
		column{"Planned", func(i int) cell { return date(list[i].Landing.Planned) }},
		column{"Window opens", func(i int) cell { return opens(list[i].Window) }},
		column{"Chance", func(i int) cell { return odds(list[i].Chance) }},
		column{"Window closes", func(i int) cell { return date(list[i].Open.To) }},
		column{"P50 there", func(i int) cell { return date(list[i].Median) }},
		column{"Weeks later", func(i int) cell { return weeks(list[i].Window) }},
		column{"Price of that", func(i int) cell { return pounds(list[i].Window.Price) }},
		column{"Weeks open", func(i int) cell { return count(list[i].Length()) }},
		column{"Misses its window", func(i int) cell { return odds(list[i].Missed) }},
		column{"Mean price of missing", func(i int) cell { return pounds(list[i].Landing.Price) }},
		column{"What closes it", func(i int) cell { return text(closes(list[i].Window)) }},
	)
	words := "A window is open between two blackouts of four weeks or more that keep the go-live out. Weeks later and their price are from the planned date to the P50 of those that land in the window; the mean price of missing is of all that do. Windows of less than 1% are left out."
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
	points := 0.0
	for i := range c.Landings {
		l := &c.Landings[i]
		if l.Missed == 0 && len(l.Windows) < 2 {
			sure++
			continue
		}
		lines := landedIn(l)
		points += float64(len(lines)) * max(18, heightOf(lineCount(l.Name, strongLook, columnPoints(landingName(c))), fontSize))
		if len(list) >= mostLandings || points > landingPoints && len(list) > 0 {
			more++
			continue
		}
		list = append(list, lines...)
	}
	return list, sure, more
}

// landedIn is the lines of a go-live: its planned window, and those in which it may come to lie.
func landedIn(l *reports.Landing) []landed {
	var list []landed
	for k := range l.Windows {
		if w := &l.Windows[k]; w.Planned || w.Chance >= leastLanded {
			list = append(list, landed{l, w})
		}
	}
	return list
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
func (s *sheet) sensitive(row int, c *reports.Confidence, least float64) int {
	list := c.Sensitive
	row = s.section(row, "The work that sways the finish of the programme most")
	if len(list) == 0 {
		return s.noteOver(1, besideFrom-2, row, "No activity does: none that is still to be done has a range and is ever critical.")
	}
	row = s.table("Sensitive", row, len(list), least,
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

// breakNotes tells the rules that nobody controls and that break in some replications, a paragraph for each kind.
func breakNotes(c *reports.Confidence) []string {
	if len(c.Breaks) == 0 {
		return []string{"Nothing: in every replication each contract, each limit between activities and each date that cannot be broken holds."}
	}
	var notes []string
	for _, rule := range reports.BreakRules {
		if list := c.BreaksOf(rule); len(list) > 0 {
			notes = append(notes, breaking(rule, list))
		}
	}
	return notes
}

// mostBreaks is how many rules of a kind that break are told one by one.
const mostBreaks = 3

// breaking says how many rules of a kind break, and which most often.
func breaking(rule reports.BreakRule, list []reports.Break) string {
	if len(list) == 1 {
		return rule.Name() + ": " + list[0].Sentence()
	}
	words := fmt.Sprintf("%s: %s cases break in some replications", rule.Name(), reports.Number(len(list)))
	if len(list) > mostBreaks {
		list = list[:mostBreaks]
		words += ". The likeliest are"
	}
	words += ":"
	for i := range list {
		words += "\n• " + capitalised(list[i].Sentence())
	}
	return words
}
