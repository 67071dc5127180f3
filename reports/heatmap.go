package reports

import "epr/plan"

// HeatMap counts risks on the 5×5 matrix by current score.
type HeatMap struct {
	Cells [5][5]HeatCell // [likelihood-1][consequence-1]
}

// HeatCell is one cell of the matrix.
type HeatCell struct {
	Likelihood, Consequence int // 1 to 5
	Score                   int
	Band                    plan.Band
	IDs                     []string // risks there, in rank order
	Moves                   []Move   // of each of them; "" where there is no last register
}

func heatMap(rows []Risk, bands plan.Bands) HeatMap {
	var h HeatMap
	for l := range h.Cells {
		for c := range h.Cells[l] {
			score := (l + 1) * (c + 1)
			h.Cells[l][c] = HeatCell{Likelihood: l + 1, Consequence: c + 1, Score: score, Band: bands.Of(score)}
		}
	}
	for i := range rows {
		at := rows[i].Current
		if at.Value() > 0 {
			cell := &h.Cells[at.Likelihood-1][at.Consequence-1]
			cell.IDs = append(cell.IDs, rows[i].ID)
			cell.Moves = append(cell.Moves, rows[i].Movement.Move)
		}
	}
	return h
}
