package reportstest

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/forecast"
)

// addLandings sorts the go-lives still to come into the windows between the closed seasons of four weeks
// or more.
func (m *madeUp) addLandings(f *forecast.Forecast) {
	for i := range m.Network.Activities {
		a := &m.Network.Activities[i]
		if a.Kind == plan.GoLive && !a.Started() {
			f.Landings = append(f.Landings, m.landing(i))
		}
	}
}

func (m *madeUp) landing(i int) forecast.Landing {
	a := &m.Network.Activities[i]
	row, _ := m.Schedule.Find(a.ID)
	l := forecast.Landing{Activity: i}
	open := m.Network.Horizon.From
	for _, closed := range append(a.Terms.Closed, calendar.Span{From: m.Network.Horizon.To + 1, To: m.Network.Horizon.To + 100}) {
		if closed.Days() < 28 {
			continue
		}
		w := forecast.Landed{Open: calendar.Span{From: open, To: closed.From - 1}, IsPrice: true}
		if closed.To <= m.Network.Horizon.To {
			w.Closed = forbidding(a, closed)
		}
		open = closed.To + 1
		planned := w.Open.Contains(row.Finish)
		m.fill(&w, i, row.Finish)
		if planned {
			l.Planned = len(l.Windows)
		}
		if w.Open.From > row.Finish {
			l.Missed += w.Chance
		}
		if planned || w.Chance > 0 {
			l.Windows = append(l.Windows, w)
		}
	}
	if l.Missed > 0 {
		l.Price = l.Windows[len(l.Windows)-1].Price
	}
	return l
}

// fill counts the replications that land in a window.
func (m *madeUp) fill(w *forecast.Landed, i int, planned calendar.Date) {
	var days []calendar.Date
	for k := range runs {
		if day := m.finish(i, k); w.Open.Contains(day) {
			days = append(days, day)
		}
	}
	w.Chance = len(days) * 10_000 / runs
	if len(days) == 0 {
		return
	}
	w.Median = days[(len(days)-1)/2] // they rise
	w.Weeks = int(w.Median-planned) / 7
	w.Price = m.price(planned, w.Median)
}

func forbidding(a *plan.Activity, closed calendar.Span) *plan.Blackout {
	for _, b := range a.Terms.Forbids {
		for _, w := range b.Windows.In(closed) {
			if w.Overlaps(closed) {
				return b
			}
		}
	}
	return nil
}
