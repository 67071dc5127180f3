package explain

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// trial is the schedule with some activities elsewhere.
type trial struct {
	*explainer
	moved map[int]plan.Row
}

func (t trial) row(i int) plan.Row {
	if row, ok := t.moved[i]; ok {
		return row
	}
	return t.rows[i]
}

// rowAt is the dates of an activity that has not started, if it started on a day.
func (x *explainer) rowAt(i int, day calendar.Date) plan.Row {
	a := &x.net.Activities[i]
	row := plan.Row{ID: a.ID, Start: day, Finish: day}
	if !a.IsMilestone() {
		row.Finish = finishOn(a, day)
	}
	return row
}

// facts are all that keeps an activity from starting on a day, but for the maximum lags towards what
// comes after it, with everything else as the trial has it. It is empty if nothing does.
func (t trial) facts(i int, day calendar.Date) []Fact {
	a := &t.net.Activities[i]
	var found []Fact
	add := func(f Fact) {
		f.Activity = i
		if !has(found, f) {
			found = append(found, f)
		}
	}
	t.ownDateFacts(a, day, add)
	if !a.IsMilestone() {
		t.rhythmFacts(a, day, add)
		t.closedFacts(i, day, add)
		t.teamFacts(i, day, add)
	}
	t.linkFacts(i, day, add)
	return found
}

// ownDateFacts are the dates before which the activity may not start, whatever the others do.
func (t trial) ownDateFacts(a *plan.Activity, day calendar.Date, add func(Fact)) {
	p := &t.net.Plan.Programme
	switch {
	case day < p.Start && p.Status <= p.Start:
		add(Fact{Cause: Programme, Other: -1})
	case day < max(p.Status, p.Start):
		add(Fact{Cause: Status, Other: -1})
	}
	if day < a.NotBefore() {
		add(Fact{Cause: NotBefore, Other: -1})
	}
	if phase := t.net.Plan.Phases.Get(a.Place.Phase); phase != nil && day < phase.NotBefore {
		add(Fact{Cause: NotBefore, Other: -1, Phase: phase})
	}
	for _, c := range a.Contracts {
		if day < c.Starts {
			add(Fact{Cause: Contract, Other: -1, Contract: c})
		}
	}
}

// rhythmFacts are the days on which work does not start, week by week: days not worked, other weekdays than
// its own, days without a meeting.
func (t trial) rhythmFacts(a *plan.Activity, day calendar.Date, add func(Fact)) {
	switch {
	case a.Kind == plan.Gate:
		if !slices.Contains(a.Terms.Meetings, day) {
			add(Fact{Cause: Meeting, Other: -1})
		}
		return
	case !a.Terms.Calendar.Works(day):
		add(Fact{Cause: Calendar, Other: -1})
	case !a.Terms.Work.Works(day):
		for _, b := range a.Terms.Pauses {
			if t.touches(b, calendar.Span{From: day, To: day}) {
				add(Fact{Cause: Blackout, Other: -1, Blackout: b})
			}
		}
	}
	if a.Terms.StartsOn != 0 && !a.Terms.StartsOn.Has(day.Weekday()) {
		add(Fact{Cause: StartsOn, Other: -1})
	}
}

// closedFacts are the blackouts that the whole span would touch. A soft one that the schedule enters anyway
// keeps nothing out.
func (t trial) closedFacts(i int, day calendar.Date, add func(Fact)) {
	a, row := &t.net.Activities[i], t.rowAt(i, day)
	span, now := calendar.Span{From: row.Start, To: row.Finish}, calendar.Span{From: t.rows[i].Start, To: t.rows[i].Finish}
	for _, b := range a.Terms.Forbids {
		if t.touches(b, span) {
			add(Fact{Cause: Blackout, Other: -1, Blackout: b})
		}
	}
	for _, b := range a.Terms.Soft {
		if t.touches(b, span) && !t.touches(b, now) {
			add(Fact{Cause: Blackout, Other: -1, Blackout: b})
		}
	}
}

// touches reports whether some day of a span lies in a blackout.
func (x *explainer) touches(b *plan.Blackout, span calendar.Span) bool {
	windows, known := x.windows[b]
	if !known {
		windows = b.Windows.In(calendar.Span{From: x.net.Horizon.From - margin, To: x.net.Horizon.To + margin})
		x.windows[b] = windows
	}
	for _, window := range windows {
		if window.From <= span.To && window.To >= span.From {
			return true
		}
	}
	return false
}

// teamFacts are the teams that would be short of people, and the meeting whose agenda is full.
func (t trial) teamFacts(i int, day calendar.Date, add func(Fact)) {
	a, row := &t.net.Activities[i], t.rowAt(i, day)
	for _, need := range a.Needs {
		if u := &t.load[t.team[need.Team]]; need.Amount > 0 && t.short(u, i, need.Amount, row) != 0 {
			add(Fact{Cause: Team, Other: -1, Team: u.supply.Team})
		}
	}
	if a.Kind == plan.Gate && t.isFull(i, day) {
		add(Fact{Cause: Slots, Other: -1})
	}
}

// short is the first day on which a team would have too few people for an activity; 0 if there is none.
func (t trial) short(u *usage, i int, amount plan.Hundredths, row plan.Row) calendar.Date {
	for day := row.Start; day <= row.Finish; day++ {
		if t.occupies(i, row, day) && t.used(u, day, i)+amount > u.size(day) {
			return day
		}
	}
	return 0
}

// used is what others ask of a team on a day.
func (t trial) used(u *usage, day calendar.Date, but int) plan.Hundredths {
	used := u.on(day)
	if amount := u.need[but]; t.occupies(but, t.rows[but], day) {
		used -= amount
	}
	for m, row := range t.moved {
		amount := u.need[m]
		if m == but || amount == 0 {
			continue
		}
		if t.occupies(m, t.rows[m], day) {
			used -= amount
		}
		if t.occupies(m, row, day) {
			used += amount
		}
	}
	return used
}

// isFull reports whether other gates have every slot of a meeting.
func (t trial) isFull(i int, day calendar.Date) bool {
	a := &t.net.Activities[i]
	if a.Meeting == nil || a.Meeting.Meeting == nil || a.Meeting.Meeting.Slots == 0 {
		return false
	}
	taken := 0
	for _, k := range t.gates[a.Meeting] {
		if k != i && !t.net.Activities[k].Done() && t.row(k).Start == day {
			taken++
		}
	}
	return taken >= a.Meeting.Meeting.Slots
}
