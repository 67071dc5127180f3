package reportstest

import (
	"epr/calendar"
	"epr/plan"
)

// Schedule gives each activity, in an order in which nothing comes before what it waits for, the first
// day that breaks no rule. It knows finish-start links with lags of 0 or more and panics on any other.
func Schedule(n *plan.Network) *plan.Schedule {
	g := &greedy{net: n, rows: make([]plan.Row, len(n.Activities)), used: map[string]map[calendar.Date]plan.Hundredths{}}
	for _, i := range g.order() {
		g.place(i)
	}
	return &plan.Schedule{Rows: g.rows}
}

type greedy struct {
	net  *plan.Network
	rows []plan.Row
	used map[string]map[calendar.Date]plan.Hundredths
}

// order is the activities so that each comes after those it waits for; of several, the first by index.
func (g *greedy) order() []int {
	waits := make([]int, len(g.rows))
	for _, link := range g.net.Links {
		if link.Type != plan.FinishStart || link.Max || link.Lag < 0 || link.Done < plan.One {
			panic("reportstest: a link that its scheduler does not know")
		}
		waits[link.To]++
	}
	var order []int
	for len(order) < len(g.rows) {
		before := len(order)
		for i := range waits {
			if waits[i] == 0 {
				waits[i] = -1
				order = append(order, i)
				for _, link := range g.net.Links {
					if link.From == i {
						waits[link.To]--
					}
				}
			}
		}
		if len(order) == before {
			panic("reportstest: the links form a cycle")
		}
	}
	return order
}

func (g *greedy) place(i int) {
	a := &g.net.Activities[i]
	g.rows[i] = plan.Row{ID: a.ID}
	switch {
	case a.Done():
		g.rows[i].Start, g.rows[i].Finish = a.Progress.Started, a.Progress.Finished
	case a.IsMilestone():
		day := g.released(i)
		if !a.StartOfDay {
			day = max(day-1, a.Earliest)
		}
		g.rows[i].Start, g.rows[i].Finish = day, day
	default:
		g.work(i)
	}
}

func (g *greedy) work(i int) {
	a := &g.net.Activities[i]
	for day := g.released(i); ; day++ {
		if day > a.Latest {
			panic("reportstest: no day for " + a.ID)
		}
		if finish, ok := g.fits(i, day); ok {
			g.rows[i].Start, g.rows[i].Finish = day, finish
			g.book(a, day, finish)
			return
		}
	}
}

// released is the first day on which nothing is waited for any more.
func (g *greedy) released(i int) calendar.Date {
	day := g.net.Activities[i].Earliest
	for _, link := range g.net.Links {
		if link.To != i {
			continue
		}
		after := g.rows[link.From].Finish + 1
		if link.Lag > 0 {
			after = link.Calendar.Add(after, link.Lag)
		}
		day = max(day, after)
	}
	return day
}

func (g *greedy) fits(i int, day calendar.Date) (calendar.Date, bool) {
	a := &g.net.Activities[i]
	if a.Kind == plan.Gate {
		return day, g.meets(i, day)
	}
	finish := a.Terms.Work.Finish(day, a.Days.Likely)
	span := calendar.Span{From: day, To: finish}
	if !a.Terms.Work.Works(day) || (a.Terms.StartsOn != 0 && !a.Terms.StartsOn.Has(day.Weekday())) {
		return 0, false
	}
	for _, closed := range a.Terms.Closed {
		if closed.Overlaps(span) {
			return 0, false
		}
	}
	for at := day; at <= finish; at++ {
		if a.Terms.Work.Works(at) && !g.hasPeople(a, at) {
			return 0, false
		}
	}
	return finish, true
}

// meets reports whether a gate's body meets on a day, with its papers closing after all it waits for.
func (g *greedy) meets(i int, day calendar.Date) bool {
	a := &g.net.Activities[i]
	for _, meeting := range a.Terms.Meetings {
		if meeting != day {
			continue
		}
		papers := a.Meeting.Meeting.Papers
		return papers == 0 || a.Terms.Calendar.Add(day, -papers) >= g.released(i)
	}
	return false
}

func (g *greedy) hasPeople(a *plan.Activity, day calendar.Date) bool {
	for _, need := range a.Needs {
		for t := range g.net.Teams {
			if supply := &g.net.Teams[t]; supply.Team.ID == need.Team &&
				g.used[need.Team][day]+need.Amount > supply.On(day) {
				return false
			}
		}
	}
	return true
}

func (g *greedy) book(a *plan.Activity, from, to calendar.Date) {
	for _, need := range a.Needs {
		if g.used[need.Team] == nil {
			g.used[need.Team] = map[calendar.Date]plan.Hundredths{}
		}
		for day := from; day <= to; day++ {
			if a.Terms.Work.Works(day) {
				g.used[need.Team][day] += need.Amount
			}
		}
	}
}
