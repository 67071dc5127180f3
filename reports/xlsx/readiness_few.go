package xlsx

import (
	"slices"

	"epr/reports"
)

// headNamed heads how many criteria and pieces of evidence a gate has, where there is no room for what they are.
const headNamed = "Criteria, evidence"

// isBlank reports whether a column has nothing in any of some rows.
func isBlank(c column, rows int) bool {
	for i := range rows {
		if c.cell(i).value != none {
			return false
		}
	}
	return true
}

// fewGates is the sheet of a plan with few gates to come and no trust to set side by side: each gate is a column, with
// its criteria and evidence in full.
func (s *sheet) fewGates(r *reports.Readiness) {
	const named, below = 0, 60 // the column of the gate; points
	list := r.Waiting
	columns := slices.DeleteFunc(gateColumns(list), func(c column) bool { return c.head == headNamed || isBlank(c, len(list)) })
	columns = append(columns,
		column{"Criteria", func(i int) cell { return text(listOr(list[i].Criteria, "! none named")) }},
		column{"Evidence asked for", func(i int) cell { return text(listOr(list[i].Evidence, "! none named")) }},
	)
	s.columns(sideWidths(len(list))...)
	row := s.banner("Readiness", readinessAbout(r))
	head := row - 1
	row = s.sideTable("GatesToCome", row, len(list), named, below, columns...)
	row = s.note(row, "No phase has a gate, or no trust takes part, so there is nothing to set side by side. The plan names criteria and evidence; whether they are met is for those who decide.")
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head})
}
