package explain

import (
	"epr/calendar"
	"epr/plan"
)

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
