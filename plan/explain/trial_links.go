package explain

import (
	"epr/calendar"
	"epr/plan"
)

// linkFacts are the activities that it would have to wait for.
func (t trial) linkFacts(i int, day calendar.Date, add func(Fact)) {
	for _, l := range t.in[i] {
		if !t.keeps(l, t.rowAt(i, day)) {
			add(Fact{Cause: Link, Other: l.From})
		}
	}
}

// keeps reports whether a link is kept if its later activity has the dates of a row.
func (t trial) keeps(l plan.Link, to plan.Row) bool {
	from, held := t.leaves(l), t.arrives(l, to)
	lag := l.Calendar.Before(held) - l.Calendar.Before(from)
	if l.Max {
		return lag <= l.Lag
	}
	return lag >= l.Lag && (l.Lag < 0 || held >= from)
}

// leaves is the boundary from which a link counts.
func (t trial) leaves(l plan.Link) calendar.Date {
	row, a := t.row(l.From), &t.net.Activities[l.From]
	switch {
	case a.IsMilestone() && a.StartOfDay, l.Type.FromStart() && !a.IsMilestone():
		return row.Start
	case a.IsMilestone(), l.Done == plan.One, l.Done == 0:
		return row.Finish + 1
	}
	share := (a.Days.Likely*int(l.Done) + int(plan.One) - 1) / int(plan.One)
	from := row.Start
	if a.Started() && !a.Done() {
		before := a.Days.Likely - t.left(l.From)
		if share <= before {
			return t.status()
		}
		from, share = t.workFrom(l.From), share-before
	}
	if day := a.Terms.Work.Finish(from, share); !day.IsZero() {
		return min(day, row.Finish) + 1
	}
	return row.Finish + 1
}

// arrives is the boundary that a link holds.
func (t trial) arrives(l plan.Link, row plan.Row) calendar.Date {
	a := &t.net.Activities[l.To]
	switch {
	case a.IsMilestone() && a.StartOfDay, l.Type.ToStart() && !a.IsMilestone():
		return row.Start
	}
	return row.Finish + 1
}
