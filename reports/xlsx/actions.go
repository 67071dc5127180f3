package xlsx

import (
	"fmt"
	"strings"

	"epr/reports"
)

// mostActions is the most actions that the sheet lists; the rest is counted and said.
const mostActions = 60

const actionsHeading = "Actions: responses to risks still to be done, by due date"

// hasRoomForActions reports whether all actions have room on the page of a row, where they then stand with the decisions that
// are taken soon. Otherwise they end the sheet.
func (s *sheet) hasRoomForActions(row int) bool {
	const others, each = 90, 34 // points of the heading and the headers; of an action
	return s.restOfPage(row) >= others+each*float64(len(s.pack.Actions))
}

// actions writes the responses to risks that are still to be done.
func (s *sheet) actions(row int) int {
	row = s.section(row, actionsHeading)
	all := s.pack.Actions
	if len(all) == 0 {
		return s.note(row, "No response to a risk is still to be done.")
	}
	list := all[:min(len(all), mostActions)]
	row = s.table("Actions", row, len(list), 22, s.actionColumns(list)...)
	if more := len(all) - len(list); more > 0 {
		row = s.note(row, "… and "+reports.Count(more, "later action")+".")
	}
	return row
}

// onlyActions is the sheet of a plan with few actions and no decision left: each action is a column.
func (s *sheet) onlyActions() {
	const named, below = 1, 40 // the column of what is done; points
	list := s.pack.Actions
	s.columns(sideWidths(len(list))...)
	row := s.banner(sheetDecisions, s.decisionsAbout())
	head := row - 1
	row = s.panel(row, noDecision(s.pack), 90)
	row = s.section(row, actionsHeading)
	row = s.sideTable("Actions", row, len(list), named, below, s.actionColumns(list)...)
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head})
}

func (s *sheet) actionColumns(list []reports.Action) []column {
	return []column{
		column{"Due", func(i int) cell { return date(list[i].Due) }},
		column{"Action", func(i int) cell { return strong(list[i].Action) }},
		column{"Owner", func(i int) cell { return text(list[i].Owner) }},
		column{"Cost", func(i int) cell { return price(list[i].Cost) }},
		column{"Risk", func(i int) cell { return text(list[i].RiskName) }},
		column{"Risk id", func(i int) cell { return text(list[i].Risk) }},
		column{"Band", func(i int) cell { return banded(list[i].Band) }},
		column{"Overdue", func(i int) cell { return overdue(&list[i]) }},
		column{"Promise that the risk hurts most", func(i int) cell { return text(s.ofRisk(list[i].Risk, hurts)) }},
		column{"What the risk costs on average", func(i int) cell { return middle(strings.ReplaceAll(s.ofRisk(list[i].Risk, atStake), "\n", ", ")) }},
	}
}

// ofRisk says something of a risk of the register, by its id.
func (s *sheet) ofRisk(id string, say func(*reports.Risk) string) string {
	for i := range s.pack.Risks.Rows {
		if r := &s.pack.Risks.Rows[i]; r.ID == id {
			return say(r)
		}
	}
	return ""
}

// overdue says how long an action should have been done.
func overdue(a *reports.Action) cell {
	if a.Overdue == 0 {
		return cell{none, midLook}
	}
	l := midLook
	l.fill = yellow
	return cell{fmt.Sprintf("! %s", reports.Count(a.Overdue, "day")), l}
}
