package xlsx

import (
	"fmt"

	"epr/reports"
)

// mostOffenders is the most offenders of one check that the sheet lists; the rest is counted and said.
const mostOffenders = 12

// assurance writes the checks of the schedule's quality, then what each of them counted.
func (s *sheet) assurance() {
	s.columns(6, 28, 46, 53, 18, 15.5, 15.5, 12, 24, 34)
	a := &s.pack.Assurance
	row := s.banner("Assurance", a.Sentence)
	head := row - 1
	if len(a.Points)+len(a.Own) == 0 {
		row = s.note(row, "No check was made, so there is nothing to show.")
		s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1})
		return
	}
	row = s.section(row, "The fourteen points of the DCMA")
	row = s.checkTable("SchedulePoints", row, a.Points, s.share(row, len(a.Points)))
	s.breakPage(row)
	row = s.section(row, "What rollouts of patient records trip over")
	row = s.checkTable("RolloutChecks", row, a.Own, 30)
	row = s.note(row, "Definitions and thresholds of the fourteen points: DCMA-EA PAM 200.1, October 2012, chapter 4; population: unfinished activities, milestones left out. "+
		"Float is how far an activity alone can slip before a promise breaks, a broken one gets later, or a hard rule ends it, with its teams, calendars and meetings in force. Numbers are compared with thresholds before they are rounded. The other checks are epr's own. No check certifies a schedule.")
	row = s.section(row, "What the checks that are not met counted")
	list := row
	row = s.offenders(row, a.Points, a.Own)
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head, tail: whole(list, row)})
}

// share is the height of each of some rows that lets them fill the page from a row on, within limits.
func (s *sheet) share(row, rows int) float64 {
	const others, least, most = 60, 30, 52
	return min(most, max(least, (s.pagePoints()-s.used(row)-others)/float64(max(1, rows))))
}

func (s *sheet) checkTable(name string, row int, list []reports.Assured, least float64) int {
	if len(list) == 0 {
		return s.note(row, "None of these was made.")
	}
	return s.table(name, row, len(list), least,
		column{"No.", func(i int) cell { return middle(fmt.Sprint(i + 1)) }},
		column{"Check", func(i int) cell { return strong(list[i].Name) }},
		column{"What is counted", func(i int) cell { return text(capital(list[i].Definition)) }},
		column{"How it was counted, or why it cannot be", func(i int) cell { return text(list[i].Why + list[i].Note) }},
		column{"Outcome", func(i int) cell { return checkOutcome(&list[i]) }},
		column{"Numerator", func(i int) cell { return countedOf(&list[i], list[i].Numerator) }},
		column{"Denominator", func(i int) cell { return countedOf(&list[i], list[i].Denominator) }},
		column{"Result", func(i int) cell { return middle(list[i].Result()) }},
		column{"Threshold", func(i int) cell { return middle(list[i].Threshold) }},
		column{"Which", func(i int) cell { return text(shortList(ids(list[i].Offenders), 1)) }},
	)
}

// checkOutcome is how a check came out as glyph and word.
func checkOutcome(a *reports.Assured) cell {
	l := look{bold: true, across: centre, wrap: true, lines: edges{all: line}}
	switch {
	case a.IsMet():
		l.fill, l.ink = green, white
		return cell{"● Met", l}
	case a.IsNotMet():
		l.fill = amber
		return cell{"▲ Not met", l}
	}
	l.fill, l.bold = pale, false
	return cell{"○ Not applicable", l}
}

func countedOf(a *reports.Assured, n int) cell {
	if a.Result() == "" {
		return cell{none, midLook}
	}
	return count(n)
}

func ids(list []reports.Offender) []string {
	var names []string
	for _, o := range list {
		names = append(names, o.ID)
	}
	return names
}

// offence is one line of what was counted, with the number that its check has in the tables.
type offence struct {
	number int
	check  string
	reports.Offender
}

// offenders lists what the checks that are not met counted, in their order.
func (s *sheet) offenders(row int, tables ...[]reports.Assured) int {
	var list []offence
	var rest []string
	for _, checks := range tables {
		for k := range checks {
			c := &checks[k]
			if !c.IsNotMet() {
				continue
			}
			for _, o := range c.Offenders[:min(len(c.Offenders), mostOffenders)] {
				list = append(list, offence{k + 1, c.Name, o})
			}
			if more := len(c.Offenders) - mostOffenders; more > 0 {
				rest = append(rest, fmt.Sprintf("%s more of “%s”", reports.Number(more), c.Name))
			}
		}
	}
	if len(list) == 0 {
		return s.note(row, "Nothing.")
	}
	row = s.offenceTable(row, list)
	if len(rest) > 0 {
		row = s.note(row, "Left out: "+reports.Join(rest)+". All are in what “epr export --format json” writes.")
	}
	return row
}

func (s *sheet) offenceTable(row int, list []offence) int {
	return s.table("Offenders", row, len(list), 17,
		column{"No.", func(i int) cell { return middle(fmt.Sprint(list[i].number)) }},
		column{"Counted by", func(i int) cell { return text(list[i].check) }},
		column{"What", func(i int) cell { return strong(list[i].Name) }},
		column{"Why", func(i int) cell { return text(capital(list[i].Why)) }},
		column{"Kind", func(i int) cell { return middle(string(list[i].Kind)) }},
		column{"Start", func(i int) cell { return date(list[i].Start) }},
		column{"Finish", func(i int) cell { return date(list[i].Finish) }},
		column{"State", func(i int) cell { return middle(string(list[i].State)) }},
		column{"Owner", func(i int) cell { return text(list[i].Owner) }},
		column{"Id", func(i int) cell { return text(list[i].ID) }},
	)
}
