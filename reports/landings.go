package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan/forecast"
)

// Landing is in which open window a go-live comes to lie, with what chance.
type Landing struct {
	ID, Name string
	Planned  calendar.Date
	Missed   int    // chance that it lands later than in the planned window, or not before the forecast ends
	Price    Pounds // mean cost of delay where it does; unset if it never does, or if no cost is stated
	Windows  []Window
}

// Window is one open window of a landing table.
type Window struct {
	Open    calendar.Span
	First   bool   // no blackout comes before it
	Closed  string // name of the blackout that ends it; "" for the last
	Planned bool   // the plan lands here
	Chance  int
	Median  calendar.Date // P50 of the replications that land here; zero if none does
	Weeks   int           // from the plan to Median; negative if earlier
	Price   Pounds        // cost of delay of those weeks
}

// Length is how many whole weeks the window is open.
func (w *Window) Length() int { return w.Open.Days() / 7 }

// Next is the window that it lands in most often if it misses its own; nil if there is none.
func (l *Landing) Next() *Window {
	var next *Window
	late := false
	for k := range l.Windows {
		w := &l.Windows[k]
		if late && w.Chance > 0 && (next == nil || w.Chance > next.Chance) {
			next = w
		}
		late = late || w.Planned
	}
	return next
}

// Shut is the name of the blackout that ends the planned window; "" if none does.
func (l *Landing) Shut() string {
	for k := range l.Windows {
		if l.Windows[k].Planned {
			return l.Windows[k].Closed
		}
	}
	return ""
}

// landings lists the landing tables, the likeliest to miss its window first.
func (f *facts) landings(fc *forecast.Forecast) []Landing {
	var list []Landing
	for i := range fc.Landings {
		source := &fc.Landings[i]
		l := Landing{ID: f.activity(source.Activity).ID, Name: f.activity(source.Activity).Name,
			Planned: f.rows[source.Activity].Finish, Missed: source.Missed,
			Price: wholePounds(source.Price, fc.IsPrice && source.Missed > 0)}
		for k := range source.Windows {
			l.Windows = append(l.Windows, f.window(&source.Windows[k], k == source.Planned))
		}
		list = append(list, l)
	}
	slices.SortStableFunc(list, func(a, b Landing) int {
		return cmp.Or(cmp.Compare(b.Missed, a.Missed), cmp.Compare(a.Planned, b.Planned))
	})
	return list
}

func (f *facts) window(source *forecast.Landed, planned bool) Window {
	w := Window{Open: source.Open, First: source.Open.From <= f.net.Horizon.From, Planned: planned, Chance: source.Chance}
	if source.Closed != nil {
		w.Closed = orID(source.Closed.Name, source.Closed.ID)
	}
	if w.Chance > 0 {
		w.Median, w.Weeks = source.Median, source.Weeks
		w.Price = wholePounds(source.Price, source.IsPrice)
	}
	return w
}
