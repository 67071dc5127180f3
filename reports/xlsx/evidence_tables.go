package xlsx

import (
	"fmt"

	"epr/reports"
)

func (s *sheet) gateLines(row int, e *reports.Evidence) int {
	row = s.blockHeading(rightBlock, row, fmt.Sprintf("Gates of the coming %d days", reports.DecisionDays))
	if len(e.Gates) == 0 {
		return s.blockNote(rightBlock, row, "No gate falls in the coming "+reports.Count(reports.DecisionDays, "day")+".")
	}
	list := e.Gates[:min(len(e.Gates), mostEvidence)]
	row = s.tableAt("GateEvidence", rightBlock, row, len(list), 26,
		column{"Gate", func(i int) cell { return strong(list[i].Name) }},
		column{"Date", func(i int) cell { return date(list[i].Date) }},
		column{"How ready it is", func(i int) cell { return text(ready(&list[i])) }},
	)
	return s.left(rightBlock, row, len(e.Gates)-len(list), "other gate", "other gates")
}

// left says how many lines are left out.
func (s *sheet) left(block, row, more int, noun, nouns string) int {
	if more <= 0 {
		return row
	}
	return s.blockNote(block, row, "… and "+reports.Count(more, noun, nouns)+".")
}

// ready says what a gate waits for, and what the plan names for it.
func ready(g *reports.GateEvidence) string {
	words := "Waits for nothing unfinished"
	if g.Unfinished > 0 {
		words = "Waits for " + reports.Count(g.Unfinished, "unfinished activity")
	}
	if g.Last.Name != "" {
		words += ", the last on " + g.Last.Finish.Short()
	}
	if g.Room.Set {
		words += ": " + reports.Count(g.Room.N, "working day") + " of room"
	}
	if g.Tight {
		words = "! " + words
	}
	if g.Evidence == 0 {
		return words + "; the plan names no evidence"
	}
	return words + "; " + reports.Count(g.Evidence, "piece of evidence", "pieces of evidence") + " named"
}

func (s *sheet) cliffLines(row int, e *reports.Evidence) int {
	row = s.blockHeading(leftBlock, row, "Float of each go-live to its next cliff")
	if len(e.Cliffs) == 0 {
		return s.blockNote(leftBlock, row, "No go-live still to come has a blackout ahead, or floats were not worked out.")
	}
	list := e.Cliffs[:min(len(e.Cliffs), mostEvidence)]
	row = s.tableAt("Cliffs", leftBlock, row, len(list), 26,
		column{"Go-live", func(i int) cell { return strong(list[i].Name) }},
		column{"Working days", func(i int) cell { return count(list[i].Float) }},
		column{"Beyond it", func(i int) cell { return text(fallen(&list[i].Fall, list[i].Name)) }},
	)
	return s.left(leftBlock, row, len(e.Cliffs)-len(list), "other go-live", "other go-lives")
}

func (s *sheet) trainedLines(row int, e *reports.Evidence) int {
	row = s.blockHeading(rightBlock, row, "Staff trained when each go-live begins, by the plan")
	if len(e.Trained) == 0 {
		return s.blockNote(rightBlock, row, "No go-live still to come has training in its phase and place.")
	}
	list := e.Trained[:min(len(e.Trained), mostEvidence)]
	row = s.tableAt("Trained", rightBlock, row, len(list), 26,
		column{"Go-live", func(i int) cell { return strong(list[i].Name) }},
		column{"Trained", func(i int) cell { return odds(list[i].Share) }},
		column{"Of what", func(i int) cell { return text(trainedOf(&list[i])) }},
	)
	return s.left(rightBlock, row, len(e.Trained)-len(list), "later go-live", "later go-lives")
}

func trainedOf(t *reports.Trained) string {
	what := reports.Count(t.Activities, "training")
	if t.Heads > 0 {
		return reports.Number(t.Heads) + " staff in " + what + ", on " + t.Date.Short()
	}
	return "The days of " + what + ", on " + t.Date.Short() + "; heads are not stated"
}

func (s *sheet) slipLines(row int, e *reports.Evidence) int {
	row = s.blockHeading(leftBlock, row, "What was announced, and what became of it")
	if len(e.Slips) == 0 {
		return s.blockNote(leftBlock, row, "No date was announced.")
	}
	list := e.Slips[:min(len(e.Slips), mostEvidence)]
	row = s.tableAt("Slips", leftBlock, row, len(list), 26,
		column{"Announced", func(i int) cell { return strong(list[i].Name) }},
		column{"Days later", func(i int) cell { return cell{list[i].Days, daysLook} }},
		column{"From, and to", func(i int) cell { return text(announced(&list[i])) }},
	)
	return s.left(leftBlock, row, len(e.Slips)-len(list), "announced date that moved less", "announced dates that moved less")
}

func announced(p *reports.Slip) string {
	words := "First for " + p.First.Short()
	if p.Times > 0 {
		words += ", changed " + times(p.Times) + " (now " + p.InForce.Short() + ")"
	}
	if p.Done {
		return words + "; happened on " + p.Finish.Short()
	}
	return words + "; planned for " + p.Finish.Short()
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return reports.Count(n, "time")
}
