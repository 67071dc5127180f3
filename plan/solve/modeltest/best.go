package modeltest

import (
	"slices"

	"epr/plan/solve/model"
)

// Best finds a best schedule by trying every start of every task; nil if there is no schedule. It goes by
// the meaning of the rules alone, day by day.
func Best(m *model.Model) (best []int32, least model.Value) {
	Each(m, func(starts []int32) bool {
		if value := m.Evaluate(starts); best == nil || value.Less(least) {
			best, least = slices.Clone(starts), value
		}
		return true
	})
	return best, least
}

// Each finds all schedules in the same way, and ends when do, which must not keep the starts, returns false.
func Each(m *model.Model, do func(starts []int32) bool) {
	s := trial{m: m, starts: make([]int32, len(m.Tasks)), do: do}
	for r := range m.Resources {
		s.used = append(s.used, make([]int32, len(m.Resources[r].Capacity)))
	}
	s.try(0)
}

// All lists all schedules; false if there are more than some.
func All(m *model.Model, most int) (schedules [][]int32, ok bool) {
	ok = true
	Each(m, func(starts []int32) bool {
		if ok = len(schedules) < most; ok {
			schedules = append(schedules, slices.Clone(starts))
		}
		return ok
	})
	return schedules, ok
}

type trial struct {
	m      *model.Model
	starts []int32
	used   [][]int32
	do     func(starts []int32) bool
	ended  bool
}

func (s *trial) try(task int) {
	if task == len(s.m.Tasks) {
		s.ended = s.allPrompt() && !s.do(s.starts)
		return
	}
	t := &s.m.Tasks[task]
	for x := t.Earliest; x <= s.m.Horizon && !s.ended; x++ {
		s.starts[task] = x
		finish, ok := s.point(int32(task), t.Days)
		if !ok || finish > t.Latest || s.m.Domains[t.Domain].Next[x] != x || !s.arcsHold(int32(task)) {
			continue
		}
		if s.use(t, x, finish, 1) {
			s.try(task + 1)
		}
		s.use(t, x, finish, -1)
	}
}

// allPrompt reports whether no consequence could be a day earlier without breaking what it waits by.
func (s *trial) allPrompt() bool {
	for task := range s.m.Tasks {
		if t := &s.m.Tasks[task]; t.Prompt && s.starts[task] > t.Earliest && s.couldBeEarlier(int32(task)) {
			return false
		}
	}
	return true
}

func (s *trial) couldBeEarlier(task int32) bool {
	s.starts[task]--
	defer func() { s.starts[task]++ }()
	for i := range s.m.Arcs {
		if a := &s.m.Arcs[i]; a.To == task && !a.Back && !s.arcHolds(a) {
			return false
		}
	}
	return true
}

// point walks to the boundary at which a number of days of a task are done.
func (s *trial) point(task, days int32) (int32, bool) {
	if task == model.Origin {
		return days, true
	}
	calendar := &s.m.Calendars[s.m.Tasks[task].Calendar]
	t := s.starts[task]
	for ; days > 0; t++ {
		if t >= s.m.Horizon {
			return 0, false
		}
		if calendar.Works(t) {
			days--
		}
	}
	return t, true
}

// arcsHold checks the arcs between a task and those before it.
func (s *trial) arcsHold(task int32) bool {
	for i := range s.m.Arcs {
		a := &s.m.Arcs[i]
		if max(a.From, a.To) == task && !s.arcHolds(a) {
			return false
		}
	}
	return true
}

func (s *trial) arcHolds(a *model.Arc) bool {
	from, _ := s.point(a.From, a.FromDays)
	to, _ := s.point(a.To, a.ToDays)
	w := s.m.Calendars[a.Calendar].W
	return w[to]-w[from] >= a.Lag && (!a.Ordered || to >= from)
}

// use takes or gives back what a task needs, and reports whether it fits.
func (s *trial) use(t *model.Task, x, finish, sign int32) bool {
	fits := true
	for _, demand := range t.Demands {
		for day := x; day < finish; day++ {
			if s.m.Calendars[t.Calendar].Works(day) {
				s.used[demand.Resource][day] += sign * demand.Amount
				fits = fits && s.used[demand.Resource][day] <= s.m.Resources[demand.Resource].Capacity[day]
			}
		}
	}
	return fits
}
