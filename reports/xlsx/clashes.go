package xlsx

import (
	"fmt"

	"epr/plan"
	"epr/reports"
)

// clashes writes what the blackouts moved: first each blackout, then each activity, then what enters a
// blackout all the same, by waiver or at a price.
func (s *sheet) clashes() {
	s.columns(44, 26, 40, 14, 14, 12, 30, 32)
	row := s.banner("Clashes avoided", clashesAbout(&s.pack.Tiles.Avoided))
	head := row - 1
	row = s.section(row, "By blackout")
	row = s.byBlackout(row)
	if len(s.pack.Clashes.Avoided) > manyMoves {
		s.manyMoves(row)
		return
	}
	row = s.section(row, "What moved")
	row = s.moved(row)
	if len(s.pack.Clashes.Avoided) > 0 {
		row = s.note(row, movedRule)
	}
	row = s.entered(row)
	s.setUp(layout{lastColumn: 8, lastRow: row - 1, titleRows: head})
}

// entered is what enters a blackout all the same.
func (s *sheet) entered(row int) int {
	row = s.section(row, "Waivers")
	row = s.waivers(row, "Waivers")
	row = s.section(row, "Work inside soft blackouts")
	return s.softEntries(row, "SoftEntries")
}

// The moves from which they stand last, so that only the first pages of them are printed, and how many those are.
const (
	manyMoves      = 60
	mostMovesPages = 3
)

// manyMoves ends the sheet with what moved, farthest first.
func (s *sheet) manyMoves(row int) {
	row = s.entered(row)
	row = s.section(row, "What moved, farthest first")
	row = s.note(row, movedRule)
	head := row
	row = s.moved(row)
	s.setUp(layout{lastColumn: 8, lastRow: row - 1,
		tail: tail{head: head, rows: len(s.pack.Clashes.Avoided), nouns: "starts that moved", pages: mostMovesPages}})
}

const movedRule = "An activity is moved if it would have begun in the blackout or run into it. Days are calendar days. Something else, such as a weekend or a meeting, may have moved it on from there."

func clashesAbout(a *reports.Avoided) string {
	if a.Count == 0 {
		return "No blackout moved any work."
	}
	return fmt.Sprintf("Blackouts moved %s by %s in all, the one moved most by %s.",
		reports.Count(a.Count, "start"), reports.Count(a.Days, "day"), reports.Count(a.Most, "day"))
}

func (s *sheet) byBlackout(row int) int {
	list := s.pack.Clashes.ByBlackout
	if len(list) == 0 {
		return s.note(row, "No blackout moved any work.")
	}
	return s.table("Blackouts", row, len(list), 24,
		column{"Blackout", func(i int) cell { return strong(list[i].Name) }},
		column{"Id", func(i int) cell { return text(list[i].ID) }},
		column{"Why", func(i int) cell { return text(list[i].Why) }},
		column{"Starts moved", func(i int) cell { return count(list[i].Count) }},
		column{"Days in all", func(i int) cell { return count(list[i].Days) }},
		column{"Most (days)", func(i int) cell { return count(list[i].Most) }},
		column{"On the critical chain (days)", func(i int) cell { return count(list[i].Chain) }},
		column{"Moved most", func(i int) cell { return text(s.movedMost(list[i].Name)) }},
	)
}

// movedMost is the start that a blackout moved farthest: the moves are in that order.
func (s *sheet) movedMost(blackout string) string {
	for i := range s.pack.Clashes.Avoided {
		if c := &s.pack.Clashes.Avoided[i]; c.Blackout == blackout {
			return c.Name
		}
	}
	return ""
}

func (s *sheet) moved(row int) int {
	list := s.pack.Clashes.Avoided
	if len(list) == 0 {
		return s.note(row, "Nothing moved.")
	}
	return s.table("Moves", row, len(list), 20,
		column{"Activity", func(i int) cell { return strong(list[i].Name) }},
		column{"Blackout", func(i int) cell { return text(list[i].Blackout) }},
		column{"Id", func(i int) cell { return text(list[i].ID) }},
		column{"Could have begun", func(i int) cell { return date(list[i].From) }},
		column{"Moved to", func(i int) cell { return date(list[i].To) }},
		column{"Moved (days)", func(i int) cell { return count(list[i].Days) }},
		column{"Kind", func(i int) cell { return text(string(list[i].Kind)) }},
		column{"Phase", func(i int) cell { return text(list[i].Phase) }},
	)
}

func (s *sheet) waivers(row int, name string) int {
	list := s.pack.Clashes.Waivers
	if len(list) == 0 {
		return s.note(row, "No blackout has been waived.")
	}
	return s.table(name, row, len(list), 22,
		column{"Reason", func(i int) cell { return text(list[i].Reason) }},
		column{"Blackout", func(i int) cell { return text(list[i].Blackout) }},
		column{"Activities", func(i int) cell { return text(shortList(list[i].Activities, listed)) }},
		column{"Date", func(i int) cell { return date(list[i].Date) }},
		column{"Activities named", func(i int) cell { return count(len(list[i].Activities)) }},
		column{"Use it", func(i int) cell { return count(list[i].Used) }},
		column{"Approver", func(i int) cell { return text(list[i].Approver) }},
		column{"Waiver", func(i int) cell { return text(list[i].ID) }},
	)
}

func (s *sheet) softEntries(row int, name string) int {
	list := s.pack.Clashes.SoftEntries
	if len(list) == 0 {
		return s.note(row, "No work enters a soft blackout.")
	}
	scheduled := map[string]*reports.Activity{}
	for i := range s.pack.Schedule {
		scheduled[s.pack.Schedule[i].ID] = &s.pack.Schedule[i]
	}
	at := func(i int) *reports.Activity {
		if a := scheduled[list[i].ID]; a != nil {
			return a
		}
		return &reports.Activity{}
	}
	return s.table(name, row, len(list), 20,
		column{"Activity", func(i int) cell { return strong(list[i].Name) }},
		column{"Blackout", func(i int) cell { return text(list[i].Blackout) }},
		column{"Id", func(i int) cell { return text(list[i].ID) }},
		column{"Days inside", func(i int) cell { return count(list[i].Days) }},
		column{"Price", func(i int) cell { return price(list[i].Price) }},
		column{"Start", func(i int) cell { return date(at(i).Start) }},
		column{"Kind", func(i int) cell { return text(string(at(i).Kind)) }},
		column{"Phase", func(i int) cell { return text(at(i).Phase) }},
	)
}

// price is an amount of the plan in pounds, none if it is not stated.
func price(n plan.Hundredths) cell {
	if n == 0 {
		return cell{none, midLook}
	}
	return cell{n, poundsLook}
}
