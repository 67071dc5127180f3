package xlsx

import (
	"fmt"

	"epr/reports"
)

// mostActions is the most actions that the sheet lists; the rest is counted and said.
const mostActions = 60

// actions writes the responses to risks that are still to be done, below the decisions.
func (s *sheet) actions(row int) int {
	row = s.section(row, "Actions: responses to risks still to be done, by due date")
	all := s.pack.Actions
	if len(all) == 0 {
		return s.note(row, "No response to a risk is still to be done.")
	}
	list := all[:min(len(all), mostActions)]
	row = s.table("Actions", row, len(list), 22,
		column{"Due", func(i int) cell { return date(list[i].Due) }},
		column{"Action", func(i int) cell { return strong(list[i].Action) }},
		column{"Owner", func(i int) cell { return text(list[i].Owner) }},
		column{"Cost", func(i int) cell { return price(list[i].Cost) }},
		column{"Risk", func(i int) cell { return text(list[i].RiskName) }},
		column{"Risk id", func(i int) cell { return text(list[i].Risk) }},
		column{"Band", func(i int) cell { return banded(list[i].Band) }},
		column{"Overdue", func(i int) cell { return overdue(&list[i]) }},
	)
	if more := len(all) - len(list); more > 0 {
		row = s.note(row, "… and "+reports.Count(more, "later action")+".")
	}
	return row
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
