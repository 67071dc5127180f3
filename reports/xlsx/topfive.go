package xlsx

import (
	"fmt"
	"strings"

	"epr/reports"
)

// topRows is how many risks the table has room for.
const topRows = 5

// topFive is the table at the right of the matrix, a risk to each of its rows.
func (s *sheet) topFive(row int) {
	const first = 8
	top := s.pack.Risks.Top
	for c, head := range []string{"#", topHead(len(top)), "Score", "Days and price, on average", "Owner", "Next action", "Due"} {
		s.put(first+c, row, cell{head, headLook})
	}
	switch {
	case len(top) == 0:
		s.span(first, row+1, first+6, row+2, cell{"The register holds no risk.", textLook})
	case len(top) < topRows:
		s.span(first, row+1+2*len(top), first+6, row+2*topRows, s.risksAtLength(top, first))
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

// topHead heads the names of the risks.
func topHead(risks int) string {
	if risks < topRows {
		return "All risks of the register"
	}
	return "Top five risks"
}

// risksAtLength says of a few risks what the rows above have no room for, in the room that they leave, as much and then as
// large as has room there.
func (s *sheet) risksAtLength(list []reports.Risk, from int) cell {
	high := s.cellHeight()*float64(topRows-len(list)) - 8
	for parts := atLengthParts; parts > 0; parts-- {
		words := atLength(list, parts)
		l := look{size: 18, fill: pale, across: left, indent: 2, wrap: true}
		for ; l.size > fontSize; l.size-- {
			if heightOf(lineCount(words, l, s.room(from, from+6)), l.points()) < high {
				return cell{words, l}
			}
		}
	}
	return cell{"The register holds no other risk.", look{size: heatSize, ink: grey, across: centre, fill: pale}}
}

// atLengthParts is how much there is to say of a risk at most.
const atLengthParts = 7

// atLength is what the register says of risks beside their names, their events and their next actions, a line each, the
// first of so many parts.
func atLength(list []reports.Risk, most int) string {
	var risks []string
	for i := range list {
		r := &list[i]
		parts := [atLengthParts]struct{ head, words string }{
			{"Cause", r.Cause}, {"Effect", r.Effect}, {"Hurts most", hurts(r)}, {"Responses", oneLine(responses(r))},
			{"Controls", r.Controls}, {"Gaps in control", r.Gaps}, {"Note", r.Note},
		}
		words := bandGlyph(r.Band) + " " + r.Name
		for _, part := range parts[:most] {
			if part.words != "" {
				words += "\n" + part.head + ": " + capitalised(part.words)
			}
		}
		risks = append(risks, words)
	}
	sep := "\n\n"
	if most == 1 {
		sep = "\n"
	}
	return strings.Join(risks, sep)
}

// oneLine is a list as one line.
func oneLine(list string) string {
	return strings.TrimPrefix(strings.ReplaceAll(list, "\n• ", "; "), "• ")
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
