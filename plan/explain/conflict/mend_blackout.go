package conflict

import (
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/edit"
)

// open waives a blackout for the activities that would be in it, or opens it to a kind of work.
func (m *mending) open() []Repair {
	inside := m.inside()
	var found []Repair
	for _, a := range inside {
		if len(inside) <= 2*mostWaivers && m.try(edit.Waive(m.of.Noun.ID, a.ID)) == feasible {
			found = append(found, Repair{Of: m.of, Edits: []edit.Edit{edit.Waive(m.of.Noun.ID, a.ID)}, Cost: waiverCost, Least: true})
			break
		}
	}
	if n := len(inside); len(found) == 0 && n > 1 && n <= mostWaivers {
		var edits []edit.Edit
		for _, a := range inside {
			edits = append(edits, edit.Waive(m.of.Noun.ID, a.ID))
		}
		if m.try(edits...) == feasible {
			found = append(found, Repair{Of: m.of, Edits: edits, Cost: waiverCost * n})
		}
	}
	var kinds []plan.Kind
	for _, a := range inside {
		if !slices.Contains(kinds, a.Kind) {
			kinds = append(kinds, a.Kind)
		}
	}
	for _, kind := range kinds {
		if unblock := edit.Unblock(m.of.Noun.ID, kind); m.try(unblock) == feasible {
			found = append(found, Repair{Of: m.of, Edits: []edit.Edit{unblock}, Cost: kindCost, Least: true})
			break
		}
	}
	return found
}

// inside lists the activities that a schedule without the blackout has in its windows.
func (m *mending) inside() []*plan.Activity {
	n := m.heldNetwork()
	windows := n.Plan.Blackouts.Get(m.of.Noun.ID).Windows.In(n.Horizon)
	var inside []*plan.Activity
	for i := range n.Activities {
		a := &n.Activities[i]
		row, found := m.free.Find(a.ID)
		is := func(b *plan.Blackout) bool { return b.ID == m.of.Noun.ID }
		if !found || a.Started() || !slices.ContainsFunc(a.Terms.Forbids, is) && !slices.ContainsFunc(a.Terms.Pauses, is) {
			continue
		}
		span := calendar.Span{From: row.Start, To: row.Finish}
		if slices.ContainsFunc(windows, span.Overlaps) {
			inside = append(inside, a)
		}
	}
	return inside
}
