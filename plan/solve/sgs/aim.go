package sgs

import (
	"slices"

	"epr/plan/solve/model"
)

// aims is for each task the latest start with which the goals that wait for it are reached when they
// should be, teams and domains apart. No aim lies before the earliest start.
type aims []int32

// dueAims aims at the announced and promised dates, or where these cannot be kept at the earliest
// possible; goals without a date are left to the horizon.
func dueAims(m *model.Model, g *model.Graph, w *model.Window) aims {
	return findAims(m, g, func(goal *model.Goal) int32 {
		return max(earliest(m, w, goal), min(goal.Announced, goal.By, m.Horizon))
	})
}

// promptAims aims at the earliest day on which each goal could be reached if all teams were free.
func promptAims(m *model.Model, g *model.Graph, w *model.Window) aims {
	return findAims(m, g, func(goal *model.Goal) int32 { return earliest(m, w, goal) })
}

func earliest(m *model.Model, w *model.Window, goal *model.Goal) int32 {
	reached := goal.Reached
	for _, task := range goal.Members {
		reached = max(reached, m.Finish(task, w.Earliest[task]))
	}
	return reached
}

func findAims(m *model.Model, g *model.Graph, due func(*model.Goal) int32) aims {
	aim := make(aims, len(m.Tasks))
	for i := range aim {
		aim[i] = m.LatestStart(int32(i))
	}
	for i := range m.Goals {
		by := due(&m.Goals[i])
		for _, task := range m.Goals[i].Members {
			t := &m.Tasks[task]
			aim[task] = min(aim[task], m.Calendars[t.Calendar].Until(by, t.Days))
		}
	}
	for _, task := range slices.Backward(g.Topological(m)) {
		for _, i := range g.Out(task) {
			if a := &m.Arcs[i]; !a.Back {
				aim[task] = min(aim[task], m.MaxFrom(a, aim[a.To]))
			}
		}
	}
	return aim
}
