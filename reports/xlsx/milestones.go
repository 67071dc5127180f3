package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"epr/plan"
	"epr/reports"
)

// milestones writes the dates that boards follow, worst slip first.
func (s *sheet) milestones() {
	list := s.pack.Milestones
	if len(list) > manyMilestones {
		list = s.pack.OpenFirst()
	}
	columns, widths := s.milestoneColumns(list)
	switch {
	case s.onSide(len(list)):
		widths = sideWidths(len(list))
		fallthrough
	case len(list) == 0:
		s.columns(widths...)
	default:
		s.tableColumns(1+slices.IndexFunc(columns, func(c column) bool { return c.head == headOwner }), columns, widths)
	}
	row := s.banner(sheetMilestones, s.milestonesAbout())
	isLong := len(list) > manyMilestones
	if isLong { // then not all are printed, and what stands below them is not
		row = s.note(row, s.milestonesNote())
	}
	head := row
	switch {
	case len(list) == 0:
		row = s.nothing(row, "The plan has no go-live, no gate and no milestone.")
		s.setUp(layout{lastColumn: len(widths), lastRow: row - 1, titleRows: head - 1})
		return
	case s.onSide(len(list)):
		row = s.sideTable("Milestones", row, len(list), 0, 70, columns...)
	default:
		row = s.table("Milestones", row, len(list), spread(len(list), 30, 19), columns...)
	}
	if !isLong {
		row = s.note(row, s.milestonesNote())
		s.setUp(layout{lastColumn: len(widths), lastRow: row - 1, titleRows: head, frozen: true})
		return
	}
	s.setUp(layout{lastColumn: len(widths), lastRow: row - 1, titleRows: head, frozen: true,
		tail: tail{head: head, rows: len(list), nouns: "go-lives, gates and milestones", pages: mostMilestonePages}})
}

// The milestones from which only the first pages of them are printed, and how many those are.
const (
	manyMilestones     = 120
	mostMilestonePages = 4
)

// milestonesNote says how the columns are to be read.
func (s *sheet) milestonesNote() string {
	note := "Slack is the calendar days from the date to its promise; negative is late. A go-live without a promise of its own " +
		"has its phase's, if the phase is not complete without it. " + reports.RatingRule
	if s.pack.Header.Previous || s.pack.Header.Baseline != nil {
		note += " Trend is the calendar days from the earliest of its versions (baselines by approval, then the last version) to now; in brackets from each version to the next."
	}
	if s.pack.Header.Baseline == nil {
		note += " The plan has no baseline to measure against: “epr baseline” keeps one."
	}
	note += baselineNote(s.pack.Header.Baseline)
	if s.pack.Confidence.Given {
		note += " P50 and P80 are the days by which it has happened in half, and in four fifths, of the replications of the forecast; chance is that of its promise."
	}
	return note + " Days to cliff are the working days that the date can slip before a go-live is pushed past a blackout; what lies beyond is on “" + sheetCritical + "”."
}

// trendCell says how a date moved from version to version, oldest first, and whether it is later now than it was first.
func trendCell(m *reports.Milestone) cell {
	trend := m.Trend()
	if len(trend) == 0 {
		return text("New")
	}
	moved := m.Drift().N
	words := "→ as in the " + trend[0].Version
	if len(trend) > 2 {
		words = "→ as first planned"
	}
	switch {
	case moved > 0:
		words = "↑ later by " + reports.Count(moved, "day")
	case moved < 0:
		words = "↓ earlier by " + reports.Count(-moved, "day")
	}
	if len(trend) > 2 {
		var moves []string
		for _, point := range trend[1:] {
			moves = append(moves, signed(point.Later))
		}
		words += " (" + strings.Join(moves, ", ") + ")"
	}
	return text(words)
}

// signed is a number of days with its sign; 0 has none.
func signed(days int) string {
	if days == 0 {
		return "0"
	}
	return fmt.Sprintf("%+d", days)
}

// headOwner heads the last of the columns that are printed however narrow that makes them.
const headOwner = "Owner"

