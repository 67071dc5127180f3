package reports

import (
	"epr/calendar"
	"epr/plan"
)

// OutlineDates is when a row of the outline was to be in another schedule, of a summary from its activities; the
// zero OutlineDates if it was not there.
type OutlineDates struct {
	Start, Finish calendar.Date
	Days          int // working days between, of an activity
}

// contain widens the dates of a summary to those of something in it.
func (d *OutlineDates) contain(x OutlineDates) {
	d.Start, d.Finish = widen(d.Start, d.Finish, x.Start, x.Finish)
}

// OutlineBaseline is an approved schedule that the outline has dates of, with those of the whole.
type OutlineBaseline struct {
	BaselineName
	Whole OutlineDates
}

// outlineBaselines lists the baselines whose schedules are known, the one approved first at the head.
func (f *facts) outlineBaselines() (list []OutlineBaseline) {
	for _, b := range f.plan.BaselinesByDate() {
		if b.Schedule != nil {
			list = append(list, OutlineBaseline{BaselineName: *baselineName(b)})
		}
	}
	return list
}

// baselined is the dates of an activity in each of the outline's baselines.
func (o *outliner) baselined(a *plan.Activity) (list []OutlineDates) {
	for _, b := range o.plan.BaselinesByDate() {
		if b.Schedule != nil {
			list = append(list, datesIn(b.Schedule, a))
		}
	}
	return list
}

// last is the dates of an activity in the last version.
func (o *outliner) last(a *plan.Activity) OutlineDates {
	if o.in.Previous == nil {
		return OutlineDates{}
	}
	return datesIn(o.in.Previous, a)
}

// datesIn is the dates of an activity in a schedule, its working days counted by the calendar that it has now.
func datesIn(s *plan.Schedule, a *plan.Activity) OutlineDates {
	row, ok := s.Find(a.ID)
	if !ok {
		return OutlineDates{}
	}
	d := OutlineDates{Start: row.Start, Finish: row.Finish}
	if !a.IsMilestone() {
		d.Days = max(1, a.Terms.Work.Count(calendar.Span{From: row.Start, To: row.Finish}))
	}
	return d
}
