package lcg

import (
	"pgregory.net/rapid"

	"epr/plan/solve/model"
)

// tiny draws a model of a few tasks and days with everything in it: calendars that pause, starts left
// out, minimum and maximum lags of all four types, fixed days, capacities that change by day.
func tiny(t *rapid.T) *model.Model {
	m := &model.Model{Horizon: rapid.Int32Range(4, 9).Draw(t, "horizon")}
	horizon := int(m.Horizon)
	days := func(n int, name string) []bool {
		list := rapid.SliceOfN(rapid.IntRange(0, 3), n, n).Draw(t, name)
		yes := make([]bool, n)
		for i := range yes {
			yes[i] = list[i] > 0
		}
		return yes
	}
	m.Calendars = []model.Calendar{model.EveryDay(m.Horizon), model.NewCalendar(days(horizon, "worked"))}
	m.Domains = []model.Domain{model.AnyDay(m.Horizon), model.NewDomain(days(horizon+1, "starts"))}
	for range rapid.IntRange(1, 2).Draw(t, "resources") {
		capacity := rapid.SliceOfN(rapid.Int32Range(1, 4), horizon, horizon).Draw(t, "capacity")
		m.Resources = append(m.Resources, model.Resource{Capacity: capacity})
	}
	for range rapid.IntRange(2, 5).Draw(t, "tasks") {
		m.Tasks = append(m.Tasks, tinyTask(t, m))
	}
	for range rapid.IntRange(0, 5).Draw(t, "arcs") {
		if a := tinyArc(t, m); a.From != a.To {
			m.Arcs = append(m.Arcs, a)
		}
	}
	m.Goals = []model.Goal{{Members: []int32{0}}, {Members: []int32{0, 1}, Reached: 1}}
	return m
}

func tinyTask(t *rapid.T, m *model.Model) model.Task {
	task := model.Task{
		Days:     rapid.Int32Range(0, 3).Draw(t, "days"),
		Calendar: rapid.Int32Range(0, 1).Draw(t, "calendar"),
		Domain:   rapid.Int32Range(0, 1).Draw(t, "domain"),
		Earliest: rapid.Int32Range(0, 1).Draw(t, "earliest"),
		Latest:   m.Horizon - rapid.Int32Range(0, 1).Draw(t, "latest"),
	}
	for r := range m.Resources {
		if amount := rapid.Int32Range(0, 3).Draw(t, "amount"); amount > 0 {
			task.Demands = append(task.Demands, model.Demand{Resource: int32(r), Amount: amount})
		}
	}
	return task
}

func tinyArc(t *rapid.T, m *model.Model) model.Arc {
	n := int32(len(m.Tasks))
	a := model.Arc{
		From:     rapid.Int32Range(-1, n-1).Draw(t, "from"),
		To:       rapid.Int32Range(-1, n-1).Draw(t, "to"),
		Lag:      rapid.Int32Range(-4, 3).Draw(t, "lag"),
		Calendar: rapid.Int32Range(0, 1).Draw(t, "arc calendar"),
		Ordered:  rapid.Bool().Draw(t, "ordered"),
	}
	point := func(task int32) int32 {
		if task == model.Origin {
			return rapid.Int32Range(0, m.Horizon/2).Draw(t, "boundary")
		}
		return rapid.Int32Range(0, m.Tasks[task].Days).Draw(t, "done")
	}
	a.FromDays, a.ToDays = point(a.From), point(a.To)
	return a
}

// allSchedules lists every schedule of a tiny model. It tries all starts, task by task, and asks the
// validator of the model about each that is left.
func allSchedules(m *model.Model) [][]int32 {
	var found [][]int32
	starts := make([]int32, len(m.Tasks))
	var try func(task int)
	try = func(task int) {
		if task == len(m.Tasks) {
			if len(m.Check(starts)) == 0 {
				found = append(found, append([]int32(nil), starts...))
			}
			return
		}
		for x := m.Tasks[task].Earliest; x <= m.Horizon; x++ {
			starts[task] = x
			if m.Domains[m.Tasks[task].Domain].Next[x] == x && fitsSoFar(m, starts, task) {
				try(task + 1)
			}
		}
	}
	try(0)
	return found
}

// fitsSoFar leaves out early what the arcs between the first tasks do not allow.
func fitsSoFar(m *model.Model, starts []int32, last int) bool {
	if _, ok := walk(m, int32(last), starts[last], m.Tasks[last].Days); !ok {
		return false
	}
	for i := range m.Arcs {
		a := &m.Arcs[i]
		if max(int(a.From), int(a.To)) != last {
			continue
		}
		x, y := int32(0), int32(0)
		if a.From != model.Origin {
			x = starts[a.From]
		}
		if a.To != model.Origin {
			y = starts[a.To]
		}
		if !arcKeeps(m, a, x, y) {
			return false
		}
	}
	return true
}
