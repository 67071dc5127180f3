package conflict

import (
	"slices"

	"epr/calendar"
	"epr/plan/edit"
)

// meetings adds the meetings that a schedule has that may have one on any day.
func (m *mending) meetings() []Repair {
	body := m.plan.Calendars.Get(m.of.Noun.ID)
	var days []calendar.Date
	for i := range m.network.Activities {
		a := &m.network.Activities[i]
		row, found := m.free.Find(a.ID)
		if !found || a.Done() || a.Meeting == nil || a.Meeting.ID != body.ID {
			continue
		}
		if met := body.Meeting.On(calendar.Span{From: row.Start, To: row.Start}); len(met) == 0 {
			days = append(days, row.Start)
		}
	}
	slices.Sort(days)
	days = slices.Compact(days)
	for _, day := range weekdaysFirst(days) { // one may be enough
		if m.try(edit.Meet(body.ID, day)) == feasible {
			return []Repair{{Of: m.of, Edits: []edit.Edit{edit.Meet(body.ID, day)}, Cost: meetingCost, Least: true}}
		}
	}
	if len(days) < 2 || len(days) > mostWaivers {
		return nil
	}
	var edits []edit.Edit
	for _, day := range days {
		edits = append(edits, edit.Meet(body.ID, day))
	}
	if m.try(edits...) != feasible {
		return nil
	}
	return []Repair{{Of: m.of, Edits: edits, Cost: meetingCost * len(edits)}}
}

// weekdaysFirst puts the next working day of the week before each day at a weekend.
func weekdaysFirst(days []calendar.Date) []calendar.Date {
	var all []calendar.Date
	for _, day := range days {
		next := day
		for !calendar.MonToFri.Has(next.Weekday()) {
			next++
		}
		all = append(all, next)
		if next != day {
			all = append(all, day)
		}
	}
	return all
}
