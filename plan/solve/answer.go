package solve

import (
	"cmp"
	"slices"

	"epr/plan"
	"epr/plan/solve/model"
)

// schedule gives every activity its dates from the starts of the tasks.
func (p *problem) schedule(starts []int32) *plan.Schedule {
	s := &plan.Schedule{Rows: make([]plan.Row, 0, len(p.network.Activities))}
	for i := range p.network.Activities {
		row := p.states[i].row
		if task := p.task[i]; task != model.None {
			row = p.row(i, task, starts[task])
		}
		s.Rows = append(s.Rows, row)
	}
	slices.SortFunc(s.Rows, func(a, b plan.Row) int { return cmp.Compare(a.ID, b.ID) })
	return s
}

func (p *problem) row(i int, task, start int32) plan.Row {
	a, row := &p.network.Activities[i], p.states[i].row
	switch {
	case a.Kind == plan.Milestone && a.StartOfDay:
		row.Start = p.date(start)
		row.Finish = row.Start
	case a.Kind == plan.Milestone:
		row.Start = p.date(start) - 1
		row.Finish = row.Start
	default:
		if !p.states[i].started {
			row.Start = p.date(start)
		}
		row.Finish = p.date(p.model.Finish(task, start)) - 1
	}
	return row
}

// start is the start of a task as a committed row has it: the inverse of row.
func (p *problem) start(i int, task int32, row plan.Row) int32 {
	a := &p.network.Activities[i]
	switch {
	case a.Kind == plan.Milestone && !a.StartOfDay:
		return p.day(row.Start) + 1
	case p.states[i].started:
		t := &p.model.Tasks[task]
		return p.model.Calendars[t.Calendar].Until(p.day(row.Finish)+1, t.Days)
	}
	return p.day(row.Start)
}
