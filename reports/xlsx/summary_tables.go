package xlsx

import (
	"fmt"
	"slices"

	"epr/reports"
)

// decisionLines is a small table of the next decisions: when, what, by whom, and the cost of missing it.
func (s *sheet) decisionLines(row, rows int) {
	list := reports.Agenda(slices.Concat(s.pack.Decisions, s.pack.Later))
	if len(list) == 0 {
		s.span(rightFrom, row, rightTo, row+1, cell{"No decision is left to take.", look{size: 11, across: left, wrap: true}})
		return
	}
	s.put(rightFrom, row, cell{"Date", headLook})
	s.span(rightFrom+1, row, rightTo-3, row, cell{"Decision", headLook})
	s.span(rightTo-2, row, rightTo-1, row, cell{"Who decides", headLook})
	s.put(rightTo, row, cell{"If missed", headLook})
	shown := list[:min(len(list), rows-1)]
	if len(list) > len(shown) {
		shown = list[:rows-2]
	}
	for i := range shown {
		s.decisionLine(row+1+i, &shown[i].Decision)
	}
	if more := reports.Decisions(list[len(shown):]); more > 0 {
		s.moreLine(row+rows-1, rightFrom, rightTo, reports.Count(more, "later decision"), sheetDecisions)
	}
}

func (s *sheet) decisionLine(row int, d *reports.Decision) {
	s.put(rightFrom, row, date(d.Date))
	s.span(rightFrom+1, row, rightTo-3, row, s.nameIn(d.Name, rightFrom+1, rightTo-3))
	s.span(rightTo-2, row, rightTo-1, row, cell{shorten(orNone(d.Body), midLook, s.room(rightTo-2, rightTo-1)), midLook})
	lost := cell{none, midLook}
	if !d.NextMeeting.IsZero() {
		lost = middle("+" + reports.Count(d.Lost, "day"))
	}
	s.put(rightTo, row, lost)
}

func orNone(s string) string {
	if s == "" {
		return none
	}
	return s
}

// moreLine counts what a table of the summary leaves out, and links to all of it.
func (s *sheet) moreLine(row, from, to int, words, target string) {
	l := look{ink: blue, linked: true, across: left, indent: 1}
	s.span(from, row, to, row, cell{"… and " + words + ": see " + target, l})
	s.link(from, row, target)
}

func (s *sheet) phaseLines(row, rows int) {
	list := s.pack.Phases
	if len(list) == 0 {
		s.span(leftFrom, row, leftTo, row, cell{"The plan has no phase with work in it.", textLook})
		return
	}
	heads := []string{"Finish", "Promise", "Slack (days)", "Rating"}
	if s.pack.Confidence.Given {
		heads = slices.Insert(heads, 3, "Chance")
	}
	first := leftTo + 1 - len(heads)
	s.span(leftFrom, row, first-1, row, cell{"Phase", headLook})
	for c, head := range heads {
		s.put(first+c, row, cell{head, headLook})
	}
	shown := list
	if len(list) > rows {
		shown = s.pack.PressingPhases(rows - 1)
		s.moreLine(row+rows, leftFrom, leftTo, reports.Count(len(list)-len(shown), "phase")+" with more slack", sheetPhases)
	}
	for i := range shown {
		p := &shown[i]
		cells := []cell{date(p.Finish), date(p.Promise.Date), days(p.Slack), rated(p.Rating)}
		if s.pack.Confidence.Given {
			cells = slices.Insert(cells, 3, likely(p.Chance))
		}
		s.span(leftFrom, row+1+i, first-1, row+1+i, s.nameIn(p.Name, leftFrom, first-1))
		s.growFor(row+1+i, p.Name, leftFrom, first-1)
		for c := range cells {
			s.put(first+c, row+1+i, cells[c])
		}
	}
}

// growFor gives a row the height for a name of one or two lines.
func (s *sheet) growFor(row int, name string, from, to int) {
	if lineCount(name, strongLook, s.room(from, to)) > 1 {
		s.grow(row, standingTwo)
	}
}

// nameIn is a name in bold, cut to two lines of a block of columns.
func (s *sheet) nameIn(name string, from, to int) cell {
	for lineCount(name, strongLook, s.room(from, to)) > 2 {
		name = cut(name, units(name)*9/10, "…")
	}
	return strong(name)
}

func (s *sheet) trustLines(row, rows int) {
	list := s.pack.Pressing(rows)
	if len(s.pack.Trusts) > rows {
		list = s.pack.Pressing(rows - 1) // the last line counts the others
	}
	if len(list) == 0 {
		s.span(rightFrom, row, rightTo, row, cell{"No trust has work in the plan.", textLook})
		return
	}
	s.span(rightFrom, row, rightTo-4, row, cell{"Trust", headLook})
	for c, head := range []string{"Sites live", "Next go-live", "Slack (days)", "Rating"} {
		s.put(rightTo-3+c, row, cell{head, headLook})
	}
	for i, t := range list {
		s.span(rightFrom, row+1+i, rightTo-4, row+1+i, s.nameIn(t.Name, rightFrom, rightTo-4))
		s.growFor(row+1+i, t.Name, rightFrom, rightTo-4)
		s.put(rightTo-3, row+1+i, share(t.Sites))
		s.put(rightTo-2, row+1+i, date(t.NextDate))
		s.put(rightTo-1, row+1+i, days(t.Slack))
		s.put(rightTo, row+1+i, rated(t.Rating))
	}
	if more := len(s.pack.Trusts) - len(list); more > 0 {
		s.moreLine(row+rows, rightFrom, rightTo, fmt.Sprintf("%s with more slack", reports.Count(more, "trust")), sheetPhases)
	}
}
