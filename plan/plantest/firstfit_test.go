package plantest_test

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// firstFit schedules a drawn network as simply as can be: one activity after the other, in the order of
// their ids, each on the first day on which it fits what is placed already. It looks at the tables that the
// expansion worked out, and so shares nothing with the check that looks at its schedules. It never
// goes back on a choice and therefore often finds none.
type firstFit struct {
	net  *plan.Network
	rows []plan.Row
	free map[string][]plan.Hundredths // of each team, on each day of the horizon
}

// byFirstFit is false if it finds no schedule.
func byFirstFit(n *plan.Network) (*plan.Schedule, bool) {
	f := firstFit{net: n, free: map[string][]plan.Hundredths{}}
	for _, team := range n.Teams {
		f.free[team.Team.ID] = slices.Clone(team.Size)
	}
	for i := range n.Activities {
		if !f.place(i) {
			return nil, false
		}
	}
	return &plan.Schedule{Rows: f.rows}, true
}

// place finds the first row of an activity that fits.
func (f *firstFit) place(i int) bool {
	a := &f.net.Activities[i]
	f.rows = append(f.rows, plan.Row{ID: a.ID})
	if a.Done() {
		f.rows[i].Start, f.rows[i].Finish = a.Progress.Started, a.Progress.Finished
		if a.Progress.Started.IsZero() {
			f.rows[i].Start = a.Progress.Finished
		}
		return true
	}
	for day := a.Earliest; day <= a.Latest; day++ {
		if from, ok := f.tryDay(i, day); ok {
			f.occupy(i, from)
			return true
		}
	}
	return false
}

// tryDay lets an activity start on a day, or be resumed on it if it is under way.
func (f *firstFit) tryDay(i int, day calendar.Date) (from calendar.Date, ok bool) {
	a := &f.net.Activities[i]
	row := plan.Row{ID: a.ID, Start: day, Finish: day}
	work := a.Terms.Work
	switch {
	case a.Kind == plan.Gate:
		ok = slices.Contains(a.Terms.Meetings, day) && f.hasSlot(a, day)
	case a.Kind == plan.Milestone:
		ok = true
	case a.Started():
		row.Start, row.Finish = a.Progress.Started, work.Finish(day, f.remaining(a))
		ok = work.Works(day)
	default:
		row.Finish = work.Finish(day, a.Days.Likely)
		ok = work.Works(day) && (a.Terms.StartsOn == 0 || a.Terms.StartsOn.Has(day.Weekday()))
	}
	if !ok || row.Finish.IsZero() || row.Finish > a.Latest {
		return 0, false
	}
	if !a.Started() && slices.ContainsFunc(a.Terms.Closed, calendar.Span{From: row.Start, To: row.Finish}.Overlaps) {
		return 0, false
	}
	f.rows[i] = row
	return day, f.hasPeople(i, day) && f.keepsLinks(i)
}

func (f *firstFit) remaining(a *plan.Activity) int {
	if a.Progress.Remaining.Set {
		return a.Progress.Remaining.N
	}
	worked := a.Terms.Work.Before(f.net.Plan.Programme.Status) - a.Terms.Work.Before(a.Progress.Started)
	return max(1, a.Days.Likely-worked)
}

func (f *firstFit) hasSlot(a *plan.Activity, day calendar.Date) bool {
	taken := 0
	for k, row := range f.rows[:len(f.rows)-1] {
		if b := &f.net.Activities[k]; b.Meeting == a.Meeting && row.Start == day && !b.Done() {
			taken++
		}
	}
	slots := a.Meeting.Meeting.Slots
	return slots == 0 || taken < slots
}

func (f *firstFit) hasPeople(i int, from calendar.Date) bool {
	a := &f.net.Activities[i]
	for _, need := range a.Needs {
		for day := from; day <= f.rows[i].Finish; day++ {
			if a.Terms.Work.Works(day) && f.free[need.Team][day-f.net.Horizon.From] < need.Amount {
				return false
			}
		}
	}
	return true
}

func (f *firstFit) occupy(i int, from calendar.Date) {
	a := &f.net.Activities[i]
	for _, need := range a.Needs {
		for day := from; day <= f.rows[i].Finish; day++ {
			if a.Terms.Work.Works(day) {
				f.free[need.Team][day-f.net.Horizon.From] -= need.Amount
			}
		}
	}
}

// keepsLinks reports whether an activity keeps its links with those placed before it.
func (f *firstFit) keepsLinks(i int) bool {
	for _, l := range f.net.Links {
		if max(l.From, l.To) != i {
			continue
		}
		to := &f.net.Activities[l.To]
		if to.Done() || to.Started() && l.Type.ToStart() {
			continue
		}
		from, until := f.moment(l.From, l.Type.FromStart(), l.Done), f.moment(l.To, l.Type.ToStart(), plan.One)
		lag := l.Calendar.Before(until) - l.Calendar.Before(from)
		switch {
		case l.Max && lag > l.Lag, !l.Max && lag < l.Lag, !l.Max && l.Lag >= 0 && until < from:
			return false
		}
	}
	return true
}

func (f *firstFit) moment(i int, start bool, done plan.Hundredths) calendar.Date {
	a, row := &f.net.Activities[i], f.rows[i]
	switch {
	case a.IsMilestone() && a.StartOfDay, !a.IsMilestone() && start:
		return row.Start
	case done < plan.One && !a.Done():
		return f.shareDone(a, row, (a.Days.Likely*int(done)+int(plan.One)-1)/int(plan.One))
	}
	return row.Finish + 1
}

// shareDone is the moment at which so many days are done. Those that work under way has behind it are done
// by the status date.
func (f *firstFit) shareDone(a *plan.Activity, row plan.Row, days int) calendar.Date {
	if !a.Started() {
		return a.Terms.Work.Finish(row.Start, days) + 1
	}
	left := f.remaining(a)
	days -= a.Days.Likely - left
	if days <= 0 {
		return f.net.Plan.Programme.Status
	}
	return a.Terms.Work.Finish(a.Terms.Work.Start(row.Finish, left), days) + 1
}
