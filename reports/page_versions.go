package reports

import (
	"epr/calendar"
	"epr/plan"
)

// Earlier is an earlier schedule laid beside the present one, for charts that show both.
type Earlier struct {
	Baseline *BaselineName // nil if it is the last version
	Rows     []Was         // aligned with Pack.Schedule
	// Later, Sooner and Same count the activities that both have by their finish; New those that it does not have.
	Later, Sooner, Same, New int

	at int // position in Outline.Baselines; -1 for the last version
}

// Was is when something was to be in an earlier schedule; the zero Was if it was not there.
type Was struct {
	Start, Finish calendar.Date
	Later         plan.Whole // calendar days from that finish to the present one, negative if sooner
}

// IsZero reports whether it was not there.
func (w Was) IsZero() bool { return w.Finish.IsZero() }

// Earlier lists the schedules that the present one can be compared with: the baselines, the one approved last at the
// head, then the last version.
func (p *Pack) Earlier() []Earlier {
	var list []Earlier
	for k := len(p.Outline.Baselines) - 1; k >= 0; k-- {
		list = append(list, p.earlier(&p.Outline.Baselines[k].BaselineName, k))
	}
	if p.Header.Previous {
		list = append(list, p.earlier(nil, -1))
	}
	return list
}

func (p *Pack) earlier(baseline *BaselineName, at int) Earlier {
	e := Earlier{Baseline: baseline, Rows: make([]Was, len(p.Schedule)), at: at}
	dates := map[string]OutlineDates{}
	for i := range p.Outline.Rows {
		if row := &p.Outline.Rows[i]; !row.IsSummary() {
			dates[row.ID] = e.of(row)
		}
	}
	for i := range p.Schedule {
		was := dates[p.Schedule[i].ID]
		e.Rows[i] = Was{Start: was.Start, Finish: was.Finish, Later: change(was.Finish, p.Schedule[i].Finish)}
		e.count(e.Rows[i].Later)
	}
	return e
}

// of is the dates that a row of the outline has in the earlier schedule.
func (e *Earlier) of(row *OutlineRow) OutlineDates {
	if e.at < 0 {
		return row.Last
	}
	return row.Baselines[e.at]
}

func (e *Earlier) count(later plan.Whole) {
	switch {
	case !later.Set:
		e.New++
	case later.N > 0:
		e.Later++
	case later.N < 0:
		e.Sooner++
	default:
		e.Same++
	}
}

// Differs reports whether any activity has other dates than in the earlier schedule, or is not in it.
func (e *Earlier) Differs(p *Pack) bool {
	for i, was := range e.Rows {
		if was.Start != p.Schedule[i].Start || was.Finish != p.Schedule[i].Finish {
			return true
		}
	}
	return false
}

// Group is when a group of a chart was to be: a phase by the date on which it was to be reached, anything else by its
// activities.
func (e *Earlier) Group(p *Pack, g *GanttGroup) Was {
	var w Was
	e.widen(&w, g)
	if phase := p.phaseOf(g); phase != nil {
		w.Finish = e.ofPhase(phase)
	}
	if w.Finish.IsZero() {
		return Was{}
	}
	w.Later = change(w.Finish, g.Finish)
	return w
}

// widen takes the activities of a group in.
func (e *Earlier) widen(w *Was, g *GanttGroup) {
	for _, i := range g.Rows {
		w.Start, w.Finish = widen(w.Start, w.Finish, e.Rows[i].Start, e.Rows[i].Finish)
	}
	for k := range g.Groups {
		e.widen(w, &g.Groups[k])
	}
}

// phaseOf is the phase that a group is the whole of; nil if it is not.
func (p *Pack) phaseOf(g *GanttGroup) *Phase {
	for i := range p.Phases {
		if phase := &p.Phases[i]; g.Level == LevelPhase && phase.ID == g.ID && phase.Activities.Of == g.Activities.Of {
			return phase
		}
	}
	return nil
}

// ofPhase is when a phase was to be reached.
func (e *Earlier) ofPhase(phase *Phase) calendar.Date {
	if e.Baseline == nil {
		return phase.Was
	}
	for _, b := range phase.Baselines {
		if b.ID == e.Baseline.ID {
			return b.Date
		}
	}
	return calendar.Date(0)
}
