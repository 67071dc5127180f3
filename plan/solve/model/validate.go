package model

import "fmt"

// Validate reports the first thing in a model that contradicts itself: an index that points nowhere, a
// table of the wrong length. A model that passes can be scheduled without further checks.
func (m *Model) Validate() error {
	v := validator{m: m}
	v.tables()
	for i := range m.Tasks {
		v.task(i)
	}
	for i := range m.Arcs {
		v.arc(i)
	}
	for i := range m.Goals {
		for _, task := range m.Goals[i].Members {
			v.index(int(task), len(m.Tasks), "goal %d: member", i)
		}
	}
	if len(m.Kept) > 0 && len(m.Kept) != len(m.Tasks) {
		v.fail("%d kept starts for %d tasks", len(m.Kept), len(m.Tasks))
	}
	return v.err
}

type validator struct {
	m   *Model
	err error
}

func (v *validator) fail(format string, args ...any) {
	if v.err == nil {
		v.err = fmt.Errorf(format, args...)
	}
}

func (v *validator) index(i, n int, format string, args ...any) {
	if i < 0 || i >= n {
		v.fail(format+" %d of %d", append(args, i, n)...)
	}
}

func (v *validator) length(got, want int, format string, args ...any) {
	if got != want {
		v.fail(format+": length %d, want %d", append(args, got, want)...)
	}
}

func (v *validator) tables() {
	horizon := int(v.m.Horizon)
	for i, c := range v.m.Calendars {
		v.length(len(c.W), horizon+1, "calendar %d", i)
	}
	for i, d := range v.m.Domains {
		v.length(len(d.Next), horizon+2, "domain %d", i)
		v.length(len(d.Prev), horizon+1, "domain %d", i)
	}
	for i, r := range v.m.Resources {
		v.length(len(r.Capacity), horizon, "resource %d", i)
	}
}

func (v *validator) task(i int) {
	t := &v.m.Tasks[i]
	v.index(int(t.Calendar), len(v.m.Calendars), "task %d: calendar", i)
	v.index(int(t.Domain), len(v.m.Domains), "task %d: domain", i)
	v.index(int(t.Strict), len(v.m.Domains), "task %d: strict domain", i)
	if t.Days < 0 || t.Earliest < 0 {
		v.fail("task %d: %d days from day %d", i, t.Days, t.Earliest)
	}
	if t.Prompt && (t.Days > 0 || len(t.Demands) > 0) {
		v.fail("task %d: a consequence of %d days with %d demands", i, t.Days, len(t.Demands))
	}
	for _, soft := range t.Softs {
		v.index(int(soft), len(v.m.Softs), "task %d: soft", i)
	}
	for _, demand := range t.Demands {
		v.index(int(demand.Resource), len(v.m.Resources), "task %d: resource", i)
	}
}

func (v *validator) arc(i int) {
	a := &v.m.Arcs[i]
	v.index(int(a.Calendar), len(v.m.Calendars), "arc %d: calendar", i)
	v.end(i, a.From, a.FromDays)
	v.end(i, a.To, a.ToDays)
	if a.From == a.To {
		v.fail("arc %d: from %d to itself", i, a.From)
	}
}

func (v *validator) end(i int, task, days int32) {
	if task == Origin {
		v.index(int(days), int(v.m.Horizon)+1, "arc %d: boundary", i)
		return
	}
	v.index(int(task), len(v.m.Tasks), "arc %d: task", i)
	if v.err == nil && (days < 0 || days > v.m.Tasks[task].Days) {
		v.fail("arc %d: %d days done of %d", i, days, v.m.Tasks[task].Days)
	}
}
