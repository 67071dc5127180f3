package flow

import (
	"epr/calendar"
	"epr/plan"
)

// Finish is the moment at which an activity is finished in a timing.
func (f *Flow) Finish(i int, t *Timing) calendar.Date {
	j := f.job(i, t)
	return j.finish(t.Start[i])
}

// Schedule is a timing as a schedule; false if something does not fit into the calendars any more.
func (f *Flow) Schedule(t *Timing) (*plan.Schedule, bool) {
	s := &plan.Schedule{Rows: make([]plan.Row, len(f.nodes))}
	for i := range f.nodes {
		fin := f.Finish(i, t)
		if fin >= Never {
			return nil, false
		}
		s.Rows[i] = f.row(i, t.Start[i], fin)
	}
	return s, true
}

func (f *Flow) row(i int, start, finish calendar.Date) plan.Row {
	nd := &f.nodes[i]
	row := plan.Row{ID: f.Network.Activities[i].ID, Start: start, Finish: finish - 1}
	switch {
	case nd.how == done:
		row.Start, row.Finish = nd.row.Start, nd.row.Finish
	case nd.how == resumed:
		row.Start = nd.row.Start
	case nd.moment && nd.atStart:
		row.Finish = start
	case nd.moment:
		row.Start = finish - 1
	}
	return row
}
