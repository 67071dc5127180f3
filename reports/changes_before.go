package reports

import (
	"fmt"
	"strings"

	"epr/plan/assurance"
	"epr/plan/diff"
)

// before lists how dates were told and how they stood before, of those that were told or promised for more than one
// day, or stood otherwise in a baseline or a version that was kept. Of dates that nobody promised, only those that
// moved now are listed.
func (c *changes) before() {
	s := ChangeSection{Title: "How they were told, and stood, before", Noun: "date", Columns: []ChangeColumn{
		{"Date", NameColumn}, {"Announced", TextColumn}, {"In baselines", TextColumn}, {"In earlier versions", TextColumn}}}
	for _, k := range c.byWeight() {
		m := &c.Milestones[k]
		h := c.history(m)
		if h == nil {
			continue
		}
		row := []string{m.Name, "", "", StoodBefore(h.Stood, m.Is, m.By)}
		if len(h.Told) > 0 {
			row[1] = strings.TrimPrefix(Announcements(h.Told), "announced ")
		}
		row[2] = approvedSaid(h.Approved)
		if row[1] == "" && row[2] == "" && len(h.Stood) == 1 && h.Stood[0].Finish == m.Was {
			continue // no more than what is told of it already
		}
		isFollowed := !m.By.IsZero() || len(h.Told) > 0
		hasChanged := strings.Contains(row[1], "then") || strings.Contains(row[2], "then") || row[3] != ""
		if isFollowed && hasChanged || !m.Moved.IsZero() && (row[1] != "" || row[2] != "" || row[3] != "") {
			s.Rows = append(s.Rows, row)
		}
	}
	c.add(s)
}

// history is the history of a milestone; nil if there is none.
func (c *changes) history(m *diff.Milestone) *diff.History {
	for k := range c.Histories {
		if h := &c.Histories[k]; h.ID == m.ID && h.IsPhase == m.IsPhase {
			return h
		}
	}
	return nil
}

// approvedSaid is how a date stood in the baselines: a date that did not move is said once, with the last baseline
// that has it.
func approvedSaid(list []diff.Stood) string {
	var said []string
	for k, b := range list {
		if k+1 == len(list) || list[k+1].Finish != b.Finish {
			said = append(said, b.Finish.Short()+" ("+b.Name+")")
		}
	}
	return strings.Join(said, ", then ")
}

// quality lists the checks that came out otherwise.
func (c *changes) quality() {
	q := c.Quality
	if q == nil {
		return
	}
	s := ChangeSection{Title: "Quality of the schedule", Noun: "check", Columns: []ChangeColumn{
		{"Check", NameColumn}, {"Was", ExactColumn}, {"Is", ExactColumn}, {"Outcome", TextColumn}}}
	for k := range q.Checks {
		x := &q.Checks[k]
		s.Rows = append(s.Rows, []string{x.Name, measured(x.Measure, x.Was), measured(x.Measure, x.Is), outcomeSaid(x)})
	}
	if q.IsKnown && q.TightWas != q.TightIs {
		s.Rows = append(s.Rows, []string{"Activities without float", partSaid(q.TightWas), partSaid(q.TightIs), ""})
	}
	if len(s.Rows) > 0 && q.Same > 0 {
		s.Notes = []string{Count(q.Same, "check") + " came out as before."}
	}
	c.add(s)
}

// measured is what a check counted, or an index with two places.
func measured(m assurance.Measure, p diff.Part) string {
	switch {
	case p.Of == 0:
		return "none"
	case m == assurance.Index:
		return fmt.Sprintf("%d.%02d", p.N/p.Of, p.N%p.Of*100/p.Of)
	}
	return partSaid(p)
}

func partSaid(p diff.Part) string { return Number(p.N) + " of " + Number(p.Of) }

// further lists the work that moved later than its float let it, besides the dates that people follow.
func (c *changes) further() {
	s := ChangeSection{Title: "Work moved past its float", Noun: "activity", Columns: []ChangeColumn{
		{"Activity", NameColumn}, {"Was", ExactColumn}, {"Is", ExactColumn}, {"Days", ExactColumn}, {"Float", ExactColumn}}}
	for _, a := range c.Activities.Further {
		s.Rows = append(s.Rows, []string{a.ID, a.Was.Short(), a.Is.Short(), Signed(a.Moved.Calendar), Number(a.Float)})
	}
	if len(s.Rows) > 0 {
		s.Notes = []string{"Days are calendar days; float is what it had, in working days."}
	}
	c.add(s)
}

// mostOffenders is how many ids are named that a check counts now, or does not any more.
const mostOffenders = 3

func outcomeSaid(x *diff.CheckChange) string {
	said := []string{fromTo(string(x.OutcomeWas), string(x.OutcomeIs))}
	for _, list := range []struct {
		ids  []string
		what string
	}{{x.New, "new: "}, {x.Mended, "no more: "}} {
		if len(list.ids) == 0 {
			continue
		}
		text := list.what + strings.Join(list.ids[:min(len(list.ids), mostOffenders)], ", ")
		if left := len(list.ids) - mostOffenders; left > 0 {
			text += fmt.Sprintf(" and %d more", left)
		}
		said = append(said, text)
	}
	return strings.Join(said, "; ")
}
