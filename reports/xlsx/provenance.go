package xlsx

import (
	"fmt"
	"strings"

	"epr/reports"
)

// The sheet has a left block of four columns, a gap, and a right block.
const (
	factsFrom  = 1
	checksFrom = 6
)

// provenance writes where the pack comes from, what was proved and checked, and what it takes for
// granted. The independent check, and what a reader has to know, stand at the right of the rest.
func (s *sheet) provenance() {
	s.columns(34, 72, 12, 12, 3, 40, 18, 12, 9)
	row := s.banner(sheetProvenance, "Where this pack comes from, what was proved and checked, and what it takes for granted.")
	head := row - 1
	right := s.checked(row)
	row = s.origin(row)
	row = s.files(row)
	row = s.solved(row)
	row = s.calendars(row)
	if len(s.pack.Provenance.Adjusts) > manyAdjusts {
		row = max(row, right)
		right = row
		s.breakPage(row)
	}
	right = s.bulleted(right, "What the dates take for granted", s.pack.Provenance.Assumptions)
	right = s.bulleted(right, "What this pack does not say", s.pack.Provenance.Limits)
	row = s.section(row, "Changes that the plan makes to its playbooks")
	row = s.adjusts(row)
	row = s.section(row, "Waivers and soft blackouts")
	row = s.leftNote(row, s.waived())
	last := max(row, right) - 1
	s.setUp(layout{lastColumn: len(s.widths), lastRow: last, titleRows: head, onePage: len(s.turned) == 0 && s.used(last+1) <= legible*s.pagePoints()})
}

// manyAdjusts is the changes to playbooks from which they begin a page, with what the dates take for granted beside them.
const manyAdjusts = 12

// leftNote writes a paragraph over the left block and returns the next row.
func (s *sheet) leftNote(row int, paragraph string) int {
	return s.noteOver(factsFrom, checksFrom-2, row, paragraph)
}

// fact is a line of the table of facts.
type fact struct {
	name  string
	value string
}

func (s *sheet) origin(row int) int {
	v, h := &s.pack.Provenance, &s.pack.Header
	row = s.section(row, "Origin")
	list := []fact{
		{"Programme", h.Programme},
		{"Owner", h.Owner},
		{"Status date", h.Status.Long() + " (given in the plan, not read from a clock)"},
		{"Horizon", h.Horizon.From.Long() + " to " + h.Horizon.To.Long()},
		{"Tool", strings.TrimSpace("epr " + v.Version)},
		{"Compared with a last version", yes(h.Previous)},
		{"Size", sizeOf(&v.Counts)},
	}
	return s.table("Origin", row, len(list), 18,
		column{"Fact", func(i int) cell { return strong(list[i].name) }},
		column{"Value", func(i int) cell { return text(list[i].value) }},
	)
}

func (s *sheet) files(row int) int {
	list := s.pack.Provenance.Files
	row = s.section(row, "Files")
	if len(list) == 0 {
		return s.leftNote(row, "No file was given: the plan was made in memory.")
	}
	return s.table("Files", row, len(list), 18,
		column{"File", func(i int) cell { return strong(list[i].Name) }},
		column{"SHA-256", func(i int) cell { return text(list[i].SHA256) }},
	)
}

func sizeOf(c *reports.Counts) string {
	return reports.Join([]string{
		reports.Count(c.Activities, "activity"), reports.Count(c.Links, "link"), reports.Count(c.Phases, "phase"),
		reports.Count(c.Trusts, "trust"), reports.Count(c.Sites, "site"), reports.Count(c.Workflows, "workflow"),
		reports.Count(c.Teams, "team"), reports.Count(c.Blackouts, "blackout"), reports.Count(c.Contracts, "contract"),
		reports.Count(c.Risks, "risk"),
	})
}

func (s *sheet) solved(row int) int {
	v := &s.pack.Provenance.Solve
	row = s.section(row, "How good the schedule is")
	if len(v.Stages) == 0 {
		return s.leftNote(row, "The scheduler's own account of the schedule was not given.")
	}
	row = s.table("Stages", row, len(v.Stages), 18,
		column{"Aim, in order", func(i int) cell { return strong(capital(v.Stages[i].Name)) }},
		column{"Result", func(i int) cell { return text(proof(v.Stages[i])) }},
		column{"Reached", func(i int) cell { return count(v.Stages[i].Value) }},
		column{"No plan below", func(i int) cell { return count(v.Stages[i].Bound) }},
	)
	return s.leftNote(row, keeping(v.Keeping))
}

