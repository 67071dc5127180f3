package xlsx

import (
	"fmt"
	"strings"

	"epr/reports"
)

// mostActions is the most actions that the sheet lists; the rest is counted and said.
const mostActions = 60

// actions writes the responses to risks that are still to be done, below the decisions.
func (s *sheet) actions(row int) int {
	s.turn(row, 130+30*float64(min(len(s.pack.Actions), 8)))
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
		column{"Promise that the risk hurts most", func(i int) cell { return text(s.ofRisk(list[i].Risk, hurts)) }},
		column{"What the risk costs on average", func(i int) cell { return middle(strings.ReplaceAll(s.ofRisk(list[i].Risk, atStake), "\n", ", ")) }},
	)
	if more := len(all) - len(list); more > 0 {
		row = s.note(row, "… and "+reports.Count(more, "later action")+".")
	}
	return row
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
