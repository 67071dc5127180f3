package explain

import (
	"slices"

	"epr/calendar"
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
