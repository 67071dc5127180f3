package flow

import "epr/calendar"

// earliest is the first start of an activity that all it waits for allows, as that is timed now.
func (f *Flow) earliest(i int, t *Timing) moments {
	j := f.job(i, t)
	if j.how == done {
		return moments{j.row.Start, j.row.Start, j.happenedFinish()}
	}
	x := j.notBefore(i, t)
	for _, from := range f.plain[i] {
		x = max(x, t.fin[from])
	}
	var tied, steady calendar.Date // what is held by its finish
	for _, k := range f.other[i] {
		a := &f.arcs[k]
		switch {
		case t.Start[a.from] == 0 || !t.counts(a):
		case a.kind == interleaved:
			x = max(x, t.seen[a.from])
		case !a.toFinish || j.how > resumed:
			x = max(x, f.forward(a, t))
		default:
			y := f.holds(a, t)
			tied = max(tied, j.startAt(a, y))
			if t.isSteady() {
				steady = max(steady, j.steady(t.Steady[i]).startAt(a, y))
			}
		}
	}
	if steady > max(x, tied) {
		seen, fin := f.attempts(i, &j, max(x, steady), t)
		if f.isSteady[i] {
			return moments{seen, seen, fin}
		}
		start, fin := f.attempts(i, &j, max(x, tied), t)
		return moments{start, seen, fin}
	}
	start, fin := f.attempts(i, &j, max(x, tied), t)
	return moments{start, start, fin}
}

// notBefore is the moment before which a job does not start, whatever the others do.
func (j *job) notBefore(i int, t *Timing) calendar.Date {
	if t.NotBefore == nil {
		return j.floor
	}
	return max(j.floor, t.NotBefore[i])
}

// steady is a job as short as it can be, with no more rest than the plan gives it.
func (j *job) steady(days int) *job {
	return &job{node: j.node, days: min(days, j.days)}
}

// attempts is the first start from x on with which a job keeps clear of all with whom it shares people; of
// a gate, that of the attempt that passes.
func (f *Flow) attempts(i int, j *job, x calendar.Date, t *Timing) (start, fin calendar.Date) {
	start, fin = f.keepClear(i, j, x, t)
	for n := t.repeats(i, j); n > 0 && start < Never; n-- {
		start, fin = f.keepClear(i, j, f.askedAgain(i, fin, t), t)
	}
	return start, fin
}

// repeats is how often an activity is done again.
func (t *Timing) repeats(i int, j *job) int {
	if t.Repeats == nil || j.how != gate {
		return 0
	}
	return t.Repeats[i]
}

// askedAgain is the moment from which a gate refused at a meeting that has ended can be asked again.
func (f *Flow) askedAgain(i int, refused calendar.Date, t *Timing) calendar.Date {
	if t.RepeatGap == nil {
		return refused
	}
	return after(f.Network.Activities[i].Terms.Calendar, refused, t.RepeatGap[i])
}

// keepClear is the first start from x on that keeps clear of all with whom a job shares people.
func (f *Flow) keepClear(i int, j *job, x calendar.Date, t *Timing) (start, fin calendar.Date) {
	start, fin = j.next(x)
	if !f.shares[i] && !(t.standsIn() && len(f.colleagues[i]) > 0) {
		return start, fin
	}
	for start < Never {
		past := f.inTheWay(i, t, start, fin)
		if past <= start {
			break
		}
		start, fin = j.next(past)
	}
	return start, fin
}

// inTheWay is the moment until which those with whom an activity shares people keep it from running from
// start to fin; start if they do not.
func (f *Flow) inTheWay(i int, t *Timing, start, fin calendar.Date) calendar.Date {
	past := start
	if f.shares[i] {
		for _, k := range f.in[i] {
			if a := &f.arcs[k]; a.kind == interleaved && t.Start[a.from] > 0 {
				past = max(past, f.avoid(a, t.fin[a.from], start, fin))
			}
		}
	}
	if !t.standsIn() {
		return past
	}
	for _, o := range f.takeovers[i] {
		past = max(past, o.wait(t, start, fin))
	}
	for k := range f.relays[i] {
		past = max(past, f.relays[i][k].wait(t, start, fin))
	}
	for _, u := range f.behind[i] {
		past = max(past, f.relieved(u, t))
	}
	return past
}
