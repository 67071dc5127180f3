package forecast

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// leastCliff is how many days a blackout has at least to separate two windows of a landing table. A bank
// holiday weekend puts a go-live off by a week; only a closed season is a cliff.
const leastCliff = 28

// cliff is a go-live still to come with the open windows that it may land in.
type cliff struct {
	activity, target int
	windows          []Landed // all of them
	planned          int
}

// addCliffs finds the open windows of every go-live that has not started.
func (s *simulation) addCliffs() {
	for k := range s.targets {
		t := &s.targets[k]
		if t.goal.Phase || t.isDone {
			continue
		}
		i := t.goal.Members[0]
		if a := &s.net.Activities[i]; a.Kind == plan.GoLive && !a.Started() {
			c := cliff{activity: i, target: k, windows: s.windows(i)}
			c.planned = c.holds(t.planned)
			s.cliffs = append(s.cliffs, c)
		}
	}
}

// windows are the gaps between the cliffs of an activity.
func (s *simulation) windows(i int) []Landed {
	horizon := s.horizon
	open := calendar.Span{From: horizon.From}
	var list []Landed
	for _, shut := range s.flow.Closed(i) {
		if shut.Days() < leastCliff {
			continue
		}
		if open.To = shut.From - 1; open.Days() > 0 {
			list = append(list, Landed{Open: open, Closed: s.longest(i, shut)})
		}
		open.From = shut.To + 1
	}
	if open.To = horizon.To; open.Days() > 0 {
		list = append(list, Landed{Open: open})
	}
	return list
}

// longest is the blackout that has most of some closed days.
func (s *simulation) longest(i int, shut calendar.Span) *plan.Blackout {
	terms := s.flow.Network.Activities[i].Terms
	var longest *plan.Blackout
	most := 0
	for _, b := range slices.Concat(terms.Forbids, terms.Soft) {
		days := 0
		for _, w := range b.Windows.In(shut) {
			days += w.Days()
		}
		if days > most {
			longest, most = b, days
		}
	}
	return longest
}

// holds is the window that a day lies in, or the next one after it.
func (c *cliff) holds(day calendar.Date) int {
	for w := range c.windows {
		if day <= c.windows[w].Open.To {
			return w
		}
	}
	return len(c.windows) - 1
}

// isMissed reports whether a go-live that is finished on a day lies in a later window than planned.
func (c *cliff) isMissed(day calendar.Date) bool {
	return len(c.windows) > 0 && day > c.windows[c.planned].Open.To
}

// landing is the landing table of a go-live that is finished on some days.
func (s *simulation) landing(c *cliff, d *Dates) Landing {
	planned := s.targets[c.target].planned
	l := Landing{Activity: c.activity}
	price := s.newPricing(planned)
	var missed plan.Hundredths
	late, misses := 0, 0
	for w, landed := range c.windows {
		n := d.between(landed.Open)
		if n.runs == 0 && w != c.planned {
			continue
		}
		if w == c.planned {
			l.Planned = len(l.Windows)
		}
		landed.Chance = share(n.runs, d.runs)
		landed.Median = planned
		if n.runs > 0 {
			landed.Median, _ = n.At(50)
		}
		landed.Weeks = roundedWeeks(int(landed.Median - planned))
		landed.Price, landed.IsPrice = price.of(landed.Median)
		l.Windows = append(l.Windows, landed)
		if w > c.planned {
			missed += price.total(n)
			late += n.runs
		}
	}
	misses = late + d.never
	l.Missed = share(misses, d.runs)
	if late > 0 {
		l.Price = missed / plan.Hundredths(late)
	}
	return l
}

func roundedWeeks(days int) int {
	if days < 0 {
		return -roundedWeeks(-days)
	}
	return (days + 3) / 7
}
