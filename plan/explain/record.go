package explain

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// record is what keeps one activity from each day before its start, worked out when asked.
type record struct {
	*explainer
	activity int
	first    calendar.Date // no earlier day is looked at
	days     map[calendar.Date][]Fact
}

func (x *explainer) recordOf(i int) *record {
	if r := x.known[i]; r != nil {
		return r
	}
	r := &record{explainer: x, activity: i, days: map[calendar.Date][]Fact{}}
	const before = 60 // days before the status date show whether that is what holds it
	r.first = min(x.status(), x.rows[i].Start) - before
	x.known[i] = r
	return r
}

// facts are what keeps the activity from a day.
func (r *record) facts(day calendar.Date) []Fact {
	known, ok := r.days[day]
	if !ok {
		known, _ = r.place(r.activity, day)
		r.days[day] = known
	}
	return known
}

// isOff reports whether a day is none on which the activity ever starts, for its calendar or its weekdays.
func (r *record) isOff(day calendar.Date) bool {
	return slices.ContainsFunc(r.facts(day), func(f Fact) bool {
		return f.Activity == r.activity && (f.Cause == Calendar || f.Cause == StartsOn)
	})
}

// before is the fact that holds the activity before a boundary and reaches back farthest. Days off belong
// to the fact that surrounds them.
func (r *record) before(to calendar.Date) Hold {
	day := to - 1
	for ; day > r.first && r.isOff(day); day-- {
		if rest := r.rest(day); len(rest) == 0 && day == to-1 {
			return r.weekday(to)
		}
	}
	facts := r.facts(day)
	if len(facts) == 0 {
		return r.kept(day, to)
	}
	best := Hold{From: to + 1}
	for _, f := range facts {
		if from := r.reach(f, day); from < best.From || from == best.From && rank(f.Cause) < rank(best.Cause) {
			best = Hold{Fact: f, From: from}
		}
	}
	best.To = to
	return best
}

// rest are the facts of a day off that have nothing to do with the days off.
func (r *record) rest(day calendar.Date) []Fact {
	var rest []Fact
	for _, f := range r.facts(day) {
		if f.Activity != r.activity || f.Cause != Calendar && f.Cause != StartsOn {
			rest = append(rest, f)
		}
	}
	return rest
}

// weekday is the hold of an activity that could have started but for the day of the week.
func (r *record) weekday(to calendar.Date) Hold {
	day := to
	for day > r.first && r.isOff(day-1) && len(r.rest(day-1)) == 0 {
		day--
	}
	f := Fact{Cause: Calendar, Activity: r.activity, Other: -1}
	for d := day; d < to; d++ {
		if starts := (Fact{Cause: StartsOn, Activity: r.activity, Other: -1}); slices.Contains(r.facts(d), starts) {
			f = starts
		}
	}
	return Hold{Fact: f, From: day, To: to}
}

// kept is the hold of an activity that nothing keeps from an earlier day.
func (r *record) kept(day, to calendar.Date) Hold {
	from := day
	for ; day > r.first; day-- {
		if len(r.facts(day)) == 0 {
			from = day
		} else if !r.isOff(day) {
			break
		}
	}
	return Hold{Fact: Fact{Cause: Kept, Activity: r.activity, Other: -1}, From: from, To: to, Alone: true, Without: from}
}

// reach is the first day of the days up to another from which a fact keeps the activity, days off aside.
func (r *record) reach(f Fact, day calendar.Date) calendar.Date {
	from := day
	for ; day >= r.first; day-- {
		if has(r.facts(day), f) {
			from = day
		} else if !r.isOff(day) {
			break
		}
	}
	return from
}

// rank orders the causes by how much they tell; of two that reach back as far, the first is told.
func rank(c Cause) int {
	for k, cause := range []Cause{Link, Contract, NotBefore, Blackout, Team, Programme, Status, Slots, Meeting, MaximumLag, StartsOn, Calendar} {
		if cause == c {
			return k
		}
	}
	return int(c) + 100
}

// without works out what would happen without a fact: the first day on which the activity could start, or
// the fewest other facts that have to go as well, and the first day on which it could then.
func (r *record) without(h *Hold) {
	if r.net.Activities[r.activity].IsMilestone() {
		r.withoutAt(h)
		return
	}
	rests := h.isPause()
	if rests { // without it work takes other days, too
		r = r.unpaused(r.activity, h.Blackout).recordOf(r.activity)
	}
	start, fewest := r.rows[r.activity].Start, 0
	for day := start - 1; day >= r.first; day-- {
		rest := but(r.facts(day), h.Fact)
		switch had := rests || len(rest) < len(r.facts(day)); {
		case len(rest) == 0:
			h.Alone, h.Without, h.Also = true, day, nil
		case had && !h.Alone && (h.Also == nil || weight(rest) < fewest):
			h.Without, h.Also, fewest = day, rest, weight(rest)
		}
	}
	for _, f := range h.Also {
		if f.isPause() {
			r = r.unpaused(r.activity, f.Blackout).recordOf(r.activity)
		}
	}
	if !h.Alone {
		r.together(h)
	}
}

// withoutAt is the same for a milestone. It is on the first day that what it waits for allows: nobody can put
// it off to please a maximum lag, which then has to go, too.
func (r *record) withoutAt(h *Hold) {
	gone := []Fact{h.Fact}
	_, rest := r.prompt(gone)
	gone = append(gone, rest...)
	day, rest := r.prompt(gone)
	if len(rest) == 0 {
		gone = union(gone, r.facts(day))
	}
	h.Without, h.Also, h.Alone = day, gone[1:], len(gone) == 1
}

// prompt is the first day of a milestone without some of the facts that it waits for, or the day on which
// the fewest others are left, and these.
func (r *record) prompt(gone []Fact) (calendar.Date, []Fact) {
	var at calendar.Date
	var fewest []Fact
	for day := r.rows[r.activity].Start - 1; day >= r.first; day-- {
		var rest []Fact
		for _, f := range r.facts(day) {
			if !has(gone, f) && f.Activity == r.activity && f.Cause != MaximumLag {
				rest = append(rest, f)
			}
		}
		if at == 0 || len(rest) < len(fewest) || len(rest) == 0 {
			at, fewest = day, rest
		}
	}
	return at, fewest
}

// together finds the first day on which the activity could start if a fact and the others that it names went,
// and names more if they are not enough.
func (r *record) together(h *Hold) {
	gone := append([]Fact{h.Fact}, h.Also...)
	var more []Fact
	h.Without = 0
	for day := r.rows[r.activity].Start - 1; day >= r.first; day-- {
		var rest []Fact
		for _, f := range r.facts(day) {
			if !has(gone, f) {
				rest = append(rest, f)
			}
		}
		if h.Without == 0 || len(rest) < len(more) || len(rest) == 0 {
			h.Without, more = day, rest
		}
	}
	h.Also = append(h.Also, more...)
}

// isPause reports whether a fact stops work rather than keep it out.
func (f Fact) isPause() bool { return f.Cause == Blackout && f.Blackout.Effect == plan.Pause }

// weight counts facts; days off and days without a meeting, which tell least, count twice.
func weight(facts []Fact) int {
	n := len(facts)
	for _, f := range facts {
		switch f.Cause {
		case Calendar, StartsOn, Meeting:
			n++
		case Blackout:
			if f.isPause() {
				n++
			}
		}
	}
	return n
}

// but is a list of facts without one of them.
func but(facts []Fact, without Fact) []Fact {
	var rest []Fact
	for _, f := range facts {
		if !f.isSame(without) {
			rest = append(rest, f)
		}
	}
	return rest
}
