package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/diff"
)

// Slip is something that was announced, and when it is now.
type Slip struct {
	ID, Name string
	First    calendar.Date // as first announced
	Times    int           // how often another date was announced since
	InForce  calendar.Date // announced last
	Finish   calendar.Date // planned, or when it happened
	Done     bool
	Days     int // calendar days from First to Finish, positive if later
}

// slips lists what was announced, most days later than first announced at the top.
func (f *facts) slips() []Slip {
	var list []Slip
	for i := range f.net.Goals {
		goal := &f.net.Goals[i]
		if len(goal.Announced) == 0 || len(goal.Members) == 0 {
			continue
		}
		told := f.told(goal.Target, f.historyOf(goal.ID, goal.Phase))
		s := Slip{ID: goal.ID, Name: orID(goal.Name, goal.ID), First: told[0].Date, Times: otherDates(told),
			InForce: goal.InForce(), Finish: f.rows[f.lastOf(goal)].Finish, Done: f.reached(goal)}
		s.Days = int(s.Finish - s.First)
		list = append(list, s)
	}
	slices.SortStableFunc(list, func(a, b Slip) int { return cmp.Compare(b.Days, a.Days) })
	return list
}

// told is what was announced of a date, by the plan and by the versions that were kept.
func (f *facts) told(target plan.Target, h *diff.History) []plan.Announced {
	if h == nil {
		return target.Announced
	}
	return h.Told
}

// otherDates counts how often an announcement changed the date.
func otherDates(announced []plan.Announced) int {
	n := 0
	for k := 1; k < len(announced); k++ {
		if announced[k].Date != announced[k-1].Date {
			n++
		}
	}
	return n
}
