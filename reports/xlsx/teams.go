package xlsx

import (
	"fmt"

	"epr/calendar"
	"epr/reports"
)

// teams writes the load of each team by month as a share of its size.
func (s *sheet) teams() {
	t := &s.pack.Teams
	widths := []float64{30, 24, 14}
	for range t.Periods {
		widths = append(widths, 7)
	}
	s.columns(widths...)
	row := s.banner("Teams", teamsAbout(t))
	if len(t.Rows) == 0 {
		row = s.note(row, "No activity needs a team.")
		s.setUp(layout{lastColumn: len(widths), lastRow: row - 1})
		return
	}
	head := row
	row = s.table("Teams", row, len(t.Rows), spread(len(t.Rows), 34, 20), s.teamColumns(t)...)
	marks := "Shading follows the number: pale from 50%, darker from 80%, “!” from 95%, “■” beyond 100%. "
	if s.told != nil {
		marks = "“!” marks a share from 95%. "
	}
	row = s.note(row, "The share of a team is person-days needed of person-days there are, on the working days of the programme and any other day on which the team works, rounded up. "+
		marks+t.OverloadSentence()+" Before the status date stands what happened.")
	last := s.tall(row, s.pagePoints()-s.used(row)-6, 220)
	s.draw(area{row, last, 1, len(widths)}, s.workDrawing())
	s.setUp(layout{lastColumn: len(widths), lastRow: last, titleRows: head, titleColumns: 1, frozen: true})
}

func teamsAbout(t *reports.Teams) string {
	return "How much of each team the plan uses, by " + periodWord(t.Months) + ", and the day on which it needs the most of it."
}

func (s *sheet) teamColumns(t *reports.Teams) []column {
	columns := []column{
		{"Team", func(i int) cell { return strong(t.Rows[i].Name) }},
		{"Most needed on one day to come", func(i int) cell { return text(peak(&t.Rows[i])) }},
		{"Person-days", func(i int) cell { return cell{t.Rows[i].Total, countLook} }},
	}
	for m, first := range t.Periods {
		columns = append(columns, column{periodName(first, t.Months), func(i int) cell { return loadCell(t.Rows[i].Loads[m]) }})
	}
	return columns
}

func peak(l *reports.TeamLoad) string {
	if l.Peak == 0 {
		return "Not needed"
	}
	return fmt.Sprintf("%s of %s on %s", l.Peak, l.Size, l.PeakDay.Short())
}

// periodName is a month as "Mar 27", a quarter by its first month, a year as "2027".
func periodName(first calendar.Date, months int) string {
	year, month, _ := first.Civil()
	if months == 12 {
		return fmt.Sprint(year)
	}
	return fmt.Sprintf("%s %02d", monthNames[month-1], year%100)
}

var monthNames = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// loadCell shows a share; the number says what the shading says.
func loadCell(m reports.Load) cell {
	l := look{across: centre, format: formatShare, lines: edges{all: line}}
	share := m.Percent()
	switch {
	case m.Needed == 0:
		l.ink = grey
		return cell{none, l}
	case share > 100:
		l.fill, l.ink, l.bold, l.format = red, white, true, `"■ "0%`
	case share >= 95:
		l.fill, l.bold, l.format = amber, true, `0%" !"`
	case share >= 80:
		l.fill = yellow
	case share >= 50:
		l.fill = "FFF8E1"
	}
	return cell{float64(share) / 100, l}
}
