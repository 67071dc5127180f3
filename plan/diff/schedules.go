package diff

import (
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan"
)

// Dated is the dates of a version without its model.
type Dated struct {
	Schedule *plan.Schedule // nil for none
	Phases   []Phase
}

// Phase is when a phase is finished, and by when it was promised.
type Phase struct {
	ID         string
	Finish, By calendar.Date
}

// CompareSchedules compares two schedules by their dates alone: without a model nobody knows which activities
// people follow, so every activity counts as a milestone of its own, and a go-live is what is called one. Working
// days are those of England and Wales.
func CompareSchedules(oldName, newName string, old, new Dated) *Diff {
	d := &Diff{Old: oldName, New: newName, DatesOnly: true}
	was, is := milestonesOf(old), milestonesOf(new)
	span := calendar.Span{From: calendar.Date(1 << 30)}
	for _, list := range [][]Milestone{was, is} {
		for k := range list {
			span.From, span.To = min(span.From, list[k].Is-1), max(span.To, list[k].Is+1)
		}
	}
	r := newRuler(&plan.Plan{}, span)
	before := map[goalKey]*Milestone{}
	for k := range was {
		before[goalKey{was[k].ID, was[k].IsPhase}] = &was[k]
	}
	for _, m := range is {
		key := goalKey{m.ID, m.IsPhase}
		b := before[key]
		if b == nil {
			d.Came = append(d.Came, m)
			continue
		}
		delete(before, key)
		m.Was, m.LateWas = b.Is, b.LateIs
		m.Moved = r.between(m.Was, m.Is)
		d.Milestones = append(d.Milestones, m)
	}
	for k := range was {
		if m := was[k]; before[goalKey{m.ID, m.IsPhase}] != nil {
			m.Was, m.Is = m.Is, 0
			d.Gone = append(d.Gone, m)
		}
	}
	return d
}

func milestonesOf(v Dated) []Milestone {
	var list []Milestone
	for _, p := range v.Phases {
		list = append(list, Milestone{ID: p.ID, Name: p.ID, IsPhase: true, Is: p.Finish, By: p.By, LateIs: lateness(p.Finish, p.By)})
	}
	if v.Schedule == nil {
		return list
	}
	for _, row := range v.Schedule.Rows {
		m := Milestone{ID: row.ID, Name: row.ID, Is: row.Finish}
		if parts := strings.Split(row.ID, "/"); slices.Contains(parts, string(plan.GoLive)) {
			m.Kind = plan.GoLive
		}
		list = append(list, m)
	}
	return list
}
