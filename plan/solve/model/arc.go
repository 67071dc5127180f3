package model

// Origin stands for the programme's calendar in place of a task: the point of an arc that ends there is
// a fixed day. What has happened already bounds the future through such arcs.
const Origin int32 = -1

// Arc is a rule between points of two tasks a and b,
//
//	W(t_b) - W(t_a) >= Lag, and t_b >= t_a if Ordered,
//
// counted in one calendar. The point of a task is the boundary at which a number of its worked days are
// done: 0 of them for its start, all of them for its finish, fewer for a share of the work. A maximum
// lag W(t_b) - W(t_a) <= L is the arc from b to a with Lag -L.
type Arc struct {
	From, To int32 // tasks a and b, or Origin
	FromDays int32 // worked days done at the point of a; if a is Origin, the boundary itself
	ToDays   int32 // the same for b
	Lag      int32 // worked days of Calendar; may be negative
	Calendar int32
	Ordered  bool
	// Back marks a maximum lag: the arc runs against the order of work. It says who waits for whom, and
	// makes no difference to what the arc allows.
	Back bool
	// Link is the number of the rule in whatever the model was made from.
	Link int32
}

// MinTo is f of the rule x_b >= f(x_a): the smallest start of b that the arc allows if a starts at x,
// [Never] if the horizon holds none. b is a task.
func (m *Model) MinTo(a *Arc, x int32) int32 {
	t := m.point(a.From, a.FromDays, x)
	y := t
	if !(a.Ordered && a.Lag == 0) {
		y = m.Calendars[a.Calendar].Lag(t, a.Lag)
		if a.Ordered {
			y = max(y, t)
		}
	}
	return m.startFor(a.To, a.ToDays, y)
}

// startFor is the smallest start of a task at which its point is at y or later.
func (m *Model) startFor(task, days, y int32) int32 {
	if days == 0 {
		return y
	}
	return m.Calendars[m.Tasks[task].Calendar].From(y, days)
}

// MaxFrom is the inverse of MinTo: the largest start of a that the arc allows if b starts at x, [None]
// if there is none. a is a task.
func (m *Model) MaxFrom(a *Arc, x int32) int32 {
	y := m.point(a.To, a.ToDays, x)
	t := m.Calendars[a.Calendar].Lead(y, a.Lag)
	if a.Ordered {
		t = min(t, y)
	}
	if a.FromDays == 0 {
		return t
	}
	return m.Calendars[m.Tasks[a.From].Calendar].Until(t, a.FromDays)
}

// point is the boundary at which a task that starts at x has done a number of its days.
func (m *Model) point(task, days, x int32) int32 {
	switch {
	case task == Origin:
		return days
	case days == 0:
		return x
	}
	return m.Calendars[m.Tasks[task].Calendar].After(x, days)
}
