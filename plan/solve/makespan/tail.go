package makespan

import (
	"math"

	"epr/plan/solve/model"
)

const unrelated = math.MinInt32 / 4

// toSink is for each task how many days after its start the sink starts at least, whatever the date:
// the longest path of arcs that only add days. It is unrelated if there is no such path.
//
// Latest starts do not tell this. They may come from a date or a maximum lag, or lie before days off.
func toSink(m *model.Model, sink int32) []int32 {
	days := make([]int32, len(m.Tasks))
	for i := range days {
		days[i] = unrelated
	}
	days[sink] = 0
	// A path is no longer than there are tasks, unless there is no schedule.
	changed := true
	for turns := 0; changed && turns < len(m.Tasks); turns++ {
		changed = false
		for i := range m.Arcs {
			a := &m.Arcs[i]
			least, ok := adds(m, a)
			if ok && days[a.To] != unrelated && days[a.From] < least+days[a.To] {
				days[a.From], changed = least+days[a.To], true
			}
		}
	}
	return days
}

// adds is how many days after its first task the second task of an arc starts at least. It reports false
// if that depends on the date.
func adds(m *model.Model, a *model.Arc) (int32, bool) {
	if a.From == model.Origin || a.To == model.Origin {
		return 0, false
	}
	lag := a.Lag
	if a.Ordered {
		lag = max(lag, 0)
	}
	// Days off put later what comes after them: that is safe to leave out, except where days are counted
	// backwards.
	if a.ToDays > 0 && !everyDay(m, m.Tasks[a.To].Calendar) || lag < 0 && !everyDay(m, a.Calendar) {
		return 0, false
	}
	return a.FromDays + lag - a.ToDays, true
}

func everyDay(m *model.Model, calendar int32) bool {
	return len(m.Calendars[calendar].D) == int(m.Horizon)
}