// milestoneColumns leaves the comparison with earlier versions out where there is none.
func (s *sheet) milestoneColumns(list []reports.Milestone) ([]column, []float64) {
	columns := []column{
		{"Milestone", func(i int) cell { return strong(list[i].Name) }},
		{"Kind", func(i int) cell { return middle(eventName(list[i].Kind)) }},
	}
	widths := []float64{40, 13}
	if s.pack.Header.Baseline != nil {
		columns = append(columns, baselineColumns(func(i int) *reports.Standing { return &list[i].Standing })...)
		widths = append(widths, 14, 12, 12)
	}
	if s.pack.Header.Previous {
		columns = append(columns, column{"Last version", func(i int) cell { return date(list[i].Was) }})
		widths = append(widths, 14)
	}
	columns = append(columns, column{"Date", func(i int) cell { return date(list[i].Date) }})
	widths = append(widths, 13)
	if hasHistory(list) {
		columns = append(columns, column{"Announced", func(i int) cell { return text(capitalised(reports.Announcements(list[i].Told))) }})
		widths = append(widths, 28)
	}
	if s.pack.Confidence.Given {
		columns = append(columns,
			column{"P50", func(i int) cell { return prospected(&list[i], list[i].Prospect.P50) }},
			column{"P80", func(i int) cell { return prospected(&list[i], list[i].Prospect.P80) }})
		widths = append(widths, 13, 13)
	}
	columns = append(columns,
		column{"Promise", func(i int) cell { return date(list[i].Promise.Date) }})
	widths = append(widths, 13)
	if s.pack.Confidence.Given {
		columns = append(columns, column{"Chance", func(i int) cell { return likely(list[i].Prospect.Chance) }})
		widths = append(widths, 10)
	}
	columns = append(columns, column{"Slack (days)", func(i int) cell { return days(list[i].Slack) }})
	widths = append(widths, 10)
	if s.pack.Header.Previous || s.pack.Header.Baseline != nil {
		columns = append(columns, column{"Trend", func(i int) cell { return trendCell(&list[i]) }})
		widths = append(widths, s.trendWidth())
	}
	columns = append(columns,
		column{"Rating", func(i int) cell { return rated(list[i].Rating) }},
		column{"State", func(i int) cell { return middle(string(list[i].State)) }},
		column{"Days to cliff", func(i int) cell { return floating(list[i].Float.Cliff) }},
		column{headOwner, func(i int) cell { return text(list[i].Owner) }})
	widths = append(widths, 14, 11, 9, 18)
	return s.explained(list, columns, widths)
}

// trendWidth is the room for a trend of several versions, or of one.
func (s *sheet) trendWidth() float64 {
	if s.pack.Header.Baseline != nil {
		return 26
	}
	return 21
}

// explained adds the columns that are printed where a page has room for them: what holds a milestone, and what else is known.
func (s *sheet) explained(list []reports.Milestone, columns []column, widths []float64) ([]column, []float64) {
	columns = append(columns, column{"What holds it", func(i int) cell { return text(capitalised(list[i].HeldBy)) }})
	widths = append(widths, 46)
	if hasStood(list) {
		columns = append(columns, column{"In earlier versions", func(i int) cell { return text(capitalised(list[i].Before)) }})
		widths = append(widths, 40)
	}
	return append(columns, column{"Phase", func(i int) cell { return text(list[i].Phase) }}), append(widths, 24)
}

func (s *sheet) milestonesAbout() string {
	late, moved := 0, 0
	for _, m := range s.pack.Milestones {
		if m.Slack.Set && m.Slack.N < 0 {
			late++
		}
		if m.Change.N != 0 {
			moved++
		}
	}
	about := reports.Count(len(s.pack.Milestones), "go-live, gate or milestone", "go-lives, gates and milestones") +
		", worst slip first"
	if len(s.pack.Milestones) > manyMilestones {
		about += ", those that have happened last"
	}
	about += "; " + reports.Number(late) + " later than promised"
	if s.pack.Header.Previous {
		about += ", " + reports.Number(moved) + " moved since the last version"
	}
	return about + "."
}

// fallen says where a go-live lands beyond a cliff; it is not named where it is the one that is spoken of.
func fallen(f *reports.Fall, of string) string {
	switch {
	case f.GoLive == "":
		return ""
	case f.To.IsZero():
		return f.GoLive + " fits nowhere any more in this order of work"
	}
	text := "Past " + f.Blackout + " to " + f.To.Short() + " (" + reports.Count(f.Days, "day") + " later)"
	if f.GoLive != of {
		text = f.GoLive + ": p" + text[1:]
	}
	if f.Others > 0 {
		text += ", with " + reports.Count(f.Others, "other go-live", "other go-lives")
	}
	return text
}

// prospected is a percentile of a milestone; none if the forecast does not follow it.
func prospected(m *reports.Milestone, p reports.Percentile) cell {
	if m.Prospect.Name == "" {
		return cell{none, midLook}
	}
	return percentile(p)
}

// eventName is a kind of event in a cell.
func eventName(kind plan.Kind) string {
	return eventGlyph(kind) + " " + capital(string(kind))
}

func eventGlyph(kind plan.Kind) string {
	switch kind {
	case plan.GoLive:
		return "◆"
	case plan.Gate:
		return "◊"
	}
	return "○"
}

// capitalised begins a phrase that may be missing with a capital letter.
func capitalised(s string) string {
	if s = strings.TrimSpace(s); s == "" {
		return ""
	}
	return capital(s)
}

// spread is the height of the rows of a table: the fewer there are, the more air they have.
func spread(rows int, most, least float64) float64 {
	const few, many = 12, 30
	switch {
	case rows <= few:
		return most
	case rows >= many:
		return least
	}
	return most - (most-least)*float64(rows-few)/(many-few)
}
