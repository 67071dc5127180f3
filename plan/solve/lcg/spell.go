package lcg

import "epr/plan/solve/model"

// spell is the time that a task takes: a number of worked days of a calendar. If all days are worked, as
// in many a project, nothing need be looked up.
type spell struct {
	days     int32
	calendar *model.Calendar // nil if all days are worked
}

func newSpell(m *model.Model, t *model.Task) spell {
	c := &m.Calendars[t.Calendar]
	if len(c.D) == int(m.Horizon) {
		return spell{t.Days, nil}
	}
	return spell{t.Days, c}
}

// finish is the boundary at which a task that starts on x has finished. It may lie beyond the horizon.
func (s *spell) finish(x int32) int32 {
	if s.calendar == nil {
		return x + s.days
	}
	return s.calendar.After(x, s.days)
}

// lastBefore is the last start with which a task finishes by a boundary, below 0 if there is none.
func (s *spell) lastBefore(boundary int32) int32 {
	if s.calendar == nil {
		return boundary - s.days
	}
	return s.calendar.Until(boundary, s.days)
}

// startAfter is the first start with which a task finishes after a day, below 0 if it always does.
func (s *spell) startAfter(day int32) int32 {
	if s.calendar == nil {
		return day + 1 - s.days
	}
	return s.calendar.From(day+1, s.days)
}

func (s *spell) works(day int32) bool { return s.calendar == nil || s.calendar.Works(day) }
