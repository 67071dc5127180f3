package solve

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/solve/model"
)

// point is one end of a link: so many working days into a task, or a fixed date if that has happened.
type point struct {
	task int32
	days int32
	date calendar.Date // if task is model.Origin
}

// addLink makes an arc of a link. What has happened is not undone by a link that holds it.
func (p *problem) addLink(i int) {
	l := &p.network.Links[i]
	to := &p.states[l.To]
	if l.From == l.To || to.done || to.started && l.Type.ToStart() {
		return
	}
	from, held := p.leaves(l), p.arrives(l)
	a := model.Arc{
		Lag: int32(l.Lag), Calendar: p.calendarOf(l.Calendar), Ordered: l.Lag >= 0, Link: int32(i),
	}
	if l.Max {
		from, held = held, from
		a.Lag, a.Ordered, a.Back = -a.Lag, false, true
	}
	a.From, a.FromDays = from.task, from.days
	a.To, a.ToDays = held.task, held.days
	if from.task == model.Origin {
		a.FromDays, a.Lag, a.Ordered = p.origin(l, from.date, a.Lag, -1, a.Ordered)
	}
	if held.task == model.Origin {
		a.ToDays, a.Lag, a.Ordered = p.origin(l, held.date, a.Lag, 1, a.Ordered)
	}
	p.model.Arcs = append(p.model.Arcs, a)
}

// origin is the boundary of a date. Days before the horizon cannot be counted in the model: the worked
// days that lie there go into the lag.
func (p *problem) origin(l *plan.Link, d calendar.Date, lag, sign int32, ordered bool) (int32, int32, bool) {
	if first := p.network.Horizon.From; d < first {
		return 0, lag + sign*int32(l.Calendar.Before(first)-l.Calendar.Before(d)), false
	}
	return min(p.day(d), p.model.Horizon), lag, ordered
}

// leaves is the point from which a link counts.
func (p *problem) leaves(l *plan.Link) point {
	a, s, task := &p.network.Activities[l.From], &p.states[l.From], p.task[l.From]
	share := l.Done > 0 && l.Done < plan.One && !l.Type.FromStart()
	switch {
	case s.done && share:
		return point{task: model.Origin, date: shareDone(a, s, l.Done)}
	case s.done:
		return point{task: model.Origin, date: ended(a, s, l.Type.FromStart())}
	case s.started && l.Type.FromStart():
		return point{task: model.Origin, date: s.row.Start}
	case l.Type.FromStart():
		return point{task: task}
	case share:
		return p.shareLeft(s, task, shareOf(s.days, l.Done))
	}
	return point{task: task, days: p.model.Tasks[task].Days}
}

// arrives is the point that a link holds.
func (p *problem) arrives(l *plan.Link) point {
	task := p.task[l.To]
	if l.Type.ToStart() {
		return point{task: task}
	}
	return point{task: task, days: p.model.Tasks[task].Days}
}

// ended is the boundary at which a finished activity started or finished. Both ends of a milestone are
// the same.
func ended(a *plan.Activity, s *state, start bool) calendar.Date {
	if a.StartOfDay || start && a.Kind != plan.Milestone {
		return s.row.Start
	}
	return s.row.Finish + 1
}

// shareOf is a share of some days, rounded up to whole days.
func shareOf(days int, share plan.Hundredths) int {
	return (days*int(share) + int(plan.One) - 1) / int(plan.One)
}

// shareDone is the boundary at which a share of finished work was done.
func shareDone(a *plan.Activity, s *state, share plan.Hundredths) calendar.Date {
	done := a.Terms.Work.Finish(s.row.Start, shareOf(s.days, share))
	if done.IsZero() {
		return s.row.Finish + 1
	}
	return min(done, s.row.Finish) + 1
}

// shareLeft is the point at which some days of work are done, of which work under way may have done some
// already.
func (p *problem) shareLeft(s *state, task int32, days int) point {
	if s.started {
		if days -= s.days - s.left; days <= 0 {
			return point{task: model.Origin, date: p.status}
		}
	}
	return point{task: task, days: int32(days)}
}