func proof(stage reports.Stage) string {
	if stage.Proved {
		return "● Proved best"
	}
	unit := stage.Unit
	if stage.Gap() == 1 {
		unit = strings.TrimSuffix(unit, "s")
	}
	return "▲ At most " + reports.Number(stage.Gap()) + " " + unit + " from best"
}

func keeping(k *reports.Keeping) string {
	if k == nil {
		return "No committed schedule was kept: this is a fresh plan."
	}
	said := "The committed schedule was kept. A fresh plan "
	if k.Held > 0 {
		said = "The committed schedule was kept, and " + reports.Count(k.Held, "date") + " of it held. A fresh plan "
	}
	if k.Later > 0 {
		said += "is " + reports.Count(k.Later, "weighted day") + " less late, "
	}
	switch {
	case k.Earlier > 0:
		said += "finishes " + reports.Count(k.Earlier, "day") + " earlier"
	case k.Earlier < 0:
		said += "finishes " + reports.Count(-k.Earlier, "day") + " later"
	default:
		said += "finishes on the same day"
	}
	return said + " and moves " + reports.Count(k.Moved, "date") + "."
}

// checked is the right block: what the independent check tested.
func (s *sheet) checked(row int) int {
	v := &s.pack.Provenance
	last := len(s.widths)
	s.put(checksFrom, row, cell{"Independent check", sectionLook})
	row++
	if len(v.Checks) == 0 {
		return s.noteOver(checksFrom, last, row, "The counts of the independent check were not given.")
	}
	row = s.tableAt("Checks", checksFrom, row, len(v.Checks), 18,
		column{"Rule", func(i int) cell { return strong(capital(v.Checks[i].Demand())) }},
		column{"Result", func(i int) cell { return text(outcome(v.Checks[i])) }},
		column{"Facts tested", func(i int) cell { return count(v.Checks[i].Counted) }},
		column{"Failed", func(i int) cell { return count(v.Checks[i].Failed) }},
	)
	return s.noteOver(checksFrom, last, row, fmt.Sprintf("A second program, which shares no code with the scheduler, tested %s against the plan: %s failed.",
		reports.Count(v.Checked, "fact"), reports.Number(v.Failed)))
}

func outcome(c reports.Check) string {
	switch {
	case c.Failed > 0:
		return "■ Failed"
	case c.Counted == 0:
		return "○ Nothing to test"
	}
	return "● Kept"
}

func (s *sheet) calendars(row int) int {
	list := s.pack.Provenance.Calendars
	row = s.section(row, "Calendars")
	if len(list) == 0 {
		return s.leftNote(row, "No activity uses a calendar.")
	}
	return s.table("Calendars", row, len(list), 18,
		column{"Calendar", func(i int) cell { return strong(calendarName(list[i])) }},
		column{"Basis", func(i int) cell { return text(capital(list[i].Basis)) }},
		column{"Activities", func(i int) cell { return count(list[i].Activities) }},
		column{"Meetings", func(i int) cell { return meetings(list[i].Meetings) }},
	)
}

func calendarName(c reports.CalendarUse) string {
	if c.Name == c.ID {
		return c.ID
	}
	return c.Name + " (" + c.ID + ")"
}

func meetings(n int) cell {
	if n == 0 {
		return cell{none, midLook}
	}
	return count(n)
}

func (s *sheet) adjusts(row int) int {
	list := s.pack.Provenance.Adjusts
	if len(list) == 0 {
		return s.leftNote(row, "None.")
	}
	return s.table("Adjustments", row, len(list), 18,
		column{"Activities", func(i int) cell { return strong(list[i].Selector) }},
		column{"Reason", func(i int) cell { return text(list[i].Reason) }},
		column{"Changed", func(i int) cell { return count(list[i].Activities) }},
	)
}

func (s *sheet) waived() string {
	v := &s.pack.Provenance
	used := 0
	for _, w := range v.Waivers {
		used += w.Used
	}
	return fmt.Sprintf("%s, used by %s; %s inside a soft blackout. They are listed on “%s”.",
		reports.Count(len(v.Waivers), "waiver"), reports.Count(used, "activity"),
		reports.Count(len(v.SoftEntries), "activity works", "activities work"), sheetClashes)
}

// bulleted writes a heading and sentences in the right block.
func (s *sheet) bulleted(row int, title string, list []string) int {
	last := len(s.widths)
	s.put(checksFrom, row, cell{title, sectionLook})
	s.grow(row, 30)
	row++
	for _, sentence := range list {
		words := "• " + sentence
		s.span(checksFrom, row, last, row, cell{words, noteLook})
		s.grow(row, heightOf(lineCount(words, noteLook, s.room(checksFrom, last)), fontSize))
		row++
	}
	return row
}
