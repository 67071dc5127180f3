package html

import (
	"slices"

	"epr/plan"
	"epr/reports"
)

// heatRow is one likelihood of the heat map.
type heatRow struct {
	Name  string
	Cells []heatCell
}

// heatCell is one cell of it. A full one is drawn stronger than an empty one.
type heatCell struct {
	reports.HeatCell
	Glyph string
}

// heatRows are the rows of the heat map, the likeliest first.
func heatRows(r *reports.Risks) []heatRow {
	var rows []heatRow
	for l, line := range slices.Backward(r.Heat.Cells[:]) {
		row := heatRow{Name: capital(plan.Likelihoods[l])}
		for _, cell := range line {
			row.Cells = append(row.Cells, heatCell{cell, bandGlyph(cell.Band)})
		}
		rows = append(rows, row)
	}
	return rows
}
