package explain

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// unpaused is the schedule as it would be seen if a blackout did not stop the work of an activity, nor of
// what has to follow it closely.
func (x *explainer) unpaused(i int, b *plan.Blackout) *explainer {
	n := *x.net
	n.Activities = slices.Clone(n.Activities)
	queue, seen := []int{i}, map[int]bool{i: true}
	for ; len(queue) > 0; queue = queue[1:] {
		a := &n.Activities[queue[0]]
		a.Terms = unpausedTerms(&n, a.Terms, b)
		for _, l := range x.out[queue[0]] {
			if !seen[l.To] {
				seen[l.To] = true
				queue = append(queue, l.To)
			}
		}
	}
	return newExplainer(&n, x.schedule)
}

func unpausedTerms(n *plan.Network, terms *plan.Terms, b *plan.Blackout) *plan.Terms {
	if !slices.Contains(terms.Pauses, b) {
		return terms
	}
	rule, known := n.Plan.WorkingCalendar(terms.CalendarID)
	if !known {
		return terms
	}
	t := *terms
	t.Pauses = slices.DeleteFunc(slices.Clone(t.Pauses), func(p *plan.Blackout) bool { return p == b })
	var windows []calendar.Span
	for _, p := range t.Pauses {
		windows = append(windows, p.Windows.In(n.Horizon)...)
	}
	t.Work = calendar.Compile(rule, terms.Calendar.Horizon(), calendar.Merge(windows)...)
	return &t
}

// rests are the blackouts that stop the work of an activity between its start, or the status date if it has
// started, and its finish.
func (x *explainer) rests(i int) []Rest {
	a := &x.net.Activities[i]
	if a.Done() || a.IsMilestone() || a.Kind == plan.Gate {
		return nil
	}
	from, days := x.rows[i].Start, a.Days.Likely
	if a.Started() {
		from, days = max(x.status(), from), x.left(i)
	}
	var rests []Rest
	for _, b := range a.Terms.Pauses {
		if r := x.rest(i, b, calendar.Span{From: from, To: x.rows[i].Finish}, days); r.Days > 0 && r.Without < x.rows[i].Finish && x.mayFinish(i, r) {
			rests = append(rests, r)
		}
	}
	return rests
}

// mayFinish reports whether nothing else keeps an activity from finishing sooner when it does not rest.
func (x *explainer) mayFinish(i int, r Rest) bool {
	free := x.unpaused(i, r.Blackout)
	if !x.net.Activities[i].Started() {
		return len(trial{explainer: free}.facts(i, x.rows[i].Start)) == 0
	}
	row := x.rows[i]
	row.Finish = r.Without
	return !slices.ContainsFunc(x.in[i], func(l plan.Link) bool {
		return !l.Type.ToStart() && !(trial{explainer: x}).keeps(l, row)
	})
}

// rest is what one blackout does to the work of a span.
func (x *explainer) rest(i int, b *plan.Blackout, span calendar.Span, days int) Rest {
	a := &x.net.Activities[i]
	r := Rest{Blackout: b, Without: x.rows[i].Finish}
	for day := span.From; day <= span.To; day++ {
		in := calendar.Span{From: day, To: day}
		open := a.Terms.Calendar.Works(day)
		for _, other := range a.Terms.Pauses {
			if other != b && x.touches(other, in) {
				open = false
			}
		}
		if open && x.touches(b, in) {
			r.Days++
		}
		if open {
			if days--; days == 0 {
				r.Without = min(r.Without, day)
			}
		}
	}
	return r
}
