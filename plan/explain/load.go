package explain

import (
	"epr/calendar"
	"epr/plan"
)

// usage is a team with the people that the schedule asks of it on each day of the horizon.
type usage struct {
	supply *plan.Supply
	used   []plan.Hundredths
	by     []int // activities that need the team
}

// measureLoad adds up what the schedule asks of every team.
func (x *explainer) measureLoad() {
	x.team = map[string]int{}
	for k := range x.net.Teams {
		supply := &x.net.Teams[k]
		x.team[supply.Team.ID] = k
		x.load = append(x.load, usage{supply: supply, used: make([]plan.Hundredths, len(supply.Size))})
	}
	for i := range x.net.Activities {
		for _, need := range x.net.Activities[i].Needs {
			if k, ok := x.team[need.Team]; ok {
				x.load[k].by = append(x.load[k].by, i)
				x.occupy(&x.load[k], i, need.Amount)
			}
		}
	}
}

// occupy adds an activity's need on the days it is worked. Work under way occupies its team from the
// status date on; what is done, not at all.
func (x *explainer) occupy(u *usage, i int, amount plan.Hundredths) {
	x.eachDay(i, func(day calendar.Date) {
		if k := int(day - u.supply.From); k >= 0 && k < len(u.used) {
			u.used[k] += amount
		}
	})
}

// eachDay goes through the days on which an activity occupies its teams.
func (x *explainer) eachDay(i int, yield func(calendar.Date)) {
	a, row := &x.net.Activities[i], x.rows[i]
	if a.Done() || a.IsMilestone() {
		return
	}
	from := row.Start
	if a.Started() {
		from = max(from, x.net.Plan.Programme.Status)
	}
	for day := from; day <= row.Finish; day++ {
		if a.Kind == plan.Gate || a.Terms.Work.Works(day) {
			yield(day)
		}
	}
}

// overload finds the first team that would be short of people if an activity ran over a span, and the
// day on which.
func (x *explainer) overload(i int, span calendar.Span) (*usage, calendar.Date, bool) {
	a := &x.net.Activities[i]
	own := map[calendar.Date]bool{}
	x.eachDay(i, func(day calendar.Date) { own[day] = true })
	for day := span.From; day <= span.To; day++ {
		if a.Kind != plan.Gate && !a.Terms.Work.Works(day) {
			continue
		}
		for _, need := range a.Needs {
			u := &x.load[x.team[need.Team]]
			k := int(day - u.supply.From)
			if k < 0 || k >= len(u.used) {
				continue
			}
			used := u.used[k]
			if own[day] {
				used -= need.Amount
			}
			if used+need.Amount > u.supply.Size[k] {
				return u, day, true
			}
		}
	}
	return nil, 0, false
}

// busy lists who else has a team's people on a day.
func (x *explainer) busy(u *usage, day calendar.Date, but int) []int {
	var all []int
	for _, i := range u.by {
		if row := x.rows[i]; i != but && row.Start <= day && day <= row.Finish {
			all = append(all, i)
		}
	}
	return all
}

// agendaFull reports whether other gates have every slot of a meeting.
func (x *explainer) agendaFull(i int, day calendar.Date) bool {
	a := &x.net.Activities[i]
	if a.Meeting == nil || a.Meeting.Meeting.Slots == 0 {
		return false
	}
	taken := 0
	for k := range x.net.Activities {
		if k != i && x.net.Activities[k].Meeting == a.Meeting && x.rows[k].Start == day {
			taken++
		}
	}
	return taken >= a.Meeting.Meeting.Slots
}
