package xlsx

import (
	"fmt"

	"epr/reports"
)

// topRows is how many risks the table has room for.
const topRows = 5

// topFive is the table at the right of the matrix, a risk to each of its rows.
func (s *sheet) topFive(row int) {
	const first = 8
	for c, head := range []string{"#", "Top five risks", "Score", "Days and price, on average", "Owner", "Next action", "Due"} {
		s.put(first+c, row, cell{head, headLook})
	}
	top := s.pack.Risks.Top
	if len(top) == 0 {
		s.span(first, row+1, first+6, row+2, cell{"The register holds no risk.", textLook})
	} else if len(top) < topRows {
		l := look{size: heatSize, ink: grey, across: centre, fill: pale}
		s.span(first, row+1+2*len(top), first+6, row+2*topRows, cell{"The register holds no other risk.", l})
	}
	for i := range top {
		r := &top[i]
		score := banded(r.Band)
		score.value = fmt.Sprintf("%d\n%s", r.Score, score.value)
		if r.Movement.Move != "" {
			score.value = fmt.Sprintf("%s\n%s", score.value, moveWord(r.Movement))
		}
		score.look.wrap = true
		line := []cell{
			count(r.Rank), s.riskInBrief(r), score, middle(atStake(r)), text(r.Owner), text(action(r)), due(r),
		}
		for c, shown := range line {
			shown.look.size = heatSize
			s.span(first+c, row+1+2*i, first+c, row+2+2*i, shown)
		}
	}
}

// atStake is what a risk costs: days and pounds, on average.
func atStake(r *reports.Risk) string {
	switch {
	case r.LeftOut != "":
		return "not played"
	case !r.Now.Set:
		return ""
	}
	words := reports.Count(r.Now.Days(), "day")
	if r.Now.Price.Set {
		words += "\n£" + reports.Number(int(r.Now.Price.N))
	}
	return words
}

// riskInBrief is the name of a risk, then its event as far as the cell has room.
func (s *sheet) riskInBrief(r *reports.Risk) cell {
	words := fmt.Sprintf("%s (%s)", r.Name, r.ID)
	if r.Event != "" && r.Event != r.Name {
		words += "\n" + capital(r.Event)
	}
	l := textLook
	l.size = heatSize
	for lineCount(words, l, s.room(9, 9)) > 7 {
		words = cut(words, units(words)*9/10, "…")
	}
	return cell{words, l}
}

func action(r *reports.Risk) string {
	if r.Next.Action == "" {
		return "No action is planned"
	}
	words := r.Next.Action
	if r.Next.Owner != "" {
		words += " (" + r.Next.Owner + ")"
	}
	if r.Next.Done {
		words += ": done"
	}
	return words
}

// due is the date of the next action; a date that has passed says so.
func due(r *reports.Risk) cell {
	if !r.Overdue {
		return date(r.Next.Due)
	}
	l := midLook
	l.bold, l.ink = true, red
	return cell{r.Next.Due.Short() + "\n! overdue", l}
}
