package explain

import (
	"epr/calendar"
	"epr/plan"
)

// usage is a team with the people that the schedule asks of it on each day of the horizon.
type usage struct {
	supply *plan.Supply
	used   []plan.Hundredths
	by     []int                   // activities that need the team
	need   map[int]plan.Hundredths // what they need
	near   [][]int                 // those whose dates touch each stretch of days, see stretchDays
}

// stretchDays is the length of a stretch, so that who is busy on a day is not looked for in the whole plan.
const stretchDays = 32

// users are activities that need the team, all those among them that could on a day, in their order.
func (u *usage) users(day calendar.Date) []int {
	if k := int(day-u.supply.From) / stretchDays; day >= u.supply.From && k < len(u.near) {
		return u.near[k]
	}
	return u.by
}

// enter notes in which stretches an activity uses the team.
func (u *usage) enter(i int, row plan.Row) {
	u.by = append(u.by, i)
	from, to := max(0, int(row.Start-u.supply.From)), int(row.Finish-u.supply.From)
	for k := from / stretchDays; k <= to/stretchDays && k < len(u.near) && to >= 0; k++ {
		u.near[k] = append(u.near[k], i)
	}
}

// on is what the schedule asks on a day.
func (u *usage) on(day calendar.Date) plan.Hundredths {
	if k := int(day - u.supply.From); k >= 0 && k < len(u.used) {
		return u.used[k]
	}
	return 0
}

// size is how many people there are on a day. Before the programme nothing reduces them.
func (u *usage) size(day calendar.Date) plan.Hundredths {
	if day < u.supply.From {
		return u.supply.Team.Size.On(day)
	}
	return u.supply.On(day)
}

// measureLoad adds up what the schedule asks of every team.
func (x *explainer) measureLoad() {
	x.team = map[string]int{}
	for k := range x.net.Teams {
		supply := &x.net.Teams[k]
		x.team[supply.Team.ID] = k
		x.load = append(x.load, usage{supply: supply, used: make([]plan.Hundredths, len(supply.Size)), need: map[int]plan.Hundredths{},
			near: make([][]int, (len(supply.Size)+stretchDays-1)/stretchDays)})
	}
	for i := range x.net.Activities {
		for _, need := range x.net.Activities[i].Needs {
			if k, ok := x.team[need.Team]; ok {
				x.load[k].enter(i, x.rows[i])
				x.load[k].need[i] += need.Amount
				x.occupy(&x.load[k], i, need.Amount)
			}
		}
	}
}

// occupy adds an activity's need on the days it is worked.
func (x *explainer) occupy(u *usage, i int, amount plan.Hundredths) {
	for day := x.rows[i].Start; day <= x.rows[i].Finish; day++ {
		if k := int(day - u.supply.From); k >= 0 && k < len(u.used) && x.occupies(i, x.rows[i], day) {
			u.used[k] += amount
		}
	}
}

// occupies reports whether an activity with the dates of a row needs its teams on a day. Work under way
// needs them on its last days, as many as are left; what is done, not at all.
func (x *explainer) occupies(i int, row plan.Row, day calendar.Date) bool {
	a := &x.net.Activities[i]
	if day < row.Start || day > row.Finish || a.Done() || a.IsMilestone() {
		return false
	}
	if a.Started() && a.Kind != plan.Gate && day < x.workFrom(i) {
		return false
	}
	return a.Kind == plan.Gate || a.Terms.Work.Works(day)
}

// status is the first day on which something can still be planned.
func (x *explainer) status() calendar.Date {
	return max(x.net.Plan.Programme.Status, x.net.Plan.Programme.Start)
}

// left is how many working days of work under way are still to do.
func (x *explainer) left(i int) int {
	a := &x.net.Activities[i]
	if a.Progress.Remaining.Set {
		return max(1, a.Progress.Remaining.N)
	}
	work := a.Terms.Work
	return max(1, a.Days.Likely-(work.Before(x.status())-work.Before(a.Progress.Started)))
}

// workFrom is the day on which work under way is resumed: it is not interrupted after that.
func (x *explainer) workFrom(i int) calendar.Date {
	return x.net.Activities[i].Terms.Work.Start(x.rows[i].Finish, x.left(i))
}

// overload finds the first team that would be short of people if an activity ran over a span, and the
// day on which.
func (x *explainer) overload(i int, span calendar.Span) (*usage, calendar.Date, bool) {
	t, row := trial{explainer: x}, plan.Row{Start: span.From, Finish: span.To}
	for _, need := range x.net.Activities[i].Needs {
		u := &x.load[x.team[need.Team]]
		if day := t.short(u, i, need.Amount, row); day != 0 {
			return u, day, true
		}
	}
	return nil, 0, false
}

// busy lists who else has a team's people on a day.
func (x *explainer) busy(u *usage, day calendar.Date, but int) []int {
	var all []int
	for _, i := range u.users(day) {
		if i != but && x.occupies(i, x.rows[i], day) {
			all = append(all, i)
		}
	}
	return all
}

// agendaFull reports whether other gates have every slot of a meeting.
func (x *explainer) agendaFull(i int, day calendar.Date) bool {
	return trial{explainer: x}.isFull(i, day)
}
