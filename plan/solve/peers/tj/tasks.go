package tj

import (
	"fmt"
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan"
)

// writeStarts writes a milestone for each day before which some activity must not start: a start date of
// its own would pin it down.
func (e *exporter) writeStarts() {
	var days []calendar.Date
	for i := range e.network.Activities {
		if day := e.network.Activities[i].Earliest; day > e.network.Horizon.From {
			days = append(days, day)
		}
	}
	slices.Sort(days)
	for _, day := range slices.Compact(days) {
		e.print("task %s \"not before\" { milestone start %s }\n", startOf(day), day)
	}
}

func startOf(day calendar.Date) string {
	return "not_before_" + strings.ReplaceAll(day.String(), "-", "_")
}

// writeTasks writes a task for each activity.
func (e *exporter) writeTasks() {
	waits := e.waits()
	for i, priority := range e.priorities() {
		a := &e.network.Activities[i]
		e.print("task %s %s {\n", e.ids[i], quoted(a.Name))
		e.writeWork(a)
		if len(waits[i]) > 0 {
			e.print("  depends %s\n", strings.Join(waits[i], ", "))
		}
		if priority != 500 {
			e.print("  priority %d\n", priority)
		}
		if a.Latest < e.network.Horizon.To {
			e.print("  maxend %s\n", a.Latest+1)
		}
		e.print("}\n")
	}
}

// writeWork writes how long it takes, or whom for a day.
func (e *exporter) writeWork(a *plan.Activity) {
	switch {
	case a.IsMilestone():
		e.print("  milestone\n")
	case len(a.Needs) == 0:
		e.print("  length %dd\n", a.Days.Likely)
	default:
		e.writeCrews(a)
	}
}

// writeCrews allocates crews for a day. Of several none works without the others.
func (e *exporter) writeCrews(a *plan.Activity) {
	var ids []string
	for _, need := range a.Needs {
		t := &e.teams[e.team(need.Team)]
		for range need.Amount / t.crew {
			ids = append(ids, t.id)
		}
	}
	together := ""
	if len(ids) > 1 {
		together = " mandatory"
	}
	for _, id := range ids {
		e.print("  ${%s}%s }\n", id, together)
	}
	e.print("  effort %dd\n", len(ids))
}

// waits is what each activity waits for.
func (e *exporter) waits() [][]string {
	waits := make([][]string, len(e.ids))
	for i := range e.network.Activities {
		if day := e.network.Activities[i].Earliest; day > e.network.Horizon.From {
			waits[i] = append(waits[i], startOf(day))
		}
	}
	for i := range e.network.Links {
		l := &e.network.Links[i]
		on := e.ids[l.From]
		if l.Lag > 0 {
			on += fmt.Sprintf(" { gaplength %dd }", l.Lag)
		}
		waits[l.To] = append(waits[l.To], on)
	}
	return waits
}

// writeGoals writes a milestone for each promise. Members that another member waits for are left out.
func (e *exporter) writeGoals() {
	next := make([][]int, len(e.ids))
	for i := range e.network.Links {
		next[e.network.Links[i].From] = append(next[e.network.Links[i].From], e.network.Links[i].To)
	}
	for number := range e.network.Goals {
		g := &e.network.Goals[number]
		if g.By.IsZero() || len(g.Members) == 0 {
			continue
		}
		member := make(map[int]bool, len(g.Members))
		for _, m := range g.Members {
			member[m] = true
		}
		var last []string
		for _, m := range g.Members {
			if !slices.ContainsFunc(next[m], func(to int) bool { return member[to] }) {
				last = append(last, e.ids[m])
			}
		}
		e.print("task promise_%d %s { milestone depends %s maxend %s }\n", number+1, quoted(g.Name), strings.Join(last, ", "), g.By+1)
	}
}
