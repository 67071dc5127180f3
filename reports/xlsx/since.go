package xlsx

import (
	"fmt"

	"epr/reports"
)

// The most moves, additions and removals that the sheet lists; the rest is counted and said.
const (
	mostMoves = 32 // a page
	mostNew   = 16
)

// since writes what changed: the whole comparison with the last version in the repository of the model, else what is
// different from the schedule file that stood there before.
func (s *sheet) since() {
	if s.pack.Changes != nil {
		s.changes(s.pack.Changes)
		return
	}
	s.columns(50, 36, 18, 17, 17, 17, 17, 15, 15, 15, 36)
	c := &s.pack.LastVersion
	row := s.banner(sheetSince, sinceAbout(c))
	head := row - 1
	if !c.Given {
		row = s.nothing(row, "No schedule had been committed, so there is nothing to compare with.")
		s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1})
		return
	}
	row = s.section(row, "By phase")
	row = s.phasesSince(row, c)
	if len(c.Moved)+len(c.Added)+len(c.Removed) == 0 {
		row = s.nothing(row+1, sinceAbout(c))
		s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1})
		return
	}
	row = s.section(row, "Go-lives that moved")
	row = s.moves("MovedGoLives", row, c.GoLives, "No go-live moved.", "go-live that moved less", "go-lives that moved less")
	row = s.section(row, "Everything that moved, farthest first")
	row = s.moves("MovedActivities", row, c.Moved, "No date moved.", "activity that moved less", "activities that moved less")
	row = s.section(row, "Added and removed")
	row = s.addedAndRemoved(row, c)
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head})
}

func sinceAbout(c *reports.LastVersion) string {
	switch {
	case !c.Given:
		return "There is no last version."
	case len(c.Moved)+len(c.Added)+len(c.Removed) == 0:
		return "Nothing is different from the schedule as last committed."
	}
	words := fmt.Sprintf("Of %s in both schedules %s later and %s earlier.", reports.Count(c.Activities, "activity"),
		finishing(c.Later), reports.Number(c.Earlier))
	if n := len(c.Moved) - c.Later - c.Earlier; n > 0 {
		words += fmt.Sprintf(" %s another start and the same finish.", reports.Count(n, "activity has", "activities have"))
	}
	return words + fmt.Sprintf(" Added: %s; removed: %s. “epr diff” tells which edit moved what.", reports.Number(len(c.Added)), reports.Number(len(c.Removed)))
}

func finishing(n int) string {
	return reports.Number(n) + " " + reports.Plural(n, "finishes", "finish")
}

func (s *sheet) phasesSince(row int, c *reports.LastVersion) int {
	list := c.Phases
	if len(list) == 0 {
		return s.note(row, "The plan has no activity.")
	}
	return s.table("PhasesSince", row, len(list), 22,
		column{"Phase", func(i int) cell { return strong(phaseOr(list[i].Name)) }},
		column{"Activities in both", func(i int) cell { return count(list[i].Activities) }},
		column{"Added", func(i int) cell { return count(list[i].Added) }},
		column{"Finish was", func(i int) cell { return date(list[i].WasFinish) }},
		column{"Finish is", func(i int) cell { return date(list[i].Finish) }},
		column{"Moved (days)", func(i int) cell { return days(list[i].Change) }},
		column{"Activities later", func(i int) cell { return count(list[i].Later) }},
		column{"Most later (days)", func(i int) cell { return count(list[i].MostLater) }},
		column{"Activities earlier", func(i int) cell { return count(list[i].Earlier) }},
		column{"Most earlier (days)", func(i int) cell { return count(list[i].MostEarlier) }},
		column{"Moved farthest", func(i int) cell { return text(farthest(c, list[i].Name)) }},
	)
}

// farthest is the activity of a phase that moved farthest: those that moved are in that order.
func farthest(c *reports.LastVersion, phase string) string {
	for i := range c.Moved {
		if c.Moved[i].Phase == phase {
			return c.Moved[i].Name
		}
	}
	return ""
}

func phaseOr(name string) string {
	if name == "" {
		return "Work of no phase"
	}
	return name
}

func (s *sheet) moves(name string, row int, all []reports.Moved, nothing, noun, nouns string) int {
	if len(all) == 0 {
		return s.note(row, nothing)
	}
	list := all[:min(len(all), mostMoves)]
	row = s.table(name, row, len(list), 18,
		column{"Activity", func(i int) cell { return strong(list[i].Name) }},
		column{"Phase", func(i int) cell { return text(phaseOr(list[i].Phase)) }},
		column{"Kind", func(i int) cell { return text(string(list[i].Kind)) }},
		column{"Start was", func(i int) cell { return date(list[i].WasStart) }},
		column{"Start is", func(i int) cell { return date(list[i].Start) }},
		column{"Finish was", func(i int) cell { return date(list[i].WasFinish) }},
		column{"Finish is", func(i int) cell { return date(list[i].Finish) }},
		column{"Finish moved (days)", func(i int) cell { return cell{list[i].FinishDays, daysLook} }},
		column{"Start moved (days)", func(i int) cell { return cell{list[i].StartDays, daysLook} }},
		column{"State", func(i int) cell { return middle(string(list[i].State)) }},
		column{"Id", func(i int) cell { return text(list[i].ID) }},
	)
	if more := len(all) - len(list); more > 0 {
		row = s.note(row, "… and "+reports.Count(more, noun, nouns)+".")
	}
	return row
}

func (s *sheet) addedAndRemoved(row int, c *reports.LastVersion) int {
	if len(c.Added)+len(c.Removed) == 0 {
		return s.note(row, "No activity was added or removed.")
	}
	type line struct {
		what string
		reports.Moved
	}
	var list []line
	for _, m := range c.Added[:min(len(c.Added), mostNew)] {
		list = append(list, line{"Added", m})
	}
	for _, r := range c.Removed[:min(len(c.Removed), mostNew)] {
		list = append(list, line{"Removed", reports.Moved{ID: r.ID, Name: r.ID, Start: r.Start, Finish: r.Finish}})
	}
	row = s.table("AddedAndRemoved", row, len(list), 18,
		column{"Activity", func(i int) cell { return strong(list[i].Name) }},
		column{"Id", func(i int) cell { return text(list[i].ID) }},
		column{"Change", func(i int) cell { return text(list[i].what) }},
		column{"Start", func(i int) cell { return date(list[i].Start) }},
		column{"Finish", func(i int) cell { return date(list[i].Finish) }},
	)
	if more := len(c.Added) + len(c.Removed) - len(list); more > 0 {
		row = s.note(row, "… and "+reports.Count(more, "other")+".")
	}
	return row
}
